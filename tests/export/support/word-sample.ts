import type { Block, PrintDocument, Run, TableCell } from '#server/export/print/document.ts';
import { pngOf } from '#server/export/word/png.ts';

/** A document made by hand that holds every kind of block, and the pictures that it shows. */

export const words = (text: string): Run[] => [{ text }];
export const para = (text: string): Block => ({
	kind: 'paragraph',
	style: 'plain',
	runs: words(text)
});
export const heading = (
	level: 1 | 2 | 3 | 4 | 5,
	text: string,
	more: { id?: string; number?: string; inContents?: boolean } = {}
): Block => ({
	kind: 'heading',
	level,
	id: more.id ?? null,
	number: more.number ?? '',
	runs: words(text),
	inContents: more.inContents ?? level <= 2
});
export const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({
	blocks: text === '' ? [] : [para(text)],
	header: false,
	colspan: 1,
	rowspan: 1,
	align: 'left',
	...more
});
const list = (ordered: boolean, start: number, items: Block[][]): Block => ({
	kind: 'list',
	ordered,
	start,
	items
});

export const CHART =
	'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="200" viewBox="0 0 640 200" ' +
	'font-family="Source Sans 3" font-size="14" fill="#1a1a1a"><rect x="0" y="20" width="400" ' +
	'height="18" fill="#00497a"/><text x="410" y="34">58 %</text></svg>';

const filled = new Uint8Array(6 * 4 * 3).fill(120);
/** Pictures of 6 × 4 pixels in each format that is taken, and one that is none. */
export const IMAGES: Record<string, Uint8Array> = {
	png: pngOf(6, 4, filled, null),
	jpeg: Buffer.from(
		'/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUf' +
			'GhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgo' +
			'KCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAEAAYDASIAAhEBAxEB/8QAFQABAQAAAAAA' +
			'AAAAAAAAAAAAAAf/xAAaEAEAAQUAAAAAAAAAAAAAAAAAAQIFNHOx/8QAFAEBAAAAAAAAAAAAAAAAAAAABv/E' +
			'ABgRAAIDAAAAAAAAAAAAAAAAAAADBTRx/9oADAMBAAIRAxEAPwCf2DDr2TyABuYut0UwtBWH/9k=',
		'base64'
	),
	gif: Buffer.from('R0lGODdhBgAEAIAAAAAAAP///ywAAAAABgAEAAACBISPCQUAOw==', 'base64'),
	/** Lossy; its left half is blue, its right orange. */
	webp: Buffer.from(
		'UklGRkwAAABXRUJQVlA4IEAAAADwAgCdASoGAAQAAUAmJagCdLoBQAPsArgD9AAPpAK14AD++g2ZDjbfrEOH+POn3h5d/AKsHz/xNYSrB8+yAAAA',
		'base64'
	),
	/** Lossless, its left half half transparent. */
	clear: Buffer.from('UklGRiIAAABXRUJQVlA4TBYAAAAvBcAAEA9wJf9BvV7k/wADD8WJ6H8A', 'base64'),
	broken: Buffer.from('det här är ingen bild')
};

