import { docJson, hashOf } from '#schema/content.ts';
import type * as Y from 'yjs';

/** `moved`: the text changed while the comparison waited, so it says nothing. */
export type RestVerdict = 'same' | 'differs' | 'moved';

/** Runs `work` when nothing else is to do, or at the latest after two seconds. */
export type Idle = (work: () => void) => void;

/** The browser's idle time; where there is none (Safari), a moment later. */
export const whenIdle: Idle = (work) => {
	if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2000 });
	else setTimeout(work, 200);
};

/**
 * W12: does this document hold the text that the server hashed? The note arrives behind every
 * update that its hash covers, so the document as it is on arrival is what must be compared; if it
 * changes before there was idle time, the next note will do.
 */
export function compareAtRest(
	doc: Y.Doc,
	hash: string,
	idle: Idle = whenIdle
): Promise<RestVerdict> {
	let moved = false;
	const notice = () => {
		moved = true;
	};
	doc.on('update', notice);
	return new Promise((answer) => {
		idle(() => {
			doc.off('update', notice);
			if (moved) answer('moved');
			else answer(localHash(doc) === hash ? 'same' : 'differs');
		});
	});
}

/** Null when the text is not one that the schema accepts: the server's is, so it differs. */
function localHash(doc: Y.Doc): string | null {
	try {
		return hashOf(docJson(doc));
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
