import type { links as sv } from './links.sv.ts';

export const links: typeof sv = {
	invitation: {
		title: 'Welcome',
		lede: (municipality, inviter) =>
			inviter === null
				? `You have an account in Barnbokslut at ${municipality}. Choose a password to come in.`
				: `${inviter} has invited you to the work on the child-rights account of ${municipality}. Choose a password to come in.`
	},
	passwordReset: {
		title: 'Choose a new password',
		lede: (_municipality, inviter) =>
			inviter === null
				? 'You asked for this link. When you have chosen a new password, the old one is valid no more.'
				: `${inviter} has sent you this link. When you have chosen a new password, the old one is valid no more.`
	},
	account: (name) => `${name}, you sign in with the address`,
	password: 'New password',
	passwordHint:
		'At least 12 characters. A sentence that you remember is better than odd characters, and you may paste it.',
	save: 'Save and sign in',
	endsOthers: 'You are signed out everywhere else.',
	gone: {
		title: 'The link cannot be used',
		why: 'It has been used or is too old, or the address did not come whole.',
		then: {
			invitation:
				'If you have chosen a password, you can sign in. Otherwise ask whoever invited you for a new link.',
			passwordReset:
				'If you have chosen a new password, you can sign in. Otherwise ask for a new link.'
		},
		service: 'Here you sign in by the municipality’s own service and need no password.',
		forgot: 'Ask for a new link'
	},
	forgot: {
		title: 'Forgotten password',
		lede: 'Write the address that you sign in with. You get a mail with a link where you choose a new password.',
		email: 'E-mail address',
		send: 'Send the link',
		sent: 'If there is an account with that address, a mail is on its way.',
		sentThen:
			'The link works once, for 30 minutes. If no mail comes, look among your junk mail and see that the address is right. Otherwise the municipality’s administrator can give you a link.',
		noMail:
			'This program sends no mail. Ask the municipality’s administrator for a link where you choose a new password.',
		service:
			'Here you sign in by the municipality’s own service. You change your password there, with the help of the municipality’s IT support.',
		back: 'To sign-in'
	}
};
