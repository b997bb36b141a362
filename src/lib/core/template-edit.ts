import {
	leads,
	nextNewKey,
	type DraftChapter,
	type DraftSection,
	type TemplateDraft
} from './template-draft.ts';

/** What a button of the form does to the order of a template, in the browser or, without a script, here. */
export type TemplateAct =
	| { act: 'up' | 'down' | 'remove'; what: 'chapter' | 'section'; key: string }
	| { act: 'add'; what: 'section'; /** Of its chapter. */ key: string }
	| { act: 'add'; what: 'chapter'; key: '' };

const WRITTEN = /^(up|down|remove|add) (chapter|section) ?(.*)$/s;

/** As the value of a button. */
export const actText = ({ act, what, key }: TemplateAct): string => `${act} ${what} ${key}`.trim();

/** The act that a button's value names; null for what is none. */
export function readAct(text: string): TemplateAct | null {
	const [, act, what, key = ''] = WRITTEN.exec(text) ?? [];
	return act === undefined ? null : ({ act, what, key } as TemplateAct);
}

/**
 * The draft after the act; the same draft where there is nothing to do. A section that is first or last in
 * its chapter goes on into the next one. A chapter's own text stays with its chapter, in front.
 */
export function edited(draft: TemplateDraft, { act, what, key }: TemplateAct): TemplateDraft {
	const { chapters } = draft;
	if (act === 'add')
		return what === 'chapter'
			? { ...draft, chapters: [...chapters, newChapter(nextNewKey(draft))] }
			: within(draft, key, (c) => ({
					...c,
					sections: [...c.sections, newSection(nextNewKey(draft))]
				}));
	if (what === 'chapter') {
		const i = chapters.findIndex((c) => c.key === key);
		if (i < 0) return draft;
		if (act === 'remove') return { ...draft, chapters: chapters.filter((c) => c.key !== key) };
		return { ...draft, chapters: swapped(chapters, i, act === 'up' ? i - 1 : i + 1) };
	}
	const chapter = chapters.find((c) => c.sections.some((s) => s.key === key));
	const section = chapter?.sections.find((s) => s.key === key);
	if (!chapter || !section) return draft;
	if (act === 'remove')
		return within(draft, chapter.key, (c) => ({
			...c,
			sections: c.sections.filter((s) => s.key !== key)
		}));
	return leads(section, chapter) ? draft : moved(draft, chapter, section, act);
}

function moved(
	draft: TemplateDraft,
	chapter: DraftChapter,
	section: DraftSection,
	way: 'up' | 'down'
): TemplateDraft {
	const { chapters } = draft;
	const { sections } = chapter;
	const i = sections.indexOf(section);
	const to = way === 'up' ? i - 1 : i + 1;
	const other = sections[to];
	if (other && !leads(other, chapter))
		return within(draft, chapter.key, (c) => ({ ...c, sections: swapped(sections, i, to) }));
	const at = chapters.indexOf(chapter);
	const next = chapters[way === 'up' ? at - 1 : at + 1];
	if (!next) return draft;
	const lead = next.sections.filter((s) => leads(s, next));
	const rest = next.sections.filter((s) => !leads(s, next));
	const into = way === 'up' ? [...lead, ...rest, section] : [...lead, section, ...rest];
	return {
		...draft,
		chapters: chapters.map((c) =>
			c === chapter
				? { ...c, sections: sections.filter((s) => s !== section) }
				: c === next
					? { ...c, sections: into }
					: c
		)
	};
}

const within = (
	draft: TemplateDraft,
	key: string,
	change: (chapter: DraftChapter) => DraftChapter
): TemplateDraft => ({
	...draft,
	chapters: draft.chapters.map((c) => (c.key === key ? change(c) : c))
});

function swapped<T>(all: T[], a: number, b: number): T[] {
	const [one, other] = [all[a], all[b]];
	if (one === undefined || other === undefined) return all;
	return all.map((item, i) => (i === a ? other : i === b ? one : item));
}

const newSection = (key: string): DraftSection => ({
	key,
	title: '',
	owner: 'coordinator',
	articles: '',
	required: false,
	requiredBlocks: [],
	help: ''
});

/** A chapter begins with a text of its own. */
const newChapter = (key: string): DraftChapter => ({ key, title: '', sections: [newSection(key)] });

/** The numbers of chapters and sections as readers would see them, by `c.` or `s.` and the key. */
export function numbersOf({ chapters }: TemplateDraft): Map<string, string> {
	const numbers = new Map<string, string>();
	for (const [i, chapter] of chapters.entries()) {
		numbers.set(`c.${chapter.key}`, String(i + 1));
		let n = 0;
		for (const s of chapter.sections)
			numbers.set(`s.${s.key}`, leads(s, chapter) ? String(i + 1) : `${i + 1}.${(n += 1)}`);
	}
	return numbers;
}
