import { chartOf, chartSvg, chartTable, type ChartSpec } from '#charts/chart.ts';
import { numberOf, type FixedFigure, type IndicatorReading } from '#core/indicator.ts';
import { periodText } from '#core/period.ts';
import { provenance, type ProvenanceRow } from '#core/provenance.ts';
import { provenanceWords } from '#core/provenance-words.ts';
import { derivedLine, sourceLine } from '#core/sentence.ts';
import { html, trusted, type Markup } from '#schema/markup.ts';
import { read } from './figures.ts';
import { icon } from './icon.ts';
import { changeVerdict, LANG, t, valueText } from './words.ts';

export type BlockPlace = {
	/** The block's id on the page; the ids within it begin with it. */
	anchor: string;
	/** The level of its heading. */
	level: number;
	municipality: string;
	/** The day of publication. */
	published: string;
	/** Every section that shows the same indicator, with its address on the page. */
	uses: { title: string; href: string }[];
};

/**
 * An indicator in the text: its figure large, the sentence that was fixed at submission, chart, the
 * same numbers as a table, where they come from. All of it of the approved figures (I5).
 */
export function indicatorHtml(fixed: FixedFigure, place: BlockPlace): Markup {
	const { anchor, level, municipality } = place;
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
		${noteHtml(fixed)} ${shortSourceHtml(fixed, reading)} ${cardHtml(fixed, reading, place)}
	</div>`;
}

/** One big number with its caption, year and source. */
export function figureHtml(fixed: FixedFigure, place: BlockPlace): Markup {
	const { indicator } = fixed.figures;
	const reading = read(fixed);
	const { latest } = reading;
	return html`<figure class="figure" data-block="figure" id="${place.anchor}">
		<p class="value">${latest ? valueText(indicator, latest) : t.absent.missing}</p>
		<figcaption>
			${indicator.subject}${latest ? `, ${periodText(latest.period, LANG)}` : null}
			${sourcesOf(fixed, reading).map((line) => html` <span class="source">${line}</span>`)}
		</figcaption>
		${cardHtml(fixed, reading, place)}
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

/** The judgements, each with its word. Where there is none, the sentence says why. */
export function verdictsOf(
	{ figures }: FixedFigure,
	reading: IndicatorReading
): { judged: Parameters<typeof icon>[0]; words: string }[] {
	const { judged, word } = changeVerdict(figures.indicator, reading);
	return [
		...(judged === null ? [] : [{ judged, words: word }]),
		...reading.groups.flatMap(({ group, outcome }) =>
			outcome === 'unknown'
				? []
				: [{ judged: outcome, words: t.outcomeAgainst[outcome](group.name) }]
		)
	];
}

function verdictsHtml(fixed: FixedFigure, reading: IndicatorReading): Markup | null {
	const items = verdictsOf(fixed, reading);
	return items.length === 0
		? null
		: html`<ul class="verdicts" role="list">
				${items.map(({ judged, words }) => html`<li>${icon(judged)} ${words}</li>`)}
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
export function sourcesOf({ figures }: FixedFigure, { latest }: IndicatorReading): string[] {
	const first = latest ? [latest] : [];
	const lines = [...first, ...figures.values, ...figures.stated].map((one) =>
		sourceLine(one, LANG)
	);
	return [...new Set(lines)];
}

const noteHtml = ({ figures: { indicator } }: FixedFigure): Markup | null =>
	indicator.note === ''
		? null
		: html`<p class="note"><strong>${t.note}:</strong> ${indicator.note}</p>`;

/** I8: every source once, and what is our own calculation; the card has the rest. */
export function sourceLinesOf(fixed: FixedFigure, reading: IndicatorReading): string[] {
	const isDerived =
		(reading.trend !== 'unknown' && !reading.trendStated) ||
		reading.groups.some(({ outcome, stated }) => outcome !== 'unknown' && !stated);
	const lines = sourcesOf(fixed, reading);
	return isDerived ? [...lines, derivedLine(LANG)] : lines;
}

function shortSourceHtml(fixed: FixedFigure, reading: IndicatorReading): Markup {
	const lines = sourceLinesOf(fixed, reading);
	return html`<p class="source">
		${lines.map((line, i) => html`${i > 0 ? html`<br /> ` : null}${line}`)}
	</p>`;
}

/** What the card of a number says. */
export const cardOf = (
	fixed: FixedFigure,
	reading: IndicatorReading,
	{ municipality, published }: Pick<BlockPlace, 'municipality' | 'published'>
): ProvenanceRow[] =>
	provenance(fixed.figures, reading, {
		lang: LANG,
		municipality,
		next: fixed.next ?? null,
		today: published
	});

/** The card of a number: needs no script, and print opens it. */
function cardHtml(fixed: FixedFigure, reading: IndicatorReading, place: BlockPlace): Markup {
	const rows = cardOf(fixed, reading, place);
	const w = provenanceWords(LANG);
	return html`<details class="about">
		<summary>${w.title}</summary>
		<dl>
			${rows.map(
				({ label, lines }) =>
					html`<div>
						<dt>${label}</dt>
						${lines.map((line) => html`<dd>${line}</dd>`)}
					</div>`
			)}
			<div>
				<dt>${w.used}</dt>
				${place.uses.map(({ title, href }) => html`<dd><a href="${href}">${title}</a></dd>`)}
			</div>
		</dl>
	</details>`;
}
