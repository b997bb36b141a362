import { areaTableAsTable } from '../area-as-table.ts';
import { cellText, ownText } from '../cell-text.ts';
import { noteText } from '../notes.ts';
import type { DocNode, EditionModel, FixedContent } from '../publication.ts';
import { signatureLines } from '../signature.ts';
import { tableSourceLine } from '../table-source.ts';
import { shownOf, showsOf, type RollUpShows } from '../taken-in.ts';

/** What a section's text is made of, as it is compared. */
export type PassageKind =
	| 'heading'
	| 'paragraph'
	| 'item'
	| 'quote'
	| 'quoteSource'
	| 'callout'
	| 'note'
	| 'table'
	| 'picture'
	| 'indicator'
	| 'figure'
	| 'indicatorSummary';

/** A textblock, or a block that is looked at as one. */
export type Passage = {
	kind: PassageKind;
	/** Its words; of a picture what is read aloud and stands below it, of an indicator its title. */
	text: string;
	/** Two passages with the same key are the same. */
	key: string;
	/** The node of a table; else null. */
	table: DocNode | null;
	/** The picture's own bytes by their SHA-256; else empty. */
	picture: string;
	/** What it was read from: a textblock, a note, a block; areas as the table that they are shown as. */
	node: DocNode | null;
	/** The point or number before it, of the first words of a list's item; else empty. */
	marker: string;
	/** How many lists it stands in. */
	depth: number;
};

/** White space of any kind and number is one space. */
export const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const attr = ({ attrs }: DocNode, name: string): string => {
	const value = attrs?.[name];
	return typeof value === 'string' ? value : '';
};

/** The words of a table's cells, a row each; null where a cell reaches down from a row above. */
export function tableCells(table: DocNode): (string | null)[][] {
	/** By column: the first row that no cell above reaches into. */
	const free: number[] = [];
	return (table.content ?? []).map((row, r) => {
		const cells: (string | null)[] = [];
		const skip = () => {
			while ((free[cells.length] ?? 0) > r) cells.push(null);
		};
		for (const cell of row.content ?? []) {
			skip();
			const down = Number(cell.attrs?.['rowspan'] ?? 1);
			if (down > 1) free[cells.length] = r + down;
			cells.push(tidy(cellText(cell)));
		}
		skip();
		return cells;
	});
}

/** The same, where a cell that reaches down leaves those below it empty. */
export const tableRows = (table: DocNode): string[][] =>
	tableCells(table).map((row) => row.map((cell) => cell ?? ''));

export const tableCaption = (table: DocNode): string => tidy(attr(table, 'caption'));

/** As it stands below the table: "Källa: Skolverket"; empty without one. */
export const tableSource = (table: DocNode): string => {
	const source = tidy(attr(table, 'source'));
	return source === '' ? '' : tableSourceLine(source);
};

