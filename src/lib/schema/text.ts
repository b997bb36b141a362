import { TEXTBLOCKS } from '#core/cell-text.ts';
import { noteText } from '#core/notes.ts';
import type { DocNode } from '#core/publication.ts';
import { signatureLines } from '#core/signature.ts';
import type { RequiredBlock } from '#core/template.ts';

/** Visits every node of a document, parents first. */
export function walk(node: DocNode, visit: (node: DocNode) => void): void {
	visit(node);
	for (const child of node.content ?? []) walk(child, visit);
}

/**
 * The words of a node, a line for each textblock, and after it one for each note in it: its words are
 * whole so, and none is forgotten. A signature says its lines. What other atoms show are no words.
 */
export const plainText = (node: DocNode): string => linesOf(node, true);

/** The same without the notes: what stands in a cell may be a number. */
export const textWithoutNotes = (node: DocNode): string => linesOf(node, false);

function linesOf(node: DocNode, notes: boolean): string {
	const lines: string[] = [];
	let line = '';
	let noted: string[] = [];
	const flush = () => {
		if (line.trim()) lines.push(line.trim());
		if (notes) lines.push(...noted);
		line = '';
		noted = [];
	};
	const read = (n: DocNode): void => {
		if (n.text !== undefined) line += n.text;
		else if (n.type === 'hardBreak') line += ' ';
		else if (n.type === 'footnote') noted.push(...[noteText(n)].filter(Boolean));
		else if (n.type === 'signature') {
			flush();
			lines.push(...signatureLines(n.attrs));
		} else {
			const isBlock = TEXTBLOCKS.has(n.type);
			if (isBlock) flush();
			for (const child of n.content ?? []) read(child);
			if (isBlock) flush();
		}
	};
	read(node);
	flush();
	return lines.join('\n');
}

/** True when nothing stands in the document: no word and no block but empty paragraphs. */
export const isEmptyDoc = (doc: DocNode): boolean =>
	(doc.content ?? []).every((n) => n.type === 'paragraph' && !n.content?.length);

/** The ids of all indicators that the text refers to, each once, in order. */
export function indicatorIds(doc: DocNode): string[] {
	const ids = new Set<string>();
	walk(doc, (n) => {
		if (n.type !== 'indicator' && n.type !== 'figure') return;
		const id = n.attrs?.['indicator'];
		if (typeof id === 'string' && id !== '') ids.add(id);
	});
	return [...ids];
}

/** True when the document holds a summary of the report's indicators. */
export function hasSummary(doc: DocNode): boolean {
	let found = false;
	walk(doc, (n) => {
		if (n.type === 'indicatorSummary') found = true;
	});
	return found;
}

/** The ids of all pictures in the text. */
export function imageIds(doc: DocNode): string[] {
	const ids = new Set<string>();
	walk(doc, (n) => {
		const id = n.type === 'picture' ? n.attrs?.['image'] : undefined;
		if (typeof id === 'string' && id !== '') ids.add(id);
	});
	return [...ids];
}

/** How many pictures lack their text alternative (C5). */
export function picturesWithoutAlt(doc: DocNode): number {
	let count = 0;
	walk(doc, (n) => {
		const alt = n.attrs?.['alt'];
		if (n.type === 'picture' && (typeof alt !== 'string' || alt.trim() === '')) count += 1;
	});
	return count;
}

/** The required blocks that the document lacks (C7): present and not empty is what counts. */
export function missingBlocks(doc: DocNode, required: RequiredBlock[]): RequiredBlock[] {
	return required.filter((block) => !holds(doc, block));
}

function holds(doc: DocNode, block: RequiredBlock): boolean {
	let found = false;
	walk(doc, (n) => {
		if (found) return;
		switch (block) {
			case 'text':
				found = n.type === 'paragraph' && plainText(n) !== '';
				return;
			case 'indicator':
			case 'figure':
				found = n.type === block && n.attrs?.['indicator'] !== '';
				return;
			case 'indicatorSummary':
				found = n.type === block;
				return;
			case 'table':
				found = n.type === 'table' && plainText(n) !== '';
				return;
			case 'followUpTable':
			case 'planTable': {
				const purpose = block === 'planTable' ? 'plan' : 'followUp';
				// An ordinary table of that purpose is how it was written before there were areas.
				const isOne = n.type === 'table' || n.type === 'areaTable';
				found = isOne && n.attrs?.['purpose'] === purpose && plainText(n) !== '';
				return;
			}
			case 'references':
				found = n.type === 'references' && plainText(n) !== '';
				return;
			case 'signature': {
				const { place, date, name } = n.attrs ?? {};
				found = n.type === 'signature' && [place, date, name].every(isSaid);
				return;
			}
			case 'quote':
				found = n.type === 'quote' && plainText(n) !== '';
				return;
		}
	});
	return found;
}

const isSaid = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** The ids of the departments that the areas of the text name, each once, in order. */
export function departmentIds(doc: DocNode): string[] {
	const ids = new Set<string>();
	walk(doc, (n) => {
		const named = n.type === 'area' ? n.attrs?.['departments'] : undefined;
		if (Array.isArray(named)) for (const id of named) if (typeof id === 'string') ids.add(id);
	});
	return [...ids];
}

/** True when the text holds a plan made of areas. */
export function hasPlan(doc: DocNode): boolean {
	let found = false;
	walk(doc, (n) => {
		if (n.type === 'areaTable' && n.attrs?.['purpose'] === 'plan') found = true;
	});
	return found;
}

/** The plain texts of all textblocks, in order. */
function textblocks(doc: DocNode): string[] {
	const texts: string[] = [];
	walk(doc, (n) => {
		if (TEXTBLOCKS.has(n.type) || n.type === 'signature') texts.push(plainText(n));
	});
	return texts.filter((t) => t !== '');
}

/** The passages of `after` that `before` does not have, a line each. */
export function changedText(before: DocNode, after: DocNode): string {
	const known = new Map<string, number>();
	for (const text of textblocks(before)) known.set(text, (known.get(text) ?? 0) + 1);
	const changed = textblocks(after).filter((text) => {
		const n = known.get(text) ?? 0;
		known.set(text, n - 1);
		return n <= 0;
	});
	return changed.join('\n');
}
