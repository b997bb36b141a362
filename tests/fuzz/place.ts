import { CLOSES } from '#collab/closes.ts';
import type { ServerMessage } from '#collab/protocol.ts';
import { canonicalJson, docJson, isValidDoc, loadDoc } from '#schema/content.ts';
import { FRAGMENT } from '#schema/version.ts';
import * as Y from 'yjs';
import { Reader, turn, type Field, type Sitting } from './field.ts';
import { FrameMaker, type Frame } from './frames.ts';

/** What the server made of a frame. */
export type Verdict =
	| { kind: 'taken' | 'nothing' | 'quiet' }
	| { kind: 'refused'; rule: string }
	| { kind: 'closed'; code: number };

/** How the section stands to whoever attacks it. */
export type Situation = 'open' | 'locked' | 'forbidden';

/** Who sends: people who may write here, or who may only read. */
const ATTACKER = {
	open: 'coordinator',
	locked: 'coordinator',
	forbidden: 'administrator'
} as const;

const NOTHING = Uint8Array.of(0);
/** Turns of the event loop after which an answer is missed. */
const PATIENCE = 3000;
/** The rules that are known only when the document has taken the update: it must be as before. */
const TRIED = new Set(['order', 'apply', 'pending', 'root', 'clientOfAnother']);
/** After every so many other refusals the live document is looked at too. */
const LOOK_EVERY = 8;
const CODES = new Set<number>(Object.values(CLOSES).map(({ code }) => code));

/** A section with somebody who sends whatever comes to mind, and a reader who must not notice. */
export class Place {
	readonly sectionId: string;
	readonly situation: Situation;
	/** Frames that were sent here. */
	frames = 0;
	readonly #field: Field;
	readonly #reader: Reader;
	readonly #random: () => number;
	readonly #maker: FrameMaker;
	/** Somebody who writes at the same moment, where one may. */
	readonly #companion: Sitting | null;
	readonly #companionClient: number;
	#attacker: Sitting;
	#client: number;
	#notes: ServerMessage[] = [];
	/** What the reader has, and what the server says to it, until either changes. */
	#vector: Uint8Array | null = null;
	#answer: Uint8Array | null = null;

	private constructor(
		field: Field,
		at: Pick<Place, 'sectionId' | 'situation'> & {
			reader: Reader;
			attacker: Sitting;
			companion: Sitting | null;
		},
		random: () => number
	) {
		this.sectionId = at.sectionId;
		this.situation = at.situation;
		this.#field = field;
		this.#reader = at.reader;
		this.#attacker = at.attacker;
		this.#companion = at.companion;
		this.#companionClient = newClient(random);
		this.#random = random;
		this.#client = newClient(random);
		this.#maker = new FrameMaker(at.reader.doc, random, this.#client);
	}

	static async open(field: Field, situation: Situation, random: () => number): Promise<Place> {
		let sectionId = await field.section();
		while (situation === 'locked' && !(await field.submit(sectionId)))
			sectionId = await field.section();
		const reader = await Reader.at(field, sectionId, 'deputy');
		if (situation !== 'locked') {
			// Somebody else's client stands in the text, so that there is one to forge.
			const other = await field.sit(sectionId, 'deputy');
			const maker = new FrameMaker(reader.doc, random, 0);
			for (let n = 0; n < 3; n += 1) {
				other.connection.receive(maker.honest(newClient(random)));
				while (other.connection.acknowledged <= n) await turn();
				reader.follow();
			}
			field.leave(other);
		}
		const attacker = await field.sit(sectionId, ATTACKER[situation]);
		const companion = situation === 'open' ? await field.sit(sectionId, 'deputy') : null;
		return new Place(field, { sectionId, situation, reader, attacker, companion }, random);
	}

	/** The next frame of the seed. */
	next(): Frame {
		return this.#maker.next(this.#client);
	}

	/** Sends a frame and waits for what becomes of it; throws when a rule is broken. */
	async send(frame: Frame): Promise<Verdict> {
		this.frames += 1;
		this.#field.pass(1);
		const { connection, wire } = this.#attacker;
		const before = connection.received;
		const beside = this.#companion !== null && this.#random() < 0.3 ? this.#companion : null;
		const honest = beside === null ? NOTHING : this.#maker.honest(this.#companionClient);
		const isFirst = this.#random() < 0.7;
		// In one turn of the room: what is refused must not travel with what is taken.
		if (isFirst) beside?.connection.receive(honest);
		connection.receive(frame.bytes);
		if (!isFirst) beside?.connection.receive(honest);
		const asks = connection.received > before;
		for (let turns = 0; turns < 1 || !this.#isAnswered(asks, beside); turns += 1) {
			if (turns > PATIENCE) throw new Error('the sender is told nothing');
			await turn();
			this.#notes.push(...wire.read().notes);
		}
		const verdict = await this.#verdict(asks, beside === null ? 0 : 1);
		this.#notes = [];
		this.#companion?.wire.discard();
		if (verdict.kind === 'refused' || verdict.kind === 'closed') await this.#comeAgain();
		return verdict;
	}

