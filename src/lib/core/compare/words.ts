import { diffArrays } from 'diff';

/** A stretch of text that both have, or only the newer, or only the older. */
export type Segment = { kind: 'same' | 'added' | 'removed'; text: string };

/**
 * How much looking for differences a comparison may cost, in steps that grow with the square of what has
 * changed; counted and not timed, so that the same texts always give the same answer.
 */
export type Budget = { left: number };

/** Enough for a report that is rewritten in every section; what is beyond is shown as replaced. */
export const newBudget = (): Budget => ({ left: 1_500_000 });

/** Two texts with more differing words than this have little in common that is worth showing. */
const MOST_EDITS = 700;

/** A word with the white space after it. Numbers with their decimals are one word, other signs one each. */
type Token = { word: string; space: string };

const TOKEN = /([\p{L}\p{M}\p{N}\u00ad]+(?:[.,:'’/-][\p{L}\p{M}\p{N}\u00ad]+)*|\S|^)(\s*)/gu;

function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	for (const [whole, word = '', space = ''] of text.matchAll(TOKEN))
		if (whole !== '') tokens.push({ word, space });
	return tokens;
}

/** Words that both have, or what one has in the place of the other's. */
type Run = { same: true; pairs: [Token, Token][] } | { same: false; old: Token[]; now: Token[] };

/**
 * The differing stretches of two lists; null when they differ by more than the budget allows.
 * Each run says how many entries of either list it takes.
 */
export function differences<T>(
	old: T[],
	now: T[],
	budget: Budget,
	most = MOST_EDITS
): { same: boolean; old: number; now: number }[] | null {
	const maxEditLength = Math.min(most, Math.floor(Math.sqrt(Math.max(0, budget.left))));
	const found = diffArrays(old, now, { maxEditLength });
	if (!found) {
		budget.left -= maxEditLength * maxEditLength;
		return null;
	}
	const runs: { same: boolean; old: number; now: number }[] = [];
	let edits = 0;
	for (const { added, removed, count } of found) {
		const last = runs.at(-1);
		const same = !added && !removed;
		const run = last && !last.same && !same ? last : { same, old: 0, now: 0 };
		if (run !== last) runs.push(run);
		if (!added) run.old += count;
		if (!removed) run.now += count;
		if (!same) edits += count;
	}
	budget.left -= edits * edits;
	return runs;
}

/**
 * What differs between two texts, word by word: the segments that are the same or removed make up the
 * older text, those that are the same or added the newer one, but for the kind of white space. Texts
 * with too little in common are one removed and one added.
 */
export function compareWords(before: string, after: string, budget: Budget): Segment[] {
	if (before === after) return joined([{ kind: 'same', text: after }]);
	const [old, now] = [tokensOf(before), tokensOf(after)];
	const found = differences(
		old.map(({ word }) => word),
		now.map(({ word }) => word),
		budget
	);
	if (!found)
		return joined([
			{ kind: 'removed', text: before },
			{ kind: 'added', text: after }
		]);
	let [i, j] = [0, 0];
	const runs = found.map((run): Run => {
		const [a, b] = [old.slice(i, i + run.old), now.slice(j, j + run.now)];
		[i, j] = [i + run.old, j + run.now];
		if (!run.same) return { same: false, old: a, now: b };
		return { same: true, pairs: b.map((token, n) => [a[n] ?? token, token]) };
	});
	return segmentsOf(withoutIslands(runs));
}

const size = (tokens: Token[]): number =>
	tokens.filter(({ word }) => /[\p{L}\p{N}]/u.test(word)).length;

/** A lone "och" or comma between two replaced stretches makes the reader jump and tells nothing. */
const isIsland = (pairs: [Token, Token][]): boolean =>
	pairs.length <= 2 && pairs.reduce((sum, [, { word }]) => sum + word.length, 0) <= 5;

function withoutIslands(runs: Run[]): Run[] {
	const out: Run[] = [];
	for (const [at, run] of runs.entries()) {
		const last = out.at(-1);
		const next = runs[at + 1];
		if (last && !last.same) {
			const [left, right] = [
				size([...last.old, ...last.now]),
				next && !next.same ? size([...next.old, ...next.now]) : 0
			];
			const isBetween =
				Math.min(left, right) >= 3 || (Math.min(left, right) >= 2 && left + right >= 10);
			if (run.same && isBetween && isIsland(run.pairs)) {
				last.old.push(...run.pairs.map(([token]) => token));
				last.now.push(...run.pairs.map(([, token]) => token));
				continue;
			}
			if (!run.same) {
				last.old.push(...run.old);
				last.now.push(...run.now);
				continue;
			}
		}
		out.push(run);
	}
	return out;
}

const textOf = (tokens: Token[]): string => tokens.map(({ word, space }) => word + space).join('');

function segmentsOf(runs: Run[]): Segment[] {
	const out: Segment[] = [];
	/** What stands in the place of each other, the older before the newer. */
	const replaced = { old: '', now: '' };
	const flush = () => {
		const [, old = '', tail = ''] = /^(.*?)(\s*)$/su.exec(replaced.old) ?? [];
		const [, now = '', end = ''] = /^(.*?)(\s*)$/su.exec(replaced.now) ?? [];
		const isShared = tail !== '' && end !== '';
		out.push({ kind: 'removed', text: isShared ? old : replaced.old });
		out.push({ kind: 'added', text: isShared ? now : replaced.now });
		if (isShared) out.push({ kind: 'same', text: end });
		replaced.old = replaced.now = '';
	};
	for (const run of runs) {
		if (!run.same) {
			replaced.old += textOf(run.old);
			replaced.now += textOf(run.now);
			continue;
		}
		for (const [was, is] of run.pairs) {
			if (replaced.old + replaced.now !== '') flush();
			const isSpaced = (was.space === '') === (is.space === '');
			out.push({ kind: 'same', text: isSpaced ? is.word + is.space : is.word });
			if (!isSpaced) {
				replaced.old += was.space;
				replaced.now += is.space;
			}
		}
	}
	flush();
	return joined(out);
}

/** Neighbours of a kind are one, and empty ones are none. */
function joined(segments: Segment[]): Segment[] {
	const out: Segment[] = [];
	for (const { kind, text } of segments) {
		const last = out.at(-1);
		if (text === '') continue;
		if (last?.kind === kind) last.text += text;
		else out.push({ kind, text });
	}
	return out;
}
