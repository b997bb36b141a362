import { noteText } from '#core/notes.ts';
import type { DocNode } from '#core/publication.ts';
import { isSafeHref } from '#schema/attributes.ts';
import { noteParts } from '#schema/note-parts.ts';
import { printText } from '#core/print-text.ts';
import type { Block, ParagraphStyle, Run } from './document.ts';

/** Words without marks. */
export const plain = (text: string, href?: string): Run[] =>
	text === ''
		? []
		: [href === undefined ? { text: printText(text) } : { text: printText(text), href }];

/** Bold words. */
export const strong = (text: string): Run => ({ text: printText(text), bold: true });

/** A paragraph of plain words, or of runs. */
export const paragraph = (
	style: ParagraphStyle,
	words: string | Run[]
): Extract<Block, { kind: 'paragraph' }> => ({
	kind: 'paragraph',
	style,
	runs: typeof words === 'string' ? plain(words) : words
});

/** A list of plain points. */
export const bullets = (items: Run[][]): Block => ({
	kind: 'list',
	ordered: false,
	start: 1,
	items: items.map((runs) => [paragraph('plain', runs)])
});

const sameMarks = (a: Run, b: Run): boolean =>
	!a.note && !b.note && a.bold === b.bold && a.italic === b.italic && a.href === b.href;

/**
 * The words of a textblock; neighbours with the same marks are one run.
 * @param noteNumber the number of a footnote
 * @throws Error on a node or mark that the schema does not have: it would be lost in silence
 */
export function runsOf(textblock: DocNode, noteNumber: (node: DocNode) => number): Run[] {
	const runs: Run[] = [];
	for (const node of textblock.content ?? []) {
		if (node.type === 'footnote') {
			const words = noteText(node);
			if (words !== '') runs.push({ text: '', note: noteOf(words, noteNumber(node)) });
			continue;
		}
		const run = runOf(node);
		if (run.text === '') continue;
		const last = runs.at(-1);
		if (last && sameMarks(last, run)) last.text += run.text;
		else runs.push(run);
	}
	return runs;
}

const noteOf = (words: string, number: number): NonNullable<Run['note']> => ({
	number,
	runs: noteParts(words).flatMap(({ text, href }) => plain(text, href ?? undefined))
});

function runOf(node: DocNode): Run {
	if (node.type !== 'text' && node.type !== 'hardBreak')
		throw new Error(`No print for the node ${node.type} within a line`);
	const run: Run = { text: node.type === 'hardBreak' ? '\n' : printText(node.text ?? '') };
	for (const { type, attrs } of node.marks ?? []) {
		if (type === 'bold') run.bold = true;
		else if (type === 'italic') run.italic = true;
		// Paper explains abbreviations in a list at the end.
		else if (type === 'abbreviation') continue;
		else if (type !== 'link') throw new Error(`No print for the mark ${type}`);
		// An address that leads to nothing good leaves its words as plain text.
		else if (isSafeHref(attrs?.['href'])) run.href = String(attrs?.['href']);
	}
	return run;
}