	#isAnswered(asks: boolean, beside: Sitting | null): boolean {
		if (beside !== null) {
			if (beside.connection.tainted !== null) throw new Error('honest work beside was refused');
			if (beside.connection.acknowledged < beside.connection.received) return false;
		}
		const { received } = this.#attacker.connection;
		return (
			!asks ||
			this.#attacker.wire.closed !== null ||
			this.#notes.some((n) => (n.type === 'ack' || n.type === 'refused') && n.count >= received)
		);
	}

	/** @param beside how many updates of others came at the same time */
	async #verdict(asks: boolean, beside: number): Promise<Verdict> {
		const { updates } = this.#reader.follow();
		if (updates.length > 0) this.#vector = this.#answer = null;
		const refused = this.#notes.find((n) => n.type === 'refused');
		const { closed } = this.#attacker.wire;
		const isTurnedDown = refused !== undefined || closed !== null;
		if (this.#reader.isClosed) throw new Error('the reader was closed');
		if (isTurnedDown && updates.length > beside)
			throw new Error('the reader was sent what was refused');
		if (this.situation !== 'open' && updates.length > 0) throw new Error('a lock was passed');
		const rule =
			refused?.refusal.code === 'malformed' ? refused.refusal.rule : refused?.refusal.code;
		const isTried = rule !== undefined && TRIED.has(rule);
		if (isTried || (isTurnedDown && this.frames % LOOK_EVERY === 0)) await this.#isLiveAsRead();
		if (closed !== null) {
			if (!CODES.has(closed.code)) throw new Error(`closed with ${closed.code}`);
			return { kind: 'closed', code: closed.code };
		}
		if (rule !== undefined) return { kind: 'refused', rule };
		if (!asks) return { kind: 'quiet' };
		return { kind: updates.length > beside ? 'taken' : 'nothing' };
	}

	/** The server's document has neither a struct nor a deletion that the reader's has not. */
	async #isLiveAsRead(): Promise<void> {
		const { doc } = this.#reader;
		this.#vector ??= Y.encodeStateVector(doc);
		const bytes = await this.#reader.ask(this.#vector);
		if (this.#answer !== null && Buffer.compare(this.#answer, bytes) === 0) return;
		const answer = Y.decodeUpdate(bytes);
		if (answer.structs.length > 0) throw new Error('the live document holds what nobody was sent');
		// The reader may have deleted more: Yjs tidies formatting up wherever it is read.
		if (!isWithin(answer.ds, Y.createDeleteSetFromStructStore(doc.store)))
			throw new Error('the live document deletes what nobody was told');
		this.#answer = bytes;
	}

	/** Live, stored and followed are one text, and one that the schema accepts. */
	async check(): Promise<void> {
		const live = loadDoc([await this.#reader.ask(NOTHING)]);
		const stored = await this.#field.stored(this.sectionId);
		const texts = [live, stored, this.#reader.doc].map((doc) => canonicalJson(docJson(doc)));
		if (new Set(texts).size > 1) throw new Error(`texts differ: ${texts.join(' | ')}`);
		if (!isValidDoc(docJson(live))) throw new Error(`the schema refuses ${texts[0] ?? ''}`);
		for (const { store, share } of [live, stored, this.#reader.doc]) {
			if (store.pendingStructs !== null || store.pendingDs !== null)
				throw new Error('something is pending');
			if ([...share.keys()].join() !== FRAGMENT) throw new Error('there is another root');
		}
		live.destroy();
		stored.destroy();
	}

	async #comeAgain(): Promise<void> {
		this.#field.leave(this.#attacker);
		this.#attacker = await this.#field.sit(this.sectionId, ATTACKER[this.situation]);
		this.#client = newClient(this.#random);
	}

	leave(): void {
		this.#field.leave(this.#attacker);
		if (this.#companion !== null) this.#field.leave(this.#companion);
		this.#reader.leave(this.#field);
	}
}

const newClient = (random: () => number): number => 1 + Math.floor(random() * 0xffff_fffe);

type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds'];

/** Whether one delete set names nothing that the other does not. */
function isWithin(some: DeleteSet, all: DeleteSet): boolean {
	for (const [client, items] of some.clients) {
		const others = all.clients.get(client) ?? [];
		for (const { clock, len } of items)
			if (!others.some((o) => o.clock <= clock && clock + len <= o.clock + o.len)) return false;
	}
	return true;
}
