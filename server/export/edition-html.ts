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

const senderOf = ({ municipality, authority }: EditionModel): string =>
	[municipality, authority].filter((name) => name !== '').join(', ');

/** "§ 87" is not parted at the end of a line. */
const paragraphOf = ({ decision }: EditionModel): string =>
	decision.paragraph.replaceAll('§ ', `§${NBSP}`);

function titleHtml(model: EditionModel): Markup {
	const { title, reportYear, number, publishedAt, note, decision } = model;
	const rows: [string, string][] = [
		[t.reportYear, String(reportYear)],
		[t.decision, t.decisionLine(decision.body, longDate(decision.date, LANG), paragraphOf(model))],
		[t.registryNumber, decision.registryNumber],
		[t.edition, t.editionLine(number, longDate(publishedAt, LANG))],
		...(note === '' ? [] : [[t.whyNewEdition(number), note] as [string, string]])
	];
	return html`<header class="title">
		<p class="sender">${senderOf(model)}</p>
		<h1>${title}</h1>
		<dl>
			${rows.map(
				([name, value]) =>
					html`<div>
						<dt>${name}</dt>
						<dd>${value}</dd>
					</div>`
			)}
		</dl>
	</header>`;
}

function citeHtml(model: EditionModel, anchors: Anchors): Markup {
	const { title, slug, number, publishedAt, decision } = model;
	const address = `/r/${slug}/v/${number}`;
	const citation = t.citation({
		sender: senderOf(model),
		year: isoDate(publishedAt).slice(0, 4),
		title,
		n: number,
		body: decision.body,
		date: decision.date,
		paragraph: paragraphOf(model),
		registryNumber: decision.registryNumber
	});
	return html`<section class="cite" id="${anchors.cite}">
		<h2>${t.cite}</h2>
		<h3>${t.citeReport}</h3>
		<p class="citation">${citation}</p>
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
