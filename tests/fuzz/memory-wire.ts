import {
	MESSAGE_AWARENESS,
	MESSAGE_NOTE,
	MESSAGE_SYNC,
	readNote,
	SYNC_STEP_1,
	type ServerMessage
} from '#collab/protocol.ts';
import type { Wire } from '#server/collab/wire.ts';
import * as decoding from 'lib0/decoding';

/** What came over a wire since it was last read. */
export type Heard = {
	/** Sync step 2 and updates, without their heads. */
	updates: Uint8Array[];
	notes: ServerMessage[];
	/** Bytes of all the rest: presence and the like. */
	others: number;
};

/** A line without a socket: what the server sends lies here until it is read. */
export class MemoryWire implements Wire {
	readonly unsent = 0;
	closed: { code: number; reason: string } | null = null;
	#messages: Uint8Array[] = [];
	/** Answers a ping, as every client does. */
	onPing: () => void = () => undefined;

	send(message: Uint8Array): void {
		this.#messages.push(message);
	}

	/** All that came since the last time. */
	read(): Heard {
		const heard: Heard = { updates: [], notes: [], others: 0 };
		for (const message of this.#messages.splice(0)) {
			const decoder = decoding.createDecoder(message);
			const type = decoding.readVarUint(decoder);
			if (type === MESSAGE_NOTE) heard.notes.push(readNote(decoder));
			else if (type === MESSAGE_SYNC && decoding.readVarUint(decoder) !== SYNC_STEP_1)
				heard.updates.push(decoding.readVarUint8Array(decoder));
			else heard.others += message.byteLength;
		}
		return heard;
	}

	/** Forgets all that came. */
	discard(): void {
		this.#messages = [];
	}

	/** The presence messages that came since the last time, as text. */
	readPresence(): string[] {
		return this.#messages
			.splice(0)
			.filter((message) => message[0] === MESSAGE_AWARENESS)
			.map((message) => new TextDecoder().decode(message));
	}

	pause(): void {
		// A line in memory brings what it is given, also to a server that would rather wait.
	}

	resume(): void {
		// See `pause`.
	}

	ping(): void {
		this.onPing();
	}

	close(code: number, reason: string): void {
		this.closed ??= { code, reason };
	}

	terminate(): void {
		this.closed ??= { code: 1006, reason: '' };
	}
}
