import type { Refusal } from '#core/result.ts';
import * as Y from 'yjs';
import { arrivedTooLate, deletedUnseen, joinBuried, type Buried } from './buried.ts';
import { readUpdate, type ReadUpdate } from './gate.ts';
import type { DeleteSet } from './gate-deletes.ts';
import { Keystrokes } from './keystroke.ts';
import { LIMITS } from './limits.ts';
import { brokenNesting, mendNesting } from './nesting.ts';
import { isOrdered, type Past } from './order.ts';
import { outsideRows } from './rows.ts';

/** What the gate says of one update. */
export type Judged =
	| Taken
	/** It changes nothing: the honest answer of a client that has nothing to say. */
	| { kind: 'nothing' }
	| {
			kind: 'refused';
			refusal: Refusal;
			/** The document took harm before it showed: it must be built anew from the store. */
			spoilt: boolean;
	  };

export type Taken = {
	kind: 'taken';
	/** What is to be stored in the sender's name. */
	bytes: Uint8Array;
	/** The client ids whose clocks it moves and that were nobody's before. */
	claims: number[];
	/** What is to be stored after it in the server's name: what the merge left badly nested. */
	mended: Uint8Array | null;
	/** Others' letters that it deletes without having seen them (L5). */
	buried: Buried[];
};

/** Whom the client ids of the server's own changes belong to. */
export const SERVER = '';

const NOTHING: Judged = { kind: 'nothing' };

/**
 * W5: a section's document behind its gate. It runs ahead of the store by what was judged since the
 * last `settle`, so nobody may read it meanwhile: the common keystroke waits beside it, the rest is
 * tried on it and must be built anew when the store refuses.
 */
export class GatedDocument {
	readonly doc: Y.Doc;
	private readonly claims: Map<number, string>;
	private readonly keystrokes: Keystrokes;
	/** Keystrokes that were taken and are not in the document yet. */
	private waiting: Uint8Array[] = [];
	/** What the document emitted since the last `settle`: all of it goes to everybody (W7). */
	private emitted: Uint8Array[] = [];
	private ahead = false;
	/** Something was tried that does not belong in it. */
	private spoilt = false;
	/** What each client that wrote where another did must have seen (`order.ts`). */
	private readonly pasts = new Map<number, Past>();
	private last: Y.Transaction | null = null;
	private buried: Buried[] = [];
	private named: DeleteSet | null = null;
	/** Bytes of the document: when it was last measured, and with all that has come since. */
	private measured: number;
	private size: number;

	/**
	 * @param doc has nothing pending and is the gate's alone from now on
	 * @param claims whose each client id is; the gate adds to it
	 */
	constructor(doc: Y.Doc, claims: Map<number, string>, size: number) {
		this.doc = doc;
		this.claims = claims;
		this.size = this.measured = size;
		this.keystrokes = new Keystrokes(doc);
		claims.set(doc.clientID, SERVER);
		doc.on('update', (bytes: Uint8Array) => this.emitted.push(bytes));
		doc.on('afterTransaction', (transaction: Y.Transaction) => {
			this.last ??= transaction;
			if (this.named) this.buried.push(...deletedUnseen(transaction, this.named));
		});
	}

	/** True when the document holds what is not stored yet. */
	get isAhead(): boolean {
		return this.ahead;
	}

	/** Whether a Yjs client id is free or this person's. */
	isFor(clientId: number, personId: string): boolean {
		const owner = this.claims.get(clientId);
		return owner === undefined || owner === personId;
	}

	/**
	 * Judges one update after all that was taken before it.
	 * @param rows the departments whose rows are all that the person may change (A3); null for no limit
	 */
	judge(update: Uint8Array, personId: string, rows: readonly string[] | null = null): Judged {
		if (isEmptyUpdate(update)) return NOTHING;
		if (update.byteLength > LIMITS.frame) return refused({ code: 'tooLarge', limit: 'frame' });
		// A keystroke does not say in which row it is.
		if (rows === null && this.isKeystroke(update, personId)) {
			this.waiting.push(update);
			this.size += update.byteLength;
			return { kind: 'taken', bytes: update, claims: [], mended: null, buried: [] };
		}
		this.applyWaiting();
		const read = readUpdate(update, this.doc, (id) => this.isFor(id, personId));
		if (!read.ok) return refused(read.refusal);
		if (read.value.isEmpty) return NOTHING;
		if (read.value.items.length > 0 && this.isFull(update.byteLength))
			return refused({ code: 'tooLarge', limit: 'document' });
		return this.try(read.value, personId, rows && new Set(rows));
	}

	/**
	 * What an update is that a lock or a lost right keeps out: looked at struct by struct and not
	 * tried. Null when it may be kept, for a person to read.
	 */
	look(update: Uint8Array, personId: string): 'nothing' | Refusal | null {
		if (isEmptyUpdate(update)) return 'nothing';
		this.applyWaiting();
		const read = readUpdate(update, this.doc, (id) => this.isFor(id, personId));
		if (!read.ok) return read.refusal;
		return read.value.isEmpty ? 'nothing' : null;
	}

	/** All that was judged is stored: what is to be sent to everybody, in order. */
	settle(): Uint8Array[] {
		this.applyWaiting();
		this.ahead = false;
		const emitted = this.emitted;
		this.emitted = [];
		return emitted;
	}

