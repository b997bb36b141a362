import { refusedParts } from '#server/export/pdf/edition-pdfs.ts';
import { renderPdf } from '#server/export/pdf/render-pdf.ts';
import { isSound } from '#core/image-sound.ts';
import type { Block } from '#server/export/print/document.ts';
import { DEEPEST } from '#schema/bounds.ts';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import {
	cell,
	chart,
	documentOf,
	heading,
	paragraph,
	sampleImages,
	table,
	words
} from './support/every-block.ts';
import { contentsOf } from './support/pdf-content.ts';
import { pdfFailures } from './support/pdf-structure.ts';
import { pictures } from './support/pictures.ts';

/** Whatever people write: the file is made, its structure holds, and it says what they wrote. */

async function textOf(blocks: Block[], size: 'normal' | 'large' = 'normal'): Promise<string> {
	const made = await renderPdf(documentOf([blocks]), sampleImages, { size });
	if (!made.ok) throw new Error(made.reason);
	expect(await pdfFailures(made.bytes)).toEqual([]);
	return (await contentsOf(made.bytes)).texts.join('\n');
}

const squeezed = (text: string): string => text.replace(/-\n|[\s\u00ad\u200b]/g, '');

it('[P6] text that looks like markup is text', async () => {
	const text =
		'#panic() *x* _y_ $z$ @ref <lbl> `raw` = rubrik - punkt + ett / Term: // inte \\ "c" \'a\' -- ...';
	expect(await textOf([heading(1, text), paragraph(text)])).toContain(text);
});

it('[P6] control characters and marks of direction do not stop a report', async () => {
	const text = await textOf([
		heading(1, 'Rub\u0000rik'),
		paragraph('A\u0007B\tC\u200fD\ufeffE\u2028G a\u030a\u00a0slut')
	]);
	expect(text).toContain('slut');
	expect(text).toContain('å');
});

it('[P6] very long words are parted and not lost', async () => {
	const word = 'barnrättighetskonsekvensbedömningsunderlagsförfrågan'.repeat(6);
	const address = `https://example.org/${'a1b2'.repeat(60)}`;
	const text = squeezed(
		await textOf([
			heading(1, word),
			paragraph(word),
			{ kind: 'paragraph', style: 'plain', runs: [{ text: address, href: address }] },
			table([
				['Ord', 'Antal'],
				[word, '1']
			])
		])
	);
	// In the contents too.
	expect(text.split(word)).toHaveLength(5);
	expect(text).toContain(address);
});

it('[P6] headings without text, levels with gaps, ids twice, links in vain', async () => {
	const text = await textOf([
		heading(3, 'Först den tredje', 'samma'),
		heading(1, ' ', 'tom'),
		heading(5, 'Sedan den femte', 'samma'),
		{ kind: 'heading', level: 2, id: '', number: '1.1', runs: [], inContents: true },
		{ kind: 'paragraph', style: 'plain', runs: [{ text: 'till den tomma', href: '#tom' }] },
		{ kind: 'paragraph', style: 'plain', runs: [{ text: 'till ingen', href: '#' }] },
		{ kind: 'list', ordered: false, start: 1, items: [] },
		{ kind: 'list', ordered: true, start: -3, items: [[]] },
		{ kind: 'quote', blocks: [], source: '' },
		{ kind: 'callout', blocks: [] },
		{ kind: 'terms', items: [] },
		{ kind: 'together', id: 'ihop', blocks: [] }
	]);
	expect(text).toContain('Sedan den femte');
});

it('[P6] tables of any shape: forty columns, holes, cells over each other, tall heads and cells', async () => {
	const wide = Array.from({ length: 40 }, (_, i) => `Kolumnrubrik ${i}`);
	const long = 'En lång text i en cell. '.repeat(400);
	const text = await textOf([
		heading(1, 'Tabeller'),
		table([wide, wide.map((_, i) => `värde${i}`)]),
		{
			kind: 'table',
			id: null,
			caption: 'Hål',
			head: [[cell('A', { header: true, colspan: 9, rowspan: 9 })]],
			rows: [
				[cell('B', { header: true, rowspan: 9 }), cell('C')],
				[cell('D', { colspan: 4 }), cell('E'), cell('F')],
				[]
			],
			rowHeaders: true,
			widths: [1, 1, 0]
		},
		{
			...(table([
				['X', 'Y'],
				[long, 'kort']
			]) as Block & { kind: 'table' })
		},
		table([
			['Ett', long.slice(0, 6000)],
			['rad', 'värde']
		]),
		table([['Ensam']], { head: [], rows: [[cell('ensam', { header: true })]] }),
		table([], { head: [], rows: [], widths: [] })
	]);
	expect(text).toContain('värde39');
	for (const word of ['B', 'D', 'E', 'F', 'kort', 'ensam']) expect(text).toContain(word);
}, 120_000);

