import { isoDate } from '#core/format.ts';
import type {
	ApprovedSection,
	EditionChapter,
	EditionModel,
	FixedContent
} from '#core/publication.ts';
import { tableChartHtml } from '#charts/table-chart.ts';
import { docHtml } from '#schema/html.ts';
import { html, trusted, type Markup } from '#schema/markup.ts';
import { isChaptersOwn, type Anchors, type Place } from './anchors.ts';
import { summaryBlockHtml } from './answer.ts';
import { read, type ShownIndicator } from './figures.ts';
import { figureHtml, indicatorHtml, noFigureHtml } from './indicator-block.ts';
import { joined } from './key-figures.ts';
import { rollUpHtml } from './roll-up-html.ts';
import { rollUpOf } from './roll-up.ts';
import { noteOf } from './notes.ts';
import { LANG, t } from './words.ts';

/** What the sections of a chapter are printed with. */
export type Print = {
	model: EditionModel;
	anchors: Anchors;
	/** The page that links to other places lead to, where it is not the same one: of an extract the edition. */
	elsewhere?: string;
	/** The address before a picture's id, where it is not the edition's. */
	images?: string;
};

/** A chapter's own text, if it has one, and its other sections. */
export type ChapterSections = {
	chapter: EditionChapter;
	own: ApprovedSection | null;
	sections: ApprovedSection[];
};

/** The sections of the edition by chapter, in order. */
export const byChapter = (model: EditionModel): ChapterSections[] =>
	model.chapters.map((chapter) => {
		const all = model.sections.filter(({ chapterKey }) => chapterKey === chapter.key);
		const own = all.find(({ content }) => isChaptersOwn(content, chapter)) ?? null;
		return { chapter, own, sections: all.filter((section) => section !== own) };
	});

/** All chapters with their sections: the approved text, to the word (P1). */
export function chaptersHtml(print: Print): Markup[] {
	return byChapter(print.model).map(({ chapter, own, sections }) => {
		const id = print.anchors.chapters.get(chapter.key) ?? '';
		return html`<section class="chapter" id="${id}">
			${headingHtml('h2', id, own?.content ?? chapter, print)}
			${own ? bodyHtml(own.content, 3, print) : null}
			${sections.map(({ content }) => sectionHtml(content, 3, print))}
		</section>`;
	});
}

/** A section below a heading of its own; `note` says where it is not shown in full. */
export function sectionHtml(content: FixedContent, level: 2 | 3, print: Print, note = ''): Markup {
	const anchor = print.anchors.sections.get(content.key) ?? '';
	return html`<section class="section" id="${anchor}">
		${headingHtml(`h${level}`, anchor, content, print)}
		${note === '' ? null : html`<p class="small partial">${note}</p>`}
		${bodyHtml(content, level + 1, print)}
	</section>`;
}

/** The link stands beside the heading, so that the heading's own words stay clean. */
function headingHtml(
	tag: 'h2' | 'h3',
	id: string,
	{ number, title }: { number: string; title: string },
	{ elsewhere = '' }: Print
): Markup {
	const label = t.permalinkTo(`${number} ${title}`);
	return html`<div class="heading">
		<${tag}><span class="number">${number}</span> ${title}</${tag}>
		<a class="permalink" href="${elsewhere}#${id}" aria-label="${label}">${t.permalink}</a>
	</div>`;
}

/** Who writes a section, and the articles of the Convention that it speaks of. */
export const tagsOf = ({ department, articles }: FixedContent): string[] =>
	[
		department ?? '',
		articles.length > 0 ? t.articles(joined(articles), articles.length) : ''
	].filter((tag) => tag !== '');

function bodyHtml(content: FixedContent, headingBase: number, print: Print): Markup {
	const tags = tagsOf(content);
	return html`${tags.length === 0 ? null : html`<p class="tags">${tags.join(' · ')}</p>`}
	${textHtml(content, headingBase, print)}`;
}

/** The approved text alone. */
export function textHtml(content: FixedContent, headingBase: number, print: Print): Markup {
	const { model, anchors, images = `/r/${model.slug}/v/${model.number}/images/` } = print;
	const { key, title, doc } = content;
	const places = anchors.places.filter(({ sectionKey }) => sectionKey === key);
	let shown = 0;
	const text = docHtml(doc, {
		headingBase,
		form: 'edition',
		departments: content.departments ?? [],
		// The places were numbered by the same walk through the text.
		figure: (kind, _id, level) =>
			String(
				kind === 'indicatorSummary'
					? summaryHtml(content, level)
					: placeHtml(content, places[shown++], level, print)
			),
		rollUp: (shows, level) => {
			const told = rollUpOf(content.takenIn ?? [], shows);
			return told ? String(rollUpHtml(told, { level })) : '';
		},
		imageUrl: (id) => `${images}${encodeURIComponent(id)}`,
		imageSize: (id) => model.images[id] ?? null,
		notes: {
			of: noteOf(anchors.notes, key),
			label: t.notesOf(title),
			note: t.noteNumber,
			back: t.backToNote
		},
		labels: { callout: t.callout, table: (n) => t.tableNumber(title, n), showTable: t.showTable },
		chart: (table, n) => {
			const id = `${anchors.sections.get(key) ?? key}-tabell-${n}`;
			return tableChartHtml(table, { id, lang: LANG, title: t.tableNumber(title, n) }, 'edition');
		}
	});
	return html`<div class="text" data-section="${key}">${trusted(text)}</div>`;
}

function placeHtml(
	{ figures }: FixedContent,
	place: Place | undefined,
	level: number,
	print: Print
): Markup {
	if (!place) throw new Error('A place in the text was not given its id');
	const { anchor, indicatorId, kind } = place;
	const fixed = figures[indicatorId];
	if (!fixed) return noFigureHtml(kind, anchor);
	const uses = usesOf(indicatorId, print);
	const { municipality, publishedAt } = print.model;
	const block = { anchor, level, municipality, published: isoDate(publishedAt), uses };
	return kind === 'figure' ? figureHtml(fixed, block) : indicatorHtml(fixed, block);
}

/** The sections that show an indicator, and those whose summary counts it, in the edition's order. */
export const usesOf = (
	id: string,
	{ model, anchors, elsewhere = '' }: Print
): { title: string; href: string }[] =>
	model.sections
		.filter(
			({ content: { key, counted } }) =>
				counted.includes(id) ||
				anchors.places.some((place) => place.sectionKey === key && place.indicatorId === id)
		)
		.map(({ content: { key, number, title } }) => ({
			title: `${number} ${title}`,
			href: `${elsewhere}#${anchors.sections.get(key) ?? ''}`
		}));

/** A summary counts what was fixed with its own section. */
const summaryHtml = (content: FixedContent, level: number): Markup =>
	summaryBlockHtml(countedIn(content), level);

/** The indicators that a summary in this section counts. */
export const countedIn = ({ counted, figures }: FixedContent): ShownIndicator[] =>
	counted.flatMap((id) => {
		const fixed = figures[id];
		return fixed ? [{ id, fixed, reading: read(fixed), place: null }] : [];
	});
