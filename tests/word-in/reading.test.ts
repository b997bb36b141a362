import type { DocNode } from '#core/publication.ts';
import { isValidDoc } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import {
	Document,
	ExternalHyperlink,
	ImageRun,
	InsertedTextRun,
	DeletedTextRun,
	LevelFormat,
	Packer,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	VerticalMergeType,
	type IRunOptions
} from 'docx';
import { expect, test } from 'vitest';
import { must } from '../support/act.ts';
import {
	drawing,
	paragraph,
	part,
	readHere,
	relationship,
	table,
	wordFile
} from '../support/word-file.ts';

/** One red pixel. */
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
	'base64'
);

const run = (options: IRunOptions): TextRun => new TextRun(options);

type Children = ConstructorParameters<typeof Document>[0]['sections'][number]['children'];
const made = async (children: Children, more = {}): Promise<Uint8Array> =>
	new Uint8Array(
		await Packer.toBuffer(
			new Document({
				numbering: {
					config: [
						{
							reference: 'tal',
							levels: [0, 1].map((level) => ({
								level,
								format: LevelFormat.DECIMAL,
								text: `%${level + 1}.`
							}))
						}
					]
				},
				...more,
				sections: [{ children }]
			})
		)
	);

/** The blocks of a file without headings that begin parts. */
async function blocksOf(bytes: Uint8Array): Promise<DocNode[]> {
	const { parts } = must(await readHere(bytes));
	expect(parts).toHaveLength(1);
	const blocks = parts[0]?.blocks ?? [];
	expect(isValidDoc({ type: 'doc', content: blocks })).toBe(true);
	return blocks;
}

const text = (words: string, ...marks: string[]): DocNode => ({
	type: 'text',
	text: words,
	...(marks.length > 0 && { marks: marks.map((type) => ({ type })) })
});
const p = (...content: DocNode[]): DocNode => ({ type: 'paragraph', content });

test('[Y7] bold, italic, line breaks and links come along, and links that lead nowhere good as words', async () => {
	const link = (children: TextRun[], address: string) =>
		new ExternalHyperlink({ children, link: address });
	const [first, second] = await blocksOf(
		await made([
			new Paragraph({
				children: [
					new TextRun('  Barn '),
					run({ text: 'har', bold: true }),
					run({ text: '   rätt', bold: true, italics: true }),
					run({ text: 'till vila ', break: 1 })
				]
			}),
			new Paragraph({
				children: [
					link([new TextRun('lagen')], 'https://riksdagen.se/'),
					new TextRun(', '),
					link([new TextRun('disken')], 'file:///C:/barn.docx'),
					link([new TextRun(' och skriptet')], 'javascript:alert(1)')
				]
			})
		])
	);
	expect(first).toEqual(
		p(
			text('Barn '),
			text('har', 'bold'),
			text(' rätt', 'bold', 'italic'),
			{ type: 'hardBreak' },
			text('till vila')
		)
	);
	expect(second?.content).toEqual([
		{ ...text('lagen'), marks: [{ type: 'link', attrs: { href: 'https://riksdagen.se/' } }] },
		text(', '),
		text('disken'),
		text(' och skriptet')
	]);
});

test('[Y7] lists come with their levels, numbered or not', async () => {
	const item = (words: string, level: number, isNumbered = false) =>
		new Paragraph({
			text: words,
			...(isNumbered ? { numbering: { reference: 'tal', level } } : { bullet: { level } })
		});
	const blocks = await blocksOf(
		await made([
			item('A', 0),
			item('A1', 1),
			item('A2', 1),
			item('B', 0),
			new Paragraph('Mellan'),
			item('1', 0, true),
			item('1a', 1, true)
		])
	);
	const li = (words: string, ...inner: DocNode[]): DocNode => ({
		type: 'listItem',
		content: [p(text(words)), ...inner]
	});
	const ul = (...content: DocNode[]): DocNode => ({ type: 'bulletList', content });
	const ol = (...content: DocNode[]): DocNode => ({
		type: 'orderedList',
		attrs: { start: 1 },
		content
	});
	expect(blocks).toEqual([
		ul(li('A', ul(li('A1'), li('A2'))), li('B')),
		p(text('Mellan')),
		ol(li('1', ol(li('1a'))))
	]);
});

