import type { SectionChange } from '#core/compare/sections.ts';
import { compareTexts } from '#messages/compare.ts';

const t = compareTexts('sv');

const listed = (articles: number[]): string =>
	articles.length === 0 ? t.noArticles : articles.join(', ');

/** "3.2 Trygghet och närvaro". */
export const sectionName = ({ number, title }: { number: string; title: string }): string =>
	`${number} ${title}`;

/** What has changed about a section beside its words, a sentence each. */
export function sectionNotes(section: SectionChange): string[] {
	const { was, now, renumbered, movedFrom, department, articles, joins, formOnly } = section;
	const notes: string[] = [];
	if (renumbered && was && now) notes.push(t.renumbered(was.number, now.number));
	if (movedFrom !== null) notes.push(t.movedFrom(movedFrom));
	if (department)
		notes.push(t.department(department.was ?? t.coordinator, department.now ?? t.coordinator));
	if (articles) notes.push(t.articles(listed(articles.was), listed(articles.now)));
	if (joins) notes.push((now === null ? t.nowIn : t.wasIn)(sectionName(joins)));
	if (formOnly) notes.push(t.formOnly);
	const isEmptied =
		was && now && section.passages.length > 0 && section.passages.every((one) => one.now === null);
	if (isEmptied) notes.push(t.emptied);
	return notes;
}
