import type { SaidByService } from '#server/commands/sign-in-by-service.ts';
import { isWanting, readClaims, type Claims } from './claims.ts';
import type { Known } from './discovery.ts';
import type { Flow } from './flow-cookies.ts';
import type { OidcSettings } from './settings.ts';
import { troubleOf, type Trouble } from './trouble.ts';

export type Exchange = {
	/** What came back in the address. */
	query: URLSearchParams;
	flow: Flow;
	redirectUri: string;
	settings: OidcSettings;
};

export type Exchanged =
	| (SaidByService & { isOverage: boolean })
	| { trouble: Trouble; why: 'unreachable' | 'declined' | 'failed' };

/** A subject may have 255 characters (OpenID Connect Core, section 2). */
const LONGEST_SUBJECT = 255;

/**
 * The code for what the service says of the person. The library checks state, issuer, signature, audience,
 * times and nonce, and that both places speak of the same subject. No token is kept.
 */
export async function exchange(known: Known, asked: Exchange): Promise<Exchanged> {
	const said = await ask(known, asked);
	if ('trouble' in said) return said;
	const { idToken, userInfo } = said;
	const { iss: issuer, sub: subject } = idToken as { iss: string; sub: string };
	if (subject === '' || subject.length > LONGEST_SUBJECT)
		return { why: 'failed', trouble: { why: 'notUnderstood', code: 'sub' } };
	return { issuer, subject, ...readClaims(idToken, userInfo, asked.settings) };
}

/** Both places in which the service speaks; all that is thrown here is thrown by the library or the line. */
async function ask(
	{ library, config }: Known,
	{ query, flow, redirectUri, settings }: Exchange
): Promise<
	{ idToken: Claims; userInfo: Claims | null } | Extract<Exchanged, { trouble: Trouble }>
> {
	const address = new URL(redirectUri);
	address.search = query.toString();
	try {
		const tokens = await library.authorizationCodeGrant(config, address, {
			expectedState: flow.state,
			expectedNonce: flow.nonce,
			pkceCodeVerifier: flow.verifier,
			idTokenExpected: true
		});
		const idToken: Claims = { ...tokens.claims() };
		const hasMore = config.serverMetadata().userinfo_endpoint !== undefined;
		if (!hasMore || !isWanting(idToken, settings)) return { idToken, userInfo: null };
		// What it does not say now is not taken for nothing: roles would go with a fault of the line.
		const userInfo = await library.fetchUserInfo(
			config,
			tokens.access_token,
			String(idToken['sub'])
		);
		return { idToken, userInfo: { ...userInfo } };
	} catch (error) {
		const trouble = troubleOf(error);
		if (error instanceof library.AuthorizationResponseError)
			return { trouble, why: error.error === 'access_denied' ? 'declined' : 'failed' };
		const isLine = trouble.why === 'unreachable' || trouble.why === 'slow';
		return { trouble, why: isLine ? 'unreachable' : 'failed' };
	}
}
