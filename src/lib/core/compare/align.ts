import { bagFor, likeness, type Passage, type PassageKind } from './passages.ts';
import type { SectionName } from './shown-figures.ts';
import { compareTables, type TableChange } from './table-change.ts';
import { compareWords, differences, type Budget, type Segment } from './words.ts';

/** What has become of a passage. Each passage of either section is in exactly one of these. */
export type PassageChange = {
	mark: 'same' | 'changed' | 'added' | 'removed';
	kind: PassageKind;
	/** Its place in the older and in the newer section; null where it is not. */
	was: number | null;
	now: number | null;
	/** It stands elsewhere among its neighbours. */
	moved: boolean;
	/** Its words; of a table those of caption and cells are in `table`. */
	segments: Segment[];
	table: TableChange | null;
	/** Another picture with the same words or others. */
	replaced: boolean;
	/** The other section that a removed passage stands in now, or that an added one stood in. */
	elsewhere: SectionName | null;
};

/** A passage and its place in its section. */
type Placed = { passage: Passage; at: number };

/** Passages with less in common are not the same passage written anew. */
const LIKE = 0.45;
/** To be found elsewhere, a changed passage must be more alike and longer. */
const LIKE_ELSEWHERE = 0.7;
const WORDS_ELSEWHERE = 8;
/** Short words alone ("Flickor") are not recognised in another place. */
const LONG_ENOUGH = 20;
/** So many pairs are looked at in one place; beyond it nothing is said of what is like what. */
const MOST_PAIRS = 4_000;

/**
 * Aligns the passages of two sections: first what stands unchanged, then in each gap what is most alike,
 * then what was moved. In the newer order, with what was removed where it stood.
 */
export function alignPassages(
	before: Passage[],
	after: Passage[],
	budget: Budget
): PassageChange[] {
	const [old, now] = [before, after].map((list) =>
		list.map((passage, at): Placed => ({ passage, at }))
	) as [Placed[], Placed[]];
	const found = differences(
		old.map(({ passage }) => passage.key),
		now.map(({ passage }) => passage.key),
		budget
	) ?? [{ same: false, old: old.length, now: now.length }];
	const steps: Step[] = [];
	let [i, j] = [0, 0];
	for (const run of found) {
		const [was, is] = [old.slice(i, i + run.old), now.slice(j, j + run.now)];
		[i, j] = [i + run.old, j + run.now];
		if (run.same) steps.push(...is.map((one, n): Step => [was[n] ?? null, one]));
		else steps.push(...pairInGap(was, is));
	}
	return withMoved(steps, budget);
}

/** A passage then and now, in the order of the page. */
type Step = [was: Placed | null, now: Placed | null];

const related = (a: Placed, b: Placed): number => {
	if (a.passage.kind === 'table' || b.passage.kind === 'table')
		return a.passage.kind === b.passage.kind
			? Math.max(0.5, likeness(bagFor(a.passage), bagFor(b.passage)))
			: 0;
	return likeness(bagFor(a.passage), bagFor(b.passage));
};

/** The pairs in order that have most in common together; the others stand alone. */
function pairInGap(old: Placed[], now: Placed[]): Step[] {
	const alone: Step[] = [
		...old.map((one): Step => [one, null]),
		...now.map((one): Step => [null, one])
	];
	if (old.length === 0 || now.length === 0 || old.length * now.length > MOST_PAIRS) return alone;
	const width = now.length + 1;
	const best = new Float64Array((old.length + 1) * width);
	const alike = new Float64Array((old.length + 1) * width);
	const at = (list: Float64Array, i: number, j: number): number => list[i * width + j] ?? 0;
	for (const [i, was] of [...old.entries()].reverse())
		for (const [j, is] of [...now.entries()].reverse()) {
			const like = related(was, is);
			alike[i * width + j] = like >= LIKE ? like : 0;
			const paired = like >= LIKE ? like + at(best, i + 1, j + 1) : 0;
			best[i * width + j] = Math.max(paired, at(best, i + 1, j), at(best, i, j + 1));
		}
	const steps: Step[] = [];
	let [i, j] = [0, 0];
	while (i < old.length || j < now.length) {
		const [was, is] = [old[i] ?? null, now[j] ?? null];
		const like = at(alike, i, j);
		if (was && is && like > 0 && at(best, i, j) === like + at(best, i + 1, j + 1)) {
			steps.push([was, is]);
			[i, j] = [i + 1, j + 1];
		} else if (was && (!is || at(best, i, j) === at(best, i + 1, j))) {
			steps.push([was, null]);
			i += 1;
		} else {
			steps.push([null, is]);
			j += 1;
		}
	}
	return steps;
}

/** Finds what stands alone on both sides and is the same passage in another place. */
function withMoved(steps: Step[], budget: Budget): PassageChange[] {
	const lost = steps.flatMap(([was, now]) => (was && !now ? [was] : []));
	const from = new Map<Placed, Placed>();
	const taken = new Set<Placed>();
	const take = (is: Placed, was: Placed | undefined) => {
		if (!was || taken.has(was)) return;
		from.set(is, was);
		taken.add(was);
	};
	const found = steps.flatMap(([was, now]) => (now && !was ? [now] : []));
	const byKey = Map.groupBy(lost, ({ passage }) => passage.key);
	for (const is of found)
		if (is.passage.text.length >= LONG_ENOUGH) take(is, byKey.get(is.passage.key)?.shift());
	if (lost.length * found.length <= MOST_PAIRS)
		for (const is of found) {
			if (from.has(is) || bagFor(is.passage).size < WORDS_ELSEWHERE || is.passage.table) continue;
			const like = lost
				.filter((was) => !taken.has(was) && !was.passage.table)
				.map((was) => ({ was, like: likeness(bagFor(was.passage), bagFor(is.passage)) }))
				.sort((a, b) => b.like - a.like)[0];
			if (like && like.like >= LIKE_ELSEWHERE) take(is, like.was);
		}
	return steps.flatMap(([was, now]): PassageChange[] => {
		if (was && !now && taken.has(was)) return [];
		const before = was ?? (now ? (from.get(now) ?? null) : null);
		return [changeOfPassage(before, now, was === null && before !== null, budget)];
	});
}

function changeOfPassage(
	was: Placed | null,
	now: Placed | null,
	moved: boolean,
	budget: Budget
): PassageChange {
	const [old, is] = [was?.passage ?? null, now?.passage ?? null];
	const isTable = old?.table || is?.table;
	const same = old !== null && is !== null && old.key === is.key;
	return {
		mark: same ? 'same' : old === null ? 'added' : is === null ? 'removed' : 'changed',
		kind: (is ?? old)?.kind ?? 'paragraph',
		was: was?.at ?? null,
		now: now?.at ?? null,
		moved,
		segments: isTable ? [] : compareWords(old?.text ?? '', is?.text ?? '', budget),
		table: isTable ? compareTables(old?.table ?? null, is?.table ?? null, budget) : null,
		replaced: old !== null && is !== null && old.picture !== is.picture,
		elsewhere: null
	};
}