/** The passages of a section in order; those without a word are left out. */
export function passagesOf(content: FixedContent, images: EditionModel['images']): Passage[] {
	const passages: Passage[] = [];
	/** The lists that are open, and what stands before the words of the item that comes. */
	const list = { depth: 0, marker: '' };
	const add = (kind: PassageKind, text: string, node: DocNode, rest: Partial<Passage> = {}) => {
		const words = tidy(text);
		const key = `${kind}\n${rest.key ?? words}`;
		const isBare = words === '' && kind !== 'indicatorSummary' && kind !== 'picture';
		if (isBare) return;
		passages.push({ table: null, picture: '', node, ...list, ...rest, kind, text: words, key });
		list.marker = '';
	};
	/** The notes of a block, each a passage of its own after it. */
	const addNotes = (node: DocNode): void => {
		add('note', noteText(node), node, { marker: '' });
		node.content?.forEach(addNotes);
	};
	/** The items of a list, with the points or numbers that readers see. */
	const readList = (node: DocNode, within: PassageKind): void => {
		const start = node.type === 'orderedList' ? Number(node.attrs?.['start'] ?? 1) : null;
		list.depth += 1;
		for (const [i, item] of (node.content ?? []).entries()) {
			list.marker = start === null ? '•' : `${start + i}.`;
			read(item, within === 'callout' ? 'callout' : 'item');
		}
		list.depth -= 1;
		list.marker = '';
	};
	/** Which editions stand there, and their tables; of figures the edition tells that they are others. */
	const addTakenIn = (shows: RollUpShows): void => {
		for (const taken of content.takenIn ?? []) {
			const { authority, title, number } = taken;
			const { tables, figures } = shownOf(taken, new Set([shows]));
			if (tables.length + figures.length > 0)
				add('paragraph', `${authority}: ${title}, utgåva ${number}`, { type: 'paragraph' });
			for (const { table, departments } of tables)
				read(
					table.type === 'areaTable' ? areaTableAsTable(table, departments) : table,
					'paragraph'
				);
		}
	};
	const read = (node: DocNode, within: PassageKind): void => {
		switch (node.type) {
			case 'paragraph':
			case 'heading':
				add(node.type === 'heading' ? 'heading' : within, ownText(node), node);
				return addNotes(node);
			case 'signature':
				return add(within, signatureLines(node.attrs).join(', '), node);
			case 'quote':
				node.content?.forEach((child) => read(child, 'quote'));
				return add('quoteSource', attr(node, 'source'), node);
			case 'bulletList':
			case 'orderedList':
				return readList(node, within);
			case 'areaTable':
				return read(areaTableAsTable(node, content.departments ?? []), within);
			case 'table': {
				const words = [tableCaption(node), ...tableRows(node).map((row) => row.join('\t'))];
				const key = [tableSource(node), ...words].join('\n');
				add('table', words.join('\n'), node, { key, table: node });
				return addNotes(node);
			}
			case 'rollUp':
				return addTakenIn(showsOf(node));
			case 'picture': {
				const id = attr(node, 'image');
				const picture = images[id]?.sha256 ?? id;
				const text = `${attr(node, 'caption')} ${attr(node, 'alt')}`;
				return add('picture', text, node, { key: `${picture}\n${tidy(text)}`, picture });
			}
			case 'indicator':
			case 'figure': {
				const id = attr(node, 'indicator');
				return add(node.type, content.figures[id]?.figures.indicator.title ?? id, node);
			}
			case 'indicatorSummary':
				return add('indicatorSummary', '', node);
			default: {
				const inner = node.type === 'callout' ? 'callout' : within;
				node.content?.forEach((child) => read(child, inner));
			}
		}
	};
	read(content.doc, 'paragraph');
	return passages;
}

const bags = new WeakMap<Passage, Bag>();

/** The bag of a passage, made when something is held against it: most passages have not changed. */
export function bagFor(passage: Passage): Bag {
	const known = bags.get(passage);
	if (known) return known;
	const made = bagOf(passage);
	bags.set(passage, made);
	return made;
}

/** How often each word stands in a passage, and how many there are. */
export type Bag = { words: Map<string, number>; size: number };

export function bagOf({ kind, text }: Pick<Passage, 'kind' | 'text'>): Bag {
	const words = new Map<string, number>();
	let size = 0;
	for (const [word] of `${kind === 'picture' ? 'bild ' : ''}${text}`
		.toLowerCase()
		.matchAll(/[\p{L}\p{N}]+/gu)) {
		words.set(word, (words.get(word) ?? 0) + 1);
		size += 1;
	}
	return { words, size };
}

/** How much two passages have in common: 0 for no word, 1 for all of them. */
export function likeness(a: Bag, b: Bag): number {
	const [few, many] = a.words.size < b.words.size ? [a, b] : [b, a];
	let shared = 0;
	for (const [word, n] of few.words) shared += Math.min(n, many.words.get(word) ?? 0);
	return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
