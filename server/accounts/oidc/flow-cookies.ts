/** What has to come back with the answer of the service: one cookie a flow, so that tabs do not disturb each other. */

export type Flow = {
	/** `state`: the name of the flow, and of its cookie. */
	state: string;
	nonce: string;
	/** PKCE: what the service was shown the hash of. */
	verifier: string;
	/** The page that was asked for. */
	next: string;
	/** When it was begun, in milliseconds since 1970. */
	at: number;
};

/** How long somebody may take to sign in at the service, in milliseconds. */
export const FLOW_ENDS = 10 * 60 * 1000;
/** The flows that one browser may have under way; an older one is given up. */
const MOST_FLOWS = 4;
/** A longer address is not kept, in characters: cookies have their limits. */
const LONGEST_NEXT = 500;

const STATE = /^[\w-]{43}$/;
const nameStart = (secure: boolean) => `${secure ? '__Host-' : ''}sso-`;

const cookie = (name: string, value: string, seconds: number, secure: boolean): string =>
	`${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

/** The Set-Cookie lines that begin a flow: its own, and those that give up what is too much. */
export function flowCookies(flow: Flow, header: string | null, secure: boolean): string[] {
	const older = flowsIn(header, secure).sort((a, b) => b.at - a.at);
	const next = flow.next.length > LONGEST_NEXT ? '/' : flow.next;
	const value = Buffer.from(JSON.stringify({ ...flow, next }), 'utf8').toString('base64url');
	return [
		cookie(nameStart(secure) + flow.state, value, FLOW_ENDS / 1000, secure),
		...older.slice(MOST_FLOWS - 1).map(({ state }) => endedFlow(state, secure))
	];
}

/** The Set-Cookie line that ends a flow. */
export const endedFlow = (state: string, secure: boolean): string =>
	cookie(nameStart(secure) + state, '', 0, secure);

/** The flow of this `state` in a Cookie header; null for none, or one that is too old. */
export function flowOf(
	state: string,
	header: string | null,
	secure: boolean,
	now: number
): Flow | null {
	const found = flowsIn(header, secure).find((flow) => flow.state === state);
	return found && now - found.at < FLOW_ENDS && found.at <= now ? found : null;
}

function flowsIn(header: string | null, secure: boolean): Flow[] {
	return (header ?? '').split(';').flatMap((part) => {
		const at = part.indexOf('=');
		const name = part.slice(0, at).trim();
		if (at === -1 || !name.startsWith(nameStart(secure))) return [];
		const flow = read(part.slice(at + 1).trim());
		return flow !== null && name === nameStart(secure) + flow.state ? [flow] : [];
	});
}

function read(value: string): Flow | null {
	let said: unknown;
	try {
		said = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
	} catch {
		// Whoever changes their own cookie has no flow.
		return null;
	}
	const { state, nonce, verifier, next, at } = (said ?? {}) as Partial<Record<keyof Flow, unknown>>;
	const isWhole =
		typeof state === 'string' &&
		STATE.test(state) &&
		typeof nonce === 'string' &&
		typeof verifier === 'string' &&
		typeof next === 'string' &&
		typeof at === 'number';
	return isWhole ? { state, nonce, verifier, next, at } : null;
}
