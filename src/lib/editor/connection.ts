import { buriedWords } from '#collab/buried.ts';
import {
	MESSAGE_AUTH,
	MESSAGE_NOTE,
	MESSAGE_SYNC,
	readNote,
	SYNC_STEP_1,
	SYNC_STEP_2,
	type ClientMessage,
	type Presence,
	type ServerMessage
} from '#collab/protocol.ts';
import { keepTextNodes } from '#schema/keep-text-nodes.ts';
import { schema } from '#schema/extensions.ts';
import { FRAGMENT, SCHEMA_VERSION } from '#schema/version.ts';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Backoff } from './backoff.ts';
import { SaveLedger } from './ledger.ts';
import { UNTOUCHED, type SaveState } from './save-state.ts';
import { answerOf } from './unsent/answer.ts';
import { LifeLog } from './unsent/life-log.ts';
import { PutBack } from './unsent/put-back.ts';
import type { Unsent } from './unsent/store.ts';

/** What a connection tells its owner. */
export type ConnectionEvents = {
	save: (state: SaveState) => void;
	/** The text has arrived for the first time; an editor may be bound to it. */
	synced: () => void;
	note: (message: ServerMessage) => void;
	/** The socket was closed for good, with a code of `#collab/closes.ts`. */
	closed: (code: number) => void;
	/** A message about the text is about to be applied. */
	reading: () => void;
	/** An observer of the document threw while a message was applied. */
	observerFailed: (error: Error) => void;
	/** Drawing a message's outcome deleted what the schema does not allow; that is not sent. */
	harmed: () => void;
};

export type ConnectionOptions = {
	/** `wss://host/collab`, without the section. */
	url: string;
	sectionId: string;
	/** The document's epoch that the page was made from (W3). */
	epoch: number;
	events: ConnectionEvents;
	/** Where what is not acknowledged is kept; nowhere when it is left out. */
	unsent?: Unsent;
	/** A WebSocket class for where the platform's own does not do (tests: cookies, Origin). */
	webSocket?: typeof WebSocket;
};

/** The server says something at least every 30 s. */
const SILENT_MS = 35_000;

/**
 * One life of one section's document: a Y.Doc, a stock y-websocket provider and the count of what is
 * saved. A document that the server refused to follow is never mended: its owner destroys the
 * connection and makes a new one, or a refused update would be sent again for ever.
 */
export class SectionConnection {
	readonly doc = new Y.Doc();
	readonly provider: WebsocketProvider;
	readonly #events: ConnectionEvents;
	readonly #ledger = new SaveLedger();
	readonly #releaseHook: () => void;
	readonly #backoff: Backoff;
	/** What is not acknowledged, in the browser's store. */
	readonly log: LifeLog | null;
	/** The same as it was made: Yjs forgets letters whose passage somebody else deletes. */
	readonly unsent: Uint8Array[] = [];
	#save: SaveState = UNTOUCHED;
	/** The newest stored update that the server has named to us. */
	#seq = 0;
	/** True once our sync step 2 is on this connection's wire: updates may follow it. */
	#open = false;
	#everSynced = false;
	#isReading = false;
	#isHarmed = false;
	/** Updates of others that arrived since the server last named a sequence number. */
	#unnumbered = 0;

