import * as Y from 'yjs';

/** So many are joined at once: Yjs takes time that grows as their square. */
const FEW = 32;
const NOTHING = Uint8Array.of(0, 0);

/**
 * What the server lacks of this document: the changes that it has not acknowledged, as they were made.
 * The document's own account of them would say less and more: it has no letters any more where
 * somebody else deleted the passage, and names as deleted by us what went with a passage and what we
 * never saw (L5).
 * @param vector what the server has; when it lacks more than that (an older backup came back), the
 * document answers for itself
 */
export function answerOf(
	doc: Y.Doc,
	unsent: readonly Uint8Array[],
	vector: Uint8Array
): Uint8Array {
	const made = joined(unsent);
	const { from, to } = Y.parseUpdateMeta(made);
	const has = Y.decodeStateVector(vector);
	for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
		const there = has.get(client) ?? 0;
		const follows = (from.get(client) ?? 0) <= there;
		if (Math.max(there, follows ? (to.get(client) ?? 0) : 0) < clock)
			return Y.encodeStateAsUpdate(doc, vector);
	}
	return made;
}

/** Updates as one; nothing when there is none. */
export function joined(updates: readonly Uint8Array[]): Uint8Array {
	const [first = NOTHING] = updates;
	if (updates.length <= 1) return first;
	const few: Uint8Array[] = [];
	for (let i = 0; i < updates.length; i += FEW) few.push(Y.mergeUpdates(updates.slice(i, i + FEW)));
	return joined(few);
}
