import type { DocNode } from '../publication.ts';
import type { FileBlock } from './blocks.ts';
import { lineText } from './inline.ts';
import { isChapter, isTitleOf, sectionOf } from './match.ts';
import type { WordMatch, WordSection } from './proposal.ts';

/** The blocks under one heading of a file, before they are a section's. */
export type FilePart = {
	heading: string;
	/** The heading's level; 0 before the first one. */
	level: number;
	section: WordSection | null;
	match: WordMatch;
	blocks: FileBlock[];
};

/** Headings deeper than this are looked for a section by their very title only. */
const DEEPEST_ALIKE = 2;

/**
 * A file by its headings: each that means a section begins that section's part, and so does each that is
 * not below the one that stands open. Deeper ones stay headings within their part.
 */
export function partsOf(blocks: FileBlock[], sections: WordSection[]): FilePart[] {
	let open: FilePart = { heading: '', level: 0, section: null, match: 'none', blocks: [] };
	const parts = [open];
	const free = [...sections];
	let chapter = '';
	for (const block of blocks) {
		if (block.level === 0 || block.isWithin) {
			open.blocks.push(block);
			continue;
		}
		const heading = lineText(block.node.content ?? []);
		// A section alone in its chapter may stand under two headings with the same words.
		if (open.blocks.length === 0 && open.section && isTitleOf(heading, open.section)) continue;
		const found = sectionOf(heading, chapter, free);
		const means = found?.match === 'alike' && block.level > DEEPEST_ALIKE ? null : found;
		if (isChapter(heading, sections)) chapter = heading;
		const isBelow = open.section === null ? open.level > 0 : true;
		if (!means && isBelow && block.level > open.level) {
			open.blocks.push(block);
			continue;
		}
		if (means) free.splice(free.indexOf(means.section), 1);
		const { section = null, match = 'none' } = means ?? {};
		open = { heading, level: block.level, section, match, blocks: [] };
		parts.push(open);
	}
	return parts.filter((part) => part.blocks.length > 0);
}

/** The blocks of a part with the two levels of headings that a section has, without gaps. */
export function levelled(blocks: FileBlock[]): DocNode[] {
	const above: number[] = [];
	return blocks.map(({ node, level }) => {
		if (level === 0) return node;
		while ((above.at(-1) ?? 0) >= level) above.pop();
		above.push(level);
		return { ...node, attrs: { level: Math.min(2, above.length) } };
	});
}

/** The blocks of a part below its own heading, for a section that the heading does not name. */
export const withHeading = (heading: string, blocks: DocNode[]): DocNode[] =>
	heading === ''
		? blocks
		: [
				{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: heading }] },
				...blocks.map((node) => (node.type === 'heading' ? { ...node, attrs: { level: 2 } } : node))
			];
