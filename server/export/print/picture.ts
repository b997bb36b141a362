import type { ChartSize } from '#charts/chart.ts';
import { printText } from '#core/print-text.ts';
import type { Origin } from './appendix.ts';
import type { Block } from './document.ts';
import { p } from './words.ts';

export type ChartBlock = Extract<Block, { kind: 'chart' }>;

/** A text alternative that says less than this is no alternative. */
export const LEAST_ALTERNATIVE = 40;

/** Signs in a picture are drawn by the same font as text. */
const textsOf = (svg: string): string => svg.replace(/>[^<]+</g, (text) => printText(text));

/** A picture with its size, which stands in its own head. */
function drawing(svg: string): { svg: string; width: number; height: number } {
	const size = /^<svg [^>]*?width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"/.exec(svg);
	if (!size) throw new Error('A chart does not say its size');
	return { svg: textsOf(svg), width: Number(size[1]), height: Number(size[2]) };
}

/**
 * A chart as a block. Its own words for a screen reader are dropped by what draws it, so they come as
 * `alt`, which says at least where the chart belongs when there is little to tell of it.
 * @throws Error when the picture does not say its size
 */
export function chartBlock(chart: {
	id: string;
	draw: (size: ChartSize) => string;
	alt: string;
	caption: string;
	origin: Origin;
}): ChartBlock & { id: string } {
	const { id, draw, caption, origin } = chart;
	const alt = printText(chart.alt).trim();
	return {
		kind: 'chart',
		id,
		...drawing(draw('wide')),
		narrow: drawing(draw('narrow')),
		alt:
			alt.length >= LEAST_ALTERNATIVE
				? alt
				: `${alt} ${p.chartIn(origin.number, origin.title)}`.trim(),
		caption: printText(caption).trim()
	};
}
