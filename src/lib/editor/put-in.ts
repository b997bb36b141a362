import { buriedWords, deletedUnseen, type Buried } from '#collab/buried.ts';
import { docJson, isValidDoc, loadDoc, normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { FRAGMENT } from '#schema/version.ts';
import { Node as ModelNode } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** What a document held that is not mended. */
export type Wish = {
	/** Its whole state. */
	state: Uint8Array;
	/** The changes that the server had not acknowledged. */
	unsent: Uint8Array[];
};

/**
 * Puts what another document of the same section held into this one, as an ordinary change in one
 * transaction. Yjs lays the two together: what was deleted there goes, what was typed there comes,
 * and what others wrote here meanwhile stays, also within the same words. The outcome is then
 * written by the smallest change that y-tiptap finds; letters that stay are not touched.
 * @returns the words whose passage somebody else has deleted meanwhile; null when the schema does not
 * accept the outcome, or letters would go that the other document had not seen (L5): nothing is
 * written then
 */
export function putIn(doc: Y.Doc, { state, unsent }: Wish): string | null {
	const together = loadDoc([Y.encodeStateAsUpdate(doc)]);
	const named = Y.decodeUpdate(state).ds;
	const unseen: Buried[] = [];
	together.on('afterTransaction', (transaction: Y.Transaction) => {
		unseen.push(...deletedUnseen(transaction, named));
	});
	Y.applyUpdate(together, state);
	const wanted = docJson(together);
	const buried = buriedWords(together, unsent);
	together.destroy();
	if (unseen.length > 0 || !isValidDoc(wanted)) return null;
	const meta = { mapping: new Map(), isOMark: new Map() };
	doc.transact(() => {
		const node = ModelNode.fromJSON(schema, normalise(wanted));
		updateYFragment(doc, doc.getXmlFragment(FRAGMENT), node, meta);
	});
	return buried;
}
