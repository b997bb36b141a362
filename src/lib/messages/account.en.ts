import type { account as sv } from './account.sv.ts';

export const account: typeof sv = {
	title: 'Sign in',
	to: (municipality) => `To the work with the child rights account of ${municipality}`,
	email: 'E-mail address',
	password: 'Password',
	led: 'The page that you wanted needs you to be signed in. If you were a moment ago, that sign-in has run out or was ended. Sign in again, and you come to the page.',
	missing: 'Fill in both e-mail address and password.',
	forgot: 'Forgotten your password?',
	demo: 'Demonstration',
	demoHow: 'The municipality is made up. Choose who to be, and you are signed in.',
	back: 'To the published accounts',
	first: {
		title: 'Get started',
		lede: 'You become administrator and coordinator. The link works once.',
		gone: 'The link has been used or is too old',
		goneThen:
			'Restart the program for a new one, if there is no administrator. Otherwise you can sign in.',
		municipality: 'Municipality',
		authority: 'Committee or board that owns the account',
		authorityHint: 'For example the Executive Board.',
		name: 'Your name',
		email: 'Your e-mail address',
		password: 'Password',
		passwordHint: 'At least 12 characters. A sentence you remember is better than odd characters.',
		create: 'Create and sign in'
	}
};
