import { GatedDocument, isEmptyUpdate } from '#collab/gated-document.ts';
import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import * as Y from 'yjs';

/** The text of a section as the store has it. */
export type StoredText = {
	/** The number of the last stored update. */
	seq: number;
	/** Of the newest snapshot; 0 when there is none. */
	snapshotSeq: number;
	/** The snapshot, if any, and every update after it. */
	parts: Uint8Array[];
	/** The snapshot with what was computed when it was made. */
	snapshot: Ready | null;
	/** Whose each Yjs client id is. */
	claims: Map<number, string>;
	/** What was refused and kept as late contributions, with whose it was. */
	refused: { personId: string; bytes: Uint8Array }[];
};

/** A text as ready-made bytes: what somebody who opens the section is sent as it is. */
export type Ready = {
	bytes: Uint8Array;
	stateVector: Uint8Array;
	/** SHA-256 of the canonical JSON; null until somebody asks. */
	hash: string | null;
	/** What a client answers that has all of it and no more; absent until somebody answers. */
	answer?: Uint8Array;
};

/** So many parts are joined without a document; more of them cost Yjs time that grows as their square. */
const FEW = 32;

function joined(parts: Uint8Array[]): Ready {
	const [first, ...rest] = parts;
	const bytes = first && rest.length === 0 ? first : Y.mergeUpdates(parts);
	return { bytes, stateVector: Y.encodeStateVectorFromUpdate(bytes), hash: null };
}

/**
 * A section's text in memory. While nobody writes it is the stored bytes and no document: opening
 * sends them as they are, and an idle room costs little more than them. With the first update it
 * becomes a document behind its gate.
 */
export class SectionText {
	private readonly claims: Map<number, string>;
	private parts: Uint8Array[];
	private ready: Ready | null;
	private gated: GatedDocument | null = null;
	/** The last answer to a state vector: many who come back at once ask for the same. */
	private answer: { vector: Uint8Array; update: Uint8Array } | null = null;

	constructor(stored: StoredText) {
		this.claims = stored.claims;
		this.parts = stored.parts;
		this.ready = stored.parts.length === 1 ? stored.snapshot : null;
	}

	/** The document behind its gate; made from the bytes when there is none. */
	get gate(): GatedDocument {
		if (this.gated) return this.gated;
		const size = this.parts.reduce((n, part) => n + part.byteLength, 0);
		this.gated = new GatedDocument(loadDoc(this.parts), this.claims, size);
		this.parts = [];
		return this.gated;
	}

	/** Whether a Yjs client id is free or this person's. */
	isFor(clientId: number, personId: string): boolean {
		const owner = this.claims.get(clientId);
		return owner === undefined || owner === personId;
	}

	/** Whose a Yjs client id is; null when it is nobody's or the server's own. */
	ownerOf(clientId: number): string | null {
		return this.claims.get(clientId) || null;
	}

	/** The document changed: what was computed of it holds no more. */
	changed(): void {
		this.ready = null;
		this.answer = null;
	}

	stateVector(): Uint8Array {
		return this.pack().stateVector;
	}

	/**
	 * What a client with this state vector lacks.
	 * @throws Error on bytes that are no state vector
	 */
	updateSince(vector: Uint8Array): Uint8Array {
		if (vector.byteLength === 1 && vector[0] === 0) return this.pack().bytes;
		if (this.answer && Buffer.compare(this.answer.vector, vector) === 0) return this.answer.update;
		const update = Y.diffUpdate(this.pack().bytes, vector);
		this.answer = { vector: vector.slice(), update };
		return update;
	}

	/**
	 * True for an update that certainly adds nothing, told without a document: who comes to read answers
	 * with what the text holds already. Yjs always sends all deletions along.
	 */
	holds(update: Uint8Array): boolean {
		if (isEmptyUpdate(update)) return true;
		// A document that is there may be ahead, and the gate knows it better.
		if (this.gated || update[0] !== 0) return false;
		const ready = this.pack();
		ready.answer ??= Y.diffUpdate(ready.bytes, ready.stateVector);
		return Buffer.compare(ready.answer, update) === 0;
	}

	/** SHA-256 of the canonical JSON (W12). */
	hash(): string {
		const ready = this.pack();
		ready.hash ??= this.read((doc) => hashOf(docJson(doc)));
		return ready.hash;
	}

	/** The whole text as bytes; made once until it changes. */
	pack(): Ready {
		this.ready ??=
			this.gated || this.parts.length > FEW
				? this.read((doc) => ({
						bytes: Y.encodeStateAsUpdate(doc),
						stateVector: Y.encodeStateVector(doc),
						hash: null
					}))
				: joined(this.parts);
		if (!this.gated) this.parts = [this.ready.bytes];
		return this.ready;
	}

	/** Reads the document, or one that is made for this question alone: most who come only read. */
	private read<T>(work: (doc: Y.Doc) => T): T {
		if (this.gated) return work(this.gated.doc);
		const doc = loadDoc(this.parts);
		const answer = work(doc);
		doc.destroy();
		return answer;
	}

	/** Lets the document go and keeps the bytes, until somebody writes again. */
	fold(): void {
		if (!this.gated) return;
		this.parts = [this.pack().bytes];
		this.gated.destroy();
		this.gated = null;
		this.answer = null;
	}

	destroy(): void {
		this.gated?.destroy();
	}
}
