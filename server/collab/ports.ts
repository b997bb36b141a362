import type { Actor } from '#core/access.ts';
import type { Lock } from '#core/lock.ts';
import type { Refusal, Result } from '#core/result.ts';
import type { RoomBatch, UpdateOutcome } from '#server/commands/append-updates.ts';
import type { Section } from '#server/store/sections.ts';
import type { Room } from './room.ts';

/** What a room asks of the world outside. */
export interface RoomPorts {
	/** The write gate's transaction; refused as a whole when the store takes nothing. */
	append(batch: RoomBatch): Promise<Result<UpdateOutcome[]>>;
	/** Keeps a late contribution; its id, or null when no more of this person's are kept. */
	keepLate(input: {
		by: string;
		sectionId: string;
		epoch: number;
		baseSeq: number;
		why: string;
		lock: Lock | null;
		bytes: Uint8Array;
		text: string;
	}): Promise<string | null>;
	saveSnapshot(input: {
		sectionId: string;
		epoch: number;
		seq: number;
		bytes: Uint8Array;
	}): Promise<void>;
	onWritten(section: Section, by: Actor): void;
	onRefused(refusal: Refusal): void;
	/** Somebody came into sight or went out of it. */
	onPresence(): void;
	/** A bug ended the room. */
	onFailed(room: Room, error: unknown): void;
}
