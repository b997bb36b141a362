import type { DocNode } from '#core/publication.ts';
import { docJson } from '#schema/content.ts';
import { newDoc } from '#schema/new-doc.ts';
import { FRAGMENT } from '#schema/version.ts';
import { newestSnapshot } from '#server/store/snapshots.ts';
import type { SectionRow } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { findVersion, updatesInPieces, type StoredVersion } from '#server/store/versions.ts';
import * as Y from 'yjs';

/** A section's text as it was after one of its updates, and when that one was stored. */
export type TextAt = StoredVersion & { doc: DocNode };

/** How long the replay of a long history holds the thread in one go, in milliseconds. */
const LONGEST = 20;
/** How many replayed texts are kept, and from how many updates on: fewer are replayed at once. */
const MOST_KEPT = 16;
const FEWEST_KEPT = 4096;

/** Texts that were long to replay: who reads a version looks at its neighbours next. The log never changes. */
const kept = new WeakMap<Tx['db'], Map<string, { seq: number; bytes: Uint8Array }>>();

/**
 * R3: the section's text after its update `seq`; null when there is no such update. An old version of a
 * long text is replayed from the packed history, a few milliseconds at a time.
 */
export async function textAt(
	tx: Tx,
	section: Pick<SectionRow, 'id'>,
	seq: number
): Promise<TextAt | null> {
	const found = await findVersion(tx, section.id, seq);
	if (!found) return null;
	const ydoc = await documentAt(tx, { id: section.id, epoch: found.epoch }, seq);
	try {
		return { ...found, doc: docJson(ydoc) };
	} finally {
		ydoc.destroy();
	}
}

async function documentAt(
	tx: Tx,
	place: Pick<SectionRow, 'id' | 'epoch'>,
	upTo: number
): Promise<Y.Doc> {
	const doc = newDoc();
	doc.getXmlFragment(FRAGMENT);
	const from = await nearest(tx, place, upTo);
	if (from) Y.applyUpdate(doc, from.bytes);
	if (from?.seq === upTo) return doc;
	let since = performance.now();
	let count = 0;
	for await (const { bytes } of updatesInPieces(tx, place, { after: from?.seq ?? 0, upTo })) {
		for (let i = 0; i < bytes.length;) {
			i = applySome(doc, bytes, i, since + LONGEST);
			if (performance.now() - since < LONGEST) continue;
			await new Promise(setImmediate);
			since = performance.now();
		}
		count += bytes.length;
	}
	if (count >= FEWEST_KEPT) keep(tx, place, { seq: upTo, bytes: Y.encodeStateAsUpdate(doc) });
	return doc;
}

/** Applies updates from the `first` on until the time has come; tells which one is next. */
function applySome(doc: Y.Doc, updates: Uint8Array[], first: number, until: number): number {
	let next = first;
	doc.transact(() => {
		for (const update of updates.slice(first)) {
			Y.applyUpdate(doc, update);
			next += 1;
			if (next % 64 === 0 && performance.now() >= until) return;
		}
	});
	return next;
}

/** The latest state before `upTo` that is known without replaying. */
async function nearest(tx: Tx, place: Pick<SectionRow, 'id' | 'epoch'>, upTo: number) {
	const snapshot = await newestSnapshot(tx, place);
	if (snapshot && snapshot.seq <= upTo) return snapshot;
	let best: { seq: number; bytes: Uint8Array } | null = null;
	for (const [key, one] of kept.get(tx.db) ?? [])
		if (key.startsWith(`${place.id} ${place.epoch} `) && one.seq <= upTo)
			if (!best || one.seq > best.seq) best = one;
	return best;
}

function keep(
	tx: Tx,
	place: Pick<SectionRow, 'id' | 'epoch'>,
	state: { seq: number; bytes: Uint8Array }
): void {
	const states = kept.get(tx.db) ?? new Map<string, typeof state>();
	kept.set(tx.db, states);
	const key = `${place.id} ${place.epoch} ${state.seq}`;
	states.delete(key);
	states.set(key, state);
	const [oldest] = states.keys();
	if (states.size > MOST_KEPT && oldest !== undefined) states.delete(oldest);
}
