import { ok, type Result } from '#core/result.ts';
import { fileRefusal } from '#core/values-table-read.ts';

const startsWith = (bytes: Uint8Array, mark: number[]): boolean =>
	mark.every((byte, i) => bytes[i] === byte);

function decode(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return null;
		throw error;
	}
}

const MARKS: [encoding: string, mark: number[]][] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
];

/**
 * The text of a file: UTF-8 and UTF-16 by the mark at the beginning; without one UTF-8, and where the
 * bytes are none Windows-1252, which Excel writes in Swedish. Refused as `notText`: bytes that are not
 * what their mark says, and without a mark those with a zero, which are a picture or a program.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
	const marked = MARKS.find(([, mark]) => startsWith(bytes, mark));
	const text = marked
		? decode(bytes, marked[0])
		: bytes.includes(0)
			? null
			: (decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252'));
	return text === null ? fileRefusal('notText') : ok(text);
}
