import { lockOn } from '#core/lock.ts';
import type { Refusal } from '#core/result.ts';
import { encodeNote, MESSAGE_SYNC, SYNC_UPDATE, type ServerMessage } from '#collab/protocol.ts';
import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import { lockFacts, type Section } from '#server/store/sections.ts';
import type { UpdateOutcome } from '#server/commands/append-updates.ts';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Connection } from './connection.ts';
import { lateText } from './late.ts';
import { encodeAwareness, type AwarenessEntry } from './presence.ts';
import type { RoomPorts } from './ports.ts';
import { RoomGate, type Judged } from './room-gate.ts';
import { RoomPresence } from './room-presence.ts';

/** An update on its way: who sent it, and which number it has on their socket. */
type Pending = { connection: Connection; update: Uint8Array; count: number };
type GatedPending = Pending & { gated: Extract<Judged, { kind: 'passed' }> };

/** How many updates one batch takes at most. */
const BATCH = 200;
/** A snapshot is added after this many updates, so that opening stays quick. */
const SNAPSHOT_EVERY = 500;
/** D5: how long a store that takes nothing is left alone. */
const RETRY = 1000;
/** How long those who did not write wait for the newest number. */
const TELL = 250;
/** W12: how long a section rests before its hash is told. */
const REST = 2000;

export type RoomContent = {
	section: Section;
	seq: number;
	snapshotSeq: number;
	parts: Uint8Array[];
	claims: Map<number, string>;
};

/** One section in memory: its document, its twin, its sockets. W1, W6. */
export class Room {
	readonly connections = new Set<Connection>();
	section: Section;
	seq: number;
	private readonly live: Y.Doc;
	private readonly gate: RoomGate;
	private readonly ports: RoomPorts;
	private readonly presence = new RoomPresence();
	private queue: Pending[] = [];
	private working = false;
	private closed = false;
	private snapshotSeq: number;
	private resting: ReturnType<typeof setTimeout> | null = null;
	private telling: ReturnType<typeof setTimeout> | null = null;

	constructor(content: RoomContent, ports: RoomPorts) {
		this.section = content.section;
		this.seq = content.seq;
		this.snapshotSeq = content.snapshotSeq;
		this.ports = ports;
		this.live = loadDoc(content.parts);
		const size = content.parts.reduce((n, part) => n + part.byteLength, 0);
		this.gate = new RoomGate(this.live, content.claims, size);
	}

	stateVector(): Uint8Array {
		return Y.encodeStateVector(this.live);
	}

	/** What a client with this state vector lacks. Throws on a vector that is none. */
	updateSince(vector: Uint8Array): Uint8Array {
		return Y.encodeStateAsUpdate(this.live, vector);
	}

	join(connection: Connection): void {
		this.connections.add(connection);
		connection.seenSeq = this.seq;
		this.tellState(connection);
		connection.greet();
		this.tellPresence(connection);
		this.scheduleRest();
	}

	leave(connection: Connection): void {
		this.connections.delete(connection);
		if (connection.clientId === null) return;
		const gone = this.presence.remove(connection.clientId);
		if (gone) this.broadcast(encodeAwareness([gone]));
	}

	/** W4: every update, whichever frame carried it. */
	receive(connection: Connection, update: Uint8Array): void {
		this.queue.push({ connection, update, count: connection.received });
		if (!this.working) this.work().catch((error: unknown) => this.fail(error));
	}

	/** Takes the section's new state, after some act changed it. */
	take(section: Section): void {
		this.section = section;
	}

	tellState(connection: Connection): void {
		const { section } = this;
		connection.note({
			type: 'state',
			seq: this.seq,
			epoch: section.epoch,
			state: section.state,
			lock: lockOn(lockFacts(section)),
			mayEdit: connection.mayEdit,
			version: section.version
		});
	}

	tellPresence(connection: Connection): void {
		const states = this.presence.all();
		if (states.length > 0) connection.send(encodeAwareness(states));
	}

	tell(message: ServerMessage): void {
		this.broadcast(encodeNote(message));
	}

	/** Whether a socket may speak for a Yjs client: nobody else does, and no other person owns it. */
	isFreeFor(clientId: number, connection: Connection): boolean {
		if (!this.gate.isFor(clientId, connection.user.id)) return false;
		return ![...this.connections].some((c) => c !== connection && c.clientId === clientId);
	}

	/** True when the person behind the socket is to be seen here: has an awareness state. */
	shows(connection: Connection): boolean {
		return connection.clientId !== null && this.presence.has(connection.clientId);
	}

	setPresence(connection: Connection, entry: AwarenessEntry): void {
		const was = this.presence.has(entry.clientId);
		this.presence.set(entry);
		if (was !== this.presence.has(entry.clientId)) this.ports.onPresence();
		// To its sender too: y-websocket reconnects when it hears nothing for 30 s.
		this.broadcast(encodeAwareness([entry]));
	}

	/** True when nothing is under way and nobody is here. */
	isIdle(): boolean {
		return this.connections.size === 0 && !this.working && this.queue.length === 0;
	}

	/** A closed room takes nobody in any more: who comes reconnects and finds a new one. */
	get isClosed(): boolean {
		return this.closed;
	}

	/**
	 * Waits for the batch that is under way, then lets the document go. What was not stored was not
	 * acknowledged either, and comes again.
	 */
	async close(): Promise<void> {
		this.closed = true;
		while (this.working) await new Promise((resolve) => setTimeout(resolve, 5));
		if (this.resting) clearTimeout(this.resting);
		if (this.telling) clearTimeout(this.telling);
		this.gate.forget();
		this.live.destroy();
	}

