import type { Refusal } from '#core/result.ts';
import type { DocNode } from '#core/publication.ts';
import { docJson, loadDoc, seedUpdate } from '#schema/content.ts';
import { changedText } from '#schema/text.ts';
import { arrivedTooLate, joinBuried } from '#collab/buried.ts';
import { LIMITS } from '#collab/limits.ts';
import * as Y from 'yjs';
import type { Connection } from './connection.ts';
import type { RoomPorts } from './ports.ts';
import { decodedOrNull, Resent, shareLetters, type Decoded } from './resent.ts';
import type { Room } from './room.ts';
import type { Passed, Pending } from './turn.ts';

/** What becomes of work that a lock, a lost right or somebody's deletion keeps out of the text (L). */
export class Lateness {
	private readonly ports: RoomPorts;
	private readonly resent = new Resent();
	/** The contribution of a connection's first refused update and of what was under way behind it. */
	private readonly kept = new WeakMap<Connection, string>();

	/** @param refused what was kept before, with whose it was */
	constructor(refused: readonly { personId: string; bytes: Uint8Array }[], ports: RoomPorts) {
		this.ports = ports;
		for (const { personId, bytes } of refused) this.resent.remember(personId, bytes);
	}

	/** The refusal of what was refused before and comes again. */
	refusalOf({ connection, update, isFirstAnswer }: Pending): Refusal | null {
		const { who, isOurs } = connection;
		const isResent = this.resent.has(who.user.id, update, { isFirstAnswer, isStock: !isOurs });
		return isResent ? { code: 'malformed', rule: 'resent' } : null;
	}

	/** L1: keeps what met a lock or a lost right; its id, or null when this update is not kept. */
	async keep(
		room: Room,
		{ connection, update }: Pending,
		refusal: Refusal
	): Promise<string | null> {
		if (refusal.code !== 'locked' && refusal.code !== 'forbidden') return null;
		const personId = connection.who.user.id;
		const known = this.kept.get(connection) ?? null;
		// What follows a refused update was not looked at by the gate.
		const decoded = decodedOrNull(update);
		if (!decoded || decoded.structs.length > LIMITS.structs) return null;
		const before = await this.begun(room, personId, known, decoded);
		// It builds on what was refused: it can be read together with it alone.
		const bytes = before ? Y.mergeUpdates([before.bytes, update]) : update;
		if (bytes.byteLength > LIMITS.late) return null;
		const read = readLate(room.packed(), bytes);
		if (before && read === null) return null;
		const { text, buried } = read ?? { text: '', buried: '' };
		this.resent.remember(personId, update);
		const lateId = await this.ports.keepLate({
			by: personId,
			sectionId: room.section.id,
			epoch: room.section.epoch,
			baseSeq: connection.seenSeq,
			why: refusal.code,
			lock: refusal.code === 'locked' ? refusal.lock : null,
			bytes,
			text: [text, buried].filter((part) => part !== '').join('\n'),
			...(before ? { extends: before.id } : {})
		});
		if (lateId === null) return null;
		this.kept.set(connection, lateId);
		// Their own text has lost it already: somebody else deleted the passage meanwhile (L5).
		if (buried !== '') connection.note({ type: 'late', lateId, why: 'deleted', text: buried });
		return lateId;
	}

	/**
	 * What an update goes on from: the connection's own contribution, or an open one of this person with
	 * letters of this update, that a line which broke, or a page which ended, has brought in part.
	 */
	private async begun(
		room: Room,
		personId: string,
		known: string | null,
		update: Decoded
	): Promise<{ id: string; bytes: Uint8Array } | null> {
		if (known !== null) return this.ports.readLate(known);
		const open = await this.ports.openLate(personId, room.section.epoch);
		const isBegun = (bytes: Uint8Array): boolean => {
			const decoded = decodedOrNull(bytes);
			return decoded !== null && shareLetters(decoded, update);
		};
		return open.find(({ bytes }) => isBegun(bytes)) ?? null;
	}

	/**
	 * L5: what somebody typed into a passage that another deleted at that moment; its author is told.
	 * @param isBehind another act wrote into the log before them, which they were not judged with
	 */
	async keepBuried(room: Room, passed: readonly Passed[], isBehind: boolean): Promise<void> {
		const current = isBehind ? loadDoc([room.packed()]) : null;
		const found = passed.map(({ taken }) => {
			const judged = taken?.buried ?? [];
			if (current === null || taken === null) return judged;
			const { structs, ds } = Y.decodeUpdate(taken.bytes);
			const items = structs.filter((struct) => struct instanceof Y.Item);
			const late = joinBuried(arrivedTooLate(current, items, ds));
			// What was gone when they were judged is gone still, and is found again.
			return [...judged.filter((one) => late.every((l) => l.clientId !== one.clientId)), ...late];
		});
		current?.destroy();
		for (const buried of found)
			for (const { clientId, text } of buried) {
				const by = room.ownerOf(clientId);
				if (by === null || text.trim() === '') continue;
				const lateId = await this.ports.keepLate({
					by,
					sectionId: room.section.id,
					epoch: room.section.epoch,
					baseSeq: room.seq,
					why: 'deleted',
					lock: null,
					bytes: seedUpdate(paragraphOf(text)),
					text
				});
				if (lateId === null) continue;
				for (const connection of room.connections)
					if (connection.who.user.id === by)
						connection.note({ type: 'late', lateId, why: 'deleted', text });
			}
	}
}

const paragraphOf = (text: string): DocNode => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text }] }]
});

/**
 * The passages that a refused update would have added or changed, and the letters that it would have
 * put into passages which are gone, as plain text; null when it cannot be read as text of this section.
 */
function readLate(
	current: Uint8Array,
	update: Uint8Array
): { text: string; buried: string } | null {
	const before = loadDoc([current]);
	const after = loadDoc([current]);
	try {
		// It was looked at and not tried: Yjs may throw at it, and so may its reading.
		Y.applyUpdate(after, update);
		if (after.store.pendingStructs !== null) return null;
		const { structs, ds } = Y.decodeUpdate(update);
		const items = structs.filter((struct) => struct instanceof Y.Item);
		const buried = joinBuried(arrivedTooLate(after, items, ds)).map((piece) => piece.text);
		return {
			text: changedText(docJson(before), docJson(after)),
			buried: buried.join('\n').trim()
		};
	} catch (error) {
		// The bytes are kept whatever they are.
		if (error instanceof Error) return null;
		throw error;
	} finally {
		before.destroy();
		after.destroy();
	}
}
