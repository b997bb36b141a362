import { passagesOf } from '../compare/passages.ts';
import { compareSections, type ComparedText, type SectionChange } from '../compare/sections.ts';
import type { SectionName } from '../compare/shown-figures.ts';
import { newBudget } from '../compare/words.ts';
import type { FixedContent } from '../publication.ts';
import { blacklineOf, type Blackline } from './blackline.ts';
import { blocksOf } from './blocks.ts';
import { newCounts, type ChangeCounts } from './counts.ts';

/** A section of either version of a report. */
export type SectionLine = Pick<SectionChange, 'was' | 'now' | 'movedFrom' | 'joins'> & {
	/** As the newer version calls it, else the older one. */
	name: SectionName;
	state: 'same' | 'changed' | 'added' | 'removed';
	blackline: Blackline;
};

export type ReportBlackline = {
	/** In the newer version's order; one that is gone follows those that it stood after. */
	sections: SectionLine[];
	/** Of all sections. */
	counts: ChangeCounts;
	changes: number;
};

/** R5: two versions of a report, section by section, with one budget of work for all of it. */
export function reportBlackline(before: ComparedText, after: ComparedText): ReportBlackline {
	const budget = newBudget();
	const [then, today] = [before, after].map(
		({ sections }) => new Map(sections.map(({ content }) => [content.key, content]))
	) as [Map<string, FixedContent>, Map<string, FixedContent>];
	const counts = newCounts();
	let changes = 0;
	const sections = compareSections(before, after, budget).map((change): SectionLine => {
		const was = change.was && (then.get(change.was.key) ?? null);
		const now = change.now && (today.get(change.now.key) ?? null);
		const one = now ?? was;
		if (!one) throw new Error('A change of a section that neither version has');
		const sides = {
			old: was ? passagesOf(was, before.images) : [],
			now: now ? passagesOf(now, after.images) : [],
			before: was ?? one,
			after: now ?? one,
			budget
		};
		const blackline = blacklineOf(
			{ before: was ?? untitled(one), after: now ?? untitled(one), budget },
			blocksOf(change.passages, sides)
		);
		for (const [what, n] of Object.entries(blackline.counts))
			counts[what as keyof ChangeCounts] += n;
		changes += blackline.changes;
		const isSame = blackline.same && change.movedFrom === null;
		return {
			was: change.was,
			now: change.now,
			movedFrom: change.movedFrom,
			joins: change.joins,
			name: { key: one.key, number: one.number, title: one.title },
			state: !was ? 'added' : !now ? 'removed' : isSame ? 'same' : 'changed',
			blackline
		};
	});
	return { sections, counts, changes };
}

/** What stands in the place of a section that is not there: its title is all new, or all gone. */
const untitled = (content: FixedContent): FixedContent => ({
	...content,
	title: '',
	doc: { type: 'doc', content: [] }
});
