import {
	MESSAGE_AUTH,
	MESSAGE_AWARENESS,
	MESSAGE_NOTE,
	MESSAGE_SYNC,
	readNote,
	SYNC_STEP_1,
	SYNC_STEP_2,
	SYNC_UPDATE
} from '#collab/protocol.ts';
import { FRAGMENT } from '#schema/version.ts';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Held } from './held.ts';
import { letterUpdate } from './letters.ts';
import type { Target } from './order.ts';
import { openWire, type Wire } from './wire.ts';

/** Hocuspocus's own message types. */
const SYNC_REPLY = 4;
const DENIED = 1;

export type MemberEvents = {
	/** The first sync is done; with nothing to say yet, where the server is a relay. */
	opened(member: Member, text: Uint8Array): void;
	/** An update came; the bytes are valid during the call only. */
	update(member: Member, update: Uint8Array): void;
	/** Carets came; the bytes are valid during the call only. */
	carets(member: Member, body: Uint8Array): void;
	/** The first `count` updates of this member are on disk. */
	stored(member: Member, count: number): void;
	/** The server refused or hung up. */
	failed(why: string): void;
};

export type Place = {
	room: string;
	/** Its place in its room. */
	index: number;
	person: number;
	client: number;
	/** The document that it comes back with; null for who has none. */
	held: Held | null;
	/** Whether it says where its caret is. */
	hasCaret: boolean;
};

const NOTHING = Uint8Array.of(0, 0);
const EMPTY_VECTOR = Uint8Array.of(0);

/** One client: a socket, a Yjs client id, and a paragraph of its own to type in. */
export class Member {
	readonly place: Place;
	/** The clock of the next letter. */
	clock = 0;
	/** How many updates were sent: the number that an acknowledgement counts. */
	sent = 0;
	/** What the server had at joining; null until it said so, and when it is not needed any more. */
	text: Uint8Array | null = null;
	private readonly wire: Wire;
	/** What stands before each message. */
	private readonly prefix: Uint8Array;
	private readonly events: MemberEvents;
	private isIn = false;
	private ended = false;

	constructor(target: Target, place: Place, events: MemberEvents) {
		this.place = place;
		this.events = events;
		const byName = target.dialect === 'hocuspocus';
		this.prefix = byName
			? encoding.encode((e) => encoding.writeVarString(e, place.room))
			: new Uint8Array();
		this.wire = openWire(
			byName ? target.ws : `${target.ws}/${place.room}`,
			target.people[place.person % target.people.length] ?? {},
			{
				opened: () => this.greet(target),
				message: (bytes) => this.read(bytes),
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
		const { client } = this.place;
		const doc = new Y.Doc();
		const text = seed ?? this.text;
		if (text !== null) Y.applyUpdate(doc, text);
		doc.clientID = client;
		const updates: Uint8Array[] = [];
		doc.on('update', (update: Uint8Array) => updates.push(update));
		const letters = new Y.XmlText('a');
		doc.transact(() => {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [letters]);
			const root = doc.getXmlFragment(FRAGMENT);
			root.insert(root.length, [paragraph]);
		});
		this.clock = Y.getState(doc.store, client);
		this.text = null;
		letters.insert(1, 'b');
		const [paragraph, letter] = updates;
		doc.destroy();
		// What is typed from now on is made by hand: it must be what Yjs makes.
		const byHand = letterUpdate(client, this.clock, 0x62);
		if (paragraph === undefined || letter === undefined || Buffer.compare(letter, byHand) !== 0)
			throw new Error('a letter by hand is not what Yjs writes');
		this.give(paragraph);
	}

	/** Types one letter, as an update and a frame of its own. */
	type(): void {
		const letter = this.clock % 6 === 0 ? 0x20 : 0x61;
		const update = letterUpdate(this.place.client, this.clock, letter);
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

	private greet(target: Target): void {
		const { held, hasCaret } = this.place;
		if (target.dialect === 'hocuspocus')
			this.say((e) => {
				encoding.writeVarUint(e, MESSAGE_AUTH);
				encoding.writeVarUint(e, 0);
				encoding.writeVarString(e, 'bench');
			});
		// A relay's client says the same, and nobody answers it.
		if (target.dialect === 'relay') this.entered(NOTHING);
		else this.sync(SYNC_STEP_1, held?.vector ?? EMPTY_VECTOR);
		if (hasCaret) this.sayCaret();
	}

	private sayCaret(): void {
		const { client, index } = this.place;
		const state = {
			user: { name: `Skribent ${index}`, color: '#006699' },
			cursor: { anchor: { client, clock: index }, head: { client, clock: index } }
		};
		const body = encoding.encode((e) => {
			encoding.writeVarUint(e, 1);
			encoding.writeVarUint(e, client);
			encoding.writeVarUint(e, 1);
			encoding.writeVarString(e, JSON.stringify(state));
		});
		this.say((e) => {
			encoding.writeVarUint(e, MESSAGE_AWARENESS);
			encoding.writeVarUint8Array(e, body);
		});
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

	private entered(text: Uint8Array): void {
		this.isIn = true;
		this.events.opened(this, text);
	}

	private read(bytes: Uint8Array): void {
		// Hocuspocus repeats the name that we said.
		const decoder = decoding.createDecoder(bytes.subarray(this.prefix.length));
		const type = decoding.readVarUint(decoder);
		if (type === MESSAGE_SYNC || (type === SYNC_REPLY && this.prefix.length > 0))
			this.readSync(decoder);
		else if (type === MESSAGE_AWARENESS)
			this.events.carets(this, decoding.readVarUint8Array(decoder));
		else if (type === MESSAGE_NOTE) this.readNote(decoder);
		else if (type === MESSAGE_AUTH)
			if (this.prefix.length === 0 || decoding.readVarUint(decoder) === DENIED)
				this.events.failed(`${this.place.room}: refused`);
	}

	private readSync(decoder: decoding.Decoder): void {
		const kind = decoding.readVarUint(decoder);
		const body = decoding.readVarUint8Array(decoder);
		if (kind === SYNC_STEP_1) {
			// Who has nothing that the server lacks says so as well.
			this.sent += 1;
			this.sync(SYNC_STEP_2, this.place.held?.since(body) ?? NOTHING);
		} else if (kind === SYNC_STEP_2 && !this.isIn) this.entered(body);
		else this.events.update(this, body);
	}

	private readNote(decoder: decoding.Decoder): void {
		const note = readNote(decoder);
		if (note.type === 'ack') this.events.stored(this, note.count);
		else if (note.type === 'refused')
			this.events.failed(`${this.place.room}: refused with ${JSON.stringify(note.refusal)}`);
	}
}
