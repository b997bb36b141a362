import * as encoding from 'lib0/encoding';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import {
	MESSAGE_AUTH,
	MESSAGE_NOTE,
	MESSAGE_SYNC,
	readNote,
	SYNC_STEP_1,
	SYNC_STEP_2,
	SYNC_UPDATE
} from '#collab/protocol.ts';
import { FRAGMENT } from '#schema/version.ts';
import { letterUpdate } from './letters.ts';
import type { Target } from './order.ts';
import { openWire, type Wire } from './wire.ts';

/** Hocuspocus's own message types. */
const SYNC_REPLY = 4;
const DENIED = 1;

export type MemberEvents = {
	/** An update came; the bytes are valid during the call only. */
	update(member: Member, update: Uint8Array): void;
	/** The first `count` updates of this member are on disk. */
	stored(member: Member, count: number): void;
	/** The server refused or hung up. */
	failed(why: string): void;
};

/** One client: a socket, a Yjs client id, and a paragraph of its own to type in. */
export class Member {
	readonly room: string;
	/** Its place in its room. */
	readonly index: number;
	readonly client: number;
	/** The clock of the next letter. */
	clock = 0;
	/** How many updates were sent: the number that an acknowledgement counts. */
	sent = 0;
	/** What the server had at joining; null until it said so. */
	text: Uint8Array | null = null;
	private readonly wire: Wire;
	private readonly prefix: Uint8Array;
	private readonly events: MemberEvents;
	private ended = false;

	/** @param opened resolves when the first sync is done */
	constructor(
		target: Target,
		place: { room: string; index: number; person: number; client: number },
		events: MemberEvents,
		opened: () => void
	) {
		this.room = place.room;
		this.index = place.index;
		this.client = place.client;
		this.events = events;
		const byName = target.dialect === 'hocuspocus';
		this.prefix = byName
			? encoding.encode((e) => encoding.writeVarString(e, place.room))
			: new Uint8Array();
		this.wire = openWire(
			byName ? target.ws : `${target.ws}/${place.room}`,
			target.people[place.person % target.people.length] ?? {},
			{
				opened: () => {
					if (byName)
						this.say((e) => {
							encoding.writeVarUint(e, MESSAGE_AUTH);
							encoding.writeVarUint(e, 0);
							encoding.writeVarString(e, 'bench');
						});
					if (target.dialect === 'relay') return opened();
					this.sync(SYNC_STEP_1, Uint8Array.of(0));
				},
				message: (bytes) => this.read(bytes, opened),
				closed: (why) => {
					if (!this.ended) events.failed(`${place.room}: ${why}`);
				}
			}
		);
	}

	/** Sends an update made elsewhere. */
	give(update: Uint8Array): void {
		this.sent += 1;
		this.sync(SYNC_UPDATE, update);
	}

	/**
	 * Makes its paragraph with one letter in it, behind the text that it joined with, and sends it.
	 * @param seed the text, for who brought it
	 */
	begin(seed: Uint8Array | null): void {
		const doc = new Y.Doc();
		const text = seed ?? this.text;
		if (text !== null) Y.applyUpdate(doc, text);
		doc.clientID = this.client;
		doc.once('update', (update: Uint8Array) => this.give(update));
		doc.transact(() => {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText('a')]);
			const root = doc.getXmlFragment(FRAGMENT);
			root.insert(root.length, [paragraph]);
		});
		this.clock = Y.getState(doc.store, this.client);
		this.text = null;
		doc.destroy();
	}

	/** Types one letter, as an update and a frame of its own. */
	type(): void {
		const letter = this.clock % 6 === 0 ? 0x20 : 0x61;
		const update = letterUpdate(this.client, this.clock, letter);
		const head = this.prefix.length;
		const message = new Uint8Array(head + 3 + update.length);
		message.set(this.prefix);
		message[head] = MESSAGE_SYNC;
		message[head + 1] = SYNC_UPDATE;
		message[head + 2] = update.length;
		message.set(update, head + 3);
		this.clock += 1;
		this.sent += 1;
		this.wire.send(message);
	}

	end(): void {
		this.ended = true;
		this.wire.end();
	}

	private say(write: (encoder: encoding.Encoder) => void): void {
		const encoder = encoding.createEncoder();
		encoding.writeUint8Array(encoder, this.prefix);
		write(encoder);
		this.wire.send(encoding.toUint8Array(encoder));
	}

	private sync(kind: number, body: Uint8Array): void {
		this.say((e) => {
			encoding.writeVarUint(e, MESSAGE_SYNC);
			encoding.writeVarUint(e, kind);
			encoding.writeVarUint8Array(e, body);
		});
	}

	private read(bytes: Uint8Array, opened: () => void): void {
		// Hocuspocus repeats the name that we said.
		const decoder = decoding.createDecoder(bytes.subarray(this.prefix.length));
		const type = decoding.readVarUint(decoder);
		if (type === MESSAGE_SYNC || (type === SYNC_REPLY && this.prefix.length > 0)) {
			const kind = decoding.readVarUint(decoder);
			if (kind === SYNC_STEP_1) {
				// It has nothing that the server could lack; a stock client says so as well.
				this.sent += 1;
				this.sync(SYNC_STEP_2, Uint8Array.of(0, 0));
			} else if (kind === SYNC_STEP_2 && this.text === null && this.clock === 0) {
				this.text = decoding.readVarUint8Array(decoder).slice();
				opened();
			} else this.events.update(this, decoding.readVarUint8Array(decoder));
		} else if (type === MESSAGE_NOTE) this.readNote(decoder);
		else if (type === MESSAGE_AUTH) {
			if (this.prefix.length === 0 || decoding.readVarUint(decoder) === DENIED)
				this.events.failed(`${this.room}: refused`);
		}
	}

	private readNote(decoder: decoding.Decoder): void {
		const note = readNote(decoder);
		if (note.type === 'ack') this.events.stored(this, note.count);
		else if (note.type === 'refused')
			this.events.failed(`${this.room}: refused with ${JSON.stringify(note.refusal)}`);
	}
}
