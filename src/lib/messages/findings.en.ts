import type { findings as sv } from './findings.sv.ts';

export const findings: typeof sv = {
	severity: { blocking: 'Hinders', advice: 'Worth a look' },
	counts: (hinders, advice) =>
		[
			...(hinders > 0 ? [`${hinders} ${hinders === 1 ? 'hindrance' : 'hindrances'}`] : []),
			...(advice > 0 ? [`${advice} worth a look`] : [])
		].join(', '),
	allAccepted: 'Everything that hinders has been accepted.',
	accepted: (by, when) => `Accepted by ${by}, ${when}:`,
	reading: 'Reading …',
	none: 'Nothing to remark on.',
	failed: 'The findings could not be read.',
	noAnswer: 'The server did not answer.',
	retry: 'Try again',
	again: 'Check again',
	behind: 'The text has changed since. It is checked again once it is saved.',
	show: 'Show in the text',
	showOf: (what) => `: ${what}`,
	lost: 'The place is no longer in the text. The section begins here.'
};
