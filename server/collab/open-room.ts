import { listClaims, documentBytes } from '#server/store/log.ts';
import { updatesBetween } from '#server/store/history.ts';
import { getLate, listLate, listRefused } from '#server/store/late.ts';
import { getSection } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import type { GroupCommit } from './group-commit.ts';
import type { HubOptions } from './options.ts';
import { Room } from './room.ts';
import type { StoredText } from './section-text.ts';

/** What the hub is told of a room's life. */
export type RoomEvents = {
	onPresence(): void;
	onEnded(room: Room, error: unknown): void;
};

/** Opens the room of a section from the store; null when there is no such section. */
export async function openRoom(
	sectionId: string,
	{ store, writer, metrics, clock }: HubOptions,
	log: GroupCommit,
	events: RoomEvents
): Promise<Room | null> {
	const opened = await store.read(async (tx) => {
		const section = await getSection(tx, sectionId);
		return section ? { section, stored: await readText(tx, section) } : null;
	});
	if (!opened) return null;
	return new Room(opened.section, opened.stored, {
		clock,
		append: async (batch) => {
			const end = metrics.commitSeconds.startTimer();
			const result = await log.append(batch);
			end();
			return result;
		},
		read: () =>
			store.read(async (tx) => {
				const section = await getSection(tx, sectionId);
				return section ? readText(tx, section) : null;
			}),
		readSince: (epoch, seq) =>
			store.read((tx) =>
				updatesBetween(tx, { id: sectionId, epoch }, { after: seq, upTo: Number.MAX_SAFE_INTEGER })
			),
		readLate: (id) => store.read(async (tx) => (await getLate(tx, id)) ?? null),
		openLate: (personId, epoch) =>
			store.read(async (tx) =>
				(await listLate(tx, sectionId, personId)).filter(
					(l) => l.epoch === epoch && l.state === 'open' && l.why !== 'deleted'
				)
			),
		keepLate: async (input) => {
			const kept = await writer.run('keepLate', input);
			return kept.ok ? kept.value.lateId : null;
		},
		compact: async (input) => {
			const done = await writer.run('compactSection', input);
			if (done.ok || done.refusal.code !== 'malformed') return done.ok;
			// The writer replayed the log and came to another text: nothing here can be trusted any more.
			metrics.diverged.inc();
			throw new Error('the document in memory differs from what is stored');
		},
		onWritten: (updates) => metrics.updates.inc({ outcome: 'stored' }, updates),
		onRefused: (refusal) => metrics.updates.inc({ outcome: refusal.code }),
		...events
	});
}

async function readText(tx: Tx, section: { id: string; epoch: number }): Promise<StoredText> {
	return {
		...(await documentBytes(tx, section)),
		claims: await listClaims(tx, section),
		refused: await listRefused(tx, section)
	};
}
