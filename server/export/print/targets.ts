import type { Block, PrintDocument, Run } from './document.ts';

/** Visits every block, parents first; cells of tables too. */
export function eachBlock(blocks: Block[], visit: (block: Block) => void): void {
	for (const block of blocks) {
		visit(block);
		switch (block.kind) {
			case 'list':
				for (const item of block.items) eachBlock(item, visit);
				break;
			case 'table':
				for (const cell of [...block.head, ...block.rows].flat()) eachBlock(cell.blocks, visit);
				break;
			case 'quote':
			case 'callout':
			case 'together':
				eachBlock(block.blocks, visit);
				break;
			case 'heading':
			case 'paragraph':
			case 'picture':
			case 'chart':
			case 'terms':
				break;
		}
	}
}

/** The words of a block itself and of its notes, not of the blocks within it. */
export const runsIn = (block: Block): Run[] =>
	ownRuns(block).flatMap((run) => (run.note ? [run, ...run.note.runs] : [run]));

function ownRuns(block: Block): Run[] {
	if (block.kind === 'heading' || block.kind === 'paragraph') return block.runs;
	return block.kind === 'terms' ? block.items.flatMap(({ lines }) => lines.flat()) : [];
}

/** Every id that a link may lead to. */
export function targetsOf({ parts }: Pick<PrintDocument, 'parts'>): string[] {
	const ids: string[] = [];
	for (const { blocks } of parts)
		eachBlock(blocks, (block) => {
			if ('id' in block && block.id !== null) ids.push(block.id);
		});
	return ids;
}

/**
 * A link within the document that leads nowhere (a place of the web page alone, a slip of the writer)
 * leaves its words as plain text: files with such links are broken, and are refused.
 */
export function withKnownTargets(doc: PrintDocument): PrintDocument {
	const known = new Set(targetsOf(doc));
	for (const { blocks } of doc.parts)
		eachBlock(blocks, (block) => {
			for (const run of runsIn(block))
				if (run.href?.startsWith('#') === true && !known.has(run.href.slice(1))) delete run.href;
		});
	return doc;
}
