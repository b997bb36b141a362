import { alignPassages } from '../compare/align.ts';
import { passagesOf, tidy } from '../compare/passages.ts';
import { compareWords, newBudget, type Budget, type Segment } from '../compare/words.ts';
import type { EditionModel, FixedContent } from '../publication.ts';
import { blocksOf, type Block } from './blocks.ts';
import { equal } from '../compare/equal.ts';
import { changeOf, newCounts, type ChangeCounts } from './counts.ts';

/** What a section says of itself beside its text; null where that is the same. */
export type Head = {
	/** The words of the title, changed or not. */
	title: Segment[];
	number: { was: string; now: string } | null;
	/** A null within is a section that the coordinator owns. */
	department: { was: string | null; now: string | null } | null;
	articles: { was: number[]; now: number[] } | null;
	/** Its number among the changes, from 1; null when nothing of the above has changed. */
	change: number | null;
};

/** R5: two versions of a section as one text. */
export type Blackline = {
	head: Head;
	/** The whole newer text in its order, with what was removed where it stood. */
	blocks: Block[];
	/** How many changes there are to go to; they bear the numbers from 1. */
	changes: number;
	counts: ChangeCounts;
	/** Both versions are the same in everything. */
	same: boolean;
	/** They differ in something that no block tells: an empty paragraph, the order of what is not shown. */
	unseen: boolean;
};

/** The pictures of the versions, by id; without them a picture is known by its id alone. */
export type Images = EditionModel['images'];

/**
 * Two versions of a section as one text. Pure and bounded: the same versions always give the same
 * answer, and texts with too little in common are shown as replaced.
 */
export function blackline(before: FixedContent, after: FixedContent, images?: Images): Blackline {
	const budget = newBudget();
	const old = passagesOf(before, images ?? {});
	const now = passagesOf(after, images ?? {});
	const changes = alignPassages(old, now, budget);
	return blacklineOf(
		{ before, after, budget },
		blocksOf(changes, { old, now, before, after, budget })
	);
}

type Versions = { before: FixedContent; after: FixedContent; budget: Budget };

/** The same from blocks that are made already; numbers the changes. */
export function blacklineOf({ before, after, budget }: Versions, blocks: Block[]): Blackline {
	const head = headOf(before, after, budget);
	const counts = newCounts();
	let changes = 0;
	if (head.change !== null) {
		counts.about += 1;
		changes += 1;
	}
	for (const block of blocks) {
		const what = changeOf(block);
		if (what === null) continue;
		changes += 1;
		counts[what] += 1;
		block.change = { number: changes, what };
	}
	const same = equal(before, after);
	return { head, blocks, changes, counts, same, unseen: !same && changes === 0 };
}

function headOf(before: FixedContent, after: FixedContent, budget: Budget): Head {
	const differ = <T>(was: T, now: T) => (equal(was, now) ? null : { was, now });
	const head = {
		title: compareWords(tidy(before.title), tidy(after.title), budget),
		number: differ(before.number, after.number),
		department: differ(before.department, after.department),
		articles: differ(before.articles, after.articles)
	};
	const isChanged =
		head.title.some(({ kind }) => kind !== 'same') ||
		head.number !== null ||
		head.department !== null ||
		head.articles !== null;
	return { ...head, change: isChanged ? 1 : null };
}
