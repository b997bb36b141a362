import { buriedWords, deletedUnseen, type Buried } from '#collab/buried.ts';
import { docJson, isValidDoc, loadDoc, normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { FRAGMENT } from '#schema/version.ts';
import { Node as ModelNode } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { joined } from './unsent/answer.ts';

/**
 * Puts changes that the server would not take as they are into a document with its text, as an
 * ordinary change in one transaction. Yjs lays the two together: what they delete goes, what they
 * type comes, and what others wrote here meanwhile stays, also within the same words. The outcome is
 * then written by the smallest change that y-tiptap finds; letters that stay are not touched.
 * @param unsent the changes as they were made: the other document's own account of them would name
 * letters as deleted that came later and went with a passage (L5)
 * @returns the words whose passage somebody else has deleted meanwhile; null when the schema does not
 * accept the outcome, or letters would go that whoever made the changes had not seen: nothing is
 * written then
 */
export function putIn(doc: Y.Doc, unsent: readonly Uint8Array[]): string | null {
	const together = loadDoc([Y.encodeStateAsUpdate(doc)]);
	const wish = joined(unsent);
	const named = Y.decodeUpdate(wish).ds;
	const unseen: Buried[] = [];
	together.on('afterTransaction', (transaction: Y.Transaction) => {
		unseen.push(...deletedUnseen(transaction, named));
	});
	Y.applyUpdate(together, wish);
	const wanted = docJson(together);
	const isWhole = together.store.pendingStructs === null;
	const buried = buriedWords(together, unsent);
	together.destroy();
	if (!isWhole || unseen.length > 0 || !isValidDoc(wanted)) return null;
	const meta = { mapping: new Map(), isOMark: new Map() };
	doc.transact(() => {
		const node = ModelNode.fromJSON(schema, normalise(wanted));
		updateYFragment(doc, doc.getXmlFragment(FRAGMENT), node, meta);
	});
	return buried;
}
