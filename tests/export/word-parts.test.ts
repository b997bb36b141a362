import { renderDocx } from '#server/export/word/docx.ts';
import { readImage } from '#core/image-header.ts';
import { describe, expect, it } from 'vitest';
import { deep, named, openDocx, parseXml, said } from './support/docx.ts';
import { CHART, everyBlock, IMAGES, printed } from './support/word-sample.ts';

/** What is in the parts of a Word file: what its readers, screen readers and archives go by. */

const sample = printed(everyBlock());
const file = openDocx(await renderDocx(sample, IMAGES));
const { document } = file;
const paragraphs = named(document, 'w:p');
const textOf = (element: Element) =>
	named(element, 'w:t')
		.map((t) => t.textContent)
		.join('');
const withText = (text: string): Element => {
	// The contents say it too, before it.
	const found = paragraphs.findLast((p) => textOf(p) === text);
	if (!found) throw new Error(`No paragraph says ${text}`);
	return found;
};
const styleNamed = (id: string): Element => {
	const found = named(file.xml('word/styles.xml'), 'w:style').find(
		(style) => style.getAttribute('w:styleId') === id
	);
	if (!found) throw new Error(`No style ${id}`);
	return found;
};

describe('the parts', () => {
	it('[P4] are well-formed, and each has the one time of all', () => {
		const names = Object.keys(file.parts);
		for (const name of names.filter((one) => /\.(?:xml|rels|svg)$/.test(one)))
			expect(() => parseXml(Buffer.from(file.parts[name] ?? []).toString('utf8'))).not.toThrow();
		// What tells the kind of file looks no further.
		expect(names.slice(0, 3)).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
		expect(names.filter((one) => one.includes('media/'))).toHaveLength(6);
	});

	it('[P4] refer to each other without a loose end', () => {
		const targets = named(file.xml('word/_rels/document.xml.rels'), 'Relationship');
		const ids = new Set(targets.map((target) => target.getAttribute('Id')));
		const used = [...named(document, 'w:hyperlink'), ...named(document, 'a:blip')].flatMap(
			(one) => one.getAttribute('r:id') ?? one.getAttribute('r:embed') ?? []
		);
		expect(used.length).toBeGreaterThan(5);
		for (const id of used) expect(ids).toContain(id);
		for (const target of targets)
			if (target.getAttribute('TargetMode') !== 'External')
				expect(Object.keys(file.parts)).toContain(`word/${target.getAttribute('Target')}`);
	});

	it('[P4] number drawings, bookmarks and lists each once', () => {
		const numbers = (name: string, attribute: string) =>
			named(document, name).map((one) => one.getAttribute(attribute));
		for (const all of [numbers('wp:docPr', 'id'), numbers('w:bookmarkStart', 'w:id')]) {
			expect(all.length).toBeGreaterThan(4);
			expect(new Set(all).size).toBe(all.length);
		}
		expect(numbers('w:bookmarkEnd', 'w:id').toSorted()).toEqual(
			numbers('w:bookmarkStart', 'w:id').toSorted()
		);
		const lists = new Set(
			named(file.xml('word/numbering.xml'), 'w:num').map((one) => one.getAttribute('w:numId'))
		);
		for (const numId of named(document, 'w:numId'))
			expect(lists).toContain(said(numId.parentElement as Element, 'w:numId'));
	});
});

