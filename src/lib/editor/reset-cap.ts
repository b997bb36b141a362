/** Three new beginnings within a minute are bad luck, a fourth is a loop. */
const MOST = 3;
const WINDOW_MS = 60_000;

/** Counts how often something was begun anew, and says when that is too often. */
export class ResetCap {
	#times: number[] = [];

	/** Notes one more beginning at `now` (milliseconds); false when there were too many. */
	allow(now: number): boolean {
		this.#times = [...this.#times.filter((t) => now - t < WINDOW_MS), now];
		return this.#times.length <= MOST;
	}
}
