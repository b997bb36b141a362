import type { unexpected as sv } from './unexpected.sv.ts';

export const unexpected: typeof sv = {
	what: 'Something went wrong on our side.',
	then: 'Try again in a little while. If it happens again, tell the administrator.',
	badRequest: 'The request could not be understood.',
	id: (id) => `The number of the error: ${id}`,
	toStart: 'To the start page',
	status: (status) => `Error ${status}`
};
