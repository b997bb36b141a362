import type { DocNode } from '#core/publication.ts';
import { docJson, normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { FRAGMENT } from '#schema/version.ts';
import { Node as ModelNode } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { mergeBlocks } from './blocks.ts';

/**
 * Puts what turned `base` into `mine` into a document as an ordinary change, in one transaction.
 * Letters that stay are not touched: the change is the smallest that y-tiptap finds.
 */
export function putIn(doc: Y.Doc, base: DocNode, mine: DocNode): void {
	const wanted = normalise(mergeBlocks(base, mine, docJson(doc)));
	const meta = { mapping: new Map(), isOMark: new Map() };
	doc.transact(() => {
		const node = ModelNode.fromJSON(schema, wanted);
		updateYFragment(doc, doc.getXmlFragment(FRAGMENT), node, meta);
	});
}
