import type { Block, PrintDocument } from '#server/export/print/document.ts';
import { bookmarkName } from '#server/export/word/bookmarks.ts';
import { renderDocx } from '#server/export/word/docx.ts';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { htmlOf, named, openDocx, parseXml } from './support/docx.ts';
import { cell, heading, IMAGES, para, printed, table } from './support/word-sample.ts';

/** Whatever people write, and however much: the file opens, and says what they wrote. */

const plain = (blocks: Block[], over: Partial<PrintDocument> = {}) =>
	printed(blocks, { logo: null, ...over });

/** The file's text; every part is parsed on the way. */
async function textFrom(doc: PrintDocument, images = {}): Promise<string> {
	const bytes = await renderDocx(doc, images);
	const { parts } = openDocx(bytes);
	for (const [name, part] of Object.entries(parts))
		if (/\.(?:xml|rels)$/.test(name)) parseXml(Buffer.from(part).toString('utf8'));
	return (await htmlOf(bytes)).textContent;
}

describe('words that look like something else', () => {
	it.each([
		['markup', '<w:p>&amp;</w:p> ]]> <!-- --> <?xml?>'],
		[
			'fields and placeholders of the library',
			'{bullets-0} {default-bullet-numbering-0} {image1.png} {'
		],
		['quotes and signs', '"Citat" \'enkelt\' \\ % $ # ~ ^ _ `'],
		['other scripts and signs beyond the first plane', 'سلام 你好 ŋđž 𝒳 👩‍👩‍👧'],
		['no-break and soft signs', 'a\u00a0b\u2011c\u200bd']
	])('[P4] %s stay as they were written', async (_what, text) => {
		const blocks: Block[] = [
			heading(1, text),
			para(text),
			{ ...table(), caption: text, head: [], rows: [[cell(text)]], widths: [1] },
			{ kind: 'list', ordered: false, start: 1, items: [[para(text)]] },
			{ kind: 'quote', blocks: [], source: text }
		];
		const over = { title: text, sender: text, foot: text, colophon: [text] };
		const found = await textFrom(plain(blocks, over));
		// Title, sender, colophon; heading, paragraph, caption, cell, list item, source.
		expect(found.split(text)).toHaveLength(9 + 1);
	});

	it('[P4] what XML cannot hold is shown as a sign, in text and in attributes', async () => {
		const text = 'a\u0000b\u0008c\u001fd\ud800e\uffffe\ufdd0f';
		const shown = 'a\ufffdb\ufffdc\ufffdd\ufffde\ufffde\ufffdf';
		const doc = plain([para(text), { kind: 'picture', image: 'png', alt: text, caption: text }], {
			title: text,
			foot: text,
			running: { left: text, right: text }
		});
		const bytes = await renderDocx(doc, IMAGES);
		const html = await htmlOf(bytes);
		expect(html.textContent.split(shown)).toHaveLength(4);
		expect(html.querySelector('img')?.getAttribute('alt')).toBe(shown);
		expect(openDocx(bytes).xml('docProps/core.xml').documentElement.textContent).toContain(shown);
	});

	it('[P4] an address that Word could not read leaves its words as plain text', async () => {
		const hrefs = [
			'javascript:alert(1)',
			'file:///etc/passwd',
			'https://[fel',
			`https://example.org/${'x'.repeat(3000)}`,
			'/tillganglighet',
			''
		];
		const runs = hrefs.map((href, i) => ({ text: `länk ${i} `, href }));
		const bytes = await renderDocx(plain([{ kind: 'paragraph', style: 'plain', runs }]), {});
		const { document, xml } = openDocx(bytes);
		expect(named(document, 'w:hyperlink')).toHaveLength(0);
		expect(named(document, 'w:t').map((t) => t.textContent)).toEqual(
			expect.arrayContaining(runs.map(({ text }) => text))
		);
		const outside = named(xml('word/_rels/document.xml.rels'), 'Relationship').filter(
			(one) => one.getAttribute('TargetMode') === 'External'
		);
		expect(outside).toHaveLength(0);
	});

	it('[P4] two ids that Word could not tell apart have a bookmark each', async () => {
		const blocks = ['å-1', 'ä-1', 'Å_1', 'x'.repeat(60), `${'x'.repeat(59)}y`].flatMap(
			(id): Block[] => [
				heading(1, id, { id }),
				{ kind: 'paragraph', style: 'plain', runs: [{ text: 'dit', href: `#${id}` }] }
			]
		);
		const { document } = openDocx(await renderDocx(plain(blocks), {}));
		const names = named(document, 'w:bookmarkStart').map((one) => one.getAttribute('w:name'));
		expect(new Set(names.map((name) => name?.toLowerCase())).size).toBe(5);
		const links = named(document, 'w:p').flatMap((p) =>
			p.textContent === 'dit' ? (named(p, 'w:hyperlink')[0]?.getAttribute('w:anchor') ?? '') : []
		);
		expect(links).toEqual(names);
		expect(bookmarkName(`nyckeltal-${'x'.repeat(80)}`)).toHaveLength(40);
		expect(bookmarkName('2022')).toBe('b_2022');
	});
});

