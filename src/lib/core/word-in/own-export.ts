import type { DocNode } from '../publication.ts';
import type { FileBlock, Role } from './blocks.ts';
import { lineText } from './inline.ts';
import type { LeftOutCounts } from './proposal.ts';

/**
 * What our own Word files hold beside the text: the line of department and articles below a heading,
 * indicators with their numbers and sentences, pointers to the appendix. None of it was typed, and none
 * of it is to be typed now (I3, I5).
 */

/** The bookmark of an indicator's block, as the export writes it; a second block of one has a number. */
const INDICATOR = /^ind_(.+?)(_\d+)?$/;

/** What an indicator's block is made of, beside its heading. */
const OF_INDICATOR: ReadonlySet<Role | null> = new Set(['value', 'sentence', 'small', 'source']);

/** The blocks of a section's part as they were typed. */
export function asTyped(
	blocks: FileBlock[],
	isSection: boolean,
	indicators: ReadonlyMap<string, string>,
	leftOut: LeftOutCounts
): FileBlock[] {
	const typed: FileBlock[] = [];
	for (let i = 0; i < blocks.length; i += 1) {
		const block = blocks[i];
		if (!block) break;
		if (isIndicator(block)) {
			const id = idOf(block, indicators);
			if (id !== null) {
				typed.push(reference(block, id));
				i = endOf(blocks, i) - 1;
				continue;
			}
			if (isSection) leftOut.add('indicators');
		}
		if (isSection && i === 0 && block.role === 'small') {
			leftOut.add('tags');
			continue;
		}
		if (isSummary(block)) {
			typed.push({ ...block, node: { type: 'indicatorSummary' }, level: 0, isWithin: false });
			i = endOfSummary(blocks, i) - 1;
			continue;
		}
		// "The numbers behind the chart stand in table 7": the table is not here.
		if (isSection && block.role === 'small' && block.pointsWithin) {
			leftOut.add('charts');
			continue;
		}
		typed.push(block);
	}
	return typed;
}

/** How the export heads a summary of the indicators, and how its lines begin. */
const SUMMARY = 'Nyckeltalen i sammandrag';
const SUMMARY_LINE = /^(?:Av de \d+ nyckeltal|Värdena gäller|Inget av|Inga av)/;

const isSummary = ({ isWithin, node }: FileBlock): boolean =>
	isWithin && lineText(node.content ?? []) === SUMMARY;

/** The first block after a summary: sentences, each with its list. */
function endOfSummary(blocks: FileBlock[], start: number): number {
	let end = start + 1;
	for (let block = blocks[end]; block; block = blocks[end]) {
		const { node } = block;
		const isLine = node.type === 'paragraph' && SUMMARY_LINE.test(lineText(node.content ?? []));
		if (!isLine && !(node.type === 'bulletList' && end > start + 1)) break;
		end += 1;
	}
	return end;
}

/** The first block of an indicator: its heading, or its value. */
const isIndicator = ({ bookmarks, level, role }: FileBlock): boolean =>
	(level > 0 || role === 'value') && bookmarks.some((bookmark) => INDICATOR.test(bookmark));

/** The indicator that a bookmark names; null where nobody here has it. */
function idOf({ bookmarks }: FileBlock, indicators: ReadonlyMap<string, string>): string | null {
	for (const bookmark of bookmarks) {
		const [, key = '', number = ''] = INDICATOR.exec(bookmark) ?? [];
		const id = indicators.get(key + number) ?? indicators.get(key);
		if (id !== undefined) return id;
	}
	return null;
}

/** A block with a heading shows all of an indicator, one without its value alone. */
function reference(block: FileBlock, indicator: string): FileBlock {
	const node: DocNode = {
		type: block.level > 0 ? 'indicator' : 'figure',
		attrs: { indicator }
	};
	return { ...block, node, level: 0, isWithin: false, role: null, bookmarks: [] };
}

/** Its chart is a picture in the file, without a role. */
const isOfIndicator = ({ role, node }: FileBlock): boolean =>
	OF_INDICATOR.has(role) || node.type === 'picture';

/** The first block after the indicator's own. */
function endOf(blocks: FileBlock[], start: number): number {
	const isFigure = blocks[start]?.level === 0;
	let end = start + 1;
	// Below a lone value stands what it is a value of.
	if (isFigure && blocks[end]?.role === null) end += 1;
	for (let block = blocks[end]; block; block = blocks[end]) {
		if (isIndicator(block) || block.level > 0 || !isOfIndicator(block)) break;
		end += 1;
		// The way to the appendix is its last line.
		if (block.role === 'small' && block.pointsWithin) break;
	}
	return end;
}
