import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** One stored update with everything that its row says beside its place. */
export type LoggedUpdate = {
	seq: number;
	/** Null for the server's own. */
	personId: string | null;
	/** Milliseconds since 1970. */
	at: number;
	bytes: Uint8Array;
};

/** The layout below. Written first, so that another can come. */
const LAYOUT = 1;

/**
 * D9: a run of the log as one compressed piece, exactly. Column by column: persons (0 for nobody, else
 * one more than the place in the list), times as differences, lengths, bytes. Somebody's next
 * keystroke is their last one with another clock and letter, so that the bytes are written as
 * differences to that person's last update of the same length: mostly zeros, which zstd takes well.
 * @param updates at least one, their numbers without a gap
 */
export function pack(updates: LoggedUpdate[]): Uint8Array {
	const persons = [...new Set(updates.flatMap((u) => u.personId ?? []))];
	const placeOf = new Map(persons.map((id, i) => [id, i + 1]));
	const out = encoding.createEncoder();
	encoding.writeVarUint(out, LAYOUT);
	encoding.writeVarUint(out, updates.length);
	encoding.writeVarUint(out, updates[0]?.seq ?? 0);
	encoding.writeVarUint(out, persons.length);
	for (const id of persons) encoding.writeVarString(out, id);
	const placed = updates.map((u) => (u.personId === null ? 0 : (placeOf.get(u.personId) ?? 0)));
	for (const place of placed) encoding.writeVarUint(out, place);
	let last = 0;
	for (const { at } of updates) {
		encoding.writeVarInt(out, at - last);
		last = at;
	}
	for (const { bytes } of updates) encoding.writeVarUint(out, bytes.byteLength);
	const alike = new Alike();
	for (const [i, { bytes }] of updates.entries())
		encoding.writeUint8Array(out, alike.difference(placed[i] ?? 0, bytes));
	// The checksum finds a piece that a disk has changed.
	return zstdCompressSync(encoding.toUint8Array(out), {
		params: { [constants.ZSTD_c_checksumFlag]: 1 }
	});
}

/**
 * What `pack` was given.
 * @throws Error when the piece is damaged or of a layout that this program does not know
 */
export function unpack(packed: Uint8Array): LoggedUpdate[] {
	const from = decoding.createDecoder(zstdDecompressSync(packed));
	const { placed, entries } = columns(from);
	const lengths = placed.map(() => decoding.readVarUint(from));
	const alike = new Alike();
	return entries.map((entry, i) => ({
		...entry,
		bytes: alike.restore(placed[i] ?? 0, decoding.readUint8Array(from, lengths[i] ?? 0))
	}));
}

/**
 * Who wrote what `pack` was given, and when; the updates themselves are not restored.
 * @throws Error when the piece is damaged or of a layout that this program does not know
 */
export const unpackTimes = (packed: Uint8Array): Omit<LoggedUpdate, 'bytes'>[] =>
	columns(decoding.createDecoder(zstdDecompressSync(packed))).entries;

/** What stands before the lengths and the bytes. */
function columns(from: decoding.Decoder): {
	/** The place of each update's person, as `Alike` knows it. */
	placed: number[];
	entries: Omit<LoggedUpdate, 'bytes'>[];
} {
	const layout = decoding.readVarUint(from);
	if (layout !== LAYOUT) throw new Error(`packed history of the unknown layout ${layout}`);
	const count = decoding.readVarUint(from);
	const first = decoding.readVarUint(from);
	const times = (n: number, read: () => number) => Array.from({ length: n }, read);
	const persons = Array.from({ length: decoding.readVarUint(from) }, () =>
		decoding.readVarString(from)
	);
	const placed = times(count, () => decoding.readVarUint(from));
	let at = 0;
	const ats = times(count, () => (at += decoding.readVarInt(from)));
	const entries = placed.map((place, i) => ({
		seq: first + i,
		personId: place === 0 ? null : (persons[place - 1] ?? null),
		at: ats[i] ?? 0
	}));
	return { placed, entries };
}

/** The last update of each person and length: what the next one is written as a difference to. */
class Alike {
	private readonly last = new Map<string, Uint8Array>();

	difference(place: number, bytes: Uint8Array): Uint8Array {
		const before = this.before(place, bytes.byteLength);
		this.remember(place, bytes);
		return before ? bytes.map((byte, i) => byte - (before[i] ?? 0)) : bytes;
	}

	restore(place: number, bytes: Uint8Array): Uint8Array {
		const before = this.before(place, bytes.byteLength);
		const restored = before ? bytes.map((byte, i) => byte + (before[i] ?? 0)) : bytes.slice();
		this.remember(place, restored);
		return restored;
	}

	private before(place: number, length: number): Uint8Array | undefined {
		return this.last.get(`${place} ${length}`);
	}

	private remember(place: number, bytes: Uint8Array): void {
		this.last.set(`${place} ${bytes.byteLength}`, bytes);
	}
}
