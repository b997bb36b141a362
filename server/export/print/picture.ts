import { printText } from '#core/print-text.ts';
import type { Origin } from './appendix.ts';
import type { Block } from './document.ts';
import { p } from './words.ts';

export type ChartBlock = Extract<Block, { kind: 'chart' }>;

/** A text alternative that says less than this is no alternative. */
export const LEAST_ALTERNATIVE = 40;

/** Signs in a picture are drawn by the same font as text. */
const textsOf = (svg: string): string => svg.replace(/>[^<]+</g, (text) => printText(text));

/**
 * A chart as a block. The size stands in the picture's own head; its own words for a screen reader are
 * dropped by what draws it, so they come as `alt`.
 * @throws Error when the picture does not say its size
 */
export function chartBlock(chart: {
	id: string;
	svg: string;
	alt: string;
	caption: string;
	origin: Origin;
}): ChartBlock & { id: string } {
	const { id, svg, caption, origin } = chart;
	const size = /^<svg [^>]*?width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"/.exec(svg);
	if (!size) throw new Error('A chart does not say its size');
	const alt = printText(chart.alt).trim();
	return {
		kind: 'chart',
		id,
		svg: textsOf(svg),
		width: Number(size[1]),
		height: Number(size[2]),
		alt:
			alt.length >= LEAST_ALTERNATIVE
				? alt
				: `${alt} ${p.chartIn(origin.number, origin.title)}`.trim(),
		caption: printText(caption).trim()
	};
}
