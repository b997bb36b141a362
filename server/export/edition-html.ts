import { isoDate, longDate, NBSP } from '#core/format.ts';
import type { EditionModel } from '#core/publication.ts';
import { html, type Markup } from '#schema/markup.ts';
import { anchorsOf, type Anchors } from './anchors.ts';
import { answerHtml } from './answer.ts';
import { chaptersHtml } from './chapters.ts';
import { contentsHtml } from './contents.ts';
import { figuresOf } from './figures.ts';
import { keyFiguresHtml } from './key-figures.ts';
import { recordHtml } from './record.ts';
import { LANG, t } from './words.ts';

/**
 * The kept `<article>` of an edition (P2, P5): everything that a reader needs, as HTML without a
 * script, a style or a request beside the pictures that the edition holds. Deterministic: the same
 * model gives the same bytes. The page around it adds what may change: address, newer editions.
 */
export function editionHtml(model: EditionModel): string {
	const anchors = anchorsOf(model);
	const figures = figuresOf(model, anchors);
	const keyFigures = keyFiguresHtml(figures, anchors);
	return String(
		html`<article class="edition" lang="${LANG}">
			${titleHtml(model)} ${contentsHtml(model, anchors, keyFigures !== null)}
			<div class="body">
				${answerHtml(figures, anchors)} ${keyFigures} ${chaptersHtml({ model, anchors })}
				${recordHtml(model, anchors)} ${citeHtml(model, anchors)} ${formatsHtml(anchors)}
			</div>
		</article>`
	);
}

/** Municipality and authority. */
export const senderOf = ({ municipality, authority }: EditionModel): string =>
	[municipality, authority].filter((name) => name !== '').join(', ');

/** "§ 87" is not parted at the end of a line. */
export const paragraphOf = ({ decision }: EditionModel): string =>
	decision.paragraph.replaceAll('§ ', `§${NBSP}`);

/** What a title page says below the title: names with what belongs to them. */
export function titleFacts(model: EditionModel): [name: string, value: string][] {
	const { reportYear, number, publishedAt, note, decision } = model;
	return [
		[t.reportYear, String(reportYear)],
		[t.decision, t.decisionLine(decision.body, longDate(decision.date, LANG), paragraphOf(model))],
		[t.registryNumber, decision.registryNumber],
		[t.edition, t.editionLine(number, longDate(publishedAt, LANG))],
		...(note === '' ? [] : [[t.whyNewEdition(number), note] as [string, string]])
	];
}

function titleHtml(model: EditionModel): Markup {
	return html`<header class="title">
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

function citeHtml(model: EditionModel, anchors: Anchors): Markup {
	const address = `/r/${model.slug}/v/${model.number}`;
	return html`<section class="cite" id="${anchors.cite}">
		<h2>${t.cite}</h2>
		<h3>${t.citeReport}</h3>
		<p class="citation">${citationOf(model)}</p>
		<p>${t.citeAddress} <a href="${address}">${address}</a></p>
		<h3>${t.citeFigures}</h3>
		<p>${t.citeFiguresHow}</p>
	</section>`;
}

const formatsHtml = (anchors: Anchors): Markup =>
	html`<section class="formats" id="${anchors.formats}">
		<h2>${t.formats}</h2>
		<p>${t.formatsNow}</p>
		<p>${t.accessibilityLead} <a href="/tillganglighet">${t.accessibility}</a></p>
	</section>`;
