import { lockOn, type Lock } from '#core/lock.ts';
import type { Refusal } from '#core/result.ts';
import { encodeNote, type ServerMessage } from '#collab/protocol.ts';
import { lockFacts, type Section } from '#server/store/sections.ts';
import { AtRest } from './at-rest.ts';
import type { Connection } from './connection.ts';
import { stepOne, stepTwo, updateMessage } from './frames.ts';
import { Lateness } from './late.ts';
import { LoggedText } from './logged-text.ts';
import type { RoomPorts } from './ports.ts';
import type { AwarenessEntry } from './presence.ts';
import { RoomPresence } from './room-presence.ts';
import type { StoredText } from './section-text.ts';
import { countWhole, rowsOf, Turn, type Passed, type Pending } from './turn.ts';

/** D5: how long a store that takes nothing is left alone. */
const RETRY = 1000;

/** One section in memory: its text behind its gate, and its sockets. W1, W6. */
export class Room {
	readonly connections = new Set<Connection>();
	section: Section;
	lock: Lock | null;
	private readonly text: LoggedText;
	private readonly ports: RoomPorts;
	private readonly presence: RoomPresence;
	private readonly late: Lateness;
	private queue: Pending[] = [];
	/** What waits for a moment in which the document is what is stored. */
	private afterwards: (() => void)[] = [];
	private isScheduled = false;
	private isWorking = false;
	private closed = false;
	private readonly rest = new AtRest(() => this.tellHash());

	constructor(section: Section, stored: StoredText, ports: RoomPorts) {
		this.section = section;
		this.lock = lockOn(lockFacts(section));
		this.ports = ports;
		this.text = new LoggedText(section, stored, ports, (...shown) => this.show(...shown));
		this.late = new Lateness(stored.refused, ports);
		this.presence = new RoomPresence((message) => this.broadcast(message));
	}

	/** The update that the text is at. */
	get seq(): number {
		return this.text.seq;
	}

	join(connection: Connection): void {
		this.connections.add(connection);
		connection.seenSeq = this.seq;
		this.tellState(connection);
		// The server's half of the first sync: what it has is told, so that the client sends the rest.
		this.whenSettled(() => connection.send(stepOne(this.text.now.stateVector())));
		this.tellPresence(connection);
		this.rest.begin();
	}

	leave(connection: Connection): void {
		this.connections.delete(connection);
		if (connection.clientId !== null) this.presence.remove(connection.clientId);
	}

	/** The client says what it has, and is sent what it lacks. */
	ask(connection: Connection, vector: Uint8Array): void {
		this.whenSettled(() => {
			let update: Uint8Array;
			try {
				update = this.text.now.updateSince(vector);
			} catch {
				// Bytes that are no state vector.
				return connection.close('malformed');
			}
			connection.send(stepTwo(update, this.seq));
			connection.seenSeq = this.seq;
		});
	}

	/** W4: every update, whichever frame carried it; they are judged together when the turn ends. */
	receive(connection: Connection, update: Uint8Array, isFirstAnswer: boolean): void {
		connection.queue(1, update.byteLength);
		this.queue.push({ connection, update, count: connection.received, isFirstAnswer });
		this.schedule();
	}

	/** Takes the section's new state, after some act changed it; false when this room is of the past. */
	take(section: Section): boolean {
		if (section.epoch !== this.section.epoch) {
			this.end('otherEpoch', null);
			return false;
		}
		this.section = section;
		this.lock = lockOn(lockFacts(section));
		this.text.noteStored(section.seq);
		if (this.text.isBehind) this.schedule();
		return true;
	}

	tellState(connection: Connection): void {
		const { section, lock, seq } = this;
		connection.note({
			type: 'state',
			seq,
			epoch: section.epoch,
			state: section.state,
			lock,
			mayEdit: connection.mayEdit,
			version: section.version
		});
	}

	tellPresence(connection: Connection): void {
		this.presence.tell(connection);
	}

	tell(message: ServerMessage): void {
		this.broadcast(encodeNote(message));
	}

	/** Whether a socket may speak for a Yjs client: nobody else does, and no other person owns it. */
	isFreeFor(clientId: number, connection: Connection): boolean {
		if (!this.text.now.isFor(clientId, connection.who.user.id)) return false;
		return this.presence.isFreeFor(clientId, connection);
	}

	/** True when the person behind the socket is to be seen here: has an awareness state. */
	shows(connection: Connection): boolean {
		return connection.clientId !== null && this.presence.has(connection.clientId);
	}

	setPresence(connection: Connection, entry: AwarenessEntry): void {
		const was = this.presence.has(entry.clientId);
		this.presence.set(connection, entry);
		if (was !== this.presence.has(entry.clientId)) this.ports.onPresence();
	}

	/** True when nothing is under way and nobody is here. */
	isIdle(): boolean {
		return this.connections.size === 0 && !this.isWorking && this.queue.length === 0;
	}

	/** A closed room takes nobody in any more: who comes reconnects and finds a new one. */
	get isClosed(): boolean {
		return this.closed;
	}

	/** Called now and then: a text that nobody writes in becomes a snapshot, and no document is kept. */
	tidy(): void {
		if (this.closed || this.isWorking || this.queue.length > 0) return;
		this.text.tidy().catch((error: unknown) => this.fail(error));
	}

	/**
	 * Waits for the batch that is under way, adds a snapshot when much was written since the last, and
	 * lets the document go. What was not stored was not acknowledged either, and comes again.
	 */
	async close(): Promise<void> {
		this.closed = true;
		while (this.isWorking) await new Promise((resolve) => setTimeout(resolve, 2));
		this.rest.end();
		await this.text.close().catch((error: unknown) => this.ports.onEnded(this, error));
	}

