import type { DocNode } from '#core/publication.ts';
import { MARK_ATTRIBUTES, NODE_ATTRIBUTES } from '#schema/attributes.ts';
import { DEEPEST } from '#schema/bounds.ts';
import { canonicalJson, docJson, jsonOf, normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { keepTextNodes } from '#schema/keep-text-nodes.ts';
import { newDoc } from '#schema/new-doc.ts';
import { FRAGMENT } from '#schema/version.ts';
import { Node as ModelNode } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** A change to a document that the server writes in somebody's name. */
export type AuthoredChange = {
	bytes: Uint8Array;
	/** The Yjs client id that it is made under; new to the document. */
	clientId: number;
};

/**
 * Makes the document say `wanted`, by the smallest change that y-tiptap finds.
 * @param taken client ids that belong to somebody
 */
export function writeAuthored(
	doc: Y.Doc,
	wanted: DocNode,
	taken: ReadonlySet<number>
): AuthoredChange {
	const target = ModelNode.fromJSON(schema, normalise(wanted));
	const change = recordAuthored(doc, taken, () => {
		updateYFragment(doc, doc.getXmlFragment(FRAGMENT), target, {
			mapping: new Map(),
			isOMark: new Map()
		});
	});
	if (canonicalJson(docJson(doc)) !== canonicalJson(jsonOf(target)))
		throw new Error('a change was not written as it was read');
	return change;
}

/**
 * Does `work` to the document in one transaction, under a client id of its own.
 * @param taken client ids that belong to somebody
 * @throws Error when nothing changes
 */
export function recordAuthored(
	doc: Y.Doc,
	taken: ReadonlySet<number>,
	work: () => void
): AuthoredChange {
	while (taken.has(doc.clientID) || doc.store.clients.has(doc.clientID))
		doc.clientID = newDoc().clientID;
	const clientId = doc.clientID;
	keepTextNodes(doc, schema);
	const emitted: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => emitted.push(update));
	doc.transact(work);
	const [bytes] = emitted;
	if (bytes === undefined) throw new Error('a change that changes nothing');
	return { bytes, clientId };
}

/** True when attributes hold what they may and nothing is too deep, as the gate would have it. */
export function isAllowed(node: DocNode, depth = 0): boolean {
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