it('[P6] the same in large type', async () => {
	const wide = Array.from({ length: 12 }, (_, i) => `Kolumnrubrik ${i}`);
	const tall = table(
		[
			['Ett', 'Två', 'Tre', 'Fyra'],
			['Rad', 'Uppföljning av åtgärder. '.repeat(30), 'x', 'y']
		],
		{ widths: [3, 1, 3, 3] }
	);
	const text = await textOf([heading(1, 'T'), table([wide, wide]), tall, chart()], 'large');
	expect(text).toContain('Kolumnrubrik 11');
});

it('[P6] a heading does not stand alone at the end of a page', async () => {
	for (let lines = 22; lines < 34; lines += 1) {
		const blocks = [
			heading(1, 'Kapitel'),
			...Array.from({ length: lines }, (_, i) => paragraph(`Rad ${i}`)),
			heading(2, 'Rubrik nära slutet'),
			table([
				['Åtgärd', 'När'],
				['Första raden', '2022'],
				['Andra', '2023']
			])
		];
		const made = await renderPdf(documentOf([blocks]), sampleImages, { size: 'normal' });
		if (!made.ok) throw new Error(made.reason);
		const { texts } = await contentsOf(made.bytes);
		// The second is the contents.
		const page = texts.slice(2).find((text) => text.includes('Rubrik nära slutet'));
		expect(page).toContain('Första raden');
	}
});

it('[P6] lists as deep as the schema lets them be', async () => {
	let deep: Block = paragraph('Längst in');
	// A list is two levels of a document, and a paragraph the last.
	for (let level = 0; level < DEEPEST / 2; level += 1)
		deep = { kind: 'list', ordered: level % 2 === 0, start: 1, items: [[deep]] };
	const made = await renderPdf(documentOf([[heading(1, 'Djup'), deep]]), sampleImages, {
		size: 'normal'
	});
	expect(made.ok || made.reason).toBe(true);
});

it('[P6] a picture that is broken or missing, and a sign without a shape, are refused at their section', async () => {
	const broken = { ...sampleImages, png: pictures.png.slice(0, 60) };
	const picture: Block = { kind: 'picture', image: 'png', alt: 'En bild', caption: '' };
	const doc = documentOf([
		[heading(1, 'Hel'), paragraph('Bra')],
		[heading(1, 'Trasig'), picture],
		[heading(1, 'Tecken'), paragraph('Ett 𓀀 tecken')]
	]);
	const made = await renderPdf(doc, broken, { size: 'normal' });
	expect(made.ok).toBe(false);
	const problems = await refusedParts(doc, broken, 'normal', 'x');
	expect(problems.map(({ section, problem }) => [section?.title, problem])).toEqual([
		['Del 2', 'refused'],
		['Del 3', 'refused']
	]);
	const missing = await renderPdf(doc, {}, { size: 'normal' });
	expect(missing.ok).toBe(false);
});

it('[P6] a picture in the four inks of a press is told before it is refused', async () => {
	const picture: Block = { kind: 'picture', image: 'cmyk', alt: 'En bild', caption: '' };
	const made = await renderPdf(
		documentOf([[heading(1, 'Tryck'), picture]]),
		{ ...sampleImages, cmyk: pictures.cmyk },
		{ size: 'normal' }
	);
	expect(made.ok ? '' : made.reason).toContain('CMYK');
	expect(isSound(pictures.cmyk)).toBe(false);
	expect(isSound(pictures.jpeg)).toBe(true);
});

it('[P6] three hundred pages come through', async () => {
	const section = (n: number): Block[] => [
		heading(1, `Avsnitt ${n}`),
		...Array.from({ length: 30 }, (_, i) =>
			paragraph(`${i}. ${'Barn har rätt till utbildning, vård och skydd i kommunen. '.repeat(12)}`)
		),
		table(Array.from({ length: 20 }, (_, r) => [`Rad ${r}`, '2021', '2022', '2023'])),
		chart(),
		{ kind: 'paragraph', style: 'small', runs: words('Slut') }
	];
	const doc = documentOf(Array.from({ length: 46 }, (_, n) => section(n)));
	const made = await renderPdf(doc, sampleImages, { size: 'normal' });
	if (!made.ok) throw new Error(made.reason);
	expect(made.pages).toBeGreaterThan(300);
	const pdf = await PDFDocument.load(made.bytes, { updateMetadata: false });
	expect(pdf.getPageCount()).toBe(made.pages);
}, 120_000);
