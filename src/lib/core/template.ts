import type { ReportKind } from './report-kind.ts';

/** What a report is made from: chapters and sections with their owners, tags and required blocks. */

export type TemplateVariant = 'municipal' | 'board' | 'full';
export const TEMPLATE_VARIANTS = ['municipal', 'board', 'full'] as const;

/** Blocks that a section can be required to hold (C7). `text` is any paragraph with words in it. */
export const REQUIRED_BLOCKS = [
	'text',
	'indicator',
	'figure',
	'indicatorSummary',
	'table',
	'followUpTable',
	'planTable',
	'quote',
	'references',
	'signature'
] as const;
export type RequiredBlock = (typeof REQUIRED_BLOCKS)[number];

export type TemplateSection = {
	key: string;
	title: string;
	/**
	 * Who writes it: `coordinator`, a department by its role in the municipality (`social`, `education`,
	 * `culture`), or in a municipality's own template by its id.
	 */
	owner: string;
	/** Articles of the Convention that it speaks of; may be changed per report. */
	articles: number[];
	required: boolean;
	requiredBlocks: RequiredBlock[];
	/** Questions to the writer, in Swedish, one paragraph an entry. Never published. */
	help: string[];
	/** Fixed text that the section begins with, as document JSON blocks; empty for none. */
	initial: import('./publication.ts').DocNode[];
	/** The variants that hold it. */
	variants: TemplateVariant[];
};

export type TemplateChapter = {
	key: string;
	title: string;
	sections: TemplateSection[];
};

export type Template = {
	/** Of ours a name, of a municipality's own an id. */
	key: string;
	version: number;
	kind: ReportKind;
	title: string;
	chapters: TemplateChapter[];
};

/**
 * A section of a variant with the number that readers see: the chapter's own text (its key is the
 * chapter's, and it stands first) bears the chapter's number, others `3.1`, `3.2` …
 */
export type NumberedSection = TemplateSection & {
	chapter: { key: string; title: string; number: string };
	number: string;
};

/** The sections of one variant in order, numbered anew without gaps. */
export function sectionsOf(template: Template, variant: TemplateVariant): NumberedSection[] {
	let chapterNumber = 0;
	return template.chapters.flatMap((chapter) => {
		const sections = chapter.sections.filter((s) => s.variants.includes(variant));
		if (sections.length === 0) return [];
		chapterNumber += 1;
		const number = String(chapterNumber);
		let sectionNumber = 0;
		return sections.map((s, i) => {
			const isChapter = i === 0 && s.key === chapter.key;
			if (!isChapter) sectionNumber += 1;
			return {
				...s,
				chapter: { key: chapter.key, title: chapter.title, number },
				number: isChapter ? number : `${number}.${sectionNumber}`
			};
		});
	});
}
