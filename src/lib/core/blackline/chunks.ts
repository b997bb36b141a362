import type { Block } from './blocks.ts';

/** Blocks that belong together on the page: those of a list, of a quotation, of a callout. */
export type Group = { within: 'list' | 'quote' | 'callout' | null; blocks: Block[] };

/** Neighbours that have changed, or that have not; the latter may be folded. */
export type Chunk = { same: boolean; blocks: number; groups: Group[] };

const withinOf = ({ kind, depth }: Block): Group['within'] =>
	kind === 'callout'
		? 'callout'
		: kind === 'quote' || kind === 'quoteSource'
			? 'quote'
			: kind === 'item' && depth > 0
				? 'list'
				: null;

function groupsOf(blocks: Block[]): Group[] {
	const groups: Group[] = [];
	for (const block of blocks) {
		const within = withinOf(block);
		const last = groups.at(-1);
		if (last && within !== null && last.within === within) last.blocks.push(block);
		else groups.push({ within, blocks: [block] });
	}
	return groups;
}

/**
 * A text in stretches that have changed and stretches that have not. The heading above what has changed
 * goes with it, to tell where one is.
 */
export function chunksOf(blocks: Block[]): Chunk[] {
	const leads = new Set<Block>();
	let heading: Block | null = null;
	for (const block of blocks) {
		if (block.change !== null && heading) leads.add(heading);
		if (block.kind === 'heading') heading = block;
	}
	const stretches: { same: boolean; blocks: Block[] }[] = [];
	for (const block of blocks) {
		const same = block.change === null && !leads.has(block);
		const last = stretches.at(-1);
		if (last?.same === same) last.blocks.push(block);
		else stretches.push({ same, blocks: [block] });
	}
	return stretches.map((one) => ({
		same: one.same,
		blocks: one.blocks.length,
		groups: groupsOf(one.blocks)
	}));
}
