import type { Lock } from '#core/lock.ts';
import type { Refusal } from '#core/result.ts';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** Message types of the y-websocket protocol. */
export const MESSAGE_SYNC = 0;
export const MESSAGE_AWARENESS = 1;
export const MESSAGE_AUTH = 2;
export const MESSAGE_QUERY_AWARENESS = 3;
/** Ours: a JSON text, one of `ServerMessage`. A stock client logs it and goes on. */
export const MESSAGE_NOTE = 100;

/** Sub-types of MESSAGE_SYNC. */
export const SYNC_STEP_1 = 0;
export const SYNC_STEP_2 = 1;
export const SYNC_UPDATE = 2;

/** What the server says beside y-websocket's messages. */
export type ServerMessage =
	/**
	 * At join, and whenever state, right or lock change. `seq` is the last stored update's number.
	 * `hash` is of the text's canonical JSON at `seq`, sent at rest (W12); null while people write.
	 */
	| {
			type: 'state';
			seq: number;
			epoch: number;
			state: 'draft' | 'submitted' | 'approved';
			lock: Lock | null;
			mayEdit: boolean;
			version: number;
	  }
	/** D1: the first `count` updates (sync step 2 and update alike) of this connection are on disk. */
	| { type: 'ack'; count: number; seq: number }
	/**
	 * W8: the update number `count` of this connection was refused. The client sets its own text
	 * aside and loads the server's. `lateId` when it was kept as a late contribution (L1).
	 */
	| { type: 'refused'; count: number; refusal: Refusal; lateId: string | null }
	/** W12: the SHA-256 of the text's canonical JSON at `seq`. */
	| { type: 'hash'; seq: number; hash: string }
	/** Who is in which section of the report, as far as this person may know. */
	| { type: 'presence'; sections: Record<string, Presence['user'][]> }
	/** L5: what this person typed into a passage that somebody else deleted at that moment was kept. */
	| { type: 'late'; lateId: string; why: 'deleted'; text: string }
	/** L4: a late contribution of this person was taken in, or not. */
	| {
			type: 'lateDecided';
			lateId: string;
			state: 'accepted' | 'declined';
			reason: string | null;
	  }
	/** The figures of the report changed: blocks in a draft show live values (I5). */
	| { type: 'figures' }
	/** What is said about the section changed: who looks at its comments reads them again (S6). */
	| { type: 'review' };

/** One frame that holds `message`. */
export function encodeNote(message: ServerMessage): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE_NOTE);
	encoding.writeVarString(encoder, JSON.stringify(message));
	return encoding.toUint8Array(encoder);
}

/** What a client says beside y-websocket's messages (W12): its text differs at `seq`. */
export type ClientMessage = { type: 'diverged'; seq: number };

/** Reads what `encodeNote` wrote, after the message type. */
export function readNote(decoder: decoding.Decoder): ServerMessage {
	return JSON.parse(decoding.readVarString(decoder)) as ServerMessage;
}

/** What an awareness state carries: the server stamps `user`, the client owns `cursor` (W9). */
export type Presence = {
	user: { id: string; name: string; color: string; department: string | null };
	cursor?: unknown;
};
