import type { Actor } from '#core/access.ts';
import type { Refusal } from '#core/result.ts';
import { CLOSES, type CloseName } from '#collab/closes.ts';
import { LIMITS } from '#collab/limits.ts';
import {
	encodeNote,
	MESSAGE_AUTH,
	MESSAGE_AWARENESS,
	MESSAGE_NOTE,
	MESSAGE_QUERY_AWARENESS,
	MESSAGE_SYNC,
	SYNC_STEP_1,
	SYNC_STEP_2,
	SYNC_UPDATE,
	type ClientMessage,
	type Presence,
	type ServerMessage
} from '#collab/protocol.ts';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { RawData, WebSocket } from 'ws';
import { readAwareness, stamp } from './presence.ts';
import type { Room } from './room.ts';

export type ConnectionOptions = {
	socket: WebSocket;
	room: Room;
	actor: Actor;
	sessionHash: string;
	user: Presence['user'];
	clock: () => number;
	onDiverged: () => void;
	onClosed: (connection: Connection) => void;
};

/** One socket of one person in one section: reads frames, counts them, and passes them on. */
export class Connection {
	readonly user: Presence['user'];
	readonly sessionHash: string;
	readonly room: Room;
	/** The person with their roles, as last judged (A6). */
	actor: Actor;
	mayEdit = false;
	/** How many updates came by this socket: the number that an acknowledgement names. */
	received = 0;
	/** The highest update that is on disk. */
	acknowledged = 0;
	/** W8: after a refusal this client's document is tainted; nothing more of it goes in. */
	tainted: Refusal | null = null;
	/** The Yjs client that this socket speaks for (W9); its first own entry decides. */
	clientId: number | null = null;
	clientClock = 0;
	/** The last update that this client has certainly seen. */
	seenSeq = 0;

	private readonly socket: WebSocket;
	private readonly options: ConnectionOptions;
	private allowance: number = LIMITS.frameBurst;
	private allowedAt: number;
	private alive = true;
	private lastSent: number;

	constructor(options: ConnectionOptions) {
		this.options = options;
		this.socket = options.socket;
		this.room = options.room;
		this.actor = options.actor;
		this.user = options.user;
		this.sessionHash = options.sessionHash;
		this.allowedAt = options.clock();
		this.lastSent = this.allowedAt;
		this.socket.on('message', (data, isBinary) => this.onFrame(data, isBinary));
		this.socket.on('pong', () => (this.alive = true));
		this.socket.once('close', () => options.onClosed(this));
	}

	/** The server's half of the first sync: what it has is told, so that the client sends the rest. */
	greet(): void {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE_SYNC);
		encoding.writeVarUint(encoder, SYNC_STEP_1);
		encoding.writeVarUint8Array(encoder, this.room.stateVector());
		this.send(encoding.toUint8Array(encoder));
	}

	send(frame: Uint8Array): void {
		if (this.socket.readyState !== this.socket.OPEN) return;
		if (this.socket.bufferedAmount > LIMITS.unsent) return this.close('slow');
		this.lastSent = this.options.clock();
		this.socket.send(frame);
	}

	note(message: ServerMessage): void {
		this.send(encodeNote(message));
	}

	/** D1: everything up to the last update that was processed is on disk. */
	acknowledge(seq: number): void {
		this.note({ type: 'ack', count: this.acknowledged, seq });
	}

	/** W8: tells ours in full and a stock client in y-protocols' words. */
	refuse(count: number, refusal: Refusal, lateId: string | null): void {
		this.note({ type: 'refused', count, refusal, lateId });
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE_AUTH);
		encoding.writeVarUint(encoder, 0);
		encoding.writeVarString(encoder, refusal.code);
		this.send(encoding.toUint8Array(encoder));
	}

	close(name: CloseName): void {
		const { code, reason } = CLOSES[name];
		this.socket.close(code, reason);
		// A peer that does not answer the closing handshake is not waited for.
		setTimeout(() => this.socket.terminate(), 2000).unref();
	}

	/** Called every 15 s: y-websocket reconnects after 30 s of silence, a dead peer is dropped. */
	beat(): void {
		if (!this.alive) return this.socket.terminate();
		this.alive = false;
		this.socket.ping();
		if (this.options.clock() - this.lastSent > 10_000) this.room.tellState(this);
	}

	private onFrame(data: RawData, isBinary: boolean): void {
		if (!isBinary || !(data instanceof Buffer)) return this.close('malformed');
		if (!this.isWithinRate()) return this.close('tooFast');
		try {
			this.read(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
		} catch (error) {
			// W11: the decoders throw Error on truncated frames; that ends this socket alone.
			if (!(error instanceof Error)) throw error;
			this.close('malformed');
		}
	}

	private isWithinRate(): boolean {
		const now = this.options.clock();
		const refill = ((now - this.allowedAt) / 1000) * LIMITS.framesASecond;
		this.allowance = Math.min(LIMITS.frameBurst, this.allowance + Math.max(0, refill)) - 1;
		this.allowedAt = now;
		return this.allowance >= 0;
	}

	private read(frame: Uint8Array): void {
		const decoder = decoding.createDecoder(frame);
		switch (decoding.readVarUint(decoder)) {
			case MESSAGE_SYNC:
				return this.readSync(decoder);
			case MESSAGE_AWARENESS:
				return this.readPresence(decoding.readVarUint8Array(decoder));
			case MESSAGE_QUERY_AWARENESS:
				return this.room.tellPresence(this);
			case MESSAGE_NOTE: {
				const message = JSON.parse(
					decoding.readVarString(decoder)
				) as Partial<ClientMessage> | null;
				if (message?.type === 'diverged') this.options.onDiverged();
				return;
			}
			default:
				return this.close('malformed');
		}
	}

	private readSync(decoder: decoding.Decoder): void {
		switch (decoding.readVarUint(decoder)) {
			case SYNC_STEP_1: {
				const encoder = encoding.createEncoder();
				encoding.writeVarUint(encoder, MESSAGE_SYNC);
				encoding.writeVarUint(encoder, SYNC_STEP_2);
				encoding.writeVarUint8Array(
					encoder,
					this.room.updateSince(decoding.readVarUint8Array(decoder))
				);
				this.send(encoding.toUint8Array(encoder));
				this.seenSeq = this.room.seq;
				return;
			}
			case SYNC_STEP_2:
			case SYNC_UPDATE:
				// One road for both (W4).
				this.received += 1;
				// A copy: the frame's buffer is the socket's.
				return this.room.receive(this, decoding.readVarUint8Array(decoder).slice());
			default:
				return this.close('malformed');
		}
	}

	/**
	 * W9: a client speaks for itself only. y-websocket clients relay what they heard of others; that is
	 * passed over in silence.
	 */
	private readPresence(body: Uint8Array): void {
		for (const entry of readAwareness(body)) {
			if (this.clientId === null && this.room.isFreeFor(entry.clientId, this))
				this.clientId = entry.clientId;
			if (entry.clientId !== this.clientId || entry.clock < this.clientClock) continue;
			const state = stamp(entry.state, this.user);
			if (state === null || entry.clock > Number.MAX_SAFE_INTEGER / 2) continue;
			this.clientClock = entry.clock;
			this.room.setPresence(this, { ...entry, state });
		}
	}
}
