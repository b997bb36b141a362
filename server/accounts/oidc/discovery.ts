import type * as client from 'openid-client';
import { boundedFetch } from './bounded-fetch.ts';
import type { OidcSettings } from './settings.ts';
import { troubleOf, type Trouble } from './trouble.ts';

/** What a sign-in needs of the service, and the library that speaks with it. */
export type Known = { config: client.Configuration; library: typeof client };

/** What is known of the service, asked for when it is first needed and kept. */
export interface Discovery {
	/** Null where it does not answer as a sign-in service; `trouble` says why. */
	get(): Promise<Known | null>;
	/** What went wrong when it was last asked; null for nothing, or when it was never asked. */
	trouble(): Trouble | null;
}

export type DiscoveryOptions = {
	settings: OidcSettings;
	clock: () => number;
	/** How long one question may take, in seconds. */
	timeout: number;
};

/** How long an answer is kept, and how long nobody asks again after a failure, in milliseconds. */
const KEPT = 60 * 60 * 1000;
const PAUSE = 5 * 1000;
/** How far the clocks may be apart, in seconds. */
const TOLERANCE = 30;

/**
 * One question at a time, however many wait for it. What was known is used on when the service cannot be
 * asked anew.
 */
export function openDiscovery(options: DiscoveryOptions): Discovery {
	const { clock } = options;
	let known: (Known & { at: number }) | null = null;
	let failed: { trouble: Trouble; at: number } | null = null;
	let asking: Promise<Known | null> | null = null;

	async function ask(): Promise<Known | null> {
		try {
			const found = await discover(options);
			known = { ...found, at: clock() };
			failed = null;
		} catch (error) {
			failed = { trouble: error instanceof Wrong ? error.trouble : troubleOf(error), at: clock() };
		}
		return known;
	}

	return {
		get() {
			const isFresh = known !== null && clock() - known.at < KEPT;
			const isTooSoon = failed !== null && clock() - failed.at < PAUSE;
			if (isFresh || isTooSoon) return Promise.resolve(known);
			asking ??= ask().finally(() => {
				asking = null;
			});
			return asking;
		},
		trouble: () => failed?.trouble ?? null
	};
}

/** An answer that is none for us. */
class Wrong extends Error {
	readonly trouble: Trouble;
	constructor(trouble: Trouble) {
		super(trouble.why);
		this.trouble = trouble;
	}
}

async function discover({ settings, timeout }: DiscoveryOptions): Promise<Known> {
	// Loaded when somebody signs in by it: most installations and all tests of other things never do.
	const library = await import('openid-client');
	const issuer = new URL(settings.issuer);
	const isHere = issuer.protocol === 'http:';
	const found = await library.discovery(issuer, settings.clientId, undefined, library.None(), {
		timeout,
		[library.customFetch]: boundedFetch,
		execute: isHere ? [library.allowInsecureRequests] : []
	});
	const metadata = found.serverMetadata();
	// For Entra ID the library would take any directory's name for itself.
	if (new URL(metadata.issuer).href !== issuer.href)
		throw new Wrong({ why: 'otherIssuer', code: '' });
	for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const)
		if (!isUsable(metadata[name], isHere)) throw new Wrong({ why: 'notUnderstood', code: name });
	const config = new library.Configuration(
		metadata,
		settings.clientId,
		{ [library.clockTolerance]: TOLERANCE },
		clientAuth(library, settings, metadata)
	);
	config.timeout = timeout;
	config[library.customFetch] = boundedFetch;
	if (isHere) library.allowInsecureRequests(config);
	// The token comes over TLS from the service itself; its signature is asked for all the same.
	library.enableNonRepudiationChecks(config);
	return { config, library };
}

function clientAuth(
	library: typeof client,
	{ clientSecret, clientAuth: wanted }: OidcSettings,
	metadata: client.ServerMetadata
): client.ClientAuth {
	if (clientSecret === null) return library.None();
	const offered = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
	const way = wanted ?? (offered.includes('client_secret_basic') ? 'basic' : 'post');
	return way === 'basic'
		? library.ClientSecretBasic(clientSecret)
		: library.ClientSecretPost(clientSecret);
}

/** https, or http on this machine where the service itself is there. */
function isUsable(address: string | undefined, isHere: boolean): boolean {
	const url = address === undefined ? null : URL.parse(address);
	return url !== null && (url.protocol === 'https:' || (isHere && url.protocol === 'http:'));
}
