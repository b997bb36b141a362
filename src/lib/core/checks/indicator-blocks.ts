import type { IndicatorFigures } from '../indicator.ts';
import type { DocNode } from '../publication.ts';
import type { CheckedSection } from './finding.ts';

/** An indicator where the section first shows it. */
export type IndicatorBlock = { path: number[]; figures: IndicatorFigures };

/** The indicators that a section shows, each once, at its first block. */
export function indicatorBlocksOf(section: CheckedSection): IndicatorBlock[] {
	const blocks = new Map<string, IndicatorBlock>();
	const path: number[] = [];
	const read = (node: DocNode): void => {
		const id = node.attrs?.['indicator'];
		if ((node.type === 'indicator' || node.type === 'figure') && typeof id === 'string') {
			const fixed = section.figures[id];
			if (fixed && !blocks.has(id)) blocks.set(id, { path: [...path], figures: fixed.figures });
		}
		for (const [i, child] of (node.content ?? []).entries()) {
			// Texts hold no blocks.
			if (child.text !== undefined) continue;
			path.push(i);
			read(child);
			path.pop();
		}
	};
	if (Object.keys(section.figures).length > 0) read(section.doc);
	return [...blocks.values()];
}
