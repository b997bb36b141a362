import type { IndicatorFigures } from '../indicator.ts';
import type { DocNode } from '../publication.ts';
import type { CheckedSection } from './finding.ts';

/** An indicator where the section first shows it. */
export type IndicatorBlock = { path: number[]; figures: IndicatorFigures };

/** The indicators that a section shows, each once, at its first block. */
export function indicatorBlocks(section: CheckedSection): IndicatorBlock[] {
	const blocks = new Map<string, IndicatorBlock>();
	const read = (node: DocNode, path: number[]): void => {
		const id = node.attrs?.['indicator'];
		if ((node.type === 'indicator' || node.type === 'figure') && typeof id === 'string') {
			const fixed = section.figures[id];
			if (fixed && !blocks.has(id)) blocks.set(id, { path, figures: fixed.figures });
		}
		for (const [i, child] of (node.content ?? []).entries()) read(child, [...path, i]);
	};
	read(section.doc, []);
	return [...blocks.values()];
}
