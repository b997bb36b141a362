import type { DocNode } from '#core/publication.ts';
import type { Node as ModelNode } from '@tiptap/pm/model';
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as sha256 from 'lib0/hash/sha256';
import * as Y from 'yjs';
import { schema } from './extensions.ts';
import { keepTextNodes } from './keep-text-nodes.ts';
import { newDoc } from './new-doc.ts';
import { FRAGMENT } from './version.ts';

/**
 * Between a section's Y.Doc, its canonical JSON and its hash. Nothing here writes to a document that
 * it was given: reading through y-prosemirror's converters to nodes deletes what the schema does not
 * know, so only the pure converter to JSON is used.
 */

/**
 * The document as ProseMirror JSON in canonical form (attributes complete, texts joined). It reads
 * whatever merged, so that every stored document opens (D10); `isValidDoc` says whether the nesting is
 * by the schema.
 */
export function docJson(doc: Y.Doc): DocNode {
	const raw = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT)) as DocNode;
	return jsonOf(schema.nodeFromJSON(withParagraph(raw)));
}

/** What tables got in schema version 2; each is left out of the JSON where it is null. */
const SINCE_2 = ['chart', 'unit', 'decimals', 'source'];

/**
 * A node as canonical JSON. An attribute that came with a later schema stands there only when it
 * holds something, so that text from before keeps its bytes and its hash (S4, D8).
 */
export const jsonOf = (node: ModelNode): DocNode => withoutAbsent(node.toJSON() as DocNode);

/** The JSON of a node shares the node's attributes, so they are copied and not changed. */
function withoutAbsent(json: DocNode): DocNode {
	if (json.type === 'table' && json.attrs)
		json.attrs = Object.fromEntries(
			Object.entries(json.attrs).filter(
				([name, value]) => value !== null || !SINCE_2.includes(name)
			)
		);
	else json.content?.forEach(withoutAbsent);
	return json;
}

const withParagraph = (json: DocNode): DocNode =>
	json.content?.length ? json : { ...json, content: [{ type: 'paragraph' }] };

/**
 * The same content in its one canonical form: every attribute written out, adjacent texts joined,
 * marks in schema order, an empty document given its empty paragraph.
 * @throws RangeError when the JSON is not valid by the schema
 */
export function normalise(json: DocNode): DocNode {
	const node = schema.nodeFromJSON(withParagraph(json));
	node.check();
	return jsonOf(node);
}

/** True when the JSON is a whole document that the schema accepts. */
export function isValidDoc(json: DocNode): boolean {
	try {
		normalise(json);
		return true;
	} catch (error) {
		if (error instanceof RangeError || error instanceof TypeError) return false;
		throw error;
	}
}

/**
 * The first content of a new section as one update. Only the server makes it, in the transaction
 * that creates the section: two clients that each seeded a section would double its text.
 */
export function seedUpdate(json: DocNode): Uint8Array {
	const doc = newDoc();
	const off = keepTextNodes(doc, schema);
	doc.transact(() => {
		prosemirrorJSONToYXmlFragment(schema, normalise(json), doc.getXmlFragment(FRAGMENT));
	});
	off();
	const update = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return update;
}

/** A new document from a snapshot and the updates after it, in one transaction. */
export function loadDoc(updates: Iterable<Uint8Array>): Y.Doc {
	const doc = newDoc();
	doc.getXmlFragment(FRAGMENT);
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update, 'load');
	});
	return doc;
}

/** JSON with sorted keys and no white space: the bytes that are hashed. `undefined` is left out. */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	const entries = Object.entries(value as Record<string, unknown>)
		.filter(([, v]) => v !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256Hex(text: string): string {
	return bytesHex(sha256.digest(new TextEncoder().encode(text)));
}

/** Lower-case hexadecimal of the bytes. */
export const bytesHex = (bytes: Uint8Array): string =>
	Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

/** The hash of anything by its canonical JSON (S4). */
export const hashOf = (value: unknown): string => sha256Hex(canonicalJson(value));
