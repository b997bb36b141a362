import type { Actor } from '#core/access.ts';
import { lockOn } from '#core/lock.ts';
import { ok, refuse, type Refusal, type Result } from '#core/result.ts';
import { appendUpdate, claimClient } from '#server/store/log.ts';
import { loadActor } from '#server/store/people.ts';
import { getSection, lockFacts, thingToWrite, type Section } from '#server/store/sections.ts';
import { getSession } from '#server/store/sessions.ts';
import type { Tx } from '#server/store/store.ts';
import { permit, type Command } from './context.ts';

/** One update that passed the gate, as the twin emitted it (W7). */
export type GatedUpdate = {
	personId: string;
	/** The session it came by, by the hash of its id; null for calls that have none. */
	sessionHash: string | null;
	/** The Yjs client ids whose clocks it moves. */
	clientIds: number[];
	bytes: Uint8Array;
};

/** A room's updates, in the order in which its twin took them. */
export type RoomBatch = { sectionId: string; epoch: number; updates: GatedUpdate[] };

/**
 * What became of each update of a room, in order. After a refusal the twin has to be built anew, so
 * that the rest comes back as `again`.
 */
export type UpdateOutcome =
	{ kind: 'stored'; seq: number } | { kind: 'refused'; refusal: Refusal } | { kind: 'again' };

/**
 * W4, W6, D1: the write gate's transaction. Reads state, lock and right anew for each section and
 * person, stores what may be stored, and commits once for all rooms. It writes no audit line: the
 * log itself says who wrote what and when.
 */
export const appendUpdates: Command<{ rooms: RoomBatch[] }, { rooms: UpdateOutcome[][] }> = async (
	tx,
	input,
	context
) => {
	const actors = new Map<string, Result<Actor>>();
	const rooms: UpdateOutcome[][] = [];
	for (const room of input.rooms) {
		const section = await getSection(tx, room.sectionId);
		rooms.push(await appendToRoom(tx, { room, section, actors, now: context.now }));
	}
	return ok({ rooms });
};

type RoomInput = {
	room: RoomBatch;
	section: Section | undefined;
	actors: Map<string, Result<Actor>>;
	now: number;
};

async function appendToRoom(
	tx: Tx,
	{ room, section, actors, now }: RoomInput
): Promise<UpdateOutcome[]> {
	const outcomes: UpdateOutcome[] = [];
	for (const update of room.updates) {
		const refusal = await judge(tx, { room, section, actors, now, update });
		if (refusal) {
			outcomes.push({ kind: 'refused', refusal });
			break;
		}
		if (!section) break;
		section.seq = await appendUpdate(tx, section, {
			personId: update.personId,
			at: now,
			bytes: update.bytes
		});
		outcomes.push({ kind: 'stored', seq: section.seq });
	}
	while (outcomes.length < room.updates.length) outcomes.push({ kind: 'again' });
	return outcomes;
}

/** Why the update may not be stored, or null. */
async function judge(
	tx: Tx,
	{ room, section, actors, now, update }: RoomInput & { update: GatedUpdate }
): Promise<Refusal | null> {
	if (!section) return { code: 'notFound' };
	if (section.epoch !== room.epoch) return { code: 'otherEpoch' };
	const key = `${update.personId} ${update.sessionHash ?? ''}`;
	const actor = actors.get(key) ?? (await signedIn(tx, update, now));
	actors.set(key, actor);
	if (!actor.ok) return actor.refusal;
	const allowed = permit(actor.value, 'section.edit', thingToWrite(section));
	if (!allowed.ok) return allowed.refusal;
	const lock = lockOn(lockFacts(section));
	if (lock) return { code: 'locked', lock };
	for (const clientId of update.clientIds) {
		const claimed = await claimClient(tx, section, { clientId, personId: update.personId });
		if (!claimed) return { code: 'malformed', rule: 'clientOfAnother' };
	}
	return null;
}

/** The person behind an update, if their session still stands (A6). */
async function signedIn(tx: Tx, update: GatedUpdate, now: number): Promise<Result<Actor>> {
	if (update.sessionHash !== null) {
		const session = await getSession(tx, update.sessionHash);
		if (!session || session.expiresAt <= now || session.personId !== update.personId)
			return refuse({ code: 'notSignedIn' });
	}
	const actor = await loadActor(tx, update.personId);
	return actor ? ok(actor) : refuse({ code: 'notSignedIn' });
}
