import type { DocNode } from '#core/publication.ts';
import { docJson, loadDoc } from '#schema/content.ts';
import type { SectionRow } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { storedVersion } from '#server/store/versions.ts';

/** A section's text as it was after one of its updates, and when that one was stored. */
export type TextAt = { seq: number; epoch: number; at: number; doc: DocNode };

/** R3: the section's text after its update `seq`; null when there is no such update. */
export async function textAt(
	tx: Tx,
	section: Pick<SectionRow, 'id'>,
	seq: number
): Promise<TextAt | null> {
	const stored = await storedVersion(tx, section, seq);
	if (!stored) return null;
	const ydoc = loadDoc(stored.parts);
	try {
		return { seq, epoch: stored.epoch, at: stored.at, doc: docJson(ydoc) };
	} finally {
		ydoc.destroy();
	}
}
