import type { LifeKey } from './store.ts';

const nameOf = ({ personId, sectionId, life }: LifeKey): string =>
	`barnbokslut-unsent:${personId}:${sectionId}:${life}`;

/** Gives a life free again. */
export type Release = () => void;

/** Lives of this page and who waits for them, where the browser has no locks (no secure connection). */
const held = new Map<string, (() => void)[]>();

/**
 * Holds the life of a document for as long as this page writes in it, so that no other tab of the same
 * person takes what it has not sent yet. The browser gives it free when the page ends, however it ends.
 * @param until with it, a life that is held is waited for until this is aborted
 * @returns null when a page holds it
 */
export function holdLife(life: LifeKey, until?: AbortSignal): Promise<Release | null> {
	const name = nameOf(life);
	if (!('locks' in navigator)) return holdInPage(name, until);
	return new Promise((answer) => {
		const options = until === undefined ? { ifAvailable: true } : { signal: until };
		const request = navigator.locks.request(name, options, (lock) => {
			if (lock === null) return answer(null);
			return new Promise<void>((release) => answer(release));
		});
		// Nobody waits any more, or the page is going away.
		request.catch(() => answer(null));
	});
}

function holdInPage(name: string, until?: AbortSignal): Promise<Release | null> {
	const release = () => {
		const [next, ...others] = held.get(name) ?? [];
		if (next === undefined) return void held.delete(name);
		held.set(name, others);
		next();
	};
	const waiting = held.get(name);
	if (waiting === undefined) {
		held.set(name, []);
		return Promise.resolve(release);
	}
	if (until === undefined) return Promise.resolve(null);
	return new Promise((answer) => {
		waiting.push(() => {
			if (!until.aborted) return answer(release);
			release();
			answer(null);
		});
	});
}
