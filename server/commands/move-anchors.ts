import { makeAnchor } from '#schema/anchor.ts';
import { loadDoc } from '#schema/content.ts';
import { moveRange } from '#schema/moved-place.ts';
import { outlineOf } from '#schema/outline.ts';
import { standingIn } from '#schema/standing.ts';
import { documentBytes } from '#server/store/log.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { listThreads, moveThread } from '#server/store/threads.ts';

/**
 * R1: the threads of a section stand at the same places in the document that a rebuild has stored under
 * `epoch`. Of a thread whose passage was gone only the words are left.
 * @param section as it was before the rebuild
 */
export async function moveAnchors(tx: Tx, section: Section, epoch: number): Promise<void> {
	const threads = await listThreads(tx, section.id);
	const anchored = threads.flatMap(({ id, anchor, quote, epoch: own }) =>
		anchor !== null && own === section.epoch ? [{ id, anchor, quote }] : []
	);
	if (anchored.length === 0) return;
	const open = async (of: number) =>
		loadDoc((await documentBytes(tx, { id: section.id, epoch: of })).parts);
	const [before, after] = [await open(section.epoch), await open(epoch)];
	const [from, to] = [outlineOf(before), outlineOf(after)];
	const stands = standingIn(from);
	for (const { id, ...thread } of anchored) {
		const passage = stands(thread);
		const moved = passage.is === 'here' ? moveRange(passage, from, to) : null;
		if (moved) await moveThread(tx, id, { epoch, anchor: makeAnchor(moved) });
	}
	before.destroy();
	after.destroy();
}
