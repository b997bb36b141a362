import { StartError } from '#server/store/store.ts';

/** The municipality's own sign-in service, as the operator describes it. */
export type OidcSettings = {
	/** Its address exactly as it names itself: what `iss` says. */
	issuer: string;
	clientId: string;
	/** Null for a public client, which PKCE alone protects. */
	clientSecret: string | null;
	/** How the secret is sent; null for the way that the service offers first of the two. */
	clientAuth: 'basic' | 'post' | null;
	/** What the button says; null for our own words. */
	name: string | null;
	scopes: string;
	/** Where the claims hold the values that carry roles, `groups` or `realm_access.roles`; null for nowhere. */
	rolesClaim: string | null;
	/** An address counts as verified where the service does not say whether it is. */
	trustEmail: boolean;
	/** Signing out offers to sign out of the service too. */
	logout: boolean;
};

type Env = Record<string, string | undefined>;

const ISSUER_HELP =
	'set it to the address of the service, such as https://login.example.se/realms/kommunen.';
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** Entra ID's addresses for everybody: whoever makes a directory there could say what address they have. */
const FOR_ALL = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)(\/|$)/;
const OTHERS = [
	'OIDC_CLIENT_ID',
	'OIDC_CLIENT_SECRET',
	'OIDC_CLIENT_AUTH',
	'OIDC_NAME',
	'OIDC_SCOPES',
	'OIDC_ROLES_CLAIM',
	'OIDC_TRUST_EMAIL',
	'OIDC_LOGOUT'
];

/**
 * OIDC_*; null where none is set. The secret is in no message.
 * @throws StartError with one line that says what to do
 */
export function readOidcSettings(env: Env): OidcSettings | null {
	const set = (name: string) => {
		const value = env[name]?.trim() ?? '';
		return value === '' ? null : value;
	};
	const issuer = set('OIDC_ISSUER');
	const stray = OTHERS.find((name) => set(name) !== null);
	if (issuer === null) {
		if (stray === undefined) return null;
		throw new StartError(`${stray} is set and OIDC_ISSUER is not: ${ISSUER_HELP}`);
	}
	checkIssuer(issuer);
	const clientId = set('OIDC_CLIENT_ID');
	if (clientId === null)
		throw new StartError(
			'OIDC_ISSUER is set and OIDC_CLIENT_ID is not: set it to the id under which the service knows this installation.'
		);
	if (set('ORIGIN') === null)
		throw new StartError(
			'OIDC_ISSUER is set and ORIGIN is not: the service leads back to the public address, such as https://barnbokslut.example.se.'
		);
	const clientSecret = set('OIDC_CLIENT_SECRET');
	const clientAuth = set('OIDC_CLIENT_AUTH');
	if (clientAuth !== null && clientAuth !== 'basic' && clientAuth !== 'post')
		throw new StartError(
			`OIDC_CLIENT_AUTH is "${clientAuth}": set it to basic or post, or leave it out.`
		);
	if (clientAuth !== null && clientSecret === null)
		throw new StartError(
			'OIDC_CLIENT_AUTH is set and OIDC_CLIENT_SECRET is not: set the secret, or leave both out for a public client.'
		);
	return {
		issuer,
		clientId,
		clientSecret,
		clientAuth,
		name: checkName(set('OIDC_NAME')),
		scopes: checkScopes(set('OIDC_SCOPES')),
		rolesClaim: checkClaim(set('OIDC_ROLES_CLAIM')),
		trustEmail: isOn('OIDC_TRUST_EMAIL', set('OIDC_TRUST_EMAIL')),
		logout: isOn('OIDC_LOGOUT', set('OIDC_LOGOUT'))
	};
}

/**
 * PASSWORD_SIGN_IN: whether people sign in by password.
 * @throws StartError with one line that says what to do
 */
export function readPasswordSignIn(env: Env, oidc: OidcSettings | null): boolean {
	const value = env['PASSWORD_SIGN_IN'];
	if (value === undefined || value === '' || value === 'on') return true;
	if (value !== 'off')
		throw new StartError(`PASSWORD_SIGN_IN is "${value}": set it to on or off, or leave it out.`);
	if (oidc === null)
		throw new StartError(
			'PASSWORD_SIGN_IN is off and OIDC_ISSUER is not set, so that nobody could sign in: set OIDC_ISSUER and OIDC_CLIENT_ID, or leave PASSWORD_SIGN_IN out.'
		);
	return false;
}

function checkIssuer(issuer: string): void {
	const wrong = (why: string) => new StartError(`OIDC_ISSUER is "${issuer}": ${why}`);
	const url = URL.parse(issuer);
	if (url === null || !/^https?:$/.test(url.protocol)) throw wrong(ISSUER_HELP);
	// What may be a password is not repeated.
	if (url.username !== '' || url.password !== '')
		throw new StartError(`OIDC_ISSUER holds a user or password: ${ISSUER_HELP}`);
	if (url.search !== '' || url.hash !== '') throw wrong(ISSUER_HELP);
	if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
		throw wrong('set it to an https address; http is for a service on this machine alone.');
	if (url.pathname.includes('/.well-known/'))
		throw wrong('leave out "/.well-known/openid-configuration" and what follows it.');
	if (FOR_ALL.test(issuer))
		throw wrong(
			'set it to the directory of the municipality, https://login.microsoftonline.com/<directory id>/v2.0; this address lets people of every organisation in.'
		);
}

function checkName(name: string | null): string | null {
	if (name !== null && (name.length > 60 || /\p{Cc}/u.test(name)))
		throw new StartError(
			'OIDC_NAME is longer than 60 characters: set it to the few words of a button.'
		);
	return name;
}

function checkScopes(text: string | null): string {
	const scopes = (text ?? 'openid profile email').split(/\s+/);
	if (!scopes.includes('openid'))
		throw new StartError(
			`OIDC_SCOPES is "${scopes.join(' ')}": it has to hold openid, as in "openid profile email".`
		);
	return scopes.join(' ');
}

function checkClaim(claim: string | null): string | null {
	if (claim !== null && !/^[^\s.]+(\.[^\s.]+)*$/.test(claim))
		throw new StartError(
			`OIDC_ROLES_CLAIM is "${claim}": set it to the name of a claim, such as groups, roles or realm_access.roles.`
		);
	return claim;
}

function isOn(name: string, value: string | null): boolean {
	if (value === null || value === 'off') return false;
	if (value === 'on') return true;
	throw new StartError(`${name} is "${value}": set it to on or off, or leave it out.`);
}
