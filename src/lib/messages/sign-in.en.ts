import type { signIn as sv } from './sign-in.sv.ts';

export const signIn: typeof sv = {
	title: 'Sign-in',
	lede: 'How people sign in, and which roles come along from the sign-in of the municipality.',
	password: {
		on: 'People can sign in with a password.',
		off: 'Passwords are off. People sign in by the service of the municipality alone.'
	},
	service: 'The service of the municipality',
	none: 'No sign-in service is set',
	noneThen:
		'Whoever operates the program sets OIDC_ISSUER and OIDC_CLIENT_ID and restarts it. Entra ID, Keycloak and other services with OpenID Connect work.',
	answers: 'The service answers',
	silent: 'The service does not answer as it should',
	troubled: 'The last sign-in could not be completed',
	trouble: {
		unreachable: 'There is no connection to the address.',
		slow: 'The answer did not come in time.',
		answer: 'It answered with an error.',
		notUnderstood: 'The answer was not that of a sign-in service.',
		otherIssuer:
			'It names itself otherwise than OIDC_ISSUER. Write the address exactly as the service does.'
	},
	code: (code) => `Error: ${code}`,
	issuer: 'Address',
	clientId: 'Id of this program at the service',
	isPublic: 'No secret is set. The program is a public client with PKCE.',
	redirectUri: 'Address to register for answers (redirect URI)',
	signedOutUri: 'Address to register after signing out (post logout redirect URI)',
	trustEmail: 'E-mail addresses of the service count as verified',
	trustEmailThen:
		'OIDC_TRUST_EMAIL is on. Whoever can change their e-mail address at the service can then take over an account here that has this address, the first time. Have it on only where the municipality looks after the addresses.',
	counts: 'Sign-ins',
	people: (ever) =>
		ever === 1
			? '1 person has signed in by the service.'
			: `${ever} people have signed in by the service.`,
	lately: (day, month) => `${day} in the last day, ${month} in the last 30 days.`,
	refused: 'Refused since the program started',
	why: {
		unreachable: 'The service did not answer',
		declined: 'Cancelled at the service',
		expired: 'Took too long',
		failed: 'The answer could not be accepted',
		noAccount: 'Had no account here'
	},
	roles: 'Roles that come along',
	rolesLede: (claim) =>
		`Whoever has the value in the claim “${claim}” gets the role at sign-in, and loses it when the value is gone. Roles that were given here are not changed. Who has no account gets one the first time.`,
	noClaim: 'No claim about roles is set',
	noClaimThen:
		'The rows below take effect when OIDC_ROLES_CLAIM is set, for example groups. Until then all roles are given under People.',
	overage: (times) =>
		times === 1
			? 'One sign-in came without the list of groups'
			: `${times} sign-ins came without the list of groups`,
	overageThen:
		'Entra ID leaves the list out for who is in more than 200 groups. The person then gets no roles from there. Have the service send only the groups that belong to the program, or use app roles.',
	value: 'Value',
	valueHint: 'Exactly as the service writes it. Entra ID sends the id of the group.',
	role: 'Role',
	choose: 'Choose',
	add: 'Add',
	added: 'The row was added. It holds from the next sign-in.',
	removed: 'The row was removed. Who had the role by it alone has lost it.',
	remove: (value) => `Remove ${value}`,
	removeShort: 'Remove',
	empty: 'No values carry roles yet.'
};
