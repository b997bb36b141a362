import { docJson, isValidDoc, loadDoc, normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { FRAGMENT } from '#schema/version.ts';
import { Node as ModelNode } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * Puts what another document of the same section held into this one, as an ordinary change in one
 * transaction. Yjs lays the two together: what was deleted there goes, what was typed there comes,
 * and what others wrote here meanwhile stays, also within the same words. The outcome is then
 * written by the smallest change that y-tiptap finds; letters that stay are not touched.
 * @param wish the other document's whole state
 * @returns false when the schema does not accept the outcome; nothing is written then
 */
export function putIn(doc: Y.Doc, wish: Uint8Array): boolean {
	const together = loadDoc([Y.encodeStateAsUpdate(doc), wish]);
	const wanted = docJson(together);
	together.destroy();
	if (!isValidDoc(wanted)) return false;
	const meta = { mapping: new Map(), isOMark: new Map() };
	doc.transact(() => {
		const node = ModelNode.fromJSON(schema, normalise(wanted));
		updateYFragment(doc, doc.getXmlFragment(FRAGMENT), node, meta);
	});
	return true;
}
