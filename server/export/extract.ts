import type { Extract } from '#core/extracts.ts';
import { departmentsIn, extractPath, sectionsOfExtract, shownInExtract } from '#core/extracts.ts';
import { longDate } from '#core/format.ts';
import type { EditionModel } from '#core/publication.ts';
import { html, type Markup } from '#schema/markup.ts';
import { extractsTexts } from '#messages/extracts.ts';
import { abbreviationsHtml } from './abbreviations.ts';
import { anchorsOf } from './anchors.ts';
import { sectionHtml, textHtml, type Print } from './chapters.ts';
import { logoHtml, paragraphOf, senderOf } from './edition-html.ts';
import { joined } from './key-figures.ts';
import { onePageHtml } from './one-page.ts';
import { withSoftHyphens } from './soft-hyphens.ts';
import { LANG, t } from './words.ts';

const w = extractsTexts(LANG);

/** A part of an edition as a page shows it. */
export type ExtractPage = { title: string; html: string };

/**
 * A part of an edition as an `<article>`: the approved text to the word, printed by the same code as the
 * whole and with the same ids. Links to other places lead to the edition. Null where the edition has no
 * such part.
 */
export function extractHtml(model: EditionModel, extract: Extract): ExtractPage | null {
	const anchors = anchorsOf(model);
	const print: Print = { model, anchors, elsewhere: editionPath(model) };
	if (extract.kind === 'summary') {
		const title = w.onePage(model.title);
		return page(model, extract, title, { about: w.allOf, body: onePageHtml(print) });
	}
	const shown = sectionsOfExtract(model, extract);
	const parts = shown.map(({ content }) => shownInExtract(content, extract));
	const sections = parts.map(({ content }) => content);
	const isWhole = parts.every((part) => part.isWhole);
	const abbreviations = abbreviationsHtml({ ...model, sections: shown }, anchors);
	const [first] = sections;
	if (!first) return null;
	if (extract.kind === 'plain' || extract.kind === 'child')
		return page(model, extract, first.title, {
			about: w.partOf,
			body: [...sections.map((content) => textHtml(content, 2, print)), abbreviations]
		});
	const count = w.sections(sections.length);
	const from = [...new Set(sections.map(({ department }) => department ?? w.coordinator))];
	const isArticle = extract.kind === 'article';
	const title = isArticle
		? articleTitle(extract.article)
		: (departmentsIn(model).find(({ slug }) => slug === extract.slug)?.name ?? '');
	const list = html`<nav class="inside" aria-label="${w.inThis}">
		<ul role="list">
			${sections.map(
				({ key, number, title: name }) =>
					html`<li>
						<a href="#${anchors.sections.get(key) ?? ''}"
							><span class="number">${number}</span> ${name}</a
						>
						${chapterLine(model, key)}
					</li>`
			)}
		</ul>
	</nav>`;
	return page(model, extract, title, {
		about: w.extractOf,
		lead: isArticle ? w.aboutArticle(count, joined(from), isWhole) : w.aboutDepartment(count),
		body: [
			sections.length > 1 ? list : null,
			...parts.map((part) => sectionHtml(part.content, 2, print, part.isWhole ? '' : w.areasOnly)),
			abbreviations
		]
	});
}

/** The chapter of a section within it: two departments' sections may bear one name. */
function chapterLine(model: EditionModel, key: string): Markup | null {
	const section = model.sections.find(({ content }) => content.key === key);
	const chapter = model.chapters.find((one) => one.key === section?.chapterKey);
	return chapter && chapter.title !== section?.content.title
		? html`<span class="within">${chapter.title}</span>`
		: null;
}

/** "Artikel 12. Rätten att säga sin mening". */
export const articleTitle = (n: number): string => w.article(n, w.articleNames[n] ?? '');

const editionPath = ({ slug, number }: EditionModel): string => `/r/${slug}/v/${number}`;

function page(
	model: EditionModel,
	extract: Extract,
	title: string,
	{
		about,
		lead = '',
		body
	}: { about: string; lead?: string; body: Markup | readonly (Markup | null)[] }
): ExtractPage {
	const { decision, number, publishedAt } = model;
	const path = editionPath(model);
	const own = `${path}/${extractPath(extract)}`;
	const decided = t.decisionLine(decision.body, longDate(decision.date, LANG), paragraphOf(model));
	const edition = t.editionLine(number, longDate(publishedAt, LANG));
	const made = html`<article class="edition extract extract-${extract.kind}" lang="${LANG}">
		<header class="title">
			${logoHtml(model)}
			<p class="sender">${senderOf(model)}</p>
			<h1>${title}</h1>
			<p class="of">
				${about} <a href="${path}">${model.title}</a>. ${edition}.
				${w.decided(decided, decision.registryNumber)}
			</p>
			${lead === '' ? null : html`<p class="lead">${lead}</p>`}
		</header>
		<div class="body">${body}</div>
		<footer class="whole">
			<p><a href="${path}">${w.whole}</a></p>
			<p class="small">${w.address} <a href="${own}" translate="no">${own}</a></p>
		</footer>
	</article>`;
	return { title, html: withSoftHyphens(String(made)) };
}
