import type { Result } from '#core/result.ts';
import type { RoomOutcome } from '#server/commands/append-updates.ts';
import type { Section } from '#server/store/sections.ts';
import { packBatch, type Row } from './batch.ts';
import type { RoomPorts } from './ports.ts';
import { SectionText, type StoredText } from './section-text.ts';
import { Snapshots } from './snapshots.ts';

/** How long nobody wrote before the document is let go and its bytes are kept. */
const IDLE = 30_000;
/** Fewer updates than this since the last snapshot are quickly read at the next opening. */
const FEW = 100;

/** Tells everybody what is stored: the updates in order, and the number that they bring the text to. */
export type Show = (updates: Uint8Array[], seq: number) => void;

/** A section's text in step with its log: what is shown of it is stored (W6). */
export class LoggedText {
	/** The update that the text is at. */
	seq: number;
	private text: SectionText;
	/** The newest number that the store is known to have. */
	private storedSeq: number;
	private writtenAt: number;
	private readonly place: Pick<Section, 'id' | 'epoch'>;
	private readonly ports: RoomPorts;
	private readonly snapshots: Snapshots;
	private readonly toAll: Show;

	constructor(
		place: Pick<Section, 'id' | 'epoch'>,
		stored: StoredText,
		ports: RoomPorts,
		toAll: Show
	) {
		this.place = { id: place.id, epoch: place.epoch };
		this.ports = ports;
		this.toAll = toAll;
		this.seq = this.storedSeq = stored.seq;
		this.snapshots = new Snapshots(stored.snapshotSeq, ports);
		this.writtenAt = ports.clock();
		this.text = new SectionText(stored);
	}

	/** The text now; another object after it had to be built anew. */
	get now(): SectionText {
		return this.text;
	}

	/** True when another act has appended to the log what this text does not have yet. */
	get isBehind(): boolean {
		return this.storedSeq > this.seq;
	}

	/** The store is known to have come to `seq`. */
	noteStored(seq: number): void {
		this.storedSeq = Math.max(this.storedSeq, seq);
	}

	/**
	 * Stores what the gate let pass, and shows it. When it is not stored as it was judged, the text is
	 * what the store has.
	 * @returns refused when the store takes nothing
	 */
	async append(rows: readonly Row[]): Promise<Result<RoomOutcome>> {
		const { id, epoch } = this.place;
		const result = await this.ports.append(packBatch(id, epoch, rows));
		if (!result.ok) {
			await this.recover();
			return result;
		}
		const { stored, firstSeq, refusal } = result.value;
		if (refusal?.code === 'otherEpoch') return result;
		const lastSeq = firstSeq + stored - 1;
		this.noteStored(lastSeq);
		if (refusal === null && firstSeq === this.seq + 1) this.show(this.text.gate.settle(), lastSeq);
		else await this.recover();
		return result;
	}

	/** The document is what is stored again, after some of what it was ahead by was not. */
	async recover(): Promise<void> {
		const isIntact = this.text.gate.takeBack();
		await this.catchUp();
		if (isIntact) return;
		const stored = await this.ports.read();
		if (!stored) throw new Error('the section is gone from the store');
		this.text.destroy();
		this.text = new SectionText(stored);
	}

	/**
	 * Applies and shows what is stored beyond what this text has: another act appended it.
	 * @throws Error when the store has not what it promised
	 */
	async catchUp(): Promise<void> {
		const rows = await this.ports.readSince(this.place.epoch, this.seq);
		const last = rows.at(-1);
		if (!last && this.isBehind) throw new Error('stored updates are missing');
		if (!last) return;
		// As they are stored: a document that ran ahead has some of them, and would emit nothing.
		const updates = rows.map((row) => row.bytes);
		this.text.gate.applyStored(updates);
		this.show(updates, last.seq);
		this.noteStored(last.seq);
	}

	/** Lets the document go when nobody wrote for a while; a snapshot is added first. */
	async tidy(): Promise<void> {
		if (this.ports.clock() - this.writtenAt < IDLE) return;
		const added = this.snapshots.lag(this.seq) > 0 ? this.snapshot() : null;
		this.text.fold();
		await added;
	}

	/** Adds a snapshot when so much was written that it is time. */
	async snapshotWhenDue(): Promise<void> {
		if (this.snapshots.isDue(this.seq)) await this.snapshot();
	}

	/** Adds a snapshot when much was written since the last, and lets the document go. */
	async close(): Promise<void> {
		try {
			if (this.snapshots.lag(this.seq) >= FEW) await this.snapshot();
		} finally {
			this.text.destroy();
		}
	}

	private show(updates: Uint8Array[], seq: number): void {
		this.text.changed();
		this.seq = seq;
		this.writtenAt = this.ports.clock();
		this.toAll(updates, seq);
	}

	private snapshot(): Promise<void> {
		const { bytes } = this.text.pack();
		const { id, epoch } = this.place;
		return this.snapshots.add({ sectionId: id, epoch, seq: this.seq, bytes });
	}
}
