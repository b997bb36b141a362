import type { EditionModel } from '../publication.ts';
import { alignPassages, type PassageChange } from './align.ts';
import { equal } from './equal.ts';
import { pairUp } from './pair-up.ts';
import { bagFor, likeness, passagesOf, tidy, type Passage } from './passages.ts';
import { nameOf, type SectionName } from './shown-figures.ts';
import { compareWords, type Budget, type Segment } from './words.ts';

/** What has become of a section. */
export type SectionChange = {
	/** Null where an edition has no such section. */
	was: SectionName | null;
	now: SectionName | null;
	/** `same` when its heading, words, pictures and tags are; its number may be another. */
	mark: 'same' | 'changed' | 'added' | 'removed';
	/** The words of the heading, where they have changed. */
	title: Segment[] | null;
	renumbered: boolean;
	/** The older chapter's title, where the section stands in another chapter now. */
	movedFrom: string | null;
	/** Owner and articles, where they have changed; an owner is null when the coordinator writes. */
	department: { was: string | null; now: string | null } | null;
	articles: { was: number[]; now: number[] } | null;
	passages: PassageChange[];
	/** Not one passage or word has stayed. */
	rewritten: boolean;
	/** The words are the same, but not their form: a link, bold type, a list's numbers. */
	formOnly: boolean;
	/** Where most of a removed section's text stands now, or most of a new one's stood. */
	joins: SectionName | null;
};

/** What of a report is compared: an edition, or a text that is not one yet. */
export type ComparedText = Pick<EditionModel, 'chapters' | 'images'> & {
	sections: Pick<EditionModel['sections'][number], 'content' | 'chapterKey'>[];
};

type Read = {
	section: ComparedText['sections'][number];
	chapter: string;
	passages: Passage[];
	/** All its words as one. */
	whole: Passage;
};

/** Two sections with other keys and other headings are the same when they share as much. */
const SAME_TEXT = 0.6;
/** A passage this long is known again in another section. */
const LONG_ENOUGH = 40;

const readAll = (model: ComparedText): Read[] =>
	model.sections.map((section) => {
		const passages = passagesOf(section.content, model.images);
		const text = passages.map((one) => one.text).join(' ');
		const chapter = model.chapters.find(({ key }) => key === section.chapterKey)?.title ?? '';
		const none = { table: null, picture: '', node: null, marker: '', depth: 0 };
		const whole: Passage = { ...none, kind: 'paragraph', text, key: '' };
		return { section, chapter, passages, whole };
	});

/**
 * The text of two editions, section by section: the same by its key, else by its heading, else by its
 * words. In the newer order; a section that is gone follows those that it stood after.
 */
export function compareSections(
	before: ComparedText,
	after: ComparedText,
	budget: Budget
): SectionChange[] {
	const [old, now] = [readAll(before), readAll(after)];
	const { pairs, before: lost } = pairUp(old, now, [
		({ section }) => section.content.key,
		({ section }) => tidy(section.content.title).toLowerCase()
	]);
	const partner = new Map(pairs.map(([was, is]) => [is, was]));
	const gone = new Set(lost);
	for (const is of now) {
		if (partner.has(is)) continue;
		const like = [...gone]
			.map((was) => ({ was, like: likeness(bagFor(was.whole), bagFor(is.whole)) }))
			.sort((a, b) => b.like - a.like)[0];
		if (!like || like.like < SAME_TEXT) continue;
		partner.set(is, like.was);
		gone.delete(like.was);
	}
	const follows = (was: Read | undefined): SectionChange[] => {
		// What was removed after this one, up to the next that is still there.
		const from = was ? old.indexOf(was) + 1 : 0;
		const rest = old.slice(from);
		const end = rest.findIndex((one) => !gone.has(one));
		return rest.slice(0, end < 0 ? rest.length : end).map((one) => changeOf(one, null, budget));
	};
	const changes = [
		...follows(undefined),
		...now.flatMap((is) => {
			const was = partner.get(is);
			return [changeOf(was ?? null, is, budget), ...(was ? follows(was) : [])];
		})
	];
	findElsewhere(changes, old, now);
	return changes;
}

function changeOf(was: Read | null, is: Read | null, budget: Budget): SectionChange {
	const [old, now] = [was?.section.content ?? null, is?.section.content ?? null];
	const passages = alignPassages(was?.passages ?? [], is?.passages ?? [], budget);
	const change: SectionChange = {
		was: old && nameOf(old),
		now: now && nameOf(now),
		mark: old ? 'removed' : 'added',
		title: null,
		renumbered: false,
		movedFrom: null,
		department: null,
		articles: null,
		passages,
		rewritten: false,
		formOnly: false,
		joins: null
	};
	if (!was || !is || !old || !now) return change;
	if (tidy(old.title) !== tidy(now.title))
		change.title = compareWords(tidy(old.title), tidy(now.title), budget);
	change.renumbered = old.number !== now.number;
	const isMoved = was.section.chapterKey !== is.section.chapterKey && was.chapter !== is.chapter;
	if (isMoved) change.movedFrom = was.chapter;
	if (old.department !== now.department)
		change.department = { was: old.department, now: now.department };
	if (old.articles.join() !== now.articles.join())
		change.articles = { was: old.articles, now: now.articles };
	const isSame = passages.every(({ mark, moved }) => mark === 'same' && !moved);
	change.formOnly = isSame && !equal(old.doc, now.doc);
	change.rewritten =
		was.passages.length > 0 && is.passages.length > 0 && passages.every(isWhollyOther);
	const isAsItWas = isSame && !change.formOnly && !change.title && !change.movedFrom;
	change.mark = isAsItWas && !change.department && !change.articles ? 'same' : 'changed';
	return change;
}

const isWhollyOther = ({ mark, segments, table }: PassageChange): boolean =>
	mark === 'added' ||
	mark === 'removed' ||
	(mark === 'changed' && table === null && segments.every(({ kind }) => kind !== 'same'));

type Loose = { change: SectionChange; passage: PassageChange; key: string };

/** Names the other section of passages that stand unchanged in another one. */
function findElsewhere(changes: SectionChange[], old: Read[], now: Read[]): void {
	const texts = (reads: Read[]) =>
		new Map(reads.map(({ section, passages }) => [section.content.key, passages]));
	const [before, after] = [texts(old), texts(now)];
	const loose = (mark: 'removed' | 'added'): Loose[] =>
		changes.flatMap((change) =>
			change.passages.flatMap((passage) => {
				if (passage.mark !== mark) return [];
				const [all, name, at] =
					mark === 'removed' ? [before, change.was, passage.was] : [after, change.now, passage.now];
				const found = all.get(name?.key ?? '')?.[at ?? -1];
				return found && found.text.length >= LONG_ENOUGH
					? [{ change, passage, key: found.key }]
					: [];
			})
		);
	const { pairs } = pairUp(loose('removed'), loose('added'), [({ key }) => key]);
	for (const [was, is] of pairs) {
		if (was.change === is.change) continue;
		was.passage.elsewhere = is.change.now;
		is.passage.elsewhere = was.change.was;
	}
	for (const change of changes)
		if (!change.was || !change.now) change.joins = mostElsewhere(change);
}

/** The one section that holds at least half of the passages; null when none does. */
function mostElsewhere({ passages }: SectionChange): SectionName | null {
	const counts = new Map<SectionName, number>();
	for (const { elsewhere } of passages)
		if (elsewhere) counts.set(elsewhere, (counts.get(elsewhere) ?? 0) + 1);
	const [most] = [...counts].sort(([, a], [, b]) => b - a);
	return most && most[1] * 2 >= passages.length ? most[0] : null;
}
