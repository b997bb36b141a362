import { periodLabel } from '#core/period.ts';
import { html, type Markup } from '#schema/markup.ts';
import type { Anchors } from './anchors.ts';
import type { EditionFigures, ShownIndicator } from './figures.ts';
import { icon } from './icon.ts';
import { changeVerdict, groupVerdict, LANG, t, valueText, type Verdict } from './words.ts';

/**
 * All indicators at a glance: name, value, year, change in words, against similar municipalities.
 * The roles are written out because the telephone's style lays the rows out as blocks, and a table
 * that is laid out otherwise is no table to some screen readers.
 */
export function keyFiguresHtml(
	{ all, differing }: EditionFigures,
	anchors: Anchors
): Markup | null {
	if (all.length === 0) return null;
	const heads = [t.keyFigureName, t.value, t.year, t.change, t.againstSimilar];
	return html`<section class="key-figures" id="${anchors.keyFigures}">
		<h2>${t.keyFigures}</h2>
		<table role="table">
			<caption>
				${t.keyFiguresCaption}
			</caption>
			<thead role="rowgroup">
				<tr role="row">
					${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
				</tr>
			</thead>
			<tbody role="rowgroup">
				${all.map(rowHtml)}
			</tbody>
		</table>
		${differing.map(({ title, numbers }) => html`<p class="small">${t.differ(title, joined(numbers))}</p>`)}
	</section>`;
}

/** "2, 3.1 och 8". */
export const joined = (parts: (string | number)[]): string =>
	[parts.slice(0, -1).join(', '), String(parts.at(-1) ?? '')]
		.filter((part) => part !== '')
		.join(t.and);

/** An indicator at a glance, as web and paper tell it. */
export function keyFigureOf({ fixed, reading }: ShownIndicator) {
	const { indicator } = fixed.figures;
	const { latest, breakdowns } = reading;
	const period = (latest ?? breakdowns[0])?.period;
	const similar = reading.groups.find(({ group }) => group.kind === 'similar');
	return {
		title: indicator.title,
		value: latest
			? valueText(indicator, latest)
			: breakdowns.length > 0
				? t.seeParts
				: t.absent.missing,
		period: period === undefined ? '–' : periodLabel(period, LANG),
		change: changeVerdict(indicator, reading),
		/** Null without a value of similar municipalities. */
		similar: similar ? groupVerdict(indicator, similar) : null
	};
}

function rowHtml(shown: ShownIndicator): Markup {
	const { place } = shown;
	const { title, value, period, change, similar } = keyFigureOf(shown);
	const cell = (label: string, content: Markup | string, kind: 'number' | 'words') =>
		html`<td role="cell" class="${kind}" data-label="${label}">${content}</td>`;
	return html`<tr role="row">
		<th role="rowheader" scope="row">
			${place ? html`<a href="#${place.anchor}">${title}</a>` : title}
		</th>
		${cell(t.value, value, 'number')} ${cell(t.year, period, 'number')}
		${cell(t.change, verdictHtml(change), 'words')}
		${cell(t.againstSimilar, similar ? verdictHtml(similar) : t.noComparison, 'words')}
	</tr>`;
}

/** A judgement with its sign; what nobody judges has none. */
function verdictHtml({ judged, word, detail }: Verdict<Parameters<typeof icon>[0]>): Markup {
	return html`<span class="verdict">
		${judged === null ? null : icon(judged)}
		<span>${word} ${detail === '' ? null : html`<span class="detail">${detail}</span>`}</span>
	</span>`;
}
