/** The panel of findings below a section's text. What was found comes in words from the server. */
export const findings = {
	severity: { blocking: 'Hindrar', advice: 'Se över' },
	counts: (hinders: number, advice: number) =>
		[
			...(hinders > 0 ? [`${hinders} hinder`] : []),
			...(advice > 0 ? [`${advice} att se över`] : [])
		].join(', '),
	allAccepted: 'Allt som hindrar är godtaget.',
	accepted: (by: string, when: string) => `Godtaget av ${by}, ${when}:`,
	reading: 'Läser …',
	none: 'Inget att anmärka.',
	failed: 'Det gick inte att läsa granskningen.',
	noAnswer: 'Servern svarade inte.',
	retry: 'Försök igen',
	again: 'Granska igen',
	behind: 'Texten har ändrats sedan dess. Den granskas igen när den är sparad.',
	show: 'Visa i texten',
	/** Read out with the button. */
	showOf: (what: string) => `: ${what}`,
	lost: 'Stället finns inte kvar i texten. Här börjar avsnittet.'
};
