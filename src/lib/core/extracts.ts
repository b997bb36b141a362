import { areasAbout, articlesOfAreas } from './area-extract.ts';
import type { EditionModel, FixedContent } from './publication.ts';

/**
 * Parts of an edition with an address of their own, for those who want one matter and not the whole:
 * what bears an article, what a department wrote, the answer on one page, the easy-read texts. They are
 * made of the edition that stands, so a link to one stays as good as a link to the edition.
 */
export type Extract =
	| { kind: 'article'; article: number }
	/** `slug` as in `departmentsIn`. */
	| { kind: 'department'; slug: string }
	| { kind: 'summary' }
	/** Lättläst. */
	| { kind: 'plain' }
	/** For children and young people. */
	| { kind: 'child' };

/** The sections that are a text for readers of their own; keys of the template are stable. */
export const READER_SECTIONS = { plain: 'summary.plain', child: 'summary.easy' } as const;

type Section = EditionModel['sections'][number];

/** Every article of the Convention that a section bears, or an area in it, in order. */
export const articlesIn = ({ sections }: EditionModel): number[] =>
	[
		...new Set(
			sections.flatMap(({ content }) => [...content.articles, ...articlesOfAreas(content.doc)])
		)
	].sort((a, b) => a - b);

/**
 * What an extract shows of a section: all of it, and of one that does not bear the article itself those
 * of its areas that do. A plan of ten areas would hide the one that is asked for.
 */
export function shownInExtract(
	content: FixedContent,
	extract: Extract
): { content: FixedContent; isWhole: boolean } {
	if (extract.kind !== 'article' || content.articles.includes(extract.article))
		return { content, isWhole: true };
	return {
		content: { ...content, doc: areasAbout(content.doc, extract.article) },
		isWhole: false
	};
}

/** A department as an edition names it, and its part of an address: `barn-och-utbildning`. */
export type EditionDepartment = { name: string; slug: string };

/**
 * The departments that own sections, in the order of these; each with an address of its own, also where
 * two names differ by signs alone.
 */
export function departmentsIn({ sections }: EditionModel): EditionDepartment[] {
	const names = new Set(sections.flatMap(({ content: { department } }) => department ?? []));
	const taken = new Set<string>();
	return [...names].map((name) => {
		const wished = addressName(name);
		let slug = wished;
		for (let n = 2; taken.has(slug); n++) slug = `${wished}-${n}`;
		taken.add(slug);
		return { name, slug };
	});
}

const addressName = (name: string): string =>
	name
		.toLowerCase()
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '') || 'utan-namn';

/** The sections of an extract, in the edition's order; none where the edition has no such part. */
export function sectionsOfExtract(model: EditionModel, extract: Extract): Section[] {
	const { sections } = model;
	switch (extract.kind) {
		case 'article':
			return sections.filter(
				({ content }) =>
					content.articles.includes(extract.article) ||
					articlesOfAreas(content.doc).includes(extract.article)
			);
		case 'department': {
			const found = departmentsIn(model).find(({ slug }) => slug === extract.slug);
			return sections.filter(
				({ content: { department } }) => found !== undefined && department === found.name
			);
		}
		case 'plain':
		case 'child':
			return sections.filter(({ content }) => content.key === READER_SECTIONS[extract.kind]);
		case 'summary':
			return [];
	}
}

const WORDS = { summary: 'sammanfattning', plain: 'lattlast', child: 'barn' } as const;

/** What follows the edition's address: `artikel/12`, `forvaltning/kultur`, `sammanfattning` … */
export function extractPath(extract: Extract): string {
	if (extract.kind === 'article') return `artikel/${extract.article}`;
	if (extract.kind === 'department') return `forvaltning/${extract.slug}`;
	return WORDS[extract.kind];
}

/** The extract that such an address means; null for none. */
export function readExtract(path: string): Extract | null {
	const article = /^artikel\/([1-9]\d?)$/.exec(path)?.[1];
	if (article !== undefined) return { kind: 'article', article: Number(article) };
	const slug = /^forvaltning\/([a-z0-9-]{1,200})$/.exec(path)?.[1];
	if (slug !== undefined) return { kind: 'department', slug };
	const alone = (['summary', 'plain', 'child'] as const).find((kind) => WORDS[kind] === path);
	return alone === undefined ? null : { kind: alone };
}
