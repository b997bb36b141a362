import { WORD_XML, WORD_ZIP } from '#server/word-in/kind.ts';
import { pack } from '#server/zip/pack.ts';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { must, refusalOf } from '../support/act.ts';
import {
	drawing,
	paragraph,
	part,
	readHere,
	relationship,
	wordFile,
	wordParts
} from '../support/word-file.ts';

async function problemOf(bytes: Uint8Array): Promise<string> {
	const refusal = refusalOf(await readHere(bytes));
	if (refusal.code !== 'invalid') throw new Error(refusal.code);
	return refusal.problems.map(({ field, problem }) => `${field}: ${problem}`).join();
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const BODY = paragraph('Barnen har fått det bättre.');
const types = (type: string): string =>
	`<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;

test('[Y7] a file that is one is read', async () => {
	const { parts } = must(await readHere(wordFile(BODY)));
	expect(parts).toMatchObject([
		{
			heading: '',
			blocks: [{ type: 'paragraph', content: [{ text: 'Barnen har fått det bättre.' }] }]
		}
	]);
});

describe('what is no Word file that we take', () => {
	test.each([
		['nothing', new Uint8Array(), 'empty'],
		['a text called .docx', Buffer.from('Hej'), 'notWord'],
		['a PDF called .docx', Buffer.from('%PDF-1.7\n'), 'notWord'],
		['RTF called .docx', Buffer.from('{\\rtf1 Hej}'), 'notWord'],
		['a .doc', Buffer.concat([COMPOUND, utf16('WordDocument')]), 'oldWord'],
		[
			'a file with a password',
			Buffer.concat([COMPOUND, utf16('EncryptedPackage'), utf16('EncryptionInfo')]),
			'password'
		],
		[
			'an .odt',
			pack(
				new Map([
					['mimetype', Buffer.from('application/vnd.oasis.opendocument.text')],
					['content.xml', Buffer.from('<x/>')]
				])
			),
			'openDocument'
		],
		['some archive', pack(new Map([['readme.txt', Buffer.from('Hej')]])), 'notWord'],
		[
			'a spreadsheet',
			wordFile('', {
				'[Content_Types].xml': types(
					'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
				)
			}),
			'notWord'
		],
		[
			'a .docm, whatever it is called',
			wordFile(BODY, {
				'[Content_Types].xml': types('application/vnd.ms-word.document.macroEnabled.main+xml')
			}),
			'macros'
		],
		['macros without saying so', wordFile(BODY, { 'word/vbaProject.bin': 'x' }), 'macros'],
		['no text in it', wordFile(''), 'noText'],
		['no document in it', wordFile('', { 'word/document.xml': '' }), 'damaged'],
		['XML that is none', wordFile('<w:p><w:r>'), 'damaged'],
		[
			'XML that declares what it likes',
			wordFile('', {
				'word/document.xml': `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${part('document', `<w:body>${paragraph('&b;')}</w:body>`)}`
			}),
			'damaged'
		],
		['XML nested a hundred thousand deep', wordFile('<w:sdt><w:sdtContent>'.repeat(1e5)), 'damaged']
	])('[Y7] %s is refused, and told why', async (_, bytes, problem) => {
		expect(await problemOf(bytes)).toBe(`file: ${problem}`);
	});

	test('[Y7] nesting that is closed again ends no process', async () => {
		const deep = 20_000;
		const nested =
			'<w:sdt><w:sdtContent>'.repeat(deep) + BODY + '</w:sdtContent></w:sdt>'.repeat(deep);
		expect(await problemOf(wordFile(nested))).toBe('file: damaged');
	});
});

describe('an archive from a stranger', () => {
	test('[Y7] cut off anywhere it is refused, and never a bug', async () => {
		const whole = wordFile(BODY);
		for (let length = 1; length < whole.length; length += 97)
			expect(await problemOf(whole.subarray(0, length)), String(length)).toMatch(
				/^file: (?:damaged|notWord)$/
			);
	});

	test('[Y7] with a byte turned over it is refused or read, and never a bug', async () => {
		const whole = wordFile(BODY);
		for (let at = 0; at < whole.length; at += 53) {
			const broken = Uint8Array.from(whole);
			broken[at] = (broken[at] ?? 0) ^ 0xff;
			const read = await readHere(broken);
			if (!read.ok) expect(read.refusal.code).toBe('invalid');
		}
	});

	const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
	/** A file with one part more, packed, of which its directory may say what is not true. */
	function bomb(name: string, size: number, declared: number): Buffer {
		const plain = Buffer.alloc(size, ' ');
		const packed = deflateRawSync(plain, { level: 9 });
		const file = pack(new Map([...wordParts(BODY), [name, packed]]));
		const directory = file.lastIndexOf(ENTRY);
		const at = file.readUInt32LE(directory + 42);
		file.writeUInt16LE(8, at + 8);
		file.writeUInt16LE(8, directory + 10);
		file.writeUInt32LE(crc32(plain), directory + 16);
		file.writeUInt32LE(declared, at + 22);
		file.writeUInt32LE(declared, directory + 24);
		return file;
	}

	test('[Y7] that would become too large is refused before it is unpacked, and while it is', async () => {
		const pictures = 'word/media/image1.png';
		const large = WORD_ZIP.unpacked + 1024;
		expect(bomb(pictures, large, large).length).toBeLessThan(100_000);
		const before = process.memoryUsage().rss;
		expect(await problemOf(bomb(pictures, large, large))).toBe('file: unpacksTooLarge');
		expect(await problemOf(bomb(pictures, large, 1000))).toBe('file: unpacksTooLarge');
		// Words need more memory than pictures, so there may be fewer of them.
		const words = WORD_XML + 1024;
		expect(await problemOf(bomb('word/comments.xml', words, words))).toBe('file: unpacksTooLarge');
		expect(process.memoryUsage().rss - before).toBeLessThan(6 * WORD_ZIP.unpacked);
	});

	test('[Y7] what is of no use to us is not unpacked, however large it is', async () => {
		const large = 4 * WORD_ZIP.unpacked;
		expect(must(await readHere(bomb('word/embeddings/a.bin', large, large))).parts).toHaveLength(1);
	});

	test('[Y7] of very many parts, or with one twice, is refused', async () => {
		const many = Object.fromEntries(
			Array.from({ length: WORD_ZIP.entries }, (_, i) => [`word/media/${i}.png`, ''])
		);
		expect(await problemOf(wordFile(BODY, many))).toBe('file: unpacksTooLarge');
		const two = { 'word/footnotes.xml': '<x/>', 'word/footnoteZ.xml': '<x/>' };
		const file = Buffer.from(wordFile(BODY, two)).toString('latin1');
		const twice = Buffer.from(file.replaceAll('footnoteZ', 'footnotes'), 'latin1');
		expect(await problemOf(twice)).toBe('file: damaged');
	});
});

test('[Y7] a picture that lies elsewhere is not fetched, and that is said', async () => {
	const rels =
		relationship('rId5', 'image', 'file:///etc/passwd', 'External') +
		relationship('rId6', 'image', 'http://127.0.0.1:9/a.png', 'External') +
		relationship('rId7', 'image', '../../../../etc/passwd');
	const body =
		BODY +
		drawing('rId5', 'lösenord', 'link') +
		drawing('rId6', 'x', 'link') +
		drawing('rId7', 'y');
	const { parts, images, leftOut } = must(await readHere(wordFile(body, {}, rels)));
	expect(images).toEqual([]);
	expect(parts[0]?.blocks.map(({ type }) => type)).toEqual(['paragraph']);
	expect(leftOut).toContainEqual({ kind: 'linkedImages', count: 2 });
});
