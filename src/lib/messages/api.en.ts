import type { api as sv } from './api.sv.ts';

export const api: typeof sv = {
	notSignedIn: 'There is no valid sign-in. Sign in at /login and send the cookie.',
	notFound: 'There is nothing here, or you may not see it.',
	invalid: 'Something in the request needs to be corrected. See problems.',
	foreignOrigin: 'The request comes from a page of another site and was not taken.',
	methodNotAllowed: (allow) => `The address takes: ${allow}.`,
	malformed: {
		contentType: 'Send JSON, with Content-Type: application/json.',
		json: 'What was sent is not valid JSON.'
	},
	tooLarge: {
		body: 'What was sent is too large. Divide it.',
		threads: 'The section has as many comments as can be kept track of.',
		comments: 'The thread is full. Begin a new one.'
	},
	problem: {
		text: 'Send a text.',
		type: 'Send a value of the kind that the description states.',
		unexpected: 'There is no such field. Remove it, or correct its name.'
	}
};
