import {
	MESSAGE_NOTE,
	MESSAGE_SYNC,
	readNote,
	SYNC_STEP_1,
	SYNC_UPDATE,
	type ServerMessage
} from '#collab/protocol.ts';
import type { Connection } from '#server/collab/connection.ts';
import type { DemoPersonKey } from '#server/demo/people.ts';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { TestServer } from './server.ts';

/** A client without a network: what it sends arrives at once, what it is sent is written down. */
export type WiredClient = {
	connection: Connection;
	/** What a follower of the text has. */
	doc: Y.Doc;
	notes: ServerMessage[];
	closed: number | null;
	send(update: Uint8Array): void;
};

/** Lets a client in over a line in memory; the server's half is the real one. */
export async function wired(
	server: TestServer,
	sectionId: string,
	person: DemoPersonKey
): Promise<WiredClient> {
	const doc = new Y.Doc();
	const notes: ServerMessage[] = [];
	const client = { doc, notes, closed: null as number | null };
	const wire = {
		unsent: 0,
		send: (message: Uint8Array) => {
			const decoder = decoding.createDecoder(message);
			const type = decoding.readVarUint(decoder);
			if (type === MESSAGE_NOTE) notes.push(readNote(decoder));
			if (type !== MESSAGE_SYNC) return;
			const kind = decoding.readVarUint(decoder);
			if (kind !== SYNC_STEP_1) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), 'net');
		},
		pause: () => undefined,
		resume: () => undefined,
		ping: () => undefined,
		close: (code: number) => {
			client.closed = code;
		},
		terminate: () => undefined
	};
	const address = { sectionId, schema: null, epoch: null };
	const connection = await server.app.collab.admit(wire, await server.cookie(person), address);
	if (!connection) throw new Error(`${person} was turned away`);
	connection.receive(frame(SYNC_STEP_1, Y.encodeStateVector(doc)));
	return Object.assign(client, {
		connection,
		send: (update: Uint8Array) => connection.receive(frame(SYNC_UPDATE, update))
	});
}

function frame(kind: number, bytes: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE_SYNC);
	encoding.writeVarUint(encoder, kind);
	encoding.writeVarUint8Array(encoder, bytes);
	return encoding.toUint8Array(encoder);
}

/** One letter whose right neighbour cannot be reached from its left one (yjs#794). */
export function disordered(doc: Y.Doc, clientId: number): Uint8Array {
	const letter = [...doc.store.clients.values()]
		.flat()
		.find((s) => s instanceof Y.Item && !s.deleted && s.content instanceof Y.ContentString);
	if (!(letter instanceof Y.Item)) throw new Error('the document has no letter');
	const encoder = encoding.createEncoder();
	// One client with one struct, from its clock 0: a string between two neighbours; nothing deleted.
	for (const n of [1, 1, clientId, 0]) encoding.writeVarUint(encoder, n);
	encoding.writeUint8(encoder, 0xc4);
	const { client, clock } = letter.id;
	for (const n of [client, clock, client, clock]) encoding.writeVarUint(encoder, n);
	encoding.writeVarString(encoder, 'z');
	encoding.writeVarUint(encoder, 0);
	return encoding.toUint8Array(encoder);
}
