import type { PassageChange } from '../compare/align.ts';
import { tidy, type Passage, type PassageKind } from '../compare/passages.ts';
import type { SectionName } from '../compare/shown-figures.ts';
import { compareWords, type Budget, type Segment } from '../compare/words.ts';
import type { DocNode, FixedContent } from '../publication.ts';
import type { ChangeKind } from './counts.ts';
import { countedChanges, figureChange, type FigureChange } from './figure-change.ts';
import { formsOf, type FormChange } from './forms.ts';
import { piecesOf, PLAIN, runsOf, type Piece, type Run } from './pieces.ts';
import { tableLine, type TableLine } from './table-line.ts';

/** A picture; its words are read aloud (`alt`) or stand below it. */
export type PictureLine = {
	/** Ids of the pictures; null where it is not shown. */
	was: string | null;
	now: string | null;
	/** Other bytes in the place of the older ones. */
	replaced: boolean;
	alt: Segment[];
	caption: Segment[];
};

/** A passage of either version, or one that both have. */
export type Block = {
	/** Its number among the changes, from 1, and what it is; null for a block that is as it was. */
	change: { number: number; what: ChangeKind } | null;
	mark: PassageChange['mark'];
	kind: PassageKind;
	/** A heading's, from 1; else 0. */
	level: number;
	/** A list's point or number before it, and how many lists it stands in. */
	marker: string;
	depth: number;
	/** Its place among the passages of either version; null where it is not. */
	was: number | null;
	now: number | null;
	/** It stood elsewhere in the section: behind these words, or at its beginning when they are none. */
	moved: { after: string } | null;
	/** Empty for tables and pictures. */
	pieces: Piece[];
	forms: FormChange[];
	table: TableLine | null;
	picture: PictureLine | null;
	/** Of an indicator's block and of a summary. */
	figures: FigureChange[];
	/** The other section that a removed passage stands in now, or that an added one stood in. */
	elsewhere: SectionName | null;
};

export type Sides = {
	/** All passages of either version, which the changes refer to. */
	old: Passage[];
	now: Passage[];
	before: FixedContent;
	after: FixedContent;
	budget: Budget;
};

/** The passages that a comparison has aligned, with everything that a reader of both must be told. */
export const blocksOf = (changes: PassageChange[], sides: Sides): Block[] =>
	changes.map((change) => blockOf(change, sides));

function blockOf(change: PassageChange, sides: Sides): Block {
	const was = change.was === null ? null : (sides.old[change.was] ?? null);
	const now = change.now === null ? null : (sides.now[change.now] ?? null);
	const one = now ?? was;
	const { kind, mark, elsewhere } = change;
	const isPicture = kind === 'picture';
	const table = change.table && tableLine(change.table, was?.table ?? null, now?.table ?? null);
	return {
		change: null,
		mark,
		kind,
		level: kind === 'heading' ? Number(one?.node?.attrs?.['level'] ?? 1) : 0,
		marker: one?.marker ?? '',
		depth: one?.depth ?? 0,
		was: change.was,
		now: change.now,
		moved: change.moved && was ? { after: wordsBefore(change.was, sides.old) } : null,
		pieces: table || isPicture ? [] : piecesOf(change.segments, runs(was), runs(now)),
		forms: was && now ? formsOf(was, now) : [],
		table,
		picture: isPicture ? pictureOf(was, now, change.replaced, sides.budget) : null,
		figures: figuresOf(kind, was, now, sides),
		elsewhere
	};
}

/** A note, a source or a block has words, but no textblock of its own. */
const runs = (passage: Passage | null): Run[] => {
	if (!passage) return [];
	const own = passage.node?.content ? runsOf(passage.node) : [];
	const isOwn = own.map(({ text }) => text).join('') === passage.text;
	return isOwn ? own : [{ text: passage.text, set: PLAIN }];
};

/** So many letters name a passage. */
const NAMING = 60;

/** The beginning of the passage before; empty for the first. */
function wordsBefore(at: number | null, all: Passage[]): string {
	const before = all.slice(0, at ?? 0).findLast(({ text }) => text !== '');
	const words = before?.table ? tidy(before.text.split('\n')[0] ?? '') : (before?.text ?? '');
	if (words.length <= NAMING) return words;
	return `${words.slice(0, NAMING).replace(/[\uD800-\uDBFF]$|\s+\S*$/u, '')} …`;
}

const attr = (node: DocNode | null | undefined, name: string): string => {
	const value = node?.attrs?.[name];
	return typeof value === 'string' ? value : '';
};

function pictureOf(
	was: Passage | null,
	now: Passage | null,
	replaced: boolean,
	budget: Budget
): PictureLine {
	const [caption, alt] = ['caption', 'alt'].map((name) =>
		compareWords(tidy(attr(was?.node, name)), tidy(attr(now?.node, name)), budget)
	) as [Segment[], Segment[]];
	return {
		was: was && attr(was.node, 'image'),
		now: now && attr(now.node, 'image'),
		replaced: replaced && was !== null && now !== null,
		caption,
		alt
	};
}

function figuresOf(
	kind: PassageKind,
	was: Passage | null,
	now: Passage | null,
	{ before, after, budget }: Sides
): FigureChange[] {
	if (kind === 'indicatorSummary') return countedChanges(before, after, budget);
	if (kind !== 'indicator' && kind !== 'figure') return [];
	const [old, is] = [attr(was?.node, 'indicator'), attr(now?.node, 'indicator')];
	const found = figureChange(
		is || old,
		was ? before.figures[old] : undefined,
		now ? after.figures[is] : undefined,
		budget
	);
	return found ? [found] : [];
}
