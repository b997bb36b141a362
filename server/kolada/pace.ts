/** Waits, or rejects with the signal's reason when it is stopped. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** As timers have it. */
export const sleep: Sleep = (ms, signal) =>
	new Promise((resolve, reject) => {
		const stop = () => {
			clearTimeout(timer);
			reject(signal.reason as Error);
		};
		if (signal.aborted) return reject(signal.reason as Error);
		const timer = setTimeout(() => {
			signal.removeEventListener('abort', stop);
			resolve();
		}, ms);
		signal.addEventListener('abort', stop, { once: true });
	});

type PaceOptions = {
	/** At most so many turns in any window. */
	turns: number;
	/** Milliseconds. */
	window: number;
	clock: () => number;
	sleep: Sleep;
};

/** Gives everybody who asks a turn, one after the other, and no more of them in a window than agreed. */
export class Pace {
	private readonly options: PaceOptions;
	private readonly taken: number[] = [];
	private last: Promise<void> = Promise.resolve();
	/** How many wait. */
	waiting = 0;

	constructor(options: PaceOptions) {
		this.options = options;
	}

	/** Resolves when it is the caller's turn; rejects when `signal` stops it. */
	async turn(signal: AbortSignal): Promise<void> {
		this.waiting += 1;
		const mine = this.last.then(() => this.take(signal));
		// Who gives up does not hold up those behind.
		this.last = mine.catch(() => undefined);
		try {
			await mine;
		} finally {
			this.waiting -= 1;
		}
	}

	private async take(signal: AbortSignal): Promise<void> {
		signal.throwIfAborted();
		const { turns, window, clock } = this.options;
		const oldest = this.taken.length < turns ? null : (this.taken[0] ?? null);
		const wait = oldest === null ? 0 : oldest + window - clock();
		if (wait > 0) await this.options.sleep(wait, signal);
		this.taken.push(clock());
		if (this.taken.length > turns) this.taken.shift();
	}
}
