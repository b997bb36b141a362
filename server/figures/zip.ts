import { ok, type Result } from '#core/result.ts';
import { fileRefusal } from '#core/values-table-read.ts';
import { crc32, inflateRawSync } from 'node:zlib';

/**
 * Archives from strangers. A few kilobytes may claim to be, or become, gigabytes; so what the directory
 * declares is added up before anything is unpacked, and unpacking stops at the limit whatever was
 * declared. What reads the parts afterwards is given an archive of our own, with the same parts and
 * nothing packed.
 */
export const ZIP_LIMITS = {
	entries: 1000,
	/** Bytes of all parts together, unpacked: 20,000 rows of nine cells are 9 MB. */
	unpacked: 32 * 1024 * 1024
};

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
function directoryOf(file: Buffer): Result<{ entries: Entry[]; start: number }> {
	const end = findEnd(file);
	if (end < 0) return fileRefusal('damaged');
	const count = file.readUInt16LE(end + 10);
	const start = file.readUInt32LE(end + 16);
	if (count > ZIP_LIMITS.entries) return fileRefusal('unpacksTooLarge');
	const entries: Entry[] = [];
	let at = start;
	for (let i = 0; i < count; i += 1) {
		if (at + LENGTH.entry > end || file.readUInt32LE(at) !== SIGNATURE.entry)
			return fileRefusal('damaged');
		const nameEnd = at + LENGTH.entry + file.readUInt16LE(at + 28);
		if (nameEnd > end) return fileRefusal('damaged');
		entries.push({
			name: file.toString('utf8', at + LENGTH.entry, nameEnd),
			isEncrypted: (file.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
			method: file.readUInt16LE(at + 10),
			packed: file.readUInt32LE(at + 20),
			size: file.readUInt32LE(at + 24),
			at: file.readUInt32LE(at + 42)
		});
		at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
	}
	return ok({ entries, start });
}

/** One part, unpacked to at most `most` bytes. */
function unpackPart(file: Buffer, entry: Entry, start: number, most: number): Result<Buffer> {
	const { at, packed, size, method } = entry;
	if (at + LENGTH.part > start || file.readUInt32LE(at) !== SIGNATURE.part)
		return fileRefusal('damaged');
	const from = at + LENGTH.part + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
	if (from + packed > start) return fileRefusal('damaged');
	const data = file.subarray(from, from + packed);
	if (method === STORED) return packed === size ? ok(data) : fileRefusal('damaged');
	if (method !== DEFLATED) return fileRefusal('notExcel');
	try {
		const part = inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
		return part.length === size ? ok(part) : fileRefusal('damaged');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ERR_BUFFER_TOO_LARGE') return fileRefusal('unpacksTooLarge');
		if (code?.startsWith('Z_')) return fileRefusal('damaged');
		throw error;
	}
}

/**
 * The parts of an archive whose names are wanted. Refused at field `file`: `damaged`, `unpacksTooLarge`,
 * `oldExcel` (encrypted).
 */
export function unpack(
	bytes: Uint8Array,
	isWanted: (name: string) => boolean
): Result<Map<string, Buffer>> {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const directory = directoryOf(file);
	if (!directory.ok) return directory;
	const { start } = directory.value;
	const entries = directory.value.entries.filter(({ name }) => isWanted(name));
	if (entries.some((e) => e.isEncrypted)) return fileRefusal('oldExcel');
	const declared = entries.reduce((sum, e) => sum + e.size, 0);
	if (declared > ZIP_LIMITS.unpacked) return fileRefusal('unpacksTooLarge');
	const parts = new Map<string, Buffer>();
	let left = ZIP_LIMITS.unpacked;
	for (const entry of entries) {
		const part = unpackPart(file, entry, start, Math.min(left, entry.size));
		if (!part.ok) return part;
		left -= part.value.length;
		parts.set(entry.name, part.value);
	}
	return ok(parts);
}

/** An archive of these parts, none of them packed. */
export function pack(parts: ReadonlyMap<string, Buffer>): Buffer {
	const pieces: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const [name, part] of parts) {
		const called = Buffer.from(name);
		const shared = Buffer.alloc(26);
		shared.writeUInt16LE(20, 0);
		shared.writeUInt32LE(crc32(part), 10);
		shared.writeUInt32LE(part.length, 14);
		shared.writeUInt32LE(part.length, 18);
		shared.writeUInt16LE(called.length, 22);
		const header = Buffer.alloc(4);
		header.writeUInt32LE(SIGNATURE.part);
		const entry = Buffer.alloc(6);
		entry.writeUInt32LE(SIGNATURE.entry);
		entry.writeUInt16LE(20, 4);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(at, 10);
		pieces.push(header, shared, called, part);
		directory.push(entry, shared, place, called);
		at += header.length + shared.length + called.length + part.length;
	}
	const end = Buffer.alloc(LENGTH.end);
	end.writeUInt32LE(SIGNATURE.end);
	end.writeUInt16LE(parts.size, 8);
	end.writeUInt16LE(parts.size, 10);
	end.writeUInt32LE(
		directory.reduce((sum, b) => sum + b.length, 0),
		12
	);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...pieces, ...directory, end]);
}
