import { crc32, inflateRawSync } from 'node:zlib';

/**
 * Archives from strangers. A few kilobytes may claim to be, or become, gigabytes; so what the directory
 * declares is added up before anything is unpacked, and each part is unpacked to what was declared and no
 * further. What reads the parts afterwards is given an archive of our own (`pack.ts`), with the same parts
 * and nothing packed.
 *
 * The reading is our own because the library that writes them believes what it reads: fflate 0.8.3
 * goes through a part to its end when the size declared is too small (six seconds for 1 MB that becomes
 * 1 GB), and then gives so many bytes as were declared, as if that were all. It does not see that a part is
 * encrypted or that the directory was cut off, and its filter is told too little to see it instead. zlib
 * stops where it is told to.
 */
export type ZipLimits = {
	entries: number;
	/** Bytes of all wanted parts together, unpacked. */
	unpacked: number;
};

export type ZipProblem =
	| 'damaged' // no archive, cut off, a byte turned, or two parts of one name
	| 'tooLarge' // more parts or bytes than we take
	| 'encrypted'
	| 'unknown'; // packed in a way that we do not read

/** What could be read, or why not. */
export type Unzipped<T> = { ok: true; value: T } | { ok: false; problem: ZipProblem };

const no = (problem: ZipProblem): Unzipped<never> => ({ ok: false, problem });
const ok = <T>(value: T): Unzipped<T> => ({ ok: true, value });

const SIGNATURE = { part: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 };
const LENGTH = { part: 30, entry: 46, end: 22 };
/** The longest remark that may stand after the end. */
const LONGEST_REMARK = 0xffff;

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

type Entry = {
	name: string;
	isEncrypted: boolean;
	method: number;
	packed: number;
	size: number;
	/** The checksum of what it unpacks to. */
	crc: number;
	/** Where its own header begins. */
	at: number;
};

/** Where the directory's end is told; -1 when it is not, as in a file that was cut off. */
function findEnd(file: Buffer): number {
	const first = Math.max(0, file.length - LENGTH.end - LONGEST_REMARK);
	for (let at = file.length - LENGTH.end; at >= first; at -= 1)
		if (file.readUInt32LE(at) === SIGNATURE.end) return at;
	return -1;
}

/** What the directory declares. */
function directoryOf(file: Buffer, most: number): Unzipped<{ entries: Entry[]; start: number }> {
	const end = findEnd(file);
	if (end < 0) return no('damaged');
	const count = file.readUInt16LE(end + 10);
	const start = file.readUInt32LE(end + 16);
	if (count > most) return no('tooLarge');
	const entries: Entry[] = [];
	let at = start;
	for (let i = 0; i < count; i += 1) {
		if (at + LENGTH.entry > end || file.readUInt32LE(at) !== SIGNATURE.entry) return no('damaged');
		const nameEnd = at + LENGTH.entry + file.readUInt16LE(at + 28);
		if (nameEnd > end) return no('damaged');
		entries.push({
			name: file.toString('utf8', at + LENGTH.entry, nameEnd),
			isEncrypted: (file.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
			method: file.readUInt16LE(at + 10),
			packed: file.readUInt32LE(at + 20),
			size: file.readUInt32LE(at + 24),
			crc: file.readUInt32LE(at + 16),
			at: file.readUInt32LE(at + 42)
		});
		at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
	}
	return ok({ entries, start });
}

/** One part, unpacked to at most its declared size. */
function unpackPart(file: Buffer, entry: Entry, start: number): Unzipped<Buffer> {
	const { at, packed, size, crc, method } = entry;
	/** A byte that a disk has turned would be another figure. */
	const whole = (part: Buffer): Unzipped<Buffer> =>
		part.length === size && crc32(part) === crc ? ok(part) : no('damaged');
	if (at + LENGTH.part > start || file.readUInt32LE(at) !== SIGNATURE.part) return no('damaged');
	const from = at + LENGTH.part + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
	if (from + packed > start) return no('damaged');
	const data = file.subarray(from, from + packed);
	if (method === STORED) return whole(data);
	if (method !== DEFLATED) return no('unknown');
	try {
		return whole(inflateRawSync(data, { maxOutputLength: Math.max(1, size) }));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ERR_BUFFER_TOO_LARGE') return no('tooLarge');
		if (code?.startsWith('Z_')) return no('damaged');
		throw error;
	}
}

/** What the names of an archive's parts are, wanted or not. */
export function namesIn(bytes: Uint8Array, limits: ZipLimits): Unzipped<string[]> {
	const directory = directoryOf(bufferOf(bytes), limits.entries);
	return directory.ok ? ok(directory.value.entries.map(({ name }) => name)) : directory;
}

/** The parts of an archive whose names are wanted. */
export function unzip(
	bytes: Uint8Array,
	isWanted: (name: string) => boolean,
	limits: ZipLimits
): Unzipped<Map<string, Buffer>> {
	const file = bufferOf(bytes);
	const directory = directoryOf(file, limits.entries);
	if (!directory.ok) return directory;
	const { start } = directory.value;
	const entries = directory.value.entries.filter(({ name }) => isWanted(name));
	if (entries.some((e) => e.isEncrypted)) return no('encrypted');
	const declared = entries.reduce((sum, e) => sum + e.size, 0);
	if (declared > limits.unpacked) return no('tooLarge');
	// Which of two is meant, nobody can say.
	if (new Set(entries.map(({ name }) => name)).size < entries.length) return no('damaged');
	const parts = new Map<string, Buffer>();
	for (const entry of entries) {
		const part = unpackPart(file, entry, start);
		if (!part.ok) return part;
		parts.set(entry.name, part.value);
	}
	return ok(parts);
}

const bufferOf = (bytes: Uint8Array): Buffer =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
