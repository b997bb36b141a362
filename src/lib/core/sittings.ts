/** One stored update, without its text. `by` null: the server itself. */
export type LoggedTime = { seq: number; epoch: number; by: string | null; at: number };

/** A stretch of the log in which the same people wrote without a pause; the stretches do not overlap. */
export type Sitting = {
	epoch: number;
	/** The numbers of its first and its last update. */
	from: number;
	to: number;
	fromAt: number;
	toAt: number;
	/** Who wrote, those with the most changes first; empty for the server alone. */
	people: { id: string; changes: number }[];
};

/** A pause of this length ends a sitting; milliseconds. */
export const PAUSE = 10 * 60_000;

/** Characters of the name of a version. */
export const LONGEST_VERSION_NAME = 100;

/**
 * R3: the log as sittings. Somebody's own goes on until they pause; those of several people that reach
 * into each other are one, so that each is a stretch of versions with one before and one after it.
 * @param updates in order
 * @param after the numbers after which a new sitting begins whoever writes: where an act stands between
 */
export function sittings(updates: readonly LoggedTime[], after: ReadonlySet<number>): Sitting[] {
	const all: Open[] = [];
	/** Those that may go on; none of them ended before another began. */
	let open: Open[] = [];
	let last: LoggedTime | undefined;
	for (const update of updates) {
		if (last && (after.has(last.seq) || last.epoch !== update.epoch || last.seq + 1 !== update.seq))
			open = [];
		last = update;
		open = open.filter(({ lastOf }) => [...lastOf.values()].some((at) => update.at - at < PAUSE));
		// What the server mends belongs to the change that it follows.
		const goesOn =
			update.by === null
				? open.length - 1
				: open.findIndex(({ lastOf }) => update.at - (lastOf.get(update.by) ?? -Infinity) < PAUSE);
		if (goesOn < 0) {
			const begun = start(update);
			all.push(begun);
			open.push(begun);
			continue;
		}
		// What began after this one lies within it.
		for (const inner of open.splice(goesOn + 1)) merge(open[goesOn], inner, all);
		add(open[goesOn], update);
	}
	return all.map(({ changes, lastOf: _, ...sitting }) => ({
		...sitting,
		people: [...changes]
			.map(([id, count]) => ({ id, changes: count }))
			.sort((a, b) => b.changes - a.changes)
	}));
}

type Open = Omit<Sitting, 'people'> & {
	changes: Map<string, number>;
	/** When each last wrote. */
	lastOf: Map<string | null, number>;
};

function start({ seq, epoch, by, at }: LoggedTime): Open {
	return {
		epoch,
		from: seq,
		to: seq,
		fromAt: at,
		toAt: at,
		changes: new Map(by === null ? [] : [[by, 1]]),
		lastOf: new Map([[by, at]])
	};
}

function add(to: Open | undefined, { seq, by, at }: LoggedTime): void {
	if (!to) return;
	to.to = seq;
	to.toAt = at;
	to.lastOf.set(by, at);
	if (by !== null) to.changes.set(by, (to.changes.get(by) ?? 0) + 1);
}

function merge(into: Open | undefined, inner: Open, all: Open[]): void {
	if (!into) return;
	all.splice(all.indexOf(inner), 1);
	for (const [id, count] of inner.changes)
		into.changes.set(id, (into.changes.get(id) ?? 0) + count);
	for (const [by, at] of inner.lastOf) into.lastOf.set(by, Math.max(at, into.lastOf.get(by) ?? 0));
}
