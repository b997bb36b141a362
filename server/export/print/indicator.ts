import { chartOf, chartSvg, chartTable, chartText } from '#charts/chart.ts';
import { numberOf, type FixedFigure } from '#core/indicator.ts';
import { periodText } from '#core/period.ts';
import { printText } from '#core/print-text.ts';
import { read } from '../figures.ts';
import { cardOf, sourceLinesOf, sourcesOf, verdictsOf } from '../indicator-block.ts';
import { LANG, t, valueText } from '../words.ts';
import type { Appendix, Origin } from './appendix.ts';
import type { Block, Run } from './document.ts';
import { chartBlock } from './picture.ts';
import { paragraph, plain, strong } from './runs.ts';
import { heading, levelOf } from './text.ts';
import { textTable } from './tables.ts';
import { p } from './words.ts';

export type PrintPlace = {
	/** The block's id in the document. */
	anchor: string;
	/** The level of its heading. */
	level: number;
	municipality: string;
	/** The day of publication, ISO. */
	published: string;
	/** Every section that shows the same indicator, with its address in the document. */
	uses: { title: string; href: string }[];
	/** The section that it stands in. */
	origin: Origin;
	appendix: Appendix;
};

const source = (lines: string[]): Block[] =>
	lines.length === 0 ? [] : [paragraph('source', [{ text: lines.map(printText).join('\n') }])];

/**
 * An indicator as paper has it: figure large, judgements, the sentence that was fixed, chart, note and
 * sources; its numbers and its card go to the appendix, linked both ways. All of the approved figures
 * (I5).
 */
export function indicatorBlocks(fixed: FixedFigure, place: PrintPlace): Block[] {
	const { anchor, level, municipality, appendix, origin, published, uses } = place;
	const { figures, sentence } = fixed;
	const { indicator } = figures;
	const reading = read(fixed);
	const { latest } = reading;
	const spec = chartOf(figures, reading, { lang: LANG, municipality, id: anchor });
	const chart =
		spec === null
			? null
			: chartBlock({
					id: appendix.take(`${anchor}-diagram`),
					draw: (size) => chartSvg(spec, size, 'print'),
					alt: chartText(spec),
					caption: '',
					origin
				});
	const about = appendix.about(fixed, {
		title: indicator.title,
		anchor,
		card: cardOf(fixed, reading, { municipality, published }),
		uses,
		numbers:
			spec === null || chart === null
				? null
				: {
						chart: chart.id,
						table: (id, number) => {
							const { caption, head, rows } = chartTable(spec);
							return textTable({ id, caption: p.numbered(number, caption) }, head, rows);
						}
					},
		origin
	});
	const verdicts = verdictsOf(fixed, reading).map(({ words }) => words);
	return [
		{
			kind: 'together',
			id: anchor,
			blocks: [
				heading(levelOf(level), indicator.title),
				...(latest
					? [
							valueBlock(
								valueText(indicator, latest),
								numberOf(latest) !== null,
								periodText(latest.period, LANG)
							)
						]
					: []),
				...(verdicts.length === 0 ? [] : [paragraph('small', verdicts.join(' · '))]),
				...(sentence === '' ? [] : [paragraph('sentence', sentence)]),
				...(chart === null ? [] : [chart]),
				...(indicator.note === ''
					? []
					: [paragraph('small', [strong(`${t.note}:`), ...plain(` ${indicator.note}`)])]),
				...source(sourceLinesOf(fixed, reading)),
				paragraph('small', about)
			]
		}
	];
}

/** The number is bold, what stands beside it is not. */
function valueBlock(value: string, isNumber: boolean, beside: string): Block {
	const runs: Run[] = [
		...(isNumber ? [strong(value)] : plain(value)),
		...plain(beside === '' ? '' : ` ${beside}`)
	];
	return paragraph('value', runs);
}

/** One big number with its caption, year and source. */
export function figureBlocks(fixed: FixedFigure, place: PrintPlace): Block[] {
	const { indicator } = fixed.figures;
	const reading = read(fixed);
	const { latest } = reading;
	const { anchor, municipality, published, uses, origin, appendix } = place;
	const about = appendix.about(fixed, {
		title: indicator.title,
		anchor,
		card: cardOf(fixed, reading, { municipality, published }),
		uses,
		numbers: null,
		origin
	});
	const said = latest
		? `${indicator.subject}, ${periodText(latest.period, LANG)}`
		: indicator.subject;
	return [
		{
			kind: 'together',
			id: anchor,
			blocks: [
				valueBlock(
					latest ? valueText(indicator, latest) : t.absent.missing,
					numberOf(latest) !== null,
					''
				),
				paragraph('plain', said),
				...source(sourcesOf(fixed, reading)),
				paragraph('small', about)
			]
		}
	];
}

/** In the place of a figure that the approved content does not hold: nothing is left out in silence. */
export const noFigureBlocks = (anchor: string): Block[] => [
	{ kind: 'together', id: anchor, blocks: [paragraph('small', t.noIndicator)] }
];
