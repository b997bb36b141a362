import type { DocNode } from '#core/publication.ts';
import * as Y from 'yjs';
import type { Author, Written } from './authors.ts';
import { canonicalJson, docJson, loadDoc, seedUpdate } from './content.ts';
import { newDoc } from './new-doc.ts';
import { FRAGMENT } from './version.ts';

/** The first update of a document whose words are several people's. */
export type AuthoredSeed = {
	bytes: Uint8Array;
	/** Whose each of its client ids is; the one that is nobody's is not among them. */
	claims: Map<number, string>;
};

/**
 * R4: the content as the first update of a new document, in which everything stands under a fresh client
 * id of who wrote it. What the two do not have alike is nobody's, and so the text decides and never its
 * authors.
 * @param json what the document is to say
 * @param by what stood in the document before, with its authors
 */
export function authoredSeed(json: DocNode, by: Written): AuthoredSeed {
	const plain = loadDoc([seedUpdate(json)]);
	const doc = newDoc();
	try {
		const clients = new Clients(doc);
		copyInto(doc.getXmlFragment(FRAGMENT), plain.getXmlFragment(FRAGMENT), {
			clients,
			authors: new Authors(plain, by)
		});
		if (canonicalJson(docJson(doc)) !== canonicalJson(docJson(plain)))
			throw new Error('a document was not written as it was read');
		return { bytes: Y.encodeStateAsUpdate(doc), claims: clients.claims };
	} finally {
		plain.destroy();
		doc.destroy();
	}
}

/** Writes under a client id of each author. */
class Clients {
	readonly claims = new Map<number, string>();
	private readonly idOf = new Map<Author, number>();
	private readonly doc: Y.Doc;

	constructor(doc: Y.Doc) {
		this.doc = doc;
	}

	as(author: Author, write: () => void): void {
		let id = this.idOf.get(author);
		if (id === undefined) {
			const taken = new Set(this.idOf.values());
			do id = newDoc().clientID;
			while (taken.has(id));
			this.idOf.set(author, id);
			if (author !== null) this.claims.set(id, author);
		}
		this.doc.clientID = id;
		write();
	}
}

/** Hands the authors out in the order of the document. */
class Authors {
	private readonly text: Written['text'];
	private readonly elements: Written['elements'];
	/** The run that the next letter stands in, and where in it. */
	private run = 0;
	private offset = 0;
	private element = 0;

	constructor(plain: Y.Doc, by: Written) {
		const letters = by.text.map(({ text }) => text).join('');
		const wanted = { text: '', types: [] as string[] };
		read(plain.getXmlFragment(FRAGMENT), wanted);
		this.text = letters === wanted.text ? by.text : [];
		const types = by.elements.map(({ type }) => type);
		this.elements = types.join() === wanted.types.join() ? by.elements : [];
	}

	/** The next letters with their authors. */
	ofText(text: string): Written['text'] {
		const parts: Written['text'] = [];
		let rest = text;
		while (rest !== '') {
			const run = this.text[this.run];
			const part = rest.slice(0, run ? run.text.length - this.offset : rest.length);
			parts.push({ text: part, by: run?.by ?? null });
			rest = rest.slice(part.length);
			this.offset += part.length;
			if (run && this.offset === run.text.length) [this.run, this.offset] = [this.run + 1, 0];
		}
		return parts;
	}

	ofElement(): Written['elements'][number] | undefined {
		return this.elements[this.element++];
	}
}

function read(type: Y.XmlFragment, into: { text: string; types: string[] }): void {
	for (const child of type.toArray())
		if (child instanceof Y.XmlElement) {
			into.types.push(child.nodeName);
			read(child, into);
		} else if (child instanceof Y.XmlText)
			for (const { insert } of deltaOf(child)) into.text += insert;
}

type Delta = { insert: string; attributes?: Record<string, unknown> }[];
const deltaOf = (text: Y.XmlText): Delta => text.toDelta() as Delta;

function copyInto(
	to: Y.XmlFragment,
	from: Y.XmlFragment,
	how: { clients: Clients; authors: Authors }
): void {
	const { clients, authors } = how;
	for (const child of from.toArray()) {
		if (child instanceof Y.XmlElement) {
			const by = authors.ofElement();
			const element = new Y.XmlElement(child.nodeName);
			clients.as(by?.by ?? null, () => to.push([element]));
			for (const [name, value] of Object.entries(child.getAttributes()))
				clients.as(by?.attributes.get(name) ?? by?.by ?? null, () =>
					element.setAttribute(name, value as string)
				);
			copyInto(element, child, how);
		} else if (child instanceof Y.XmlText) {
			const text = new Y.XmlText();
			// Who typed into an empty paragraph did not make it.
			clients.as(null, () => to.push([text]));
			for (const { insert, attributes } of deltaOf(child))
				for (const part of authors.ofText(insert))
					clients.as(part.by, () => text.insert(text.length, part.text, attributes ?? {}));
		}
	}
}
