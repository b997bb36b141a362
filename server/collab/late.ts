import { docJson, loadDoc } from '#schema/content.ts';
import { changedText } from '#schema/text.ts';
import * as Y from 'yjs';

/**
 * The passages that a refused update would have added or changed, as plain text; empty when the
 * update cannot be read as text of this section.
 */
export function lateText(live: Y.Doc, update: Uint8Array): string {
	const current = Y.encodeStateAsUpdate(live);
	try {
		return changedText(docJson(loadDoc([current])), docJson(loadDoc([current, update])));
	} catch (error) {
		// The bytes are kept whatever they are; only their reading fails.
		if (error instanceof Error) return '';
		throw error;
	}
}
