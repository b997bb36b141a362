import * as Y from 'yjs';
import { schema } from './extensions.ts';
import { FRAGMENT } from './version.ts';

/**
 * R4: who wrote what, told from the document itself: each item bears the client id of who made it, and
 * each client id is somebody's. Compaction keeps the items, so it stays true; a new epoch gets them
 * under new ids of the same people (`authored-seed.ts`).
 */

/** A person's id; null for what nobody typed: the template's words, and what the server mended. */
export type Author = string | null;

/** What stands in the document, in its order. */
export type Written = {
	/** Every letter with its author, joined where neighbours have the same one. */
	text: { text: string; by: Author }[];
	/** Every element below the root, parents first: who placed it, and who set each attribute last. */
	elements: { type: string; by: Author; attributes: ReadonlyMap<string, Author> }[];
};

/** Words of one author. An atom's words are those that it shows, for who set them. */
export type AuthoredRun = { text: string; by: Author };

/** A textblock, or another block that somebody placed. */
export type AuthoredBlock = {
	/** Its type in the schema. */
	type: string;
	/** Who placed it. */
	by: Author;
	/** Who set what it refers to or how it is shown, each once, in the order of the attributes. */
	setBy: Author[];
	runs: AuthoredRun[];
};

type Element = { nodeName: string; getAttribute: (name: string) => unknown };

type Visitor = {
	text: (text: string, by: Author) => void;
	element: (element: Element, by: Author, attributes: Map<string, Author>) => void;
};

/** @param claims whose each client id is; of others nobody is the author */
export function written(doc: Y.Doc, claims: ReadonlyMap<number, string>): Written {
	const all: Written = { text: [], elements: [] };
	visit(doc, claims, {
		text: (text, by) => join(all.text, { text, by }),
		element: ({ nodeName }, by, attributes) => {
			all.elements.push({ type: nodeName, by, attributes });
		}
	});
	return all;
}

/** The blocks of the text in order, each with its words by author. Containers without words of their own are left out. */
export function authoredBlocks(doc: Y.Doc, claims: ReadonlyMap<number, string>): AuthoredBlock[] {
	const blocks: AuthoredBlock[] = [];
	let open: AuthoredBlock | undefined;
	visit(doc, claims, {
		text: (text, by) => open && join(open.runs, { text, by }),
		element: (element, by, attributes) => {
			const type = element.nodeName;
			const node = schema.nodes[type];
			const words = ownWords(element, attributes, by);
			if (node?.isInline) {
				for (const run of words.length > 0 ? words : [{ text: ' ', by }])
					if (open) join(open.runs, run);
				return;
			}
			const setBy = [...new Set(attributes.values())];
			const block = { type, by, setBy, runs: words };
			open = node?.isTextblock ? block : undefined;
			if (open || node?.isAtom || words.length > 0) blocks.push(block);
		}
	});
	return blocks;
}

/** The words that a node holds in its attributes: a note's, a caption, a signature. */
const WORDS: Partial<Record<string, readonly string[]>> = {
	footnote: ['text'],
	picture: ['alt', 'caption'],
	table: ['caption', 'source'],
	areaTable: ['caption'],
	area: ['responsible', 'due'],
	quote: ['source'],
	signature: ['place', 'date', 'name', 'title']
};

function ownWords(
	element: Element,
	attributes: ReadonlyMap<string, Author>,
	placedBy: Author
): AuthoredRun[] {
	const runs: AuthoredRun[] = [];
	for (const name of WORDS[element.nodeName] ?? []) {
		const value = element.getAttribute(name);
		if (typeof value !== 'string' || value.trim() === '') continue;
		// Between two of them stands nothing that anybody wrote.
		join(runs, { text: ` ${value.trim()} `, by: attributes.get(name) ?? placedBy });
	}
	return runs;
}

function join(runs: AuthoredRun[], run: AuthoredRun): void {
	const last = runs.at(-1);
	if (last?.by === run.by) last.text += run.text;
	else runs.push({ ...run });
}

function visit(doc: Y.Doc, claims: ReadonlyMap<number, string>, visitor: Visitor): void {
	// The server's own following changes are claimed for nobody.
	const authorOf = ({ id }: Y.Item): Author => claims.get(id.client) || null;
	const children = (first: Y.Item | null): void => {
		for (let item = first; item !== null; item = item.right) {
			if (item.deleted) continue;
			const { content } = item;
			if (content instanceof Y.ContentString) visitor.text(content.str, authorOf(item));
			else if (content instanceof Y.ContentType) below(content.type, item);
		}
	};
	const below = (type: unknown, item: Y.Item): void => {
		if (type instanceof Y.XmlElement) {
			const attributes = new Map<string, Author>();
			for (const [name, set] of type._map) if (!set.deleted) attributes.set(name, authorOf(set));
			visitor.element(type as Element, authorOf(item), attributes);
		}
		if (type instanceof Y.AbstractType) children(type._start);
	};
	children(doc.getXmlFragment(FRAGMENT)._start);
}
