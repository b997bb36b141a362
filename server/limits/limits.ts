import { refuse, ok, type Result } from '#core/result.ts';
import { createHash } from 'node:crypto';
import type { Counter } from 'prom-client';
import { network } from './client-address.ts';
import { Count } from './count.ts';
import { TABLE, type Limit, type LimitName } from './table.ts';
import { Turns } from './turns.ts';

/** Limits where one is counted at each asking. */
export type AskName = Exclude<LimitName, 'signInPair' | 'signInAddress' | 'linkAddress'>;

/** O8: who asks too often is told so; others do not notice. */
export interface Limits {
	/** Counts one asking; `who` is a person's id, or an address where the limit is of an address. */
	take(name: AskName, who: string): Promise<Result<null>>;
	/**
	 * Tries a password. Only what fails is counted, for the account at this address and for the address, so
	 * that nobody is kept out by what others do elsewhere (U2).
	 */
	signIn<T>(who: Pair, attempt: () => Promise<Result<T>>): Promise<Result<T>>;
	/** Opens what a one-time link leads to; a link that does not stand (`null`, `false`) is counted. */
	link<T>(address: string, open: () => Promise<T>): Promise<Result<T>>;
}

type Pair = { email: string; address: string };

export type LimitsOptions = {
	refused: Counter<'limit'>;
	/** Limits that take the place of those in the table. */
	table?: Partial<Record<LimitName, Limit>> | undefined;
};

/** Passwords of one address that are tried at once, and that wait for it: an office on a Monday. */
const AT_ONCE = 4;
const MOST_WAITING = 400;
/** Tries of one account at one address that wait for each other. */
const MOST_OF_A_PAIR = 100;
/** What is said to who finds the line full, in seconds. */
const SOON = 5;

/** All of it is in memory: a restart forgets it, and there is one process. */
export function openLimits({ refused, table = {} }: LimitsOptions): Limits {
	const counts = Object.fromEntries(
		Object.entries({ ...TABLE, ...table }).map(([name, limit]) => [name, new Count(limit)])
	) as Record<LimitName, Count>;
	const ofAddress = new Turns(AT_ONCE, MOST_WAITING);
	const ofPair = new Turns(1, MOST_OF_A_PAIR);

	const tooFast = (limit: LimitName, after: number) => {
		refused.inc({ limit });
		return refuse({ code: 'tooFast', after });
	};
	/** The refusal of the first that has nothing left. */
	const isOver = async (asked: [LimitName, string][]) => {
		for (const [name, who] of asked) {
			const after = await counts[name].wait(who);
			if (after !== null) return tooFast(name, after);
		}
		return null;
	};

	return {
		async take(name, who) {
			const after = await counts[name].take(name.endsWith('Address') ? network(who) : who);
			return after === null ? ok(null) : tooFast(name, after);
		},
		async signIn({ email, address }, attempt) {
			const from = network(address);
			const pair = pairOf(email, from);
			const asked: [LimitName, string][] = [
				['signInPair', pair],
				['signInAddress', from]
			];
			const tried = async () => {
				const over = await isOver(asked);
				if (over) return over;
				const result = await attempt();
				if (result.ok) await counts.signInPair.forget(pair);
				else if (result.refusal.code === 'wrongCredentials')
					for (const [name, who] of asked) await counts[name].take(who);
				return result;
			};
			return (
				(await isOver(asked)) ??
				// One try of a pair waits for the one before, or many at once would all be the first.
				(await ofPair.run(pair, () => ofAddress.run(from, tried))) ??
				tooFast('signInAddress', SOON)
			);
		},
		async link(address, open) {
			const from = network(address);
			const over = await isOver([['linkAddress', from]]);
			if (over) return over;
			const opened = await open();
			if (opened === null || opened === false) await counts.linkAddress.take(from);
			return ok(opened);
		}
	};
}

/** What was typed may be of any length and hold anything, so that its hash is kept. */
const pairOf = (email: string, from: string): string =>
	createHash('sha256')
		.update(JSON.stringify([email.trim().toLowerCase(), from]))
		.digest('base64');
