import type { WordMatch, WordSection } from './proposal.ts';

/** What headings are compared by: small letters and digits, without numbers before and signs within. */
export const plainTitle = (title: string): string =>
	title
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/^\s*(?:(?:kapitel|avsnitt|del)\s+)?(?:\d+(?:\.\d+)*\.?|[ivx]+\.)(?:\s+|$)/, '')
		.replace(/&|\+/g, ' och ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const numberOf = (title: string): string =>
	/^\s*(\d+(?:\.\d+)*)\.?\s/.exec(title)?.[1]?.trim() ?? '';

/** As much of the words must be shared, of both titles together. */
const ALIKE = 0.7;
/** … and of a heading that bears the section's own number. */
const ALIKE_WITH_NUMBER = 0.45;

const wordsIn = (plain: string): string[] => plain.split(' ').filter((word) => word.length > 2);

/** Words are alike when one begins with the other but for its ending: "barns", "barnens". */
const isAlike = (a: string, b: string): boolean => {
	const least = Math.min(a.length, b.length);
	const stem = Math.max(4, least - 2);
	return a === b || (least >= 4 && a.slice(0, stem) === b.slice(0, stem));
};

/** How much of the words two titles share, from 0 to 1. */
function likeness(a: string, b: string): number {
	const [some, others] = [wordsIn(a), wordsIn(b)];
	if (some.length === 0 || others.length === 0) return 0;
	const shared = some.filter((word) => others.some((other) => isAlike(word, other))).length;
	return (2 * shared) / (some.length + others.length);
}

export type Matched = { section: WordSection; match: Exclude<WordMatch, 'none'> };

/**
 * The section that a heading means: by its title or what the template calls it, else the only one whose
 * title is much alike. Of several with the same title the one in the chapter that stands open.
 * @param free sections that no heading before has taken
 */
export function sectionOf(heading: string, chapter: string, free: WordSection[]): Matched | null {
	const plain = plainTitle(heading);
	if (plain === '') return null;
	const same = free.filter((section) => namesOf(section).includes(plain));
	const here = same.filter(({ chapterTitle }) => plainTitle(chapterTitle) === plainTitle(chapter));
	const [section] = here.length > 0 ? here : same;
	if (section) return { section, match: 'same' };
	const scored = free
		.map((one) => ({ one, score: Math.max(...namesOf(one).map((name) => likeness(plain, name))) }))
		.filter(
			({ one, score }) => score >= (numberOf(heading) === one.number ? ALIKE_WITH_NUMBER : ALIKE)
		)
		.sort((a, b) => b.score - a.score);
	const [best, next] = scored;
	// Which of two is meant, nobody can say.
	if (!best || best.score === next?.score) return null;
	return { section: best.one, match: 'alike' };
}

/** The chapter's own text answers to the chapter's title too. */
const namesOf = ({ title, templateTitle, key, chapterKey, chapterTitle }: WordSection): string[] =>
	[title, templateTitle, ...(key === chapterKey ? [chapterTitle] : [])].map(plainTitle);

export const isTitleOf = (heading: string, section: WordSection): boolean =>
	namesOf(section).includes(plainTitle(heading));

/** True when the heading is a chapter's title. */
export const isChapter = (heading: string, sections: WordSection[]): boolean =>
	sections.some(({ chapterTitle }) => plainTitle(chapterTitle) === plainTitle(heading));