	private broadcast(message: Uint8Array): void {
		for (const connection of this.connections) connection.send(message);
	}

	/** Now, or as soon as the document is what is stored. */
	private whenSettled(act: () => void): void {
		if (this.isWorking) this.afterwards.push(act);
		else act();
	}

	/** What this turn of the event loop brings is judged together. */
	private schedule(): void {
		if (this.isScheduled || this.isWorking || this.closed) return;
		this.isScheduled = true;
		setImmediate(() => {
			this.isScheduled = false;
			this.work().catch((error: unknown) => this.fail(error));
		});
	}

	private async work(): Promise<void> {
		if (this.closed) return;
		this.isWorking = true;
		while (!this.closed) {
			if (this.queue.length > 0) await this.cycle();
			else if (this.text.isBehind) await this.text.catchUp();
			else break;
			for (const act of this.afterwards.splice(0)) act();
			// Here too, for a room that is written in without a pause; nobody waits for it.
			this.text.snapshotWhenDue().catch((error: unknown) => this.fail(error));
		}
		this.isWorking = false;
		if (!this.isClosed) this.rest.begin();
	}

	/** One turn: gate, store, apply, send, acknowledge (W6). */
	private async cycle(): Promise<void> {
		const turn = new Turn(this.queue, {
			text: this.text.now,
			late: this.late,
			refusalOf: (connection) => this.certainRefusal(connection)
		});
		const senders = new Set(turn.taken.map((p) => p.connection));
		if (turn.passed.length > 0) await this.store(turn.passed);
		if (turn.isSpoilt) await this.text.recover();
		for (const { pending, refusal } of turn.refused) await this.refuse(pending, refusal);
		this.acknowledge(senders);
	}

	/** The refusal that is certain without asking the writer. */
	private certainRefusal(connection: Connection): Refusal | null {
		if (this.lock) return { code: 'locked', lock: this.lock };
		return connection.mayEdit ? null : { code: 'forbidden', why: 'notYourSection' };
	}

	private async store(passed: Passed[]): Promise<void> {
		if (passed.every((p) => p.taken === null)) {
			for (const p of passed) this.finish(p.pending);
			return;
		}
		const server = this.text.now.gate.doc.clientID;
		const { seq } = this;
		const result = await this.text.append(passed.flatMap((p) => rowsOf(p, server)));
		if (!result.ok) {
			// D5: nothing is stored, nothing was shown; it is tried again, and the sender sees it waiting.
			this.queue.unshift(...passed.map((p) => p.pending));
			await new Promise((resolve) => setTimeout(resolve, RETRY));
			return;
		}
		const { stored, firstSeq, refusal } = result.value;
		// The document was rebuilt meanwhile: this room is of the past, and its clients load anew.
		if (refusal?.code === 'otherEpoch') return this.end('otherEpoch', null);
		const done = countWhole(passed, stored);
		for (const p of passed.slice(0, done)) this.finish(p.pending);
		this.ports.onWritten(done);
		await this.late.keepBuried(this, passed.slice(0, done), firstSeq !== seq + 1);
		if (refusal === null) return;
		const [first, ...rest] = passed.slice(done);
		this.queue.unshift(...rest.map((p) => p.pending));
		if (first) await this.refuse(first.pending, refusal);
	}

	/** Stored, so sent to all: to the senders too, for Yjs may have tidied something up (W7). */
	private show(updates: Uint8Array[], seq: number): void {
		for (const [i, update] of updates.entries())
			this.broadcast(updateMessage(update, i === updates.length - 1 ? seq : undefined));
		for (const connection of this.connections) connection.seenSeq = seq;
	}

	/** The update has its answer: it is stored, changes nothing, or is refused. */
	private finish({ connection, count, update }: Pending): void {
		connection.acknowledged = Math.max(connection.acknowledged, count);
		connection.queue(-1, update.byteLength);
	}

	/** W8, L1: kept where a lock or a right was in the way, and told. */
	private async refuse(pending: Pending, refusal: Refusal): Promise<void> {
		const { connection, count, update } = pending;
		connection.tainted = refusal;
		this.ports.onRefused(refusal);
		connection.queue(-1, update.byteLength);
		const lateId = await this.late.keep(this, pending, refusal);
		connection.refuse(count, refusal, lateId);
	}

	/** The text as plain bytes, for whoever reads it beside the document. */
	packed(): Uint8Array {
		return this.text.now.pack().bytes;
	}

	/** Whose a Yjs client id is; null when it is nobody's. */
	ownerOf(clientId: number): string | null {
		return this.text.now.ownerOf(clientId);
	}

	/** Who wrote is told at once that it is saved. */
	private acknowledge(senders: Set<Connection>): void {
		for (const connection of senders) connection.acknowledge(this.seq);
	}

	/**
	 * W11: a bug met in this room ends this room: its sockets reconnect to one that is read anew from
	 * the store, and no other room notices.
	 */
	private fail(error: unknown): void {
		this.end('restart', error);
	}

	private end(why: 'restart' | 'otherEpoch', error: unknown): void {
		this.closed = true;
		this.isWorking = false;
		this.rest.end();
		this.ports.onEnded(this, error);
		for (const connection of this.connections) connection.close(why);
	}

	private tellHash(): void {
		if (this.connections.size === 0 || this.isWorking || this.isScheduled) return;
		this.tell({ type: 'hash', seq: this.seq, hash: this.text.now.hash() });
	}
}
