import { rowsOf, type Actor } from '#core/access.ts';
import { lockOn, type Lock } from '#core/lock.ts';
import { ok, refuse, type Refusal, type Result } from '#core/result.ts';
import { claimClient, insertUpdateRow, moveLog } from '#server/store/append.ts';
import {
	actorBySession,
	gateSection,
	thingOfGate,
	type GateSection
} from '#server/store/gate-facts.ts';
import { loadActor } from '#server/store/people.ts';
import { getSection, lockFacts } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { noteWriter } from '#server/store/writers.ts';
import { permit, type Command } from './context.ts';

/** Who an update is from; `personId` null for the server's own following change. */
export type Author = {
	personId: string | null;
	/** The session it came by, by the hash of its id; null for the server. */
	sessionHash: string | null;
	/** The departments whose rows their updates were held to (A3); absent where there was no limit. */
	rows?: string[];
};

/**
 * A room's updates that passed the gate, in the order in which its document took them. They travel
 * between threads at every keystroke, so they are few objects: all bytes in one piece.
 */
export type RoomBatch = {
	sectionId: string;
	epoch: number;
	authors: Author[];
	/** For each update: its author's place in `authors`. */
	by: number[];
	/** For each update: its length in `bytes`. */
	lengths: number[];
	bytes: Uint8Array;
	/** Yjs client ids that nobody had, by the place of the update that first uses them. */
	claims: { clientId: number; update: number }[];
};

/**
 * What became of a room's updates: the first `stored` of them have the numbers from `firstSeq` on. The
 * next was refused; those after it were judged on a document that held it, and come again.
 */
export type RoomOutcome = { stored: number; firstSeq: number; refusal: Refusal | null };

/**
 * W4, W6, D1: the write gate's transaction. Reads state, lock and right anew for each section and
 * person, stores what may be stored, and commits once for all rooms. It writes no audit line: the
 * log itself says who wrote what and when.
 */
export const appendUpdates: Command<{ rooms: RoomBatch[] }, { rooms: RoomOutcome[] }> = async (
	tx,
	input,
	context
) => {
	const actors = new Map<string, Result<Actor>>();
	const rooms: RoomOutcome[] = [];
	for (const batch of input.rooms) rooms.push(await appendToRoom(tx, batch, actors, context.now));
	return ok({ rooms });
};

async function appendToRoom(
	tx: Tx,
	batch: RoomBatch,
	actors: Map<string, Result<Actor>>,
	now: number
): Promise<RoomOutcome> {
	const section = await gateSection(tx, batch.sectionId);
	if (!section) return { stored: 0, firstSeq: 0, refusal: { code: 'notFound' } };
	const firstSeq = section.seq + 1;
	if (section.epoch !== batch.epoch)
		return { stored: 0, firstSeq, refusal: { code: 'otherEpoch' } };
	const lock = section.state === 'draft' ? null : await lockNow(tx, section.id);
	if (lock) return { stored: 0, firstSeq, refusal: { code: 'locked', lock } };
	const refusals: (Refusal | null)[] = [];
	for (const author of batch.authors) refusals.push(await judge(tx, section, author, actors, now));

	const lastBy = new Map<number, number>();
	let stored = 0;
	let at = 0;
	let refusal: Refusal | null = null;
	for (const [i, by] of batch.by.entries()) {
		const author = batch.authors[by];
		const length = batch.lengths[i] ?? 0;
		refusal = author ? (refusals[by] ?? null) : { code: 'malformed', rule: 'batch' };
		refusal ??= await claim(tx, section, batch, { update: i, personId: author?.personId ?? null });
		if (refusal) break;
		await insertUpdateRow(tx, section, {
			seq: firstSeq + i,
			personId: author?.personId ?? null,
			at: now,
			bytes: batch.bytes.subarray(at, at + length)
		});
		at += length;
		lastBy.set(by, firstSeq + i);
		stored += 1;
	}
	await finish(tx, section, { batch, lastBy, now });
	return { stored, firstSeq, refusal };
}

/** The lock of a section that is not open. */
async function lockNow(tx: Tx, id: string): Promise<Lock | null> {
	const section = await getSection(tx, id);
	return section ? lockOn(lockFacts(section)) : null;
}

/** Who wrote how far, and how far the log has come: once for each author and room. */
async function finish(
	tx: Tx,
	section: GateSection,
	{ batch, lastBy, now }: { batch: RoomBatch; lastBy: Map<number, number>; now: number }
): Promise<void> {
	let last = 0;
	let person: { seq: number; id: string } | null = null;
	for (const [by, seq] of lastBy) {
		const id = batch.authors[by]?.personId ?? null;
		last = Math.max(last, seq);
		if (id === null) continue;
		await noteWriter(tx, section, id, seq);
		if (person === null || person.seq < seq) person = { seq, id };
	}
	if (last > 0) await moveLog(tx, section, { seq: last, by: person?.id ?? null, at: now });
}

/** Why nothing of this author may be stored in the section, or null. */
async function judge(
	tx: Tx,
	section: GateSection,
	author: Author,
	actors: Map<string, Result<Actor>>,
	now: number
): Promise<Refusal | null> {
	if (author.personId === null) return null;
	const key = `${author.personId} ${author.sessionHash ?? ''}`;
	const actor = actors.get(key) ?? (await signedIn(tx, author.personId, author.sessionHash, now));
	actors.set(key, actor);
	if (!actor.ok) return actor.refusal;
	const thing = await thingOfGate(tx, section.id);
	if (!thing) return { code: 'notFound' };
	const allowed = permit(actor.value, 'section.edit', thing);
	if (!allowed.ok) return allowed.refusal;
	// A3: the gate held it to the rows that were theirs when it came; others are so now.
	const rows = rowsOf(actor.value, thing);
	if (rows === null || rows.join() === author.rows?.join()) return null;
	return { code: 'forbidden', why: 'notYourRow' };
}

/** Claims the client ids that an update is the first to use. */
async function claim(
	tx: Tx,
	section: GateSection,
	batch: RoomBatch,
	{ update, personId }: { update: number; personId: string | null }
): Promise<Refusal | null> {
	for (const { clientId, update: user } of batch.claims) {
		if (user !== update) continue;
		const claimed = await claimClient(tx, section, { clientId, personId: personId ?? '' });
		if (!claimed) return { code: 'malformed', rule: 'clientOfAnother' };
	}
	return null;
}

/** The person behind an update, if their session still stands (A6). */
async function signedIn(
	tx: Tx,
	personId: string,
	sessionHash: string | null,
	now: number
): Promise<Result<Actor>> {
	const actor = await (sessionHash === null
		? loadActor(tx, personId)
		: actorBySession(tx, sessionHash, now));
	return actor?.personId === personId ? ok(actor) : refuse({ code: 'notSignedIn' });
}
