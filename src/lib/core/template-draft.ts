import type { FieldProblem } from './result.ts';
import {
	REQUIRED_BLOCKS,
	TEMPLATE_VARIANTS,
	type RequiredBlock,
	type Template,
	type TemplateChapter,
	type TemplateSection
} from './template.ts';

/** A template of the municipality's own as a form has it: texts as they were typed. */

export type DraftSection = {
	/** Of a section that is new in this draft one that `isNewKey` knows; it is given another when it is saved. */
	key: string;
	title: string;
	owner: string;
	/** "2, 3 12". */
	articles: string;
	required: boolean;
	requiredBlocks: string[];
	/** A question a line. */
	help: string;
};
export type DraftChapter = { key: string; title: string; sections: DraftSection[] };
export type TemplateDraft = { title: string; chapters: DraftChapter[] };

/** Most of each that a template holds, and longest texts: far beyond any report that is known. */
export const LIMITS = { chapters: 40, sections: 150, title: 150, questions: 8, question: 400 };

/** Articles of the Convention on the Rights of the Child, procedure included. */
const LAST_ARTICLE = 54;

const NEW = /^new-(\d{1,4})$/;
export const isNewKey = (key: string): boolean => NEW.test(key);

/** The chapter's own text: it bears the chapter's key, number and title, and stands first. */
export const leads = (section: { key: string }, chapter: { key: string }): boolean =>
	section.key === chapter.key;

/** The next key for what is added to a draft. */
export function nextNewKey({ chapters }: Pick<TemplateDraft, 'chapters'>): string {
	const numbers = chapters
		.flatMap((c) => [c.key, ...c.sections.map((s) => s.key)])
		.map((key) => Number(NEW.exec(key)?.[1] ?? 0));
	return `new-${Math.max(0, ...numbers) + 1}`;
}

/** The template as its form begins. */
export const draftOf = (template: Template): TemplateDraft => ({
	title: template.title,
	chapters: template.chapters.map(({ key, title, sections }) => ({
		key,
		title,
		sections: sections.map((s) => ({
			key: s.key,
			title: s.title,
			owner: s.owner,
			articles: s.articles.join(', '),
			required: s.required,
			requiredBlocks: s.requiredBlocks,
			help: s.help.join('\n')
		}))
	}))
});

const line = (text: string) => text.replace(/\s+/gu, ' ').trim();

/**
 * The chapters that a draft says, and what is wrong with it, by the names that its fields have
 * (`s.figures.title`). Keys are those of `current`, whatever the titles are, or new ones; so what was
 * removed once does not come back as something else. Fixed first texts are kept from `current`.
 * @param owners who may own a section: `coordinator`, ids of departments, roles that `current` has
 * @param keyFor the key that something new in the draft is given
 */
export function readDraft(
	draft: TemplateDraft,
	{
		current,
		owners,
		keyFor
	}: { current: Template; owners: ReadonlySet<string>; keyFor: (newKey: string) => string }
): { title: string; chapters: TemplateChapter[]; problems: FieldProblem[] } {
	const problems: FieldProblem[] = [];
	const no = (field: string, problem: string) => problems.push({ field, problem });
	const titleAt = (field: string, typed: string): string => {
		const title = line(typed);
		if (title === '' || title.length > LIMITS.title) no(field, 'length');
		else if (/\p{C}/u.test(title)) no(field, 'other');
		return title;
	};
	const known = new Map(current.chapters.flatMap((c) => c.sections).map((s) => [s.key, s]));
	const chapterKeys = new Set(current.chapters.map((c) => c.key));
	const seen = new Set<string>();
	const isGood = (field: string, key: string, all: { has: (key: string) => boolean }): boolean => {
		const good = !seen.has(field) && (isNewKey(key) || all.has(key));
		seen.add(field);
		if (!good) no(field, 'unknown');
		return good;
	};
	const finalKey = (key: string) => (isNewKey(key) ? keyFor(key) : key);

	const title = titleAt('title', draft.title);
	const sectionCount = draft.chapters.reduce((sum, c) => sum + c.sections.length, 0);
	if (draft.chapters.length > LIMITS.chapters || sectionCount > LIMITS.sections)
		no('title', 'tooMany');
	if (sectionCount === 0) no('title', 'noSections');
	const chapters = draft.chapters.map((chapter): TemplateChapter => {
		const at = `c.${chapter.key}`;
		isGood(at, chapter.key, chapterKeys);
		const chapterTitle = titleAt(`${at}.title`, chapter.title);
		if (chapter.sections.length === 0) no(`${at}.title`, 'emptyChapter');
		return {
			key: finalKey(chapter.key),
			title: chapterTitle,
			sections: chapter.sections.map((s, i) => {
				const name = `s.${s.key}`;
				isGood(name, s.key, known);
				const isLead = leads(s, chapter);
				// The key of a chapter stands first in that chapter and nowhere else.
				if ((isLead && i > 0) || (!isLead && chapterKeys.has(s.key))) no(name, 'unknown');
				return sectionOf(s, {
					name,
					key: finalKey(s.key),
					title: isLead ? chapterTitle : titleAt(`${name}.title`, s.title),
					initial: known.get(s.key)?.initial ?? [],
					owners,
					no
				});
			})
		};
	});
	return { title, chapters, problems };
}

function sectionOf(
	s: DraftSection,
	at: Pick<TemplateSection, 'key' | 'title' | 'initial'> & {
		name: string;
		owners: ReadonlySet<string>;
		no: (field: string, problem: string) => void;
	}
): TemplateSection {
	if (!at.owners.has(s.owner)) at.no(`${at.name}.owner`, 'unknown');
	const articles = s.articles.split(/[\s,;]+/).filter((part) => part !== '');
	const numbers = [...new Set(articles.map(Number))].sort((a, b) => a - b);
	if (numbers.some((n) => !Number.isInteger(n) || n < 1 || n > LAST_ARTICLE))
		at.no(`${at.name}.articles`, 'articles');
	const help = s.help.split('\n').map(line).filter(Boolean);
	if (help.length > LIMITS.questions || help.some((h) => h.length > LIMITS.question))
		at.no(`${at.name}.help`, 'help');
	if (s.requiredBlocks.some((block) => !isBlock(block))) at.no(`${at.name}.blocks`, 'unknown');
	return {
		key: at.key,
		title: at.title,
		owner: s.owner,
		articles: numbers,
		required: s.required,
		requiredBlocks: REQUIRED_BLOCKS.filter((block) => s.requiredBlocks.includes(block)),
		help,
		initial: at.initial,
		variants: [...TEMPLATE_VARIANTS]
	};
}

const isBlock = (text: string): text is RequiredBlock =>
	(REQUIRED_BLOCKS as readonly string[]).includes(text);
