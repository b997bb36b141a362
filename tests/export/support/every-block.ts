import type { Block, PrintDocument, Run, TableCell } from '#server/export/print/document.ts';
import { pictures } from './pictures.ts';

/** A document with every kind of block, and what it shows, without an edition behind it. */

export const words = (text: string): Run[] => [{ text }];

export const paragraph = (text: string): Block => ({
	kind: 'paragraph',
	style: 'plain',
	runs: words(text)
});

export const heading = (
	level: 1 | 2 | 3 | 4 | 5,
	text: string,
	id: string | null = null
): Block => ({
	kind: 'heading',
	level,
	id,
	number: '',
	runs: words(text),
	inContents: level < 3
});

export const cell = (text: string, over: Partial<TableCell> = {}): TableCell => ({
	blocks: text === '' ? [] : [paragraph(text)],
	header: false,
	colspan: 1,
	rowspan: 1,
	align: 'left',
	...over
});

/** A table whose first row and first column are headers. */
export const table = (rows: string[][], over: Partial<Block & { kind: 'table' }> = {}): Block => {
	const [head = [], ...body] = rows;
	return {
		kind: 'table',
		id: null,
		caption: 'En tabell',
		head: [head.map((text) => cell(text, { header: true }))],
		rows: body.map((row) => row.map((text, i) => cell(text, { header: i === 0 }))),
		rowHeaders: true,
		widths: head.map(() => 1),
		...over
	};
};

