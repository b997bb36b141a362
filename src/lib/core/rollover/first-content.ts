import { areaTableNode } from '../area-nodes.ts';
import type { DocNode } from '../publication.ts';
import { paragraph } from '../templates/blocks.ts';

/** What a section of a new year's report begins with: never a sentence of last year's (Y1). */
export type FirstContent = {
	/** The template's fixed text. */
	initial: DocNode[];
	/** Last year's approved text; null where the section had no place in the edition. */
	before: DocNode | null;
	/** The areas to follow up; null in all sections but one. */
	followUp: DocNode | null;
	/** It holds the plan. */
	isPlan: boolean;
};

const REFERENCES = new Set(['indicator', 'figure', 'indicatorSummary']);

/** The blocks that refer to figures, in order: they show the new periods by themselves (I5). */
function references(node: DocNode): DocNode[] {
	if (!REFERENCES.has(node.type)) return (node.content ?? []).flatMap(references);
	return node.attrs?.['indicator'] === '' ? [] : [node];
}

const sameReference = (a: DocNode, b: DocNode): boolean =>
	a.type === b.type && a.attrs?.['indicator'] === b.attrs?.['indicator'];

/** The document that the section begins with: fixed text and structure, with paragraphs to write in. */
export function firstContent({ initial, before, followUp, isPlan }: FirstContent): DocNode {
	const fixed = initial.flatMap(references);
	const structure = [
		...(before === null ? [] : references(before)).filter(
			(block) => !fixed.some((one) => sameReference(one, block))
		),
		...(followUp === null ? [] : [followUp]),
		...(isPlan ? [areaTableNode('plan', '', [])] : [])
	];
	if (initial.length > 0 && structure.length === 0) return { type: 'doc', content: initial };
	const around = structure.flatMap((block) => [paragraph(''), block]);
	return { type: 'doc', content: [...initial, ...around, paragraph('')] };
}