describe('what the file says of itself', () => {
	const core = file.xml('docProps/core.xml');

	it('[P4] title, sender, language, edition with its hash, and the time of publication', () => {
		const text = (name: string) => named(core, name)[0]?.textContent;
		expect(text('dc:title')).toBe(sample.title);
		expect(text('dc:creator')).toBe(sample.sender);
		expect(text('dc:subject')).toBe(sample.foot);
		expect(text('dc:language')).toBe('sv-SE');
		expect(text('dc:description')).toContain('ab'.repeat(32));
		expect(text('dcterms:created')).toBe('2023-06-26T07:30:00Z');
		expect(text('dcterms:modified')).toBe('2023-06-26T07:30:00Z');
	});

	it('[C5] its text is Swedish', () => {
		const defaults = named(file.xml('word/styles.xml'), 'w:rPrDefault')[0];
		expect(defaults && said(defaults, 'w:lang')).toBe('sv-SE');
	});

	it('[P4] opens without a question: no field asks to be updated', () => {
		const settings = file.xml('word/settings.xml');
		expect(said(settings.documentElement, 'w:updateFields')).toBe('false');
		for (const field of named(document, 'w:fldChar'))
			expect(field.getAttribute('w:dirty')).toBeNull();
		expect(said(settings.documentElement, 'w:compatSetting')).toBe('15');
	});

	it('[P4] head and foot say title, registry number, edition and page', () => {
		const text = (kind: string) =>
			Object.keys(file.parts)
				.filter((name) => new RegExp(`^word/${kind}\\d\\.xml$`).test(name))
				.map((name) => file.xml(name).documentElement);
		expect(text('header').map(textOf)).toContain('Barnbokslut 2022KS 2023/0123');
		const feet = text('footer');
		expect(feet).toHaveLength(2);
		for (const foot of feet) {
			expect(textOf(foot)).toBe(`${sample.foot}Sida  av `);
			expect(named(foot, 'w:instrText').map((code) => code.textContent)).toEqual([
				'PAGE',
				'NUMPAGES'
			]);
		}
	});
});

