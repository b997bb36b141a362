import type { Actor } from '#core/access.ts';
import type { Refusal } from '#core/result.ts';
import { CLOSES, type CloseName } from '#collab/closes.ts';
import { LIMITS } from '#collab/limits.ts';
import {
	encodeNote,
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
import { denied } from './frames.ts';
import { readAwareness, stamp } from './presence.ts';
import type { Room } from './room.ts';
import type { Wire } from './wire.ts';

/** Who is signed in by one session; all its connections share it, so that one judgement is for all. */
export type SignedIn = {
	readonly sessionHash: string;
	readonly user: Presence['user'];
	/** The person with their roles, as last judged (A6). */
	actor: Actor;
};

export type ConnectionOptions = {
	wire: Wire;
	room: Room;
	who: SignedIn;
	mayEdit: boolean;
	/** The departments whose rows are all that they may change (A3); null for no such limit. */
	rows: readonly string[] | null;
	/** True for a client that knows our notes: it never resends what was refused. */
	isOurs: boolean;
	onDiverged: () => void;
};

/** One socket of one person in one section: reads frames, counts them, and passes them on. */
export class Connection {
	readonly who: SignedIn;
	readonly room: Room;
	readonly isOurs: boolean;
	mayEdit: boolean;
	rows: readonly string[] | null;
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

	private readonly wire: Wire;
	private readonly onDiverged: () => void;
	private allowance: number = LIMITS.frameBurst;
	private allowedAt: number;
	private alive = true;
	private lastSent: number;
	private closed = false;
	/** Updates, and their bytes, that wait for the store. */
	private waiting = 0;
	private waitingBytes = 0;
	/** Why the socket is not read just now. */
	private isFull = false;
	private isFast = false;

	constructor(options: ConnectionOptions) {
		this.wire = options.wire;
		this.room = options.room;
		this.who = options.who;
		this.mayEdit = options.mayEdit;
		this.rows = options.rows;
		this.isOurs = options.isOurs;
		this.onDiverged = options.onDiverged;
		this.allowedAt = performance.now();
		this.lastSent = this.allowedAt;
	}

	send(message: Uint8Array): void {
		if (this.closed) return;
		if (this.wire.unsent > LIMITS.unsent) return this.close('slow');
		this.lastSent = performance.now();
		this.wire.send(message);
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
		this.send(denied(refusal.code));
	}

	close(name: CloseName): void {
		if (this.closed) return;
		this.closed = true;
		const { code, reason } = CLOSES[name];
		this.wire.close(code, reason);
		// A peer that does not answer the closing handshake is not waited for.
		setTimeout(() => this.wire.terminate(), 2000).unref();
	}

	/** The line is gone; nothing more is said or read. */
	end(): void {
		this.closed = true;
	}

	/** Called every 15 s: y-websocket reconnects after 30 s of silence, a dead peer is dropped. */
	beat(): void {
		if (!this.alive) return this.wire.terminate();
		this.alive = false;
		this.wire.ping();
		if (performance.now() - this.lastSent > 10_000) this.room.tellState(this);
	}

	/** The peer answered a ping. */
	lives(): void {
		this.alive = true;
	}

	/** An update of this connection waits for the store, or no longer does (`count` -1). */
	queue(count: 1 | -1, bytes: number): void {
		this.waiting += count;
		this.waitingBytes += count * bytes;
		const most = this.isFull ? 0.5 : 1;
		this.hold(
			this.waiting > LIMITS.queued * most || this.waitingBytes > LIMITS.queuedBytes * most,
			this.isFast
		);
	}

	/** Reads one frame. */
	receive(frame: Uint8Array): void {
		if (this.closed) return;
		this.countFrame();
		try {
			this.read(frame);
		} catch (error) {
			// W11: the decoders throw Error on truncated frames; that ends this socket alone.
			if (!(error instanceof Error)) throw error;
			this.close('malformed');
		}
	}

	/** Beyond the rate the socket is left unread for a moment: its sender waits, and nothing is lost. */
	private countFrame(): void {
		this.refill();
		this.allowance -= 1;
		if (this.allowance >= 0 || this.isFast) return;
		this.hold(this.isFull, true);
		const rest = setTimeout(() => {
			this.allowance = Math.max(this.allowance, LIMITS.framesASecond / 10);
			this.hold(this.isFull, false);
		}, 100);
		rest.unref();
	}

	private refill(): void {
		const now = performance.now();
		const refill = ((now - this.allowedAt) / 1000) * LIMITS.framesASecond;
		this.allowance = Math.min(LIMITS.frameBurst, this.allowance + Math.max(0, refill));
		this.allowedAt = now;
	}

	private hold(isFull: boolean, isFast: boolean): void {
		const was = this.isFull || this.isFast;
		this.isFull = isFull;
		this.isFast = isFast;
		if (this.closed || was === (isFull || isFast)) return;
		if (was) this.wire.resume();
		else this.wire.pause();
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
				if (message?.type === 'diverged') this.onDiverged();
				return;
			}
			default:
				return this.close('malformed');
		}
	}

	private readSync(decoder: decoding.Decoder): void {
		const kind = decoding.readVarUint(decoder);
		// A copy: the frame's buffer is the socket's.
		const bytes = decoding.readVarUint8Array(decoder).slice();
		switch (kind) {
			case SYNC_STEP_1:
				return this.room.ask(this, bytes);
			case SYNC_STEP_2:
			case SYNC_UPDATE:
				// One road for both (W4).
				this.received += 1;
				return this.room.receive(this, bytes, kind === SYNC_STEP_2);
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
			const state = stamp(entry.state, this.who.user);
			if (state === null || entry.clock > Number.MAX_SAFE_INTEGER / 2) continue;
			this.clientClock = entry.clock;
			this.room.setPresence(this, { ...entry, state });
		}
	}
}
