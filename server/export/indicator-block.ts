import { chartOf, chartSvg, chartTable, type ChartSpec } from '#charts/chart.ts';
import { numberOf, type FixedFigure, type IndicatorReading } from '#core/indicator.ts';
import { periodText } from '#core/period.ts';
import { derivedLine, sourceLine, toleranceLine } from '#core/sentence.ts';
import { html, trusted, type Markup } from '#schema/markup.ts';
import { read } from './figures.ts';
import { icon } from './icon.ts';
import { joined } from './key-figures.ts';
import { changeVerdict, LANG, t, valueText } from './words.ts';

export type BlockPlace = {
	/** The block's id on the page; the ids within it begin with it. */
	anchor: string;
	/** The level of its heading. */
	level: number;
	municipality: string;
};

/**
 * An indicator in the text: its figure large, the sentence that was fixed at submission, chart, the
 * same numbers as a table, where they come from. All of it of the approved figures (I5).
 */
export function indicatorHtml(
	fixed: FixedFigure,
	{ anchor, level, municipality }: BlockPlace
): Markup {
	const { figures, sentence } = fixed;
	const reading = read(fixed);
	const chart = chartOf(figures, reading, { lang: LANG, municipality, id: anchor });
	const tag = `h${level}`;
	return html`<div class="indicator" data-block="indicator" id="${anchor}">
		<${tag}>${figures.indicator.title}</${tag}>
		${valueHtml(fixed, reading)}
		${verdictsHtml(fixed, reading)}
		<p class="sentence">${sentence}</p>
		${chart ? chartHtml(chart) : null}
		${provenanceHtml(fixed, reading)}
	</div>`;
}

/** One big number with its caption, year and source. */
export function figureHtml(fixed: FixedFigure, anchor: string): Markup {
	const { indicator } = fixed.figures;
	const { latest } = read(fixed);
	return html`<figure class="figure" data-block="figure" id="${anchor}">
		<p class="value">${latest ? valueText(indicator, latest) : t.absent.missing}</p>
		<figcaption>
			${indicator.subject}${latest ? `, ${periodText(latest.period, LANG)}` : null}
			${sourcesOf(fixed, read(fixed)).map((line) => html` <span class="source">${line}</span>`)}
		</figcaption>
	</figure>`;
}

/** In the place of a figure that the approved content does not hold: nothing is left out in silence. */
export const noFigureHtml = (kind: 'indicator' | 'figure', anchor: string): Markup =>
	html`<p class="small" data-block="${kind}" id="${anchor}">${t.noIndicator}</p>`;

function valueHtml({ figures }: FixedFigure, { latest }: IndicatorReading): Markup | null {
	if (!latest) return null;
	const value = valueText(figures.indicator, latest);
	const isNumber = numberOf(latest) !== null;
	return html`<p class="value">
		${isNumber ? html`<strong>${value}</strong>` : value}
		<span>${periodText(latest.period, LANG)}</span>
	</p>`;
}

/** The judgements, each with its sign and word. Where there is none, the sentence says why. */
function verdictsHtml({ figures }: FixedFigure, reading: IndicatorReading): Markup | null {
	const change = changeVerdict(figures.indicator, reading);
	const items: Markup[] =
		change.judged === null ? [] : [html`${icon(change.judged)} ${change.word}`];
	for (const { group, outcome } of reading.groups)
		if (outcome !== 'unknown')
			items.push(html`${icon(outcome)} ${t.outcomeAgainst[outcome](group.name)}`);
	return items.length === 0
		? null
		: html`<ul class="verdicts" role="list">
				${items.map((item) => html`<li>${item}</li>`)}
			</ul>`;
}

/** Two pictures of the same: the style shows the one that fits, and only that is read aloud. */
function chartHtml(spec: ChartSpec): Markup {
	const { caption, head, rows } = chartTable(spec);
	const [corner = '', ...heads] = head;
	return html`<div class="chart-box">
			${trusted(chartSvg(spec, 'wide'))}${trusted(chartSvg(spec, 'narrow'))}
		</div>
		<details class="numbers">
			<summary>${t.showTable}</summary>
			<div class="table" role="group" tabindex="0" aria-label="${caption}">
				<table>
					<caption>
						${caption}
					</caption>
					<thead>
						<tr>
							<th scope="col">${corner}</th>
							${heads.map((name) => html`<th scope="col" class="right">${name}</th>`)}
						</tr>
					</thead>
					<tbody>
						${rows.map(
							([name = '', ...cells]) =>
								html`<tr>
									<th scope="row">${name}</th>
									${cells.map((cell) => html`<td class="right">${cell}</td>`)}
								</tr>`
						)}
					</tbody>
				</table>
			</div>
		</details>`;
}

/** Every source once: of the values, and of what a source says without a number. */
function sourcesOf({ figures }: FixedFigure, { latest }: IndicatorReading): string[] {
	const first = latest ? [latest] : [];
	const lines = [...first, ...figures.values, ...figures.stated].map((one) =>
		sourceLine(one, LANG)
	);
	return [...new Set(lines)];
}

/** I8: sources, own calculations, who is compared with (I7), what is measured, and the remark. */
function provenanceHtml(fixed: FixedFigure, reading: IndicatorReading): Markup {
	const { indicator, groups } = fixed.figures;
	const isDerived =
		(reading.trend !== 'unknown' && !reading.trendStated) ||
		reading.groups.some(({ outcome, stated }) => outcome !== 'unknown' && !stated);
	const lines = sourcesOf(fixed, reading);
	if (isDerived) lines.push(derivedLine(LANG));
	const about = [
		indicator.definition,
		toleranceLine(indicator, LANG),
		...groups
			.filter(({ members }) => members.length > 0)
			.map(({ name, year, members }) => t.groupMembers(name, year, joined(members)))
	].filter((line) => line !== '');
	return html`${indicator.note === '' ? null : html`<p class="note"><strong>${t.note}:</strong> ${indicator.note}</p>`}
		<p class="source">${lines.map((line, i) => html`${i > 0 ? html`<br /> ` : null}${line}`)}</p>
		${
			about.length === 0
				? null
				: html`<details class="about">
						<summary>${t.about}</summary>
						${about.map((line) => html`<p>${line}</p>`)}
					</details>`
		}`;
}
