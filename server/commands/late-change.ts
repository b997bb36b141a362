import type { DocNode } from '#core/publication.ts';
import { refuse, ok, type Result } from '#core/result.ts';
import { MARK_ATTRIBUTES, NODE_ATTRIBUTES } from '#schema/attributes.ts';
import { DEEPEST, LARGEST } from '#schema/bounds.ts';
import { canonicalJson, docJson, isValidDoc, jsonOf, loadDoc, normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { keepTextNodes } from '#schema/keep-text-nodes.ts';
import { plainText } from '#schema/text.ts';
import { FRAGMENT } from '#schema/version.ts';
import { Node as ModelNode } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** A change to the current document that nobody's client has made. */
export type LateChange = {
	bytes: Uint8Array;
	/** The Yjs client id that it is made under; new to the document. */
	clientId: number;
	/** Its words stand where they were written; or, where that place is gone, at the end. */
	placed: 'inPlace' | 'atEnd';
};

/**
 * L4: what taking a late contribution in would write. Its own items never come into the document: the
 * change is found on a copy that has them, and is then written anew, so that neither this one nor a
 * client that sends the refused update again can put the words in twice.
 * @param parts the document as it is stored
 * @param taken client ids that belong to somebody
 * @returns refused as `moved` when nothing is left to put in, as `tooLarge`, or as `malformed`
 */
export function lateChange(
	parts: Uint8Array[],
	late: { why: string; bytes: Uint8Array; text: string },
	taken: ReadonlySet<number>
): Result<LateChange> {
	const doc = loadDoc(parts);
	try {
		const before = docJson(doc);
		if (!isValidDoc(before)) return refuse({ code: 'malformed', rule: 'content' });
		// L5: its place was deleted before it came.
		const merged = late.why === 'deleted' ? null : withLate(parts, late.bytes);
		const isNew = merged !== null && canonicalJson(merged) !== canonicalJson(before);
		const wanted = isNew ? merged : withLines(before, late.text);
		if (wanted === null)
			return merged === null && late.why !== 'deleted'
				? refuse({ code: 'malformed', rule: 'content' })
				: refuse({ code: 'moved', happened: 'textChanged', by: null, at: null });
		const written = write(doc, wanted, taken);
		if (Y.encodeStateAsUpdate(doc).byteLength > LARGEST)
			return refuse({ code: 'tooLarge', limit: 'document' });
		return ok({ ...written, placed: isNew ? 'inPlace' : 'atEnd' });
	} finally {
		doc.destroy();
	}
}

/** The text with the refused update in it; null when that is no text of the schema. */
function withLate(parts: Uint8Array[], bytes: Uint8Array): DocNode | null {
	let doc: Y.Doc | null = null;
	try {
		doc = loadDoc([...parts, bytes]);
		const { pendingStructs, pendingDs } = doc.store;
		if (pendingStructs !== null || pendingDs !== null || doc.share.size !== 1) return null;
		const json = docJson(doc);
		return isValidDoc(json) && isAllowed(json, 0) ? json : null;
	} catch (error) {
		// Kept as it came: whatever Yjs or the converter throws at, it is not this section's text.
		if (error instanceof Error) return null;
		throw error;
	} finally {
		doc?.destroy();
	}
}

/** The text with those of the lines at its end that it does not have; null when it has them all. */
function withLines(doc: DocNode, text: string): DocNode | null {
	const known = new Set(plainText(doc).split('\n'));
	const lines = text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !known.has(line));
	if (lines.length === 0) return null;
	const paragraphs = lines.map((line) => ({
		type: 'paragraph',
		content: [{ type: 'text', text: line }]
	}));
	return { ...doc, content: [...(doc.content ?? []), ...paragraphs] };
}

/** Makes the document say `wanted`, by the smallest change that y-tiptap finds. */
function write(
	doc: Y.Doc,
	wanted: DocNode,
	taken: ReadonlySet<number>
): Pick<LateChange, 'bytes' | 'clientId'> {
	while (taken.has(doc.clientID) || doc.store.clients.has(doc.clientID))
		doc.clientID = new Y.Doc().clientID;
	const clientId = doc.clientID;
	keepTextNodes(doc, schema);
	const emitted: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => emitted.push(update));
	const target = ModelNode.fromJSON(schema, normalise(wanted));
	doc.transact(() => {
		updateYFragment(doc, doc.getXmlFragment(FRAGMENT), target, {
			mapping: new Map(),
			isOMark: new Map()
		});
	});
	const [bytes] = emitted;
	if (bytes === undefined || canonicalJson(docJson(doc)) !== canonicalJson(jsonOf(target)))
		throw new Error('a late contribution was not written as it was read');
	return { bytes, clientId };
}

/** True when attributes hold what they may and nothing is too deep, as the gate would have it. */
function isAllowed(node: DocNode, depth: number): boolean {
	if (depth > DEEPEST) return false;
	const holds = (checks: Record<string, (v: unknown) => boolean> | undefined, attrs: object = {}) =>
		checks !== undefined &&
		Object.entries(attrs).every(
			([name, value]) => Object.hasOwn(checks, name) && checks[name]?.(value) === true
		);
	return (
		holds(NODE_ATTRIBUTES[node.type], node.attrs) &&
		(node.marks ?? []).every((mark) => holds(MARK_ATTRIBUTES[mark.type], mark.attrs)) &&
		(node.content ?? []).every((child) => isAllowed(child, depth + 1))
	);
}
