import type { files as sv } from './files.sv.ts';

export const files: typeof sv = {
	reason: (reason) => `Reason: ${reason}`,
	withdrawnOn: (date) => `Withdrawn ${date}. The other formats of the edition remain.`,
	notMade: 'The file is not ready yet.',
	notMadeThen: 'It is being made. Reload the page in a while.',
	toEdition: 'Go to the edition',
	toStart: 'All published child rights accounts'
};
