import { CLOSES } from '#collab/closes.ts';
import type { WebsocketProvider } from 'y-websocket';

/** The first try after a connection was lost: all clients of a server that restarts, within this time. */
const FIRST_MS = 1000;
const LONGEST_MS = 5000;
/** After "too fast" or "slow reader": what ended the connection must have time to pass. */
const UNHURRIED_MS = 5000;

/**
 * How long to wait before the try number `attempt` (from 0). Each wait is drawn from its upper half,
 * the first from the whole, so that those who were cut off together do not come back in step.
 * @param code why the server closed, null when the network did
 * @param draw from 0 to 1
 */
export function waitBefore(attempt: number, code: number | null, draw: number): number {
	const isUnhurried = code === CLOSES.tooFast.code || code === CLOSES.slow.code;
	if (attempt === 0 && !isUnhurried) return draw * FIRST_MS;
	const most = Math.min(FIRST_MS * 2 ** Math.min(attempt, 10), LONGEST_MS);
	return Math.max(most, isUnhurried ? UNHURRIED_MS : 0) * (0.5 + draw / 2);
}

/** Any wait of the provider's own is longer than this many failures make it. */
const MANY = 30;

/**
 * Makes a y-websocket provider wait as `waitBefore` says: its own waits are equal for everybody. It
 * takes the shorter of its own wait, which is made long here, and `maxBackoffTime`.
 */
export class Backoff {
	#attempt = 0;

	constructor(provider: WebsocketProvider) {
		provider.on('connection-close', (event: { code?: number } | null) => {
			provider.maxBackoffTime = waitBefore(this.#attempt, event?.code ?? null, Math.random());
			provider.wsUnsuccessfulReconnects = MANY;
			this.#attempt += 1;
		});
		provider.on('sync', (isSynced: boolean) => {
			if (isSynced) this.forget();
		});
	}

	/** The next loss is a first one. */
	forget(): void {
		this.#attempt = 0;
	}
}
