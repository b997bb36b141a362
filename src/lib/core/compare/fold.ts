import type { PassageChange } from './align.ts';
import type { TableRowChange } from './table-change.ts';
import type { Segment } from './words.ts';

/** A stretch as it is shown, or so many words in its place that have not changed. */
export type ShownSegment = Segment | { kind: 'folded'; words: number };

/** So many words are left beside a change, and no fewer than these are worth folding. */
const BESIDE = 10;
const WORTH = 30;

/** The first words of a text, or its last ones, to the letter. */
const first = (text: string, n: number): string =>
	new RegExp(`^\\s*(?:\\S+\\s*){0,${n}}`, 'u').exec(text)?.[0] ?? '';
const last = (text: string, n: number): string =>
	text
		.split(/(?<=\s)(?=\S)/u)
		.slice(-n)
		.join('');

/** Leaves out long unchanged stretches of a passage: what changed is seen in its sentence. */
export function foldSegments(segments: Segment[]): ShownSegment[] {
	return segments.flatMap((segment, i): ShownSegment[] => {
		const words = segment.text.split(/\s+/u).filter((word) => word !== '').length;
		if (segment.kind !== 'same' || segments.length === 1 || words < WORTH) return [segment];
		const head = i === 0 ? '' : first(segment.text, BESIDE);
		const tail = i === segments.length - 1 ? '' : last(segment.text, BESIDE);
		const kept = (head === '' ? 0 : BESIDE) + (tail === '' ? 0 : BESIDE);
		return [
			...(head === '' ? [] : [{ kind: 'same' as const, text: head }]),
			{ kind: 'folded', words: words - kept },
			...(tail === '' ? [] : [{ kind: 'same' as const, text: tail }])
		];
	});
}

/** What is shown one by one, or how many unchanged ones stand in a row. */
export type Folded<T> = { shown: T } | { same: number };

function foldRuns<T>(all: T[], isSame: (one: T) => boolean, most: number): Folded<T>[] {
	const out: Folded<T>[] = [];
	let run: T[] = [];
	const flush = () => {
		if (run.length > most) out.push({ same: run.length });
		else out.push(...run.map((shown) => ({ shown })));
		run = [];
	};
	for (const one of all) {
		if (isSame(one)) run.push(one);
		else {
			flush();
			out.push({ shown: one });
		}
	}
	flush();
	return out;
}

/** The passages of a section; the heading above what has changed stays, to tell where one is. */
export function foldPassages(passages: PassageChange[]): Folded<PassageChange>[] {
	const leads = new Set<PassageChange>();
	let heading: PassageChange | null = null;
	for (const one of passages) {
		if (one.kind === 'heading') heading = one;
		else if (!isAsItWas(one) && heading) leads.add(heading);
	}
	return foldRuns(passages, (one) => isAsItWas(one) && !leads.has(one), 0);
}

const isAsItWas = ({ mark, moved }: PassageChange): boolean => mark === 'same' && !moved;

/** The rows of a table; its headers stay. */
export const foldRows = (rows: TableRowChange[]): Folded<TableRowChange>[] =>
	foldRuns(rows, ({ mark, header }) => mark === 'same' && !header, 1);