	/** Takes what the store has beyond what was judged here. */
	applyStored(updates: readonly Uint8Array[]): void {
		this.keystrokes.forget();
		this.doc.transact(() => {
			for (const update of updates) Y.applyUpdate(this.doc, update, 'stored');
		}, 'stored');
		this.settle();
	}

	/**
	 * Nothing that was judged since the last `settle` is stored.
	 * @returns false when the document ran ahead or is spoilt: it must be built anew from the store
	 */
	takeBack(): boolean {
		this.waiting = [];
		this.emitted = [];
		this.keystrokes.forget();
		return !this.ahead && !this.spoilt;
	}

	destroy(): void {
		this.doc.destroy();
	}

	private isKeystroke(update: Uint8Array, personId: string): boolean {
		if (this.isFull(update.byteLength)) return false;
		try {
			return this.keystrokes.take(update, (id) => this.claims.get(id) === personId);
		} catch {
			// lib0 throws at bytes that it cannot read; the whole road says what they are.
			return false;
		}
	}

	/** Whether this much more is too much. What was deleted no longer counts once it is measured anew. */
	private isFull(bytes: number): boolean {
		if (this.size + bytes <= LIMITS.document) return false;
		if (this.size - this.measured > LIMITS.document / 16)
			this.size = this.measured = Y.encodeStateAsUpdate(this.doc).byteLength;
		return this.size + bytes > LIMITS.document;
	}

	private applyWaiting(): void {
		if (this.waiting.length === 0) return;
		const waiting = this.waiting;
		this.waiting = [];
		this.ahead = true;
		this.doc.transact(() => {
			for (const update of waiting) Y.applyUpdate(this.doc, update, 'stored');
		}, 'stored');
	}

	private try(read: ReadUpdate, personId: string, rows: ReadonlySet<string> | null): Judged {
		const from = this.emitted.length;
		const outside = rows && outsideRows(this.doc, rows);
		this.ahead = true;
		this.keystrokes.forget();
		this.last = null;
		this.buried = [];
		this.named = read.deletes;
		try {
			Y.applyUpdate(this.doc, read.update, 'gate');
		} catch {
			// Yjs changed the document and threw: it is of no use any more, the update still less.
			return this.spoil({ code: 'malformed', rule: 'apply' }, from);
		} finally {
			this.named = null;
		}
		const broken = this.fault(read);
		if (broken) return this.spoil({ code: 'malformed', rule: broken }, from);
		if (rows && outsideRows(this.doc, rows) !== outside)
			return this.spoil({ code: 'forbidden', why: 'notYourRow' }, from);
		const bytes = mergeFew(this.emitted.slice(from));
		if (bytes === null) return NOTHING;
		this.size += bytes.byteLength;
		const claims = read.clientIds.filter((id) => !this.claims.has(id));
		for (const id of claims) this.claims.set(id, personId);
		const mended = this.mend(read.items);
		// One frame: nobody reads what was badly nested.
		const frame = mergeFew(this.emitted.slice(from));
		if (frame !== null) this.emitted.splice(from, Infinity, frame);
		const late = arrivedTooLate(this.doc, read.items, read.deletes);
		const buried = joinBuried([...this.buried, ...late]);
		this.last = null;
		this.buried = [];
		return { kind: 'taken', bytes, claims, mended, buried };
	}

	/** What the document emitted of it goes to nobody. */
	private spoil(refusal: Refusal, from: number): Judged {
		this.spoilt = true;
		this.emitted.length = from;
		return { ...refused(refusal), spoilt: true };
	}

	/** The rule that the document breaks now, or null. */
	private fault({ clientIds, items }: ReadUpdate): string | null {
		const { store } = this.doc;
		if (store.pendingStructs !== null || store.pendingDs !== null) return 'pending';
		if (this.doc.share.size !== 1) return 'root';
		const transaction = this.last;
		if (transaction)
			for (const [client, clock] of transaction.afterState)
				if (clock !== (transaction.beforeState.get(client) ?? 0) && !clientIds.includes(client))
					return 'clientOfAnother';
		return isOrdered(this.doc, items, this.pasts) ? null : 'order';
	}

	/** The server's own following change, where the merge left wrong nesting; else null. */
	private mend(items: readonly Y.Item[]): Uint8Array | null {
		const broken = this.last ? brokenNesting(this.last, items) : [];
		if (broken.length === 0) return null;
		const from = this.emitted.length;
		mendNesting(this.doc, broken);
		return mergeFew(this.emitted.slice(from));
	}
}

const refused = (refusal: Refusal): Extract<Judged, { kind: 'refused' }> => ({
	kind: 'refused',
	refusal,
	spoilt: false
});

/** No structs and no deletions: what a client answers that has nothing which the server lacks. */
export const isEmptyUpdate = (update: Uint8Array): boolean =>
	update.byteLength === 2 && update[0] === 0 && update[1] === 0;

const mergeFew = (updates: Uint8Array[]): Uint8Array | null => {
	const [first, ...rest] = updates;
	if (first === undefined) return null;
	return rest.length === 0 ? first : Y.mergeUpdates(updates);
};
