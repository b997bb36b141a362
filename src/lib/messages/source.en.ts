import type { source as sv } from './source.sv.ts';

export const source: typeof sv = {
	unreachable: {
		what: 'The source could not be reached.',
		then: 'What was there is still there. Try again in a little while.'
	},
	slow: {
		what: 'The source did not answer in time.',
		then: 'What was there is still there. Try again in a little while.'
	},
	busy: {
		what: 'The source has too much to do just now.',
		then: 'What was there is still there. Try again in a few minutes.'
	},
	failing: {
		what: 'The source has an error of its own.',
		then: 'What was there is still there. Try again later.'
	},
	declined: {
		what: 'The source does not answer the question.',
		then: 'Check indicators, groups and years.'
	},
	notUnderstood: {
		what: 'The answer of the source could not be understood.',
		then: 'What was there is still there. Tell who operates the service if it happens again.'
	},
	elsewhere: {
		what: 'The source refers to an address that is not allowed.',
		then: 'What was there is still there. Tell who operates the service.'
	},
	tooMuch: {
		what: 'The answer of the source is too large.',
		then: 'Choose fewer indicators, groups or years.'
	},
	cancelled: {
		what: 'The fetching was stopped.',
		then: 'What was there is still there.'
	}
};
