import type { WordProblem } from '#core/word-in/proposal.ts';
import { namesIn, unzip, type ZipLimits, type ZipProblem } from '#server/zip/unzip.ts';

/** What a Word file may hold, unpacked. Pictures are hardly smaller packed; XML is a tenth. */
export const WORD_ZIP: ZipLimits = { entries: 3000, unpacked: 80 * 1024 * 1024 };
/** Bytes of all XML together, unpacked: forty pages are half of one megabyte, and reading takes ten times as much. */
export const WORD_XML = 16 * 1024 * 1024;

/** Office's own kind of file until 2003, and what a file with a password is put into. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

const begins = (bytes: Uint8Array, mark: number[]): boolean =>
	mark.every((byte, i) => bytes[i] === byte);

export const WORD_ZIP_PROBLEMS: Record<ZipProblem, WordProblem> = {
	damaged: 'damaged',
	tooLarge: 'unpacksTooLarge',
	encrypted: 'password',
	unknown: 'damaged'
};

const TYPES = '[Content_Types].xml';
const MAIN =
	/application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)\.main\+xml/;
const MACROS = /macroEnabled|vbaProject/i;

/**
 * Why these bytes are not a Word file that we take; null when they seem to be one. Its first bytes and
 * what it lists say what it is, and not its name.
 */
export function problemOf(bytes: Uint8Array): WordProblem | null {
	if (bytes.length === 0) return 'empty';
	if (begins(bytes, COMPOUND)) return hasStream(bytes, 'EncryptedPackage') ? 'password' : 'oldWord';
	if (!begins(bytes, ZIP)) return 'notWord';
	const names = namesIn(bytes, WORD_ZIP);
	if (!names.ok) return WORD_ZIP_PROBLEMS[names.problem];
	if (names.value.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))) return 'macros';
	if (!names.value.includes(TYPES))
		return names.value.includes('mimetype') ? 'openDocument' : 'notWord';
	const parts = unzip(bytes, (name) => name === TYPES, { ...WORD_ZIP, unpacked: WORD_XML });
	if (!parts.ok) return WORD_ZIP_PROBLEMS[parts.problem];
	const types = parts.value.get(TYPES)?.toString('utf8') ?? '';
	if (MACROS.test(types)) return 'macros';
	return MAIN.test(types) ? null : 'notWord';
}

/** Streams of a compound file are named in UTF-16. */
const hasStream = (bytes: Uint8Array, name: string): boolean =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
		Buffer.from(name, 'utf16le')
	);
