import type { myAccount as sv } from './my-account.sv.ts';

export const myAccount: typeof sv = {
	title: 'My account',
	name: 'Name',
	email: 'E-mail address',
	roles: 'Roles',
	noRole: 'No role yet',
	whoChanges: 'Name, address and roles are changed by the municipality’s administrator.',
	more: 'What you can choose',
	notices: 'What you are told about',
	data: 'What is kept about you',
	tokens: 'Keys for programs',
	language: 'You choose the language in the menu Me, at the top of the page.',
	done: {
		password: 'The password is changed. You are signed out everywhere else.',
		sessions: 'Signed out there.'
	},
	password: {
		title: 'Change password',
		setAt: 'Set',
		present: 'Present password',
		fresh: 'New password',
		hint: 'At least 12 characters. A sentence that you remember is better than odd characters, and you may paste it.',
		save: 'Change password',
		ends: 'You are signed out everywhere else.',
		service: 'You sign in by the municipality’s own service. You change your password there.'
	},
	sessions: {
		title: 'Where you are signed in',
		lede: 'If you do not recognise something, sign it out and change your password. You are signed out by itself when you have done nothing for twelve hours, and after a week at the latest.',
		unknown: 'Unknown browser',
		here: 'this one',
		via: {
			password: 'Signed in by password',
			oidc: 'Signed in by the municipality’s service',
			link: 'Signed in by a link'
		},
		lastUsed: 'Last used around',
		end: 'Sign out',
		endOthers: (n) => `Sign out of all ${n} others`
	}
};
