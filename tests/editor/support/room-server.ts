import {
	encodeNote,
	MESSAGE_AWARENESS,
	MESSAGE_SYNC,
	SYNC_STEP_1,
	type ServerMessage
} from '#collab/protocol.ts';
import type { Refusal } from '#core/result.ts';
import { FRAGMENT } from '#schema/version.ts';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket as Socket } from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';

/** What the server decides about one update: store it, refuse it, or answer later (`release`). */
export type Verdict = 'store' | 'hold' | { refuse: Refusal; lateId?: string };

type Refused = Exclude<Verdict, string>;
type Member = {
	socket: Socket;
	count: number;
	params: URLSearchParams;
	/** What follows a refused update builds on it: the real gate refuses it too. */
	halted: Refused | null;
};

/**
 * One room that speaks the protocol of `/collab/{sectionId}` as the real server does, with a handle
 * on everything that can go wrong. It stores in memory: durability is not its subject.
 */
export class RoomServer {
	readonly doc = new Y.Doc();
	readonly members = new Set<Member>();
	/** Every update frame and sync step 2 that was read, in order. */
	readonly received: { kind: number; update: Uint8Array }[] = [];
	/** Asked for each of them. */
	judge: (update: Uint8Array, kind: number) => Verdict = () => 'store';
	/** Closes a socket at once with this code, before any byte of the document. */
	closeWith: number | null = null;
	seq = 0;
	#held: (() => void)[] = [];
	readonly #server: WebSocketServer;

	constructor(seed?: Uint8Array, port = 0) {
		this.doc.getXmlFragment(FRAGMENT);
		if (seed) Y.applyUpdate(this.doc, seed);
		this.#server = new WebSocketServer({ port });
		this.#server.on('connection', (socket, request) => {
			this.#join(socket, new URL(request.url ?? '/', 'http://x').searchParams);
		});
	}

	get port(): number {
		return (this.#server.address() as AddressInfo).port;
	}

	get url(): string {
		return `ws://127.0.0.1:${this.port}/collab`;
	}

	/** Answers everything that was held back. */
	release(): void {
		for (const answer of this.#held.splice(0)) answer();
	}

	note(message: ServerMessage): void {
		for (const member of this.members) member.socket.send(encodeNote(message));
	}

	/** Cuts every connection, as a lost network does. */
	cut(code?: number): void {
		for (const member of this.members) {
			if (code === undefined) member.socket.terminate();
			else member.socket.close(code);
		}
	}

	async close(): Promise<void> {
		this.cut();
		await new Promise((done) => this.#server.close(done));
	}

	#join(socket: Socket, params: URLSearchParams): void {
		if (this.closeWith !== null) return socket.close(this.closeWith);
		const member: Member = { socket, count: 0, params, halted: null };
		this.members.add(member);
		socket.on('close', () => this.members.delete(member));
		socket.on('message', (data: Buffer) => this.#read(member, new Uint8Array(data)));
		const hello = encoding.createEncoder();
		encoding.writeVarUint(hello, MESSAGE_SYNC);
		syncProtocol.writeSyncStep1(hello, this.doc);
		socket.send(encoding.toUint8Array(hello));
		socket.send(
			encodeNote({
				type: 'state',
				seq: this.seq,
				epoch: 1,
				state: 'draft',
				lock: null,
				mayEdit: true,
				version: 1
			})
		);
	}

	#read(member: Member, data: Uint8Array): void {
		const decoder = decoding.createDecoder(data);
		const type = decoding.readVarUint(decoder);
		if (type === MESSAGE_AWARENESS) {
			for (const other of this.members) other.socket.send(data);
			return;
		}
		if (type !== MESSAGE_SYNC) return;
		const kind = decoding.readVarUint(decoder);
		if (kind === SYNC_STEP_1) {
			const reply = encoding.createEncoder();
			encoding.writeVarUint(reply, MESSAGE_SYNC);
			syncProtocol.writeSyncStep2(reply, this.doc, decoding.readVarUint8Array(decoder));
			member.socket.send(encoding.toUint8Array(reply));
			return;
		}
		this.#take(member, decoding.readVarUint8Array(decoder), kind);
	}

	#take(member: Member, update: Uint8Array, kind: number): void {
		this.received.push({ kind, update });
		member.count += 1;
		const count = member.count;
		const judged = this.judge(update, kind);
		const verdict = member.halted ?? judged;
		if (verdict === 'hold') {
			this.#held.push(() => this.#store(member, update, count));
			return;
		}
		if (verdict !== 'store') {
			member.halted = verdict;
			const lateId = verdict.lateId ?? null;
			member.socket.send(encodeNote({ type: 'refused', count, refusal: verdict.refuse, lateId }));
			return;
		}
		this.#store(member, update, count);
	}

	#store(member: Member, update: Uint8Array, count: number): void {
		const emitted: Uint8Array[] = [];
		const collect = (bytes: Uint8Array) => emitted.push(bytes);
		this.doc.on('update', collect);
		Y.applyUpdate(this.doc, update);
		this.doc.off('update', collect);
		if (this.doc.store.pendingStructs !== null) throw new Error('an update with a gap was sent');
		if (emitted.length > 0) this.seq += 1;
		member.socket.send(encodeNote({ type: 'ack', count, seq: this.seq }));
		for (const bytes of emitted) {
			const frame = encoding.createEncoder();
			encoding.writeVarUint(frame, MESSAGE_SYNC);
			syncProtocol.writeUpdate(frame, bytes);
			for (const other of this.members) other.socket.send(encoding.toUint8Array(frame));
		}
	}
}

/** Waits until `done` answers true; a failing wait says what it waited for. */
export async function until(done: () => boolean, what: string, ms = 8000): Promise<void> {
	const end = Date.now() + ms;
	while (!done()) {
		if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
		await new Promise((go) => setTimeout(go, 5));
	}
}