const svg = (width: number): { svg: string; width: number; height: number } => ({
	svg:
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="160" viewBox="0 0 ${width} 160" ` +
		'font-family="Source Sans 3" font-size="14" fill="#1a1a1a"><title>Elever</title>' +
		`<rect x="0" y="20" width="${width / 2}" height="24" fill="#00497a"/>` +
		'<text x="4" y="70">Elever i grundskolan: 52 %</text></svg>',
	width,
	height: 160
});

export const chart = (id: string | null = null): Block => ({
	kind: 'chart',
	id,
	...svg(640),
	narrow: svg(350),
	alt: 'Stapeldiagram: 52 procent av eleverna i grundskolan år 2022.',
	caption: 'Elever i grundskolan'
});

const picture = (image: string): Block => ({
	kind: 'picture',
	image,
	alt: `En bild av slaget ${image}, som går från blått till orange.`,
	caption: `Bilden ${image}`
});

const indicator = (id: string, letters: string): Block => ({
	kind: 'together',
	id,
	blocks: [
		heading(3, 'Elever i grundskolan'),
		{
			kind: 'paragraph',
			style: 'value',
			runs: [{ text: '52 %', bold: true }, { text: ' år 2022' }]
		},
		{ kind: 'paragraph', style: 'sentence', runs: words(letters) },
		chart(`${id}-diagram`),
		{ kind: 'paragraph', style: 'source', runs: words('Källa: Kolada\nEgen beräkning') }
	]
});

const everyText: Block[] = [
	heading(1, 'Inledning', 'inledning'),
	{ kind: 'paragraph', style: 'lead', runs: words('Så börjar det.') },
	{
		kind: 'paragraph',
		style: 'plain',
		runs: [
			{ text: 'Fet ', bold: true },
			{ text: 'lutande ', italic: true },
			{ text: 'båda', bold: true, italic: true },
			{ text: ', en rad\noch en till, ' },
			{ text: 'till tabellen', href: '#tabell' },
			{ text: ', ' },
			{ text: 'ut', href: 'https://example.org/a?b=1&c=å' },
			{ text: ', ' },
			{ text: 'ingenstans', href: '#finns-inte' },
			{ text: ' och ' },
			{ text: 'fel', href: 'javascript:alert(1)' }
		]
	},
	{ kind: 'paragraph', style: 'small', runs: words('Smått') },
	{ kind: 'paragraph', style: 'plain', runs: [] },
	{
		kind: 'list',
		ordered: true,
		start: 3,
		items: [
			[
				paragraph('Tre'),
				{ kind: 'list', ordered: false, start: 1, items: [[paragraph('Inom tre')]] }
			],
			[paragraph('Fyra'), paragraph('Mer om fyra')],
			[]
		]
	},
	{ kind: 'quote', source: 'Elev, 12 år', blocks: [paragraph('Vi vill ha fler vuxna.')] },
	{ kind: 'quote', source: '', blocks: [paragraph('Utan källa.')] },
	{
		kind: 'callout',
		blocks: [
			paragraph('Att ta ställning till.'),
			{ kind: 'list', ordered: false, start: 1, items: [[paragraph('En sak')]] }
		]
	},
	{
		kind: 'terms',
		items: [
			{ term: 'Vad som mäts', lines: [words('Elever'), [{ text: 'Se', href: '#inledning' }]] },
			{ term: 'Ett begrepp med ett långt namn', lines: [words('Något')] }
		]
	}
];

const everyTable: Block[] = [
	heading(2, 'Tabeller'),
	table(
		[
			['Åtgärd', '2021', '2022'],
			['Skolan', '12', '14'],
			['Fritiden', '3', '']
		],
		{ id: 'tabell' }
	),
	{
		kind: 'table',
		id: null,
		caption: '',
		head: [
			[cell('', { rowspan: 2 }), cell('Antal', { header: true, colspan: 2, align: 'center' })],
			[cell('Flickor', { header: true }), cell('Pojkar', { header: true })]
		],
		rows: [
			[cell('Kommunen', { header: true, rowspan: 2 }), cell('5'), cell('6', { align: 'right' })],
			[cell('7'), cell('8')],
			[
				{ ...cell('Riket', { header: true }) },
				{
					...cell(''),
					colspan: 2,
					blocks: [{ kind: 'list', ordered: true, start: 1, items: [[paragraph('Ett')]] }]
				}
			]
		],
		rowHeaders: true,
		widths: [2, 1, 1]
	},
	table([
		Array.from({ length: 14 }, (_, i) => (i === 0 ? 'Verksamhet' : `Uppföljning ${i}`)),
		Array.from({ length: 14 }, (_, i) => (i === 0 ? 'Barnomsorgen' : `Genomförd ${i}`))
	]),
	{ kind: 'paragraph', style: 'source', runs: words('Källa: en annan') }
];

export const sampleImages: Record<string, Uint8Array> = {
	png: pictures.png,
	jpeg: pictures.jpeg,
	webp: pictures.webp,
	transparent: pictures.transparent,
	animated: pictures.animated
};

/** A document around blocks. */
export const documentOf = (parts: Block[][], over: Partial<PrintDocument> = {}): PrintDocument => ({
	lang: 'sv',
	title: 'Barnbokslut 2022',
	sender: 'Exempelkommun, Kommunstyrelsen',
	accent: '#7a1f4b',
	logo: { image: 'transparent', alt: 'Exempelkommuns vapen' },
	facts: [
		{ term: 'Beslut', lines: [words('Kommunfullmäktige, 19 juni 2023, § 87')] },
		{
			term: 'Kontakt',
			lines: [
				[{ text: 'barn@example.org', href: 'mailto:barn@example.org' }],
				[{ text: '0123-45 67 89', href: 'tel:0123456789' }]
			]
		}
	],
	running: { left: 'Exempelkommun', right: 'KS 2023/0123' },
	foot: 'Utgåva 1 · 2023-06-26 · § 87',
	colophonTitle: 'Om utgåvan',
	colophon: ['Utgåva 1', `Kontrollsumma ${'0123456789abcdef'.repeat(4)}`],
	contentsTitle: 'Innehåll',
	parts: parts.map((blocks, i) => ({
		section: { key: `part-${i}`, number: String(i + 1), title: `Del ${i + 1}` },
		blocks
	})),
	publishedAt: Date.UTC(2023, 5, 26, 7, 30),
	...over
});

export const everyBlock = (): PrintDocument =>
	documentOf([
		everyText,
		everyTable,
		[heading(1, 'Nyckeltal'), indicator('kort', 'Andelen var 52 procent.')],
		[
			indicator('lang', 'Andelen var 52 procent. '.repeat(40)),
			chart(),
			table([['Utan'], ['rader']])
		],
		[heading(1, 'Bilder'), ...Object.keys(sampleImages).map(picture)],
		[]
	]);
