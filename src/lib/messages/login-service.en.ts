import type { loginService as sv } from './login-service.sv.ts';

export const loginService: typeof sv = {
	button: 'Sign in with your municipal account',
	or: 'Or with a password',
	passwordOff:
		'Here you sign in with the same account as in the other systems of the municipality.',
	told: {
		unreachable: {
			what: 'The sign-in of the municipality does not answer just now.',
			then: 'Wait a little and try again. Tell whoever looks after the sign-in if it goes on.'
		},
		declined: {
			what: 'The sign-in was cancelled.',
			then: 'Try again when you like.'
		},
		expired: {
			what: 'The sign-in took too long, or was begun in another browser.',
			then: 'Start again here.'
		},
		failed: {
			what: 'What the sign-in of the municipality answered could not be accepted.',
			then: 'Try again. Tell whoever looks after the sign-in if it goes on.'
		},
		noAccount: {
			what: 'You are signed in at the municipality but have no account here.',
			then: 'Ask the administrator or the coordinator of the child rights account to add you.'
		},
		signedOut: {
			what: 'You are signed out here.',
			then: 'You may still be signed in at the municipality. If others use this computer, sign out there too.'
		}
	},
	signOutThere: 'Sign out at the municipality too'
};
