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

/**
 * Decides when a y-websocket provider tries again. Its own waits are equal for everybody, and each
 * socket that it closes begins another row of tries beside those that run; so between two tries it is
 * told not to connect, and its own timers find nothing to do.
 */
export class Backoff {
	readonly #provider: WebsocketProvider;
	#isWanted = false;
	#attempt = 0;
	#next: ReturnType<typeof setTimeout> | null = null;

	constructor(provider: WebsocketProvider) {
		this.#provider = provider;
		provider.on('connection-close', (event: { code?: number } | null) => {
			provider.shouldConnect = false;
			if (!this.#isWanted) return;
			this.#clear();
			const wait = waitBefore(this.#attempt, event?.code ?? null, Math.random());
			this.#next = setTimeout(() => provider.connect(), wait);
			this.#attempt += 1;
		});
		provider.on('closed', () => this.stop());
		provider.on('sync', (isSynced: boolean) => {
			if (isSynced) this.#attempt = 0;
		});
	}

	/** True while there is a connection or a next try. */
	get isWanted(): boolean {
		return this.#isWanted;
	}

	/** Connects, unless it is connected or connecting. */
	start(): void {
		this.#isWanted = true;
		this.#clear();
		this.#provider.connect();
	}

	/** Ends the socket and does not try again. */
	stop(): void {
		this.#isWanted = false;
		this.#clear();
		this.#provider.disconnect();
	}

	/** Ends the socket and tries again at once. */
	again(): void {
		this.#provider.disconnect();
		this.#attempt = 0;
		this.start();
	}

	#clear(): void {
		if (this.#next !== null) clearTimeout(this.#next);
		this.#next = null;
	}
}
