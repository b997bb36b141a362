import { printText } from '#core/print-text.ts';
import type { PrintDocument } from '../print/document.ts';
import { setBlocks, type SetBlock, type SetTable, type Setting } from './set-blocks.ts';
import { FULL_LINE, partWords } from './part-words.ts';
import { setRuns } from './set-runs.ts';
import type { Paper } from './table-sheet.ts';

export type PdfSize = 'normal' | 'large' | 'summary';

/** Blocks that stand on one kind of paper, one after another. */
export type Sheet = { paper: Paper; blocks: SetBlock[] };

export type SetOut = { data: object; tables: SetTable[] };

/** Points of the text, as look.typ has them. */
const POINTS: Record<PdfSize, number> = { normal: 11, large: 18, summary: 10.5 };
const BLUE = '#00497a';

/**
 * A document as the data that the template reads: nothing in it is markup. What the typesetter would
 * refuse without need is mended: a link that leads nowhere becomes its words, an id stands once, levels
 * of headings have no gap, tables no hole.
 * @param pictures the file of each picture, by its key
 * @param scale the size of the text, 1 for the usual one
 */
export function setOut(
	doc: PrintDocument,
	size: PdfSize,
	pictures: ReadonlyMap<string, string>,
	scale: number
): SetOut {
	const blocks = doc.parts.flatMap((part) => part.blocks);
	const settingFor = (targets: ReadonlySet<string>): Setting => ({
		points: POINTS[size] * scale,
		large: size === 'large',
		beside: size === 'normal',
		targets,
		given: new Set(),
		pictures,
		// The contents have a heading of their own.
		level: size === 'summary' ? 0 : 1,
		tables: [],
		letters: FULL_LINE
	});
	// Twice: only then is it known which ids stand in the document, and thus which links lead somewhere.
	const first = settingFor(new Set());
	setBlocks(blocks, first, false);
	const setting = settingFor(first.given);
	const sheets = sheetsOf(setBlocks(blocks, setting, false));
	const logo = doc.logo && { path: pictures.get(doc.logo.image), alt: doc.logo.alt };
	return {
		data: {
			size,
			scale,
			title: printText(doc.title),
			sender: printText(doc.sender),
			accent: /^#[0-9a-f]{6}$/i.test(doc.accent) ? doc.accent : BLUE,
			logo: logo?.path === undefined ? null : logo,
			facts: doc.facts.map(({ term, lines }) => ({
				term: printText(term),
				lines: lines.map((line) => setRuns(line, setting.targets))
			})),
			running: {
				left: printText(doc.running.left),
				right: printText(doc.running.right),
				pages: doc.running.pages ?? false
			},
			short: doc.short ?? false,
			foot: printText(doc.foot),
			colophon: {
				title: printText(doc.colophonTitle),
				lines: doc.colophon.map((line) => partWords(line, FULL_LINE))
			},
			contentsTitle: printText(doc.contentsTitle),
			words: { page: 'Sida', of: 'av' },
			sheets
		},
		tables: setting.tables
	};
}

/**
 * Blocks by the paper that they need. A turned page brings the headings above its table and the source
 * below it along, so that they are not parted.
 */
function sheetsOf(blocks: SetBlock[]): Sheet[] {
	const sheets: Sheet[] = [{ paper: 'portrait', blocks: [] }];
	for (const block of blocks) {
		const last = sheets.at(-1);
		if (!last) break;
		const paper = block.paper ?? 'portrait';
		const belongs = block.kind === 'paragraph' && block['style'] === 'source';
		if (paper === last.paper || (belongs && last.blocks.at(-1)?.kind === 'table')) {
			last.blocks.push(block);
			continue;
		}
		const above: SetBlock[] = [];
		while (paper !== 'portrait' && last.blocks.at(-1)?.kind === 'heading')
			above.unshift(...last.blocks.splice(-1));
		const before = last.blocks.length === 0 ? sheets.at(-2) : undefined;
		if (before?.paper === paper) {
			sheets.pop();
			before.blocks.push(...above, block);
		} else sheets.push({ paper, blocks: [...above, block] });
	}
	return sheets.filter((sheet) => sheet.blocks.length > 0);
}