	private broadcast(frame: Uint8Array): void {
		for (const connection of this.connections) connection.send(frame);
	}

	private async work(): Promise<void> {
		this.working = true;
		while (this.queue.length > 0 && !this.closed) {
			const taken = this.queue.splice(0, BATCH);
			const batch = await this.gateBatch(taken);
			if (batch.length > 0) await this.store(batch);
			this.acknowledge(new Set(taken.map((p) => p.connection)));
		}
		this.working = false;
		this.scheduleRest();
	}

	/** The updates that passed the gate; refusals and empty ones are answered here. */
	private async gateBatch(pending: Pending[]): Promise<GatedPending[]> {
		const passed: GatedPending[] = [];
		for (const [i, p] of pending.entries()) {
			const judged = this.gate.judge(this.section, p.connection, p.update);
			if (judged.kind === 'passed') passed.push({ ...p, gated: judged });
			else if (judged.kind === 'nothing') p.connection.acknowledged = p.count;
			else {
				// What follows was not tried on a sound twin: it comes again after what passed is stored.
				if (judged.spoilt) this.queue.unshift(...pending.slice(i + 1));
				await this.refuse(p, judged.refusal);
				if (judged.spoilt) break;
			}
		}
		return passed;
	}

	private async store(batch: GatedPending[]): Promise<void> {
		const { section, ports } = this;
		const result = await ports.append({
			sectionId: section.id,
			epoch: section.epoch,
			updates: batch.map((p) => ({
				personId: p.connection.user.id,
				sessionHash: p.connection.sessionHash,
				clientIds: p.gated.clientIds,
				bytes: p.gated.bytes
			}))
		});
		if (!result.ok) {
			// D5: nothing is stored, nothing was shown; it is tried again, and the sender sees it waiting.
			this.gate.forget();
			this.queue.unshift(...batch);
			await new Promise((resolve) => setTimeout(resolve, RETRY));
			return;
		}
		for (const [i, p] of batch.entries()) {
			const outcome: UpdateOutcome | undefined = result.value[i];
			if (outcome?.kind === 'stored') this.apply(p, outcome.seq);
			else {
				this.gate.forget();
				if (outcome?.kind === 'refused') await this.refuse(p, outcome.refusal);
				else this.queue.unshift(...batch.slice(i));
				if (outcome?.kind !== 'refused') break;
			}
		}
		if (this.seq - this.snapshotSeq >= SNAPSHOT_EVERY) await this.snapshot();
	}

	/** W6: stored, so applied, shown to all, and acknowledged after the batch. */
	private apply(p: GatedPending, seq: number): void {
		Y.applyUpdate(this.live, p.gated.bytes, 'stored');
		this.seq = seq;
		this.gate.took(p.gated.clientIds, p.connection.user.id, p.gated.bytes.byteLength);
		p.connection.acknowledged = p.count;
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE_SYNC);
		encoding.writeVarUint(encoder, SYNC_UPDATE);
		encoding.writeVarUint8Array(encoder, p.gated.bytes);
		this.broadcast(encoding.toUint8Array(encoder));
		this.ports.onWritten(this.section, p.connection.actor);
	}

	/**
	 * Who wrote is told at once that it is saved. The others learn the newest number, which a submission
	 * says that it saw, together for what happens within a moment.
	 */
	private acknowledge(senders: Set<Connection>): void {
		for (const connection of senders) {
			connection.seenSeq = this.seq;
			connection.acknowledge(this.seq);
		}
		this.telling ??= setTimeout(() => {
			this.telling = null;
			for (const connection of this.connections)
				if (connection.seenSeq !== this.seq) {
					connection.seenSeq = this.seq;
					connection.acknowledge(this.seq);
				}
		}, TELL);
	}

	/**
	 * W11: a bug met in this room ends this room: its sockets reconnect to one that is read anew from
	 * the store, and no other room notices.
	 */
	private fail(error: unknown): void {
		this.closed = true;
		this.working = false;
		this.ports.onFailed(this, error);
		for (const connection of this.connections) connection.close('restart');
	}

	/** W8, L1: kept where a lock or a right was in the way, and told. */
	private async refuse(p: Pending, refusal: Refusal): Promise<void> {
		const { connection } = p;
		connection.tainted = refusal;
		this.ports.onRefused(refusal);
		const isLate = refusal.code === 'locked' || refusal.code === 'forbidden';
		const lateId = isLate
			? await this.ports.keepLate({
					by: connection.user.id,
					sectionId: this.section.id,
					epoch: this.section.epoch,
					baseSeq: connection.seenSeq,
					why: refusal.code,
					lock: refusal.code === 'locked' ? refusal.lock : null,
					bytes: p.update,
					text: lateText(this.live, p.update)
				})
			: null;
		connection.refuse(p.count, refusal, lateId);
	}

	private async snapshot(): Promise<void> {
		const seq = this.seq;
		await this.ports.saveSnapshot({
			sectionId: this.section.id,
			epoch: this.section.epoch,
			seq,
			bytes: Y.encodeStateAsUpdate(this.live)
		});
		this.snapshotSeq = seq;
	}

	/** W12: tells the hash when nobody has written for a while. */
	private scheduleRest(): void {
		if (this.resting) clearTimeout(this.resting);
		if (this.closed) return;
		this.resting = setTimeout(() => {
			if (this.connections.size === 0 || this.working) return;
			this.tell({ type: 'hash', seq: this.seq, hash: hashOf(docJson(this.live)) });
		}, REST);
		this.resting.unref();
	}
}