	constructor(options: ConnectionOptions) {
		this.#events = options.events;
		this.doc.getXmlFragment(FRAGMENT);
		this.#releaseHook = keepTextNodes(this.doc, schema);
		const { webSocket, unsent } = options;
		this.log =
			unsent === undefined
				? null
				: new LifeLog(unsent.store, unsent.place, this.doc.clientID, (onlyHere) =>
						this.#set({ onlyHere })
					);
		this.provider = new WebsocketProvider(options.url, options.sectionId, this.doc, {
			connect: false,
			// Two tabs must not exchange edits past the server and its locks.
			disableBc: true,
			params: {
				schema: String(SCHEMA_VERSION),
				epoch: String(options.epoch),
				...(unsent === undefined ? {} : { person: unsent.place.personId })
			},
			...(webSocket === undefined ? {} : { WebSocketPolyfill: webSocket })
		});
		this.#backoff = new Backoff(this.provider);
		this.show(null);
		this.provider.messageHandlers[MESSAGE_SYNC] = this.#readSync;
		this.provider.messageHandlers[MESSAGE_AUTH] = skipAuth;
		this.provider.messageHandlers[MESSAGE_NOTE] = this.#readNote;
		// The provider would send an update as soon as the socket is open, before the step 2 that
		// carries what it builds on; the gate must refuse what it cannot place. So we send ourselves.
		this.doc.off('update', this.provider._updateHandler);
		this.doc.on('update', this.#onUpdate);
		this.provider.on('status', this.#onStatus);
		this.provider.on('closed', this.#onClosed);
		this.provider.on('connection-error', this.#onOffline);
	}

	get save(): SaveState {
		return this.#save;
	}

	/** The number of the last stored update whose text this document holds, as far as is known. */
	get seq(): number {
		return this.#seq;
	}

	/** True when all is acknowledged and every update received is covered by `seq`. */
	get settled(): boolean {
		return this.#save.status === 'connected' && this.#save.unsaved === 0 && this.#unnumbered === 0;
	}

	/** Words that are not acknowledged and that somebody else's deletion took along (L5). */
	get buried(): string {
		return buriedWords(this.doc, this.unsent);
	}

	connect(): void {
		if (this.#save.status !== 'closed') this.#backoff.start();
	}

	/** Ends the socket and keeps the document; `connect` resumes. Nobody is told to be offline. */
	pause(): void {
		this.#backoff.stop();
	}

	/** Ends the socket and tries again at once: for when the network may have changed. */
	retry(): void {
		if (this.#backoff.isWanted) this.#backoff.again();
	}

	/**
	 * The person looks at the page again: a try that waits its turn is made at once, and a socket that
	 * nobody has spoken on for long (a computer that slept) is not waited for.
	 */
	wake(): void {
		const { wsLastMessageReceived: heard, wsconnected, wsconnecting } = this.provider;
		if (wsconnecting) return;
		if (!wsconnected || Date.now() - heard > SILENT_MS) this.retry();
	}

	/** Lets the others see this person here, or not: being connected is not being here. */
	show(user: Presence['user'] | null): void {
		const { awareness } = this.provider;
		awareness.setLocalState(user === null ? null : { user, cursor: null });
	}

	/** Says something beside the document; lost when there is no connection. */
	say(message: ClientMessage): void {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE_NOTE);
		encoding.writeVarString(encoder, JSON.stringify(message));
		this.#send(encoder);
	}

	/** Any editor on the document must be destroyed before. */
	destroy(): void {
		this.#backoff.stop();
		this.provider.destroy();
		this.log?.end();
		this.doc.off('update', this.#onUpdate);
		this.#releaseHook();
		this.doc.destroy();
	}

	readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
		if (origin === this.provider) {
			this.#unnumbered += 1;
			return;
		}
		// y-tiptap deletes what two changes left badly nested. Nobody meant that, and the server mends it.
		if (this.#isReading && origin === ySyncPluginKey) {
			this.#isHarmed = true;
			return;
		}
		for (const made of origin instanceof PutBack ? origin.updates : [update]) {
			const n = this.#ledger.made();
			this.log?.made(n, made);
			this.unsent.push(made);
			if (this.#open && this.#sendUpdate(made)) this.#ledger.sent();
		}
		this.#set({ unsaved: this.#ledger.unsaved });
	};

	#sendUpdate(update: Uint8Array): boolean {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE_SYNC);
		syncProtocol.writeUpdate(encoder, update);
		return this.#send(encoder);
	}

	/** @returns false when there is no open socket */
	#send(encoder: encoding.Encoder): boolean {
		const socket = this.provider.ws;
		if (socket === null || socket.readyState !== socket.OPEN) return false;
		socket.send(encoding.toUint8Array(encoder));
		return true;
	}

	readonly #readSync = (
		reply: encoding.Encoder,
		decoder: decoding.Decoder,
		provider: WebsocketProvider
	): void => {
		this.#events.reading();
		encoding.writeVarUint(reply, MESSAGE_SYNC);
		if (decoding.peekVarUint(decoder) === SYNC_STEP_1) {
			decoding.readVarUint(decoder);
			const answer = answerOf(this.doc, this.unsent, decoding.readVarUint8Array(decoder));
			encoding.writeVarUint(reply, SYNC_STEP_2);
			encoding.writeVarUint8Array(reply, answer);
			// The reply, our step 2, is sent by the provider as soon as this handler returns.
			this.#open = true;
			this.#ledger.sent();
			return;
		}
		const kind = this.#drawing(() =>
			syncProtocol.readSyncMessage(decoder, reply, this.doc, provider, (error) =>
				this.#events.observerFailed(error)
			)
		);
		if (this.#isHarmed) return this.#events.harmed();
		// Behind an update stands the number of the stored update that it brings the text up to.
		if (decoding.hasContent(decoder)) this.#numbered(decoding.readVarUint(decoder));
		if (kind !== SYNC_STEP_2 || provider.synced) return;
		provider.synced = true;
		this.#set({ status: 'connected', offlineSince: null });
		if (!this.#everSynced) {
			this.#everSynced = true;
			this.#events.synced();
		}
	};

	/** What is changed meanwhile is nobody's work; whatever happens, what comes after it is. */
	#drawing<T>(read: () => T): T {
		this.#isReading = true;
		try {
			return read();
		} finally {
			this.#isReading = false;
		}
	}

	readonly #readNote = (_reply: encoding.Encoder, decoder: decoding.Decoder): void => {
		const message = readNote(decoder);
		if (message.type === 'ack' || message.type === 'state' || message.type === 'hash')
			this.#numbered(message.seq);
		if (message.type === 'ack' && this.#ledger.acknowledge(message.count)) {
			const unsaved = this.#ledger.unsaved;
			this.log?.saved(this.#ledger.saved);
			this.unsent.splice(0, this.unsent.length - unsaved);
			this.#set({ unsaved, ...(unsaved === 0 ? { savedAt: Date.now() } : {}) });
		}
		if (message.type === 'refused' && this.#isUnderWay(message)) return;
		this.#events.note(message);
	};

	/**
	 * L1: true while what follows an update that met a lock or a lost right has no answer yet: the server
	 * keeps it too, and answers each. Until then this document is held; should the line or the page end
	 * first, all of it is sent again.
	 */
	#isUnderWay({ count, refusal }: Extract<ServerMessage, { type: 'refused' }>): boolean {
		const isKept = refusal.code === 'locked' || refusal.code === 'forbidden';
		return isKept && !this.#ledger.isAllAnswered(count);
	}

	/** The server named the stored update that this text has come to. */
	#numbered(seq: number): void {
		this.#seq = Math.max(this.#seq, seq);
		this.#unnumbered = 0;
	}

	readonly #onStatus = ({ status }: { status: string }): void => {
		if (status !== 'disconnected') return;
		this.#open = false;
		this.#ledger.lost();
		if (this.#backoff.isWanted) this.#onOffline();
		else if (this.#save.status === 'connected') this.#set({ status: 'connecting' });
	};

	readonly #onOffline = (): void => {
		if (this.#save.status === 'closed' || !this.#backoff.isWanted) return;
		this.#set({ status: 'offline', offlineSince: this.#save.offlineSince ?? Date.now() });
	};

	readonly #onClosed = ({ code }: { code: number }): void => {
		this.#set({ status: 'closed', offlineSince: this.#save.offlineSince ?? Date.now() });
		this.#events.closed(code);
	};

	#set(change: Partial<SaveState>): void {
		const next = { ...this.#save, ...change };
		const same =
			next.status === this.#save.status &&
			next.unsaved === this.#save.unsaved &&
			next.savedAt === this.#save.savedAt &&
			next.onlyHere === this.#save.onlyHere &&
			next.offlineSince === this.#save.offlineSince;
		if (same) return;
		this.#save = next;
		this.#events.save(next);
	}
}

/** y-protocols' refusal says less than our `refused` note, which always comes with it. */
const skipAuth = (_reply: encoding.Encoder, decoder: decoding.Decoder): void => {
	decoding.readVarUint(decoder);
	decoding.readVarString(decoder);
};
