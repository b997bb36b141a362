import { readImage } from '#core/image-header.ts';
import type { Block, PrintDocument } from '../print/document.ts';

const ENDING = {
	'image/png': 'png',
	'image/jpeg': 'jpg',
	'image/webp': 'webp',
	'image/gif': 'gif'
};

export type Pictures = {
	/** The files of the pictures that the document shows, and their names by key. */
	files: Map<string, Uint8Array>;
	names: Map<string, string>;
};

/** The pictures of a document as files; the key of the first that is missing or cannot be read, else. */
export function picturesOf(
	doc: PrintDocument,
	images: Record<string, Uint8Array>
): Pictures | { missing: string } {
	const files = new Map<string, Uint8Array>();
	const names = new Map<string, string>();
	for (const key of keysOf(doc)) {
		const bytes = images[key];
		const header = bytes && readImage(bytes);
		if (!header) return { missing: key };
		const name = `picture-${names.size}.${ENDING[header.type]}`;
		names.set(key, name);
		files.set(name, bytes);
	}
	return { files, names };
}

function keysOf(doc: PrintDocument): Set<string> {
	const keys = new Set<string>(doc.logo ? [doc.logo.image] : []);
	const see = (blocks: Block[]): void => {
		for (const block of blocks)
			if (block.kind === 'picture') keys.add(block.image);
			else for (const inner of within(block)) see(inner);
	};
	for (const { blocks } of doc.parts) see(blocks);
	return keys;
}

/** The blocks that stand within a block. */
function within(block: Block): Block[][] {
	switch (block.kind) {
		case 'list':
			return block.items;
		case 'table':
			return [...block.head, ...block.rows].flat().map((cell) => cell.blocks);
		case 'quote':
		case 'callout':
		case 'together':
			return [block.blocks];
		case 'heading':
		case 'paragraph':
		case 'picture':
		case 'chart':
		case 'terms':
			return [];
	}
}