/** A table as rows of `head*span: words`. */
const sketch = ({ content = [] }: DocNode): string[] =>
	content.map((row) =>
		(row.content ?? [])
			.map((cell) => {
				const { colspan, rowspan } = cell.attrs as Record<string, number>;
				const span = colspan === 1 && rowspan === 1 ? '' : `${colspan}x${rowspan} `;
				return (cell.type === 'tableHeader' ? '#' : '') + span + plainText(cell);
			})
			.join(' | ')
	);

const cell = (words: string, more = {}, bold = false) =>
	new TableCell({
		children: [new Paragraph({ children: [run({ text: words, bold })] })],
		...more
	});

test('[Y7] tables come with their spans and headers, also where bold alone says what is one', async () => {
	const row = (cells: TableCell[], tableHeader = false) =>
		new TableRow({ children: cells, tableHeader });
	const [said, bold, none, box] = await blocksOf(
		await made([
			new Table({
				rows: [
					row([cell('År'), cell('Värde', { columnSpan: 2 })], true),
					row([cell('2023', { verticalMerge: VerticalMergeType.RESTART }), cell('1'), cell('2')]),
					row([cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('3'), cell('4')])
				]
			}),
			new Paragraph('Källa: egen'),
			new Table({
				rows: [
					row([cell('Namn', {}, true), cell('Antal', {}, true)]),
					row([cell('Anna'), cell('3')])
				]
			}),
			new Paragraph(' '),
			new Table({ rows: [row([cell('a'), cell('b')]), row([cell('c')])] }),
			new Paragraph(' '),
			new Table({ rows: [row([cell('En ruta med en viktig sak.')])] })
		])
	).then((blocks) => blocks.filter(({ type }) => type !== 'paragraph'));
	expect(sketch(said ?? p())).toEqual(['#År | #2x1 Värde', '1x2 2023 | 1 | 2', '3 | 4']);
	expect(sketch(bold ?? p())).toEqual(['#Namn | #Antal', 'Anna | 3']);
	expect(JSON.stringify(bold)).not.toContain('bold');
	expect(sketch(none ?? p())).toEqual(['a | b', 'c | ']);
	expect(box).toEqual({ type: 'callout', content: [p(text('En ruta med en viktig sak.'))] });
});

test('[Y7] quotes, captions and footnotes are what their styles say', async () => {
	const file = wordFile(
		paragraph('Vi vill ha en plats att vara på.', 'Citat') +
			paragraph('Tabell 1. Svar', 'Beskrivning') +
			table([
				['Fråga', 'Svar'],
				['Ja', '3']
			]) +
			`<w:p><w:r><w:t>Texten</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> går vidare.</w:t></w:r></w:p>`,
		{
			'word/footnotes.xml': part(
				'footnotes',
				`<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:hyperlink r:id="rId1"><w:r><w:t>SCB 2023</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:t>Egen bearbetning.</w:t></w:r></w:p></w:footnote>`
			),
			'word/_rels/footnotes.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'hyperlink', 'https://scb.se/', 'External')}</Relationships>`
		}
	);
	expect(await blocksOf(file)).toMatchObject([
		{
			type: 'quote',
			attrs: { source: '' },
			content: [p(text('Vi vill ha en plats att vara på.'))]
		},
		{ type: 'table', attrs: { caption: 'Tabell 1. Svar' } },
		p(
			text('Texten'),
			{ type: 'footnote', attrs: { text: 'SCB 2023 (https://scb.se/) Egen bearbetning.' } },
			text(' går vidare.')
		)
	]);
});

