import { ServiceFault } from './bounded-fetch.ts';

/** What the service did not do as it should. */
export const TROUBLES = [
	'unreachable', // no connection, or it was cut
	'slow', // not answered within the time limit
	'answer', // it answered with an error; `code` is the HTTP status or its own short word
	'notUnderstood', // not what a sign-in service answers
	'otherIssuer' // it names itself otherwise than OIDC_ISSUER
] as const;

/** `code` is a short technical word, never a text about a person; empty for none. */
export type Trouble = { why: (typeof TROUBLES)[number]; code: string };

/** What the library's errors may hold (ClientError, ResponseBodyError, AuthorizationResponseError ...). */
type Thrown = Partial<Record<'code' | 'error' | 'error_description' | 'status' | 'cause', unknown>>;

/** What the library or the line threw, in one word; the rest of it may hold what is told of people. */
export function troubleOf(error: unknown): Trouble {
	const fault = faultIn(error);
	if (fault?.why === 'tooMuch') return { why: 'notUnderstood', code: 'tooMuch' };
	if (fault) return { why: 'unreachable', code: '' };
	const { code, error: said, error_description: words, status, cause } = error as Thrown;
	if (code === 'OAUTH_TIMEOUT') return { why: 'slow', code: '' };
	if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' && isAbout(cause, 'issuer'))
		return { why: 'otherIssuer', code: '' };
	if (said !== undefined) {
		// Entra ID says most of it by a number in its text.
		const [number] = /AADSTS\d{1,10}/.exec(String(words)) ?? [];
		return { why: 'answer', code: [word(said), number].filter(Boolean).join(' ') };
	}
	if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' && cause instanceof Response)
		return { why: 'answer', code: String(cause.status) };
	if (typeof status === 'number') return { why: 'answer', code: String(status) };
	return { why: 'notUnderstood', code: word(code) };
}

/** A word that means something to machines, and nothing else. */
const word = (text: unknown): string =>
	typeof text === 'string' && /^[\w.-]{1,60}$/.test(text) ? text : '';

const isAbout = (cause: unknown, attribute: string): boolean =>
	typeof cause === 'object' && cause !== null && 'attribute' in cause
		? cause.attribute === attribute
		: false;

function faultIn(error: unknown): ServiceFault | null {
	for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1)
		if (one instanceof ServiceFault) return one;
	return null;
}
