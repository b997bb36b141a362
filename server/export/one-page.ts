import { html, type Markup } from '#schema/markup.ts';
import { extractsTexts } from '#messages/extracts.ts';
import { passagesOf, type AnswerKind } from './answer.ts';
import type { Print } from './chapters.ts';
import { figuresOf, type ShownIndicator } from './figures.ts';
import { essenceKey, isAsked } from './kind.ts';
import { icon } from './icon.ts';
import { keyFigureOf } from './key-figures.ts';
import { LANG, t } from './words.ts';

const w = extractsTexts(LANG);

/**
 * The edition's answer on one page, for a meeting: the counts in words, then every indicator by the way
 * it went, with value, year and a link to where it is told. What is unknown is named like the rest.
 */
export function onePageHtml({ model, anchors, elsewhere = '' }: Print): Markup {
	const { counted, hasSummary } = figuresOf(model, anchors);
	const own = anchors.sections.get(essenceKey(model));
	const more =
		own === undefined
			? null
			: html`<p class="more"><a href="${elsewhere}#${own}">${w.readSummary}</a></p>`;
	if (!isAsked(model)) return html`<section class="counts">${more}</section>`;
	if (counted.length === 0)
		return html`<section class="counts">
			<h2>${t.answer}</h2>
			<p>${t.answerNone}</p>
			${more}
		</section>`;
	const passages = passagesOf(counted);
	const [trends] = passages;
	const shown = new Map(counted.map((one) => [one.id, one]));
	const list = (kind: AnswerKind | 'unknown', word: string, ids: string[], why = '') =>
		html`<div>
			<h3>${icon(kind)} ${t.kindCount(word, ids.length)}</h3>
			${why === '' ? null : html`<p class="small">${why}</p>`}
			<ul role="list">
				${ids.map((id) => {
					const one = shown.get(id);
					return one ? html`<li>${lineHtml(one, elsewhere)}</li>` : null;
				})}
			</ul>
		</div>`;
	return html`<section class="counts">
			<h2>${t.answer}</h2>
			<p>${t.answerBasis(counted.length)}${hasSummary ? null : ` ${t.answerAll}`}</p>
			${passages.map(
				({ count, years }) =>
					html`<p class="count">${count}</p>
						${years === '' ? null : html`<p class="small">${years}</p>`}`
			)}
			${more}
		</section>
		<section class="ways">
			<h2>${t.trends}</h2>
			<div class="kinds">
				${(trends?.kinds ?? []).map(({ kind, ids }) => list(kind, t.kinds[kind], ids))}
				${trends && trends.unknown.length > 0 ? list('unknown', w.unknown, trends.unknown, w.unknownThen) : null}
			</div>
			<p class="small">${t.howCounted}</p>
		</section>`;
}

/** A name, its value with the year, and by how much it has changed. */
function lineHtml(one: ShownIndicator, elsewhere: string): Markup {
	const { title, value, period, change } = keyFigureOf(one);
	const { place } = one;
	const name = place ? html`<a href="${elsewhere}#${place.anchor}">${title}</a>` : title;
	const by = change.detail === '' ? '' : `, ${change.detail}`;
	return html`${name} <span class="detail"><strong>${value}</strong> (${period})${by}</span>`;
}