test('[Y7] [C5] pictures come with their alternatives, and those that cannot be printed are counted', async () => {
	const children = [
		new Paragraph({
			children: [
				new TextRun('Före'),
				new ImageRun({
					type: 'png',
					data: PNG,
					transformation: { width: 10, height: 10 },
					altText: { name: 'b', description: 'En röd punkt', title: '' }
				})
			]
		}),
		new Paragraph({ text: 'Figur 1. Punkten', style: 'Caption' })
	];
	const file = await made(children, { styles: { default: { caption: {} } } });
	const { parts, images } = must(await readHere(file));
	expect(parts[0]?.blocks).toEqual([
		p(text('Före')),
		{
			type: 'picture',
			attrs: { image: 'word-1', alt: 'En röd punkt', caption: 'Figur 1. Punkten' }
		}
	]);
	expect(images).toMatchObject([{ id: 'word-1', type: 'image/png', width: 1, height: 1 }]);
	expect(Buffer.from(images[0]?.bytes ?? []).equals(PNG)).toBe(true);

	const rels =
		relationship('rId1', 'image', 'media/a.emf') +
		relationship('rId2', 'image', 'media/b.png') +
		relationship('rId3', 'image', 'media/c.png');
	const broken = wordFile(
		paragraph('Text') + drawing('rId1', 'a') + drawing('rId2', 'b') + drawing('rId3', 'c'),
		{
			'word/media/a.emf': 'EMF',
			'word/media/b.png': PNG.subarray(0, 50),
			'word/media/c.png': Buffer.alloc(9 * 1024 * 1024)
		},
		rels
	);
	expect(must(await readHere(broken))).toMatchObject({
		images: [],
		leftOut: [
			{ kind: 'imageKind', count: 1 },
			{ kind: 'imageBytes', count: 1 },
			{ kind: 'imageBroken', count: 1 }
		]
	});
});

test('[Y7] tracked changes: what was put in comes, what was taken out does not, and both are counted', async () => {
	const who = { id: 1, author: 'A', date: '2024-01-01T00:00:00Z' };
	const file = await made([
		new Paragraph({
			children: [
				new TextRun('Barnen '),
				new DeletedTextRun({ text: 'ska', ...who }),
				new InsertedTextRun({ text: 'har', ...who, id: 2 }),
				new InsertedTextRun({ text: ' fått', ...who, id: 3 })
			]
		})
	]);
	const { parts, leftOut } = must(await readHere(file));
	expect(plainText({ type: 'doc', content: parts[0]?.blocks ?? [] })).toBe('Barnen har fått');
	expect(leftOut).toEqual([
		{ kind: 'insertions', count: 2 },
		{ kind: 'deletions', count: 1 }
	]);
});

test('[Y7] what has no place is counted: comments, boxes, charts, equations, headers, objects', async () => {
	const box = `<w:txbxContent>${paragraph('I rutan')}</w:txbxContent>`;
	const choice = `<w:p><w:r><w:t>Ankare</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>`;
	const { parts, leftOut } = must(
		await readHere(
			wordFile(
				paragraph('Innehåll 5', 'Innehll1') +
					`${choice}<mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
					`${choice}</mc:AlternateContent></w:r></w:p>` +
					'<w:p><w:r><w:drawing><a:graphic><a:graphicData><c:chart r:id="x"/></a:graphicData></a:graphic></w:drawing></w:r></w:p>' +
					'<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>',
				{
					'word/comments.xml': part(
						'comments',
						`<w:comment w:id="1">${paragraph('Är det sant?')}</w:comment><w:comment w:id="2">${paragraph('Ja')}</w:comment>`
					),
					'word/header1.xml': part('hdr', paragraph('Barnbokslut')),
					'word/footer1.xml': part('ftr', '<w:p/>')
				}
			)
		)
	);
	const words = plainText({ type: 'doc', content: parts.flatMap(({ blocks }) => blocks) });
	expect(words).toBe('Ankare\nI rutan\nAnkare');
	expect(leftOut).toEqual([
		{ kind: 'comments', count: 2 },
		{ kind: 'textBoxes', count: 1 },
		{ kind: 'textBoxesLost', count: 1 },
		{ kind: 'charts', count: 1 },
		{ kind: 'equations', count: 1 },
		{ kind: 'headers', count: 1 }
	]);
});

test('[Y7] headings have two levels within a part and no gaps, and a style of the municipality’s own is one', async () => {
	const { parts } = must(
		await readHere(
			wordFile(
				paragraph('Före') +
					paragraph('Kapitel', 'Rubrik1') +
					paragraph('A', 'Rubrik3') +
					paragraph('B', 'KomRubrik2') +
					paragraph('C', 'Rubrik3') +
					paragraph('Text')
			)
		)
	);
	expect(
		parts.map(({ heading, blocks }) => [
			heading,
			...blocks.map((b) => b.type + JSON.stringify(b.attrs?.['level'] ?? ''))
		])
	).toEqual([
		['', 'paragraph""'],
		['Kapitel', 'heading1', 'heading1', 'heading2', 'paragraph""']
	]);
});
