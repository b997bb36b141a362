import type { Refusal, Result } from '#core/result.ts';
import type { CommandInput } from '#server/commands/index.ts';
import type { RoomBatch, RoomOutcome } from '#server/commands/append-updates.ts';
import type { Room } from './room.ts';
import type { StoredText } from './section-text.ts';

/** What is kept of a refused or buried change (L1, L5). */
export type LateInput = CommandInput<'keepLate'>;

/** A late contribution as Yjs reads it. */
export type KeptBytes = { id: string; bytes: Uint8Array };

/** What a room asks of the world outside. */
export interface RoomPorts {
	/** Milliseconds since 1970. */
	clock(): number;
	/** The write gate's transaction; refused as a whole when the store takes nothing. */
	append(batch: RoomBatch): Promise<Result<RoomOutcome>>;
	/** The text as it is stored now; null when the section is gone. */
	read(): Promise<StoredText | null>;
	/** The updates that were stored after `seq`, by whomever, in order. */
	readSince(epoch: number, seq: number): Promise<{ seq: number; bytes: Uint8Array }[]>;
	/** A late contribution; null when there is none of this id. */
	readLate(id: string): Promise<KeptBytes | null>;
	/** What a lock or a lost right kept out of this epoch of a person's, and nobody has decided yet. */
	openLate(personId: string, epoch: number): Promise<KeptBytes[]>;
	/** Keeps a late contribution; its id, or null when no more of this person's are kept. */
	keepLate(input: LateInput): Promise<string | null>;
	/**
	 * Adds a snapshot, so that the next opening is quick; true when it is stored.
	 * @throws Error when the stored log makes another text
	 */
	compact(input: {
		sectionId: string;
		epoch: number;
		seq: number;
		bytes: Uint8Array;
	}): Promise<boolean>;
	onWritten(updates: number): void;
	onRefused(refusal: Refusal): void;
	/** Somebody came into sight or went out of it. */
	onPresence(): void;
	/** A bug, or another epoch, ended the room. */
	onEnded(room: Room, error: unknown): void;
}