describe('structure that is read aloud and converted', () => {
	it('[C5] headings have styles with outline levels, also those outside the contents', () => {
		for (const level of [1, 2, 3, 4, 5])
			for (const id of [`Heading${level}`, `Mellanrubrik${level}`])
				expect(said(styleNamed(id), 'w:outlineLvl'), id).toBe(String(level - 1));
		expect(said(withText('1 Första kapitlet'), 'w:pStyle')).toBe('Heading1');
		expect(said(withText('1.1 Ett avsnitt'), 'w:pStyle')).toBe('Heading2');
		expect(said(withText('Utanför innehållet'), 'w:pStyle')).toBe('Mellanrubrik2');
	});

	it('[P4] the contents are filled in, each entry leads to its heading', () => {
		const contents = named(document, 'w:sdt')[0];
		if (!contents) throw new Error('no contents');
		expect(said(contents, 'w:docPartGallery')).toBe('Table of Contents');
		expect(named(contents, 'w:instrText')[0]?.textContent).toBe(' TOC \\o "1-2" \\h \\z ');
		const kinds = named(contents, 'w:fldChar').map((one) => one.getAttribute('w:fldCharType'));
		expect(kinds).toEqual(['begin', 'separate', 'end']);
		const entries = named(contents, 'w:hyperlink');
		expect(entries.map(textOf)).toEqual([
			'1 Första kapitlet',
			'1.1 Ett avsnitt',
			'2 Andra kapitlet'
		]);
		for (const entry of entries) {
			const heading = withText(textOf(entry));
			expect(said(heading, 'w:bookmarkStart', 'w:name')).toBe(entry.getAttribute('w:anchor'));
		}
	});

	it('[C5] rows of headers are repeated and said to be such, and no other row is', () => {
		const rows = named(document, 'w:tbl').map((table) =>
			named(table, 'w:tr').map((row) => named(row, 'w:tblHeader').length)
		);
		expect(rows).toEqual([
			[1, 1, 0, 0, 0],
			[1, 1, 0, 0, 0]
		]);
		for (const look of named(document, 'w:tblLook')) {
			expect(look.getAttribute('w:firstRow')).toBe('true');
			expect(look.getAttribute('w:firstColumn')).toBe('true');
		}
		expect(named(document, 'w:cantSplit')).toHaveLength(10);
	});

	it('[P4] columns are as wide as the model says, and cells as their columns', () => {
		const table = named(document, 'w:tbl')[0];
		if (!table) throw new Error('no table');
		const grid = named(table, 'w:gridCol').map((column) => Number(column.getAttribute('w:w')));
		const sum = grid.reduce((total, one) => total + one, 0);
		expect(sum).toBe(9070);
		expect(grid.map((one) => Math.round((one / sum) * 100))).toEqual([40, 15, 15, 30]);
		const second = named(table, 'w:tr')[0];
		const widths = named(second as Element, 'w:tcW').map((one) => Number(one.getAttribute('w:w')));
		expect(widths).toEqual([grid[0], (grid[1] ?? 0) + (grid[2] ?? 0), grid[3]]);
	});

	it('[P4] names stand beside what belongs to them, and above it where they are long', () => {
		const beside = paragraphs.find((p) => textOf(p).startsWith('KällaKolada')) as Element;
		expect(said(beside, 'w:pStyle')).toBe('Uppgift');
		expect(said(beside, 'w:ind', 'w:hanging')).toBe('2835');
		expect(said(withText('1.3 Fyra grundläggande artiklar'), 'w:pStyle')).toBe('UppgiftOvanfor');
	});

	it('[P4] two tables that touch stay two', () => {
		for (const table of named(document, 'w:tbl'))
			expect(table.nextElementSibling?.nodeName).toBe('w:p');
	});

	it('[P4] lists count from their start, each for itself', () => {
		const numbering = file.xml('word/numbering.xml');
		const listOf = (text: string) => said(withText(text), 'w:numId');
		const startOf = (text: string, level: number) => {
			const list = named(numbering, 'w:num').find(
				(one) => one.getAttribute('w:numId') === listOf(text)
			);
			const levels = list ? named(list, 'w:lvlOverride') : [];
			return levels.map((one) => said(one, 'w:startOverride'))[level];
		};
		expect(new Set(['Tre', 'Ett', 'Ett igen'].map(listOf)).size).toBe(3);
		expect(listOf('Tre')).toBe(listOf('Fyra'));
		expect(startOf('Ett', 0)).toBe('1');
		expect(startOf('Ett igen', 0)).toBe('1');
		expect(said(withText('Tre'), 'w:ilvl')).toBe('1');
		expect(startOf('Tre', 1)).toBe('3');
	});

	it('[C5] every drawing has its alternative', () => {
		const alternatives = deep(sample.parts.flatMap(({ blocks }) => blocks)).flatMap((block) =>
			block.kind === 'picture' || block.kind === 'chart' ? [block.alt] : []
		);
		expect(named(document, 'wp:docPr').map((one) => one.getAttribute('descr'))).toEqual([
			'Exempelkommuns vapen',
			...alternatives
		]);
	});

	it('[P4] a chart is an SVG in the letters of the text, with a PNG for who knows none', () => {
		const svg = Buffer.from(file.parts['word/media/image1.svg'] ?? []).toString('utf8');
		expect(svg).toBe(CHART.replace('Source Sans 3', 'Calibri'));
		const blip = named(document, 'a:blip').find((one) => named(one, 'asvg:svgBlip').length > 0);
		const target = named(file.xml('word/_rels/document.xml.rels'), 'Relationship').find(
			(one) => one.getAttribute('Id') === blip?.getAttribute('r:embed')
		);
		const png = file.parts[`word/${target?.getAttribute('Target')}`] ?? new Uint8Array();
		expect(readImage(png)).toEqual({ type: 'image/png', width: 1280, height: 400 });
	});

	it('[P4] links lead out, or to a place in the file; what leads nowhere is plain text', () => {
		const links = new Map(named(document, 'w:hyperlink').map((link) => [textOf(link), link]));
		expect(links.get('hopp')?.getAttribute('w:anchor')).toBe('andra');
		expect(links.has('hopp ut i det blå')).toBe(false);
		const target = named(file.xml('word/_rels/document.xml.rels'), 'Relationship').find(
			(one) => one.getAttribute('Id') === links.get('länk')?.getAttribute('r:id')
		);
		expect(target?.getAttribute('Target')).toBe('https://example.org/a?b=1&c=%C3%A5');
		expect(links.get('länk')?.getAttribute('w:anchor')).toBe('rad');
	});

	it('[P4] blocks that are linked to have bookmarks, an indicator by its id', () => {
		const names = named(document, 'w:bookmarkStart').map((one) => one.getAttribute('w:name'));
		expect(names).toEqual(
			expect.arrayContaining([
				'forsta',
				'avsnitt',
				'andra',
				'tabell_1',
				'ind_N11811',
				'diagram_N11811'
			])
		);
		expect(new Set(names).size).toBe(names.length);
		for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
	});
});