describe('little and much', () => {
	it('[P4] an empty edition, an empty table and an empty list are a file', async () => {
		const empty: Block[] = [
			{ kind: 'table', id: null, caption: '', head: [], rows: [], rowHeaders: false, widths: [] },
			{ kind: 'list', ordered: true, start: 0, items: [] },
			{ kind: 'quote', blocks: [], source: '' },
			{ kind: 'callout', blocks: [] },
			{ kind: 'together', id: 'tom', blocks: [] },
			{ kind: 'terms', items: [] }
		];
		expect(await textFrom(plain([]))).toContain('Barnbokslut 2022');
		expect(await textFrom(plain(empty, { facts: [], colophon: [], parts: [] }))).toContain(
			'Barnbokslut 2022'
		);
		expect(await textFrom(plain([...empty, table(), ...empty]))).toContain('Tabell 1. Elever');
	});

	it('[P4] lists and quotes within each other end before Word does', async () => {
		let inner: Block[] = [para('Längst in')];
		for (let i = 0; i < 30; i += 1)
			inner = [
				i % 3 === 0
					? { kind: 'quote', blocks: inner, source: '' }
					: { kind: 'list', ordered: i % 2 === 0, start: 1, items: [inner] }
			];
		const bytes = await renderDocx(plain(inner), {});
		const { document } = openDocx(bytes);
		for (const level of named(document, 'w:ilvl'))
			expect(Number(level.getAttribute('w:val'))).toBeLessThan(9);
		for (const indent of named(document, 'w:ind'))
			expect(Number(indent.getAttribute('w:left'))).toBeLessThan(9000);
		expect(await textFrom(plain(inner))).toContain('Längst in');
	});

	it('[P4] a table of more columns than Word opens is refused, and one of as many is not', async () => {
		const wide = (columns: number): Block => ({
			kind: 'table',
			id: null,
			caption: 'Bred',
			head: [],
			rows: [Array.from({ length: columns }, () => cell('1'))],
			rowHeaders: false,
			widths: Array.from({ length: columns }, () => 1)
		});
		await expect(renderDocx(plain([wide(64)]), {})).rejects.toThrow('64 columns');
		expect(await textFrom(plain([wide(63)]))).toContain('Bred');
	});

	it('[P4] a table over a hundred pages has every row', async () => {
		const rows = Array.from({ length: 4000 }, (_, i) => [cell(`Rad ${i}`), cell('1'), cell('2')]);
		const long: Block = { ...table(), head: [], rows, widths: [2, 1, 1] };
		const bytes = await renderDocx(plain([long]), {});
		const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
		expect(text.match(/<w:tr>/g)).toHaveLength(4000);
		expect(text.match(/Rad \d+</g)).toEqual(rows.map((_, i) => `Rad ${i}<`));
	});

	it('[P4] three hundred pages take seconds', async () => {
		const sentence = 'Kommunen följer hur barn och unga har det, och vad som har gjorts. '.repeat(
			5
		);
		const blocks = Array.from({ length: 150 }, (_, i): Block[] => [
			heading(i % 10 === 0 ? 1 : 2, `Avsnitt ${i}`, { id: `avsnitt-${i}`, number: String(i) }),
			...Array.from({ length: 9 }, () => para(sentence)),
			{
				...table(),
				id: `tabell-${i}`,
				rows: Array.from({ length: 12 }, () => [cell(''), cell('1'), cell('2'), cell(sentence)])
			}
		]).flat();
		const began = performance.now();
		const bytes = await renderDocx(plain(blocks), {});
		// A second here; machines that run tests are shared.
		expect(performance.now() - began).toBeLessThan(15_000);
		const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
		expect(text.match(/<w:tbl>/g)).toHaveLength(150);
	});
});
