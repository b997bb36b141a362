import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Limit } from './table.ts';

/** Askers that are remembered at once, by limit: some 10 MB at the most. */
export const MOST_ASKERS = 20_000;

/**
 * One limit's count, by asker. The library forgets an asker when their time is over; who was not heard of
 * for longest is forgotten before that when there are too many, so that memory has a bound.
 */
export class Count {
	private readonly limiter: RateLimiterMemory;
	private readonly askers = new Set<string>();

	constructor({ points, seconds }: Limit) {
		this.limiter = new RateLimiterMemory({ points, duration: seconds });
	}

	/** Counts one; the seconds to wait when it is one too many, else null. */
	async take(asker: string): Promise<number | null> {
		this.heard(asker);
		const { consumedPoints, msBeforeNext } = await this.limiter.penalty(asker);
		return consumedPoints > this.limiter.points ? inSeconds(msBeforeNext) : null;
	}

	/** The seconds to wait when nothing is left, else null; counts nothing. */
	async wait(asker: string): Promise<number | null> {
		const now = await this.limiter.get(asker);
		const isOver = now !== null && now.consumedPoints >= this.limiter.points;
		return isOver && now.msBeforeNext > 0 ? inSeconds(now.msBeforeNext) : null;
	}

	/** As if they had never asked. */
	async forget(asker: string): Promise<void> {
		this.askers.delete(asker);
		await this.limiter.delete(asker);
	}

	/** How many are remembered. */
	get size(): number {
		return this.askers.size;
	}

	private heard(asker: string): void {
		this.askers.delete(asker);
		this.askers.add(asker);
		const [oldest] = this.askers;
		if (this.askers.size <= MOST_ASKERS || oldest === undefined) return;
		this.askers.delete(oldest);
		void this.limiter.delete(oldest);
	}
}

const inSeconds = (ms: number) => Math.max(1, Math.ceil(ms / 1000));
