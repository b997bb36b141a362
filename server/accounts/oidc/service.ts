import type { Result } from '#core/result.ts';
import type { Recognised, SaidByService } from '#server/commands/sign-in-by-service.ts';
import type { Log } from '#server/log/log.ts';
import { getSession } from '#server/store/sessions.ts';
import type { Store } from '#server/store/store.ts';
import { openDiscovery, type Known } from './discovery.ts';
import { exchange } from './exchange.ts';
import { endedFlow, flowCookies, flowOf, type Flow } from './flow-cookies.ts';
import type { OidcSettings } from './settings.ts';
import type { Trouble } from './trouble.ts';

/** Why nobody is signed in, as the person is told. */
export const NOT_SIGNED_IN = [
	'unreachable', // the service cannot be asked just now
	'declined', // the person, or the service for them, said no
	'expired', // it took too long, or was begun in another browser
	'failed', // what came back does not hold
	'noAccount' // the service knows them, and we do not, whatever the reason (A8)
] as const;
export type NotSignedIn = (typeof NOT_SIGNED_IN)[number];

export type Finished =
	| { personId: string; next: string; cookies: string[] }
	| { personId: null; why: NotSignedIn; next: string; cookies: string[] };

/** How the service does, for those who look after it. */
export type ServiceState = {
	issuer: string;
	clientId: string;
	isPublicClient: boolean;
	rolesClaim: string | null;
	trustEmail: boolean;
	/** What has to be registered at the service, letter for letter. */
	redirectUri: string;
	/** The same for signing out; null where that is not offered. */
	signedOutUri: string | null;
	/** Whether it answers. */
	answers: boolean;
	/** What went wrong last, and when, in milliseconds since 1970. */
	trouble: (Trouble & { at: number | null }) | null;
	/** Since the program started: who was not signed in and why, and lists of groups that were left out. */
	notSignedIn: Record<NotSignedIn, number>;
	overages: number;
};

/** U7: signing in by the municipality's own service. */
export interface SignInService {
	/** What the button says; null for our own words. */
	name: string | null;
	/** Where to send the browser, with the cookies of its flow; null where the service does not answer. */
	begin(
		next: string,
		cookieHeader: string | null
	): Promise<{ location: string; cookies: string[] } | null>;
	/** What came back from the service: the query of the address, and the Cookie header. */
	finish(query: URLSearchParams, cookieHeader: string | null): Promise<Finished>;
	/** The page after signing out of this session here: one that offers the same at the service, or the start page. */
	afterSignOut(sessionHash: string | null): Promise<string>;
	/** Where one signs out of the service; null where it is not offered. */
	signOutAddress(): Promise<string | null>;
	/** Asks the service, when it was not asked lately. */
	state(): Promise<ServiceState>;
}

export type SignInServiceOptions = {
	settings: OidcSettings;
	/** The public address. */
	origin: string;
	clock: () => number;
	log: Log;
	read: Store['read'];
	signInByService: (said: SaidByService) => Promise<Result<Recognised>>;
	/** How long one question to the service may take, in seconds; 8 when left out. */
	timeout?: number;
};

const RESPONSES = ['state', 'code', 'error', 'iss'];

