/** How often progress is written down, in milliseconds: who looks here sees it fresher (`progressOf`). */
const EVERY = 1000;

/** Writes what it is told at most once a second, one write at a time, and nobody waits for it. */
export function throttled<T>(clock: () => number, write: (value: T) => Promise<void>) {
	let writtenAt = -Infinity;
	let underWay: Promise<void> = Promise.resolve();
	let isBusy = false;
	return {
		tell: (value: T): void => {
			const now = clock();
			// A clock that was set back hinders no writing.
			if (isBusy || Math.abs(now - writtenAt) < EVERY) return;
			writtenAt = now;
			isBusy = true;
			underWay = write(value).finally(() => (isBusy = false));
		},
		/** Resolves when nothing is being written. */
		settled: (): Promise<void> => underWay
	};
}
