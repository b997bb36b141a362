import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { LIMITS } from './limits.ts';

/**
 * The fast road of the gate (W5): the common keystroke, which is one run of letters by a known client
 * beside a letter that stands, or the erasure of letters that stand. Such an update moves no other
 * clock, makes no structure, has its neighbours in one text and in order, so that it need not be
 * tried. Whatever is not certainly that takes the whole road.
 */

/** Where a client is writing: the clock that it writes next, and what stands right of its last letter. */
type Run = { next: number; right: Y.ID | null };

/** Info byte of Yjs' update format v1: a string with its left neighbour, or with both. */
const STRING_AFTER = 0x84;
const STRING_BETWEEN = 0xc4;

/** Letters that one erasure may name without the whole road; bounds the search for them. */
const MOST_ERASED = 2000;

export class Keystrokes {
	private readonly doc: Y.Doc;
	private readonly runs = new Map<number, Run>();

	constructor(doc: Y.Doc) {
		this.doc = doc;
	}

	/**
	 * Whether the update is a common keystroke on the document as it stands, with the keystrokes before
	 * it that were taken and not yet applied.
	 * @param isKnown whether a client id belongs to the sender already
	 */
	take(update: Uint8Array, isKnown: (clientId: number) => boolean): boolean {
		if (update.byteLength < 6) return false;
		if (update[0] === 1 && update[1] === 1) return this.takeLetters(update, isKnown);
		return update[0] === 0 && update[1] === 1 && this.takeErasure(update);
	}

	/** To be called when the document took anything else: it may have deleted the text under a run. */
	forget(): void {
		this.runs.clear();
	}

	private takeLetters(update: Uint8Array, isKnown: (clientId: number) => boolean): boolean {
		const decoder = decoding.createDecoder(update);
		decoder.pos = 2;
		const client = decoding.readVarUint(decoder);
		const clock = decoding.readVarUint(decoder);
		const info = decoding.readUint8(decoder);
		if (info !== STRING_AFTER && info !== STRING_BETWEEN) return false;
		const origin = readId(decoder);
		const right = info === STRING_BETWEEN ? readId(decoder) : null;
		const { length } = decoding.readVarString(decoder);
		const deletes = decoding.readVarUint(decoder);
		if (deletes !== 0 || decoding.hasContent(decoder)) return false;
		if (length === 0 || length > LIMITS.span || !isKnown(client)) return false;

		const run = this.runs.get(client);
		if (clock !== (run?.next ?? Y.getState(this.doc.store, client))) return false;
		if (
			run &&
			origin.client === client &&
			origin.clock === run.next - 1 &&
			same(right, run.right)
		) {
			run.next = clock + length;
			return true;
		}
		// Its own letters that are not applied yet may stand where it says that nothing does.
		if (run && run.next !== Y.getState(this.doc.store, client)) return false;
		const item = this.letterAt(origin);
		if (item === null) return false;
		const isLast = origin.clock === item.id.clock + item.length - 1;
		const neighbour = isLast
			? (item.right?.id ?? null)
			: Y.createID(item.id.client, origin.clock + 1);
		if (!same(right, neighbour)) return false;
		this.runs.set(client, { next: clock + length, right });
		return true;
	}

	private takeErasure(update: Uint8Array): boolean {
		const decoder = decoding.createDecoder(update);
		decoder.pos = 2;
		const client = decoding.readVarUint(decoder);
		if (decoding.readVarUint(decoder) !== 1) return false;
		const from = decoding.readVarUint(decoder);
		const length = decoding.readVarUint(decoder);
		if (decoding.hasContent(decoder) || !(length > 0 && length <= MOST_ERASED)) return false;
		const end = from + length;
		const structs = this.doc.store.clients.get(client);
		if (!structs || !(end <= Y.getState(this.doc.store, client))) return false;
		for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
			const item = structs[i];
			if (item === undefined || item.id.clock >= end) break;
			if (!isPlainLetter(item) || item.deleted) return false;
		}
		return true;
	}

	/** The item that holds a letter of plain text; null when it is anything else or not applied yet. */
	private letterAt(id: Y.ID): Y.Item | null {
		const structs = this.doc.store.clients.get(id.client);
		if (!structs || !(id.clock < Y.getState(this.doc.store, id.client))) return null;
		const item = structs[Y.findIndexSS(structs, id.clock)];
		return item !== undefined && isPlainLetter(item) ? item : null;
	}
}

/** In a text that stands and has no formatting, which Yjs would tidy up after a change. */
function isPlainLetter(struct: Y.Item | Y.GC): struct is Y.Item {
	if (!(struct instanceof Y.Item) || struct.parentSub !== null) return false;
	const { parent, content } = struct;
	if (!(parent instanceof Y.XmlText) || parent._item === null || parent._item.deleted) return false;
	if (parent._hasFormatting) return false;
	return content instanceof Y.ContentString || content instanceof Y.ContentDeleted;
}

const readId = (decoder: decoding.Decoder): Y.ID =>
	Y.createID(decoding.readVarUint(decoder), decoding.readVarUint(decoder));

const same = (a: Y.ID | null, b: Y.ID | null): boolean =>
	a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
