import type { Connection } from './connection.ts';
import { encodeAwareness, type AwarenessEntry } from './presence.ts';

/** Who is in a section: the newest awareness state of each Yjs client; never stored (W9). */
export class RoomPresence {
	private readonly states = new Map<number, AwarenessEntry>();
	private readonly speakers = new Map<number, Connection>();
	private readonly send: (message: Uint8Array) => void;
	/** What changed in this turn: three hundred who come at once are told of together. */
	private changed = new Map<number, AwarenessEntry>();

	/** @param send to everybody in the section */
	constructor(send: (message: Uint8Array) => void) {
		this.send = send;
	}

	/** Tells every state to somebody who comes. */
	tell(connection: Connection): void {
		if (this.states.size > 0) connection.send(encodeAwareness([...this.states.values()]));
	}

	/** True for a client that says it is here; one that only follows the text says nothing. */
	has(clientId: number): boolean {
		return this.states.has(clientId);
	}

	/** Whether no other socket speaks for a Yjs client. */
	isFreeFor(clientId: number, connection: Connection): boolean {
		const speaker = this.speakers.get(clientId);
		return speaker === undefined || speaker === connection;
	}

	/** What a client says of itself; its sender is told too: y-websocket reconnects after 30 s of silence. */
	set(connection: Connection, entry: AwarenessEntry): void {
		this.speakers.set(entry.clientId, connection);
		if (entry.state === 'null') this.states.delete(entry.clientId);
		else this.states.set(entry.clientId, entry);
		this.note(entry);
	}

	/** The client is gone. */
	remove(clientId: number): void {
		this.speakers.delete(clientId);
		const entry = this.states.get(clientId);
		if (!entry) return;
		this.states.delete(clientId);
		this.note({ ...entry, clock: entry.clock + 1, state: 'null' });
	}

	private note(entry: AwarenessEntry): void {
		if (this.changed.size === 0)
			setImmediate(() => {
				const { changed } = this;
				this.changed = new Map();
				this.send(encodeAwareness([...changed.values()]));
			});
		this.changed.set(entry.clientId, entry);
	}
}
