import type { Block, PrintDocument } from '#server/export/print/document.ts';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';

/** A Word file as its readers see it: its parts as XML, and its text as a converter makes it. */

export type Docx = {
	/** Every part by its name. */
	parts: Record<string, Uint8Array>;
	/** A part of XML, parsed; throws when it is not well-formed or not there. */
	xml: (name: string) => Document;
	/** The main part. */
	document: Document;
};

export function openDocx(bytes: Uint8Array): Docx {
	const parts = unzipSync(bytes);
	const xml = (name: string): Document => {
		const part = parts[name];
		if (!part) throw new Error(`The file has no ${name}`);
		return parseXml(strFromU8(part));
	};
	return { parts, xml, document: xml('word/document.xml') };
}

const { DOMParser } = new JSDOM('').window;

/** XML as a document; throws where it is not well-formed. */
export function parseXml(text: string): Document {
	const parsed = new DOMParser().parseFromString(text, 'application/xml');
	const [error] = parsed.getElementsByTagName('parsererror');
	if (error) throw new Error(error.textContent);
	return parsed;
}

/** Elements by their name with its prefix, `w:p`. */
export const named = (root: Document | Element, name: string): Element[] => [
	...root.getElementsByTagName(name)
];

/** An attribute of the first element of that name within another; null without one. */
export const said = (root: Element, name: string, attribute = 'w:val'): string | null =>
	named(root, name)[0]?.getAttribute(attribute) ?? null;

export const STYLE_MAP = [
	...[1, 2, 3, 4, 5].map((n) => `p[style-name='Mellanrubrik ${n}'] => h${n}:fresh`),
	"p[style-name='Title'] => p.title:fresh",
	"p[style-name='caption'] => p.caption:fresh",
	"p[style-name='TOC Heading'] => !",
	...[1, 2, 3, 4, 5].map((n) => `p[style-name='toc ${n}'] => !`)
];

/** What another program makes of it. */
export async function htmlOf(bytes: Uint8Array): Promise<HTMLElement> {
	const { value } = await mammoth.convertToHtml(
		{ buffer: Buffer.from(bytes) },
		{ styleMap: STYLE_MAP, ignoreEmptyParagraphs: false }
	);
	return new DOMParser().parseFromString(value, 'text/html').body;
}

/** A block and all that is within it, in order. */
export function deep(blocks: Block[]): Block[] {
	return blocks.flatMap((block): Block[] => [
		block,
		...(block.kind === 'list'
			? deep(block.items.flat())
			: block.kind === 'table'
				? [...block.head, ...block.rows].flat().flatMap((cell) => deep(cell.blocks))
				: 'blocks' in block
					? deep(block.blocks)
					: [])
	]);
}

export const blocksOf = (doc: PrintDocument): Block[] => doc.parts.flatMap(({ blocks }) => blocks);

/** The words of blocks without white space and soft hyphens, as they are compared. */
export const bare = (text: string): string => text.replace(/[\s\u00ad]+/g, '');
