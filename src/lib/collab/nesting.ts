import { schema } from '#schema/extensions.ts';
import { Fragment, type Node as ModelNode, type NodeType } from '@tiptap/pm/model';
import * as Y from 'yjs';

/**
 * Two changes that are each right can leave wrong nesting together: two people delete one each of a
 * quote's two paragraphs, and a quote without any stands there. A reader's editor would delete the
 * quote. So the server follows with a change of its own that adds what the schema misses; it deletes
 * nothing.
 */

/**
 * The types that are nested wrongly now, of those that a transaction changed or made.
 * @param made the items of its update
 */
export function brokenNesting(
	transaction: Y.Transaction,
	made: readonly Y.Item[]
): Y.XmlFragment[] {
	const { store } = transaction.doc;
	const looked = new Set<unknown>(transaction.changed.keys());
	for (const { id, content } of made) {
		if (!(content instanceof Y.ContentType)) continue;
		const item = Y.getItem(store, id);
		if (item instanceof Y.Item && item.content instanceof Y.ContentType)
			looked.add(item.content.type);
	}
	return [...looked].filter(
		(type): type is Y.XmlFragment =>
			type instanceof Y.XmlFragment && type._item?.deleted !== true && missingIn(type).length > 0
	);
}

/** Adds what is missing, in one transaction of the document's own client. */
export function mendNesting(doc: Y.Doc, broken: readonly Y.XmlFragment[]): void {
	doc.transact(() => {
		for (const type of broken)
			for (const { index, nodes } of missingIn(type).reverse())
				type.insert(index, nodes.map(toElement));
	}, 'mend');
}

type Missing = { index: number; nodes: ModelNode[] };

/** What the schema wants to stand before the child at `index`. */
function missingIn(parent: Y.XmlFragment): Missing[] {
	const type = parent instanceof Y.XmlElement ? schema.nodes[parent.nodeName] : schema.topNodeType;
	if (type === undefined || type.isTextblock || type.isLeaf) return [];
	// Most nodes hold any number of the same: only emptiness can be wrong.
	if (ORDERLESS.has(type) && parent.length > 0) return [];
	const missing: Missing[] = [];
	let match = type.contentMatch;
	let index = 0;
	for (const child of parent.toArray()) {
		const childType = child instanceof Y.XmlElement ? schema.nodes[child.nodeName] : undefined;
		if (childType === undefined) return [];
		let next = match.matchType(childType);
		if (next === null) {
			const fill = match.fillBefore(Fragment.from(childType.createAndFill()), false);
			if (fill === null) return missing;
			missing.push({ index, nodes: [...fill.content] });
			next = match.matchFragment(fill)?.matchType(childType) ?? null;
			if (next === null) return missing;
		}
		match = next;
		index += 1;
	}
	const rest = match.validEnd ? null : match.fillBefore(Fragment.empty, true);
	if (rest !== null) missing.push({ index, nodes: [...rest.content] });
	return missing;
}

/** The nodes whose content may be in any order once there is one: `block+`, `listItem+`. */
const ORDERLESS: ReadonlySet<NodeType> = new Set(
	Object.values(schema.nodes).filter((type) => {
		const { contentMatch } = type;
		if (contentMatch.edgeCount === 0) return true;
		const after = contentMatch.edge(0).next;
		return Array.from({ length: contentMatch.edgeCount }, (_, i) => contentMatch.edge(i)).every(
			(edge) =>
				edge.next.validEnd &&
				edge.next.edgeCount === contentMatch.edgeCount &&
				after.matchType(edge.type)?.validEnd === true
		);
	})
);

function toElement(node: ModelNode): Y.XmlElement {
	const element = new Y.XmlElement(node.type.name);
	const children = node.isTextblock ? [new Y.XmlText()] : node.children.map(toElement);
	if (children.length > 0) element.insert(0, children);
	return element;
}
