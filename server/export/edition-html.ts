import { isoDate, longDate, NBSP } from '#core/format.ts';
import type { EditionModel } from '#core/publication.ts';
import { html, type Markup } from '#schema/markup.ts';
import { abbreviationsHtml } from './abbreviations.ts';
import { anchorsOf, type Anchors } from './anchors.ts';
import { answerHtml } from './answer.ts';
import { chaptersHtml, type Print } from './chapters.ts';
import { contentsHtml } from './contents.ts';
import { figuresOf } from './figures.ts';
import { isAsked, k, kindFacts, kindOf } from './kind.ts';
import { keyFiguresHtml } from './key-figures.ts';
import { lineageHtml, lineageOf } from './lineage.ts';
import { matrixHtml, matrixOf, type Matrix } from './matrix.ts';
import { promisesHtml, promisesOf } from './promises.ts';
import { recordHtml } from './record.ts';
import { withSoftHyphens } from './soft-hyphens.ts';
import { LANG, reading, t } from './words.ts';

/**
 * The kept `<article>` of an edition (P2, P5): everything that a reader needs, as HTML without a
 * script, a style or a request beside the pictures that the edition holds. Deterministic: the same
 * model gives the same bytes. The page around it adds what may change: files, newer editions.
 */
export const editionHtml = (model: EditionModel): string => withSoftHyphens(editionMarkup(model));

/** The same before its long words were made to part. */
export function editionMarkup(model: EditionModel): string {
	const anchors = anchorsOf(model);
	const { contents, body } = partsHtml({ model, anchors }, { published: true });
	return String(
		html`<article class="edition" lang="${LANG}">
			${titleHtml(model)} ${contents}
			<div class="body">${body} ${recordHtml(model, anchors)} ${citeHtml(model, anchors)}</div>
		</article>`
	);
}

/**
 * What a report says below its title, and the contents of it. What is not published has no approvals, no
 * citation and no files to lead to, and no parts with an address of their own.
 */
export function partsHtml(
	print: Print,
	{ published }: { published: boolean }
): { contents: Markup; body: Markup } {
	const { model, anchors } = print;
	const figures = figuresOf(model, anchors);
	const keyFigures = keyFiguresHtml(figures, anchors);
	const promises = promisesHtml(promisesOf(model), anchors);
	const lineage = lineageHtml(lineageOf(model), anchors);
	const sections = matrixOf(model);
	const matrix = matrixHtml(published ? sections : withoutAddresses(sections), anchors);
	const abbreviations = abbreviationsHtml(model, anchors);
	const has = {
		// Of a part of the report, that it has no figures would say more than is known.
		answer: isAsked(model) && (published || figures.counted.length > 0),
		promises: promises !== null,
		ways: lineage !== null,
		keyFigures: keyFigures !== null,
		abbreviations: abbreviations !== null,
		matrix: matrix !== null,
		published
	};
	return {
		contents: contentsHtml(model, anchors, has),
		body: html`${has.answer ? answerHtml(figures, anchors) : null} ${promises} ${lineage}
		${keyFigures} ${chaptersHtml(print)} ${abbreviations} ${matrix}`
	};
}

const withoutAddresses = (matrix: Matrix | null): Matrix | null =>
	matrix && { ...matrix, addresses: { departments: [], articles: [] } };

/** Municipality and authority. */
export const senderOf = ({ municipality, authority }: EditionModel): string =>
	[municipality, authority].filter((name) => name !== '').join(', ');

/** "§ 87" is not parted at the end of a line. */
export const paragraphOf = ({ decision }: EditionModel): string =>
	decision.paragraph.replaceAll('§ ', `§${NBSP}`);

/** What a title page says below the title: names with what belongs to them. */
export function titleFacts(model: EditionModel): [name: string, value: string][] {
	const { reportYear, number, publishedAt, note, decision } = model;
	const isReply = kindOf(model) === 'interpellationReply';
	return [
		...(kindOf(model) === 'barnbokslut'
			? [[t.reportYear, String(reportYear)] as [string, string]]
			: kindFacts(model)),
		[
			isReply ? k.answered : t.decision,
			t.decisionLine(decision.body, longDate(decision.date, LANG), paragraphOf(model))
		],
		[t.registryNumber, decision.registryNumber],
		[t.edition, t.editionLine(number, longDate(publishedAt, LANG))],
		...(note === '' ? [] : [[t.whyNewEdition(number), note] as [string, string]])
	];
}

function titleHtml(model: EditionModel): Markup {
	return html`<header class="title">
		${logoHtml(model)}
		<p class="sender">${senderOf(model)}</p>
		<h1>${model.title}</h1>
		<dl>
			${titleFacts(model).map(
				([name, value]) =>
					html`<div>
						<dt>${name}</dt>
						<dd>${value}</dd>
					</div>`
			)}
		</dl>
	</header>`;
}

/** How the report is cited. */
export function citationOf(model: EditionModel): string {
	const { title, number, publishedAt, decision } = model;
	return t.citation({
		sender: senderOf(model),
		year: isoDate(publishedAt).slice(0, 4),
		title,
		n: number,
		body: decision.body,
		date: decision.date,
		paragraph: paragraphOf(model),
		registryNumber: decision.registryNumber
	});
}

/** The sender's mark, of the size in which it stands, so that nothing jumps when it comes. */
export function logoHtml(
	{ sender, slug, number, municipality }: EditionModel,
	images = `/r/${slug}/v/${number}/images/`
): Markup | null {
	const logo = sender?.logo;
	if (!logo) return null;
	const src = `${images}${encodeURIComponent(logo.id)}`;
	const alt = logo.alt.trim() === '' ? reading.logoOf(municipality) : logo.alt;
	return html`<img
		class="logo"
		src="${src}"
		alt="${alt}"
		width="${logo.width}"
		height="${logo.height}"
	/>`;
}

function citeHtml(model: EditionModel, anchors: Anchors): Markup {
	const address = model.address ?? `/r/${model.slug}/v/${model.number}`;
	return html`<section class="cite" id="${anchors.cite}">
		<h2>${t.cite}</h2>
		<h3>${t.citeReport}</h3>
		<p class="citation" translate="no">${citationOf(model)}</p>
		<p>${t.citeAddress} <a href="${address}" translate="no">${address}</a></p>
		<h3>${t.citeFigures}</h3>
		<p>${t.citeFiguresHow}</p>
	</section>`;
}