/** All kinds of blocks, the more intricate ones within each other. */
export const everyBlock = (): Block[] => [
	heading(1, 'Första kapitlet', { id: 'forsta', number: '1' }),
	{ kind: 'paragraph', style: 'lead', runs: words('En ingress.') },
	{
		kind: 'paragraph',
		style: 'plain',
		runs: [
			{ text: 'Fet', bold: true },
			{ text: ', kursiv', italic: true },
			{ text: ', en ' },
			{ text: 'länk', href: 'https://example.org/a?b=1&c=å#rad' },
			{ text: ', ett ' },
			{ text: 'hopp', href: '#andra' },
			{ text: ' och ett ' },
			{ text: 'hopp ut i det blå', href: '#finns-inte' },
			{ text: '.\nNy rad med av\u00adstavning och icke\u2011brytande.' }
		]
	},
	heading(2, 'Ett avsnitt', { id: 'avsnitt', number: '1.1' }),
	heading(2, 'Utanför innehållet', { inContents: false }),
	heading(3, 'En rubrik i texten'),
	heading(4, 'En under den'),
	list(false, 1, [
		[para('Punkt'), list(true, 3, [[para('Tre')], [para('Fyra'), para('Fyras fortsättning')]])],
		[para('Sista punkten')]
	]),
	list(true, 1, [[para('Ett')], [], [para('Efter en tom')]]),
	list(true, 1, [[para('Ett igen')], [list(false, 1, [[para('Punkt utan text ovanför')]])]]),
	table(),
	{ ...table(), id: null, caption: '' },
	{
		kind: 'quote',
		blocks: [para('Vi vill ha fler vuxna.'), list(false, 1, [[para('Och bussar')]])],
		source: 'Elev i årskurs 5'
	},
	{ kind: 'callout', blocks: [para('Det här är viktigt.'), list(false, 1, [[para('Mycket')]])] },
	{ kind: 'picture', image: 'png', alt: 'Barn som "leker" & <springer>', caption: 'Skolgården' },
	{ kind: 'picture', image: 'jpeg', alt: 'Ett hus', caption: '' },
	{ kind: 'picture', image: 'gif', alt: 'En båt', caption: 'Båten' },
	{ kind: 'picture', image: 'webp', alt: 'En bro', caption: 'Bron' },
	heading(1, 'Andra kapitlet', { id: 'andra', number: '2' }),
	{
		kind: 'together',
		id: 'nyckeltal-N11811',
		blocks: [
			heading(3, 'Ett nyckeltal'),
			{
				kind: 'paragraph',
				style: 'value',
				runs: [{ text: '58 %', bold: true }, { text: ' år 2022' }]
			},
			{ kind: 'paragraph', style: 'small', runs: words('Förbättrat') },
			{ kind: 'paragraph', style: 'sentence', runs: words('Andelen var 58 procent.') },
			{
				kind: 'chart',
				id: 'diagram-N11811',
				svg: CHART,
				width: 640,
				height: 200,
				alt: 'Stapeldiagram: 58 procent år 2022.',
				caption: 'Andel elever'
			},
			{ kind: 'paragraph', style: 'source', runs: words('Källa: Kolada') }
		]
	},
	{
		kind: 'terms',
		items: [
			{ term: 'Källa', lines: [words('Kolada'), words('Egen beräkning')] },
			{ term: 'Mäts', lines: [words('Varje år')] }
		]
	},
	{
		kind: 'terms',
		items: [{ term: '1.3 Fyra grundläggande artiklar', lines: [words('3c'.repeat(32))] }]
	}
];

/** With spans over columns and rows, an empty corner, a list and terms in its cells. */
export const table = (): Extract<Block, { kind: 'table' }> => ({
	kind: 'table',
	id: 'tabell-1',
	caption: 'Tabell 1. Elever',
	head: [
		[
			cell('', { rowspan: 2 }),
			cell('Andel', { header: true, colspan: 2, align: 'center' }),
			cell('Ord', { header: true, rowspan: 2 })
		],
		[cell('2021', { header: true, align: 'right' }), cell('2022', { header: true, align: 'right' })]
	],
	rows: [
		[
			cell('Flickor', { header: true, rowspan: 2 }),
			cell('57 %', { align: 'right' }),
			cell('58 %', { align: 'right' }),
			cell('', { blocks: [para('Högre'), list(false, 1, [[para('i båda skolorna')]])] })
		],
		[cell('Ingen uppgift', { colspan: 2 }), cell('')],
		[
			cell('Pojkar', { header: true }),
			cell('1', { align: 'right' }),
			cell('2', { align: 'right' }),
			cell('', { blocks: [{ kind: 'terms', items: [{ term: 'Not', lines: [words('Få')] }] }] })
		]
	],
	rowHeaders: true,
	widths: [40, 15, 15, 30]
});

/** A document of the given blocks. */
export const printed = (blocks: Block[], over: Partial<PrintDocument> = {}): PrintDocument => ({
	lang: 'sv',
	title: 'Barnbokslut 2022',
	sender: 'Exempelkommun, Kommunstyrelsen',
	accent: '#1f6b3a',
	logo: { image: 'png', alt: 'Exempelkommuns vapen' },
	facts: [
		{ term: 'Beslut', lines: [words('Kommunfullmäktige, § 87')] },
		{ term: 'Diarienummer', lines: [words('KS 2023/0123')] }
	],
	running: { left: 'Barnbokslut 2022', right: 'KS 2023/0123' },
	foot: 'Utgåva 1 · 2023-06-26 · Kommunfullmäktige § 87',
	colophonTitle: 'Om utgåvan',
	colophon: ['Utgåva 1, publicerad 26 juni 2023', `Kontrollsumma: ${'ab'.repeat(32)}`],
	contentsTitle: 'Innehåll',
	parts: [{ section: null, blocks }],
	publishedAt: Date.UTC(2023, 5, 26, 7, 30),
	...over
});