export function openSignInService(options: SignInServiceOptions): SignInService {
	const { settings, origin, clock, log } = options;
	const secure = origin.startsWith('https:');
	const redirectUri = `${origin}/login/sso/callback`;
	const signedOutUri = `${origin}/`;
	const discovery = openDiscovery({ settings, clock, timeout: options.timeout ?? 8 });
	const notSignedIn = Object.fromEntries(NOT_SIGNED_IN.map((why) => [why, 0])) as Record<
		NotSignedIn,
		number
	>;
	let overages = 0;
	let exchangeTrouble: (Trouble & { at: number }) | null = null;

	/** Ids, codes and counts; nothing of what the service says about people. */
	const refused = (why: NotSignedIn, more: object = {}): NotSignedIn => {
		notSignedIn[why] += 1;
		log.warn({ why, ...more }, 'sign-in by service refused');
		return why;
	};

	async function known(): Promise<Known | null> {
		const found = await discovery.get();
		const trouble = discovery.trouble();
		if (trouble !== null) log.warn({ ...trouble }, 'sign-in service does not answer');
		return found;
	}

	async function recognise(query: URLSearchParams, flow: Flow): Promise<string | NotSignedIn[]> {
		const found = await known();
		if (found === null) return [refused('unreachable')];
		const said = await exchange(found, { query, flow, redirectUri, settings });
		if ('trouble' in said) {
			exchangeTrouble = { ...said.trouble, at: clock() };
			return [refused(said.why, { trouble: said.trouble.why, code: said.trouble.code })];
		}
		if (said.isOverage) {
			overages += 1;
			log.warn({ claim: settings.rolesClaim }, 'sign-in service left the groups out');
		}
		const { isOverage: _overage, ...person } = said;
		const recognised = await options.signInByService(person);
		if (!recognised.ok) return [refused('failed', { code: recognised.refusal.code })];
		const { value } = recognised;
		if (value.personId === null) return [refused('noAccount', { because: value.why })];
		if (value.keptLast)
			log.warn({ personId: value.personId }, 'the last administrator stays one without a claim');
		return value.personId;
	}

	return {
		name: settings.name,
		async begin(next, cookieHeader) {
			const found = await known();
			if (found === null) {
				refused('unreachable');
				return null;
			}
			const { library, config } = found;
			const flow: Flow = {
				state: library.randomState(),
				nonce: library.randomNonce(),
				verifier: library.randomPKCECodeVerifier(),
				next,
				at: clock()
			};
			const address = library.buildAuthorizationUrl(config, {
				redirect_uri: redirectUri,
				scope: settings.scopes,
				state: flow.state,
				nonce: flow.nonce,
				code_challenge: await library.calculatePKCECodeChallenge(flow.verifier),
				code_challenge_method: 'S256'
			});
			return { location: address.href, cookies: flowCookies(flow, cookieHeader, secure) };
		},
		async finish(query, cookieHeader) {
			const state = query.get('state') ?? '';
			const isOnce = RESPONSES.every((name) => query.getAll(name).length <= 1);
			const flow = isOnce ? flowOf(state, cookieHeader, secure, clock()) : null;
			if (flow === null) return { personId: null, why: refused('expired'), next: '/', cookies: [] };
			// Whatever comes of it, a flow is used once.
			const rest = { next: flow.next, cookies: [endedFlow(state, secure)] };
			const found = await recognise(query, flow);
			return typeof found === 'string'
				? { personId: found, ...rest }
				: { personId: null, why: found[0] ?? 'failed', ...rest };
		},
		async afterSignOut(sessionHash) {
			if (!settings.logout || sessionHash === null) return '/';
			const session = await options.read((tx) => getSession(tx, sessionHash));
			return session?.via === 'oidc' ? '/login?service=signedOut' : '/';
		},
		async signOutAddress() {
			if (!settings.logout) return null;
			const found = await known();
			if (found?.config.serverMetadata().end_session_endpoint === undefined) return null;
			const { library, config } = found;
			return library.buildEndSessionUrl(config, { post_logout_redirect_uri: signedOutUri }).href;
		},
		async state() {
			const answers = (await known()) !== null;
			const asked = discovery.trouble();
			return {
				issuer: settings.issuer,
				clientId: settings.clientId,
				isPublicClient: settings.clientSecret === null,
				rolesClaim: settings.rolesClaim,
				trustEmail: settings.trustEmail,
				redirectUri,
				signedOutUri: settings.logout ? signedOutUri : null,
				answers,
				trouble: asked ? { ...asked, at: null } : exchangeTrouble,
				notSignedIn: { ...notSignedIn },
				overages
			};
		}
	};
}
