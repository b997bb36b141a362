import { areaTableNode } from '#core/area-nodes.ts';
import type { DocNode, EditionModel, TakenIn } from '#core/publication.ts';
import { ROLL_UP_SHOWS, takenInOf } from '#core/taken-in.ts';
import { hashOf } from '#schema/content.ts';
import type { EditionInput } from '#server/export/input.ts';
import { figures, nation, similar, value } from '../../support/figures.ts';
import { edition, section } from './edition.ts';
import { block, doc, h, p } from './page.ts';
import { pictures } from './pictures.ts';

/** An edition whose text holds every node and mark of the schema, with an indicator of several years. */

export const mark = (text: string, ...types: string[]): DocNode => ({
	type: 'text',
	text,
	marks: types.map((type) => ({ type }))
});
export const link = (text: string, href: string): DocNode => ({
	type: 'text',
	text,
	marks: [{ type: 'link', attrs: { href } }]
});
export const list = (type: 'bulletList' | 'orderedList', ...items: DocNode[][]): DocNode => ({
	type,
	...(type === 'orderedList' ? { attrs: { start: 4 } } : {}),
	content: items.map((content) => ({ type: 'listItem', content }))
});

type Cell = { words: string; header?: boolean; attrs?: Record<string, unknown> };
export const cell = (words: string, attrs: Record<string, unknown> = {}): Cell => ({
	words,
	attrs
});
export const header = (words: string, attrs: Record<string, unknown> = {}): Cell => ({
	words,
	header: true,
	attrs
});
/** A table of rows of cells, as they are given: holes and overlaps are the writer's. */
export const table = (attrs: Record<string, unknown>, ...rows: Cell[][]): DocNode => ({
	type: 'table',
	attrs: { purpose: 'table', caption: '', ...attrs },
	content: rows.map((cells) => ({
		type: 'tableRow',
		content: cells.map(({ words, header: isHeader = false, attrs: of = {} }) => ({
			type: isHeader ? 'tableHeader' : 'tableCell',
			attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null, ...of },
			content: [p(...(words === '' ? [] : [words]))]
		}))
	}))
});

export const bistand = figures(
	[
		...[15.4, 15.1, 14.7].map((n, i) => value(String(2020 + i), n)),
		...[10.2, 9.9, 9.8].map((n, i) => value(String(2020 + i), n, 'g-similar')),
		value('2022', 5.2, 'g-nation'),
		value('2022', 12.8, 'own', 'flickor')
	],
	{ groups: [similar, nation], indicator: { note: 'Måttet räknar 0–17 år.' } }
);

const chartTable = table(
	{ caption: 'Elever i kulturskolan', chart: 'column', unit: 'elever', source: 'Kulturskolan' },
	[header('År'), header('Elever')],
	[cell('2021'), cell('410')],
	[cell('2022'), cell('391')]
);

const followUp = areaTableNode('followUp', 'Löftena', [
	{
		id: 'lov',
		title: 'Trygga loven',
		departments: ['skola', 'kultur'],
		articles: [12, 31],
		measures: [
			{ id: 'lov-1', text: 'Öppna hallen.', status: 'completed', comments: ['Öppen.', 'Full.'] },
			{ id: 'lov-2', text: [mark('Fråga', 'bold')], status: 'started', comments: ['Pågår.'] },
			{ id: 'lov-3', text: 'Anställ tre.', status: 'notStarted' }
		]
	},
	{ id: 'ro', title: 'Läsro', measures: [{ id: 'ro-1', text: 'Dämpa.', status: 'stopped' }] }
]);
const plan = areaTableNode('plan', 'Planen', [
	{
		id: 'lov',
		title: 'Trygga loven',
		departments: ['skola'],
		responsible: 'Rektorn',
		due: 'juni',
		measures: [
			{ id: 'lov-1', text: 'Öppna två hallar.' },
			{ id: 'lov-2', text: 'Fråga alla.' }
		],
		results: [{ id: 'lov-r', text: 'Fler kommer.', measures: ['lov-1'] }]
	}
]);

/** The departments that the areas name. */
export const departments = [
	{ id: 'skola', name: 'Barn och utbildning', abbreviation: 'BU' },
	{ id: 'kultur', name: 'Kultur och fritid', abbreviation: '' }
];

export const everyNode: DocNode = doc(
	p('Vanlig ', mark('fet', 'bold'), ' och ', mark('kursiv', 'italic'), ' text.'),
	{
		type: 'paragraph',
		content: [
			{ type: 'text', text: 'En rad' },
			{ type: 'hardBreak' },
			{ type: 'text', text: 'och nästa, med ' },
			link('en länk', 'https://www.exempel.se/rapport'),
			{ type: 'text', text: ' och ' },
			link('en plats', '#a'),
			{ type: 'text', text: ' och ' },
			link('ingen plats', '#finns-inte')
		]
	},
	h(2, 'Utan rubrik över'),
	h(1, 'Listor'),
	list('bulletList', [p('Första'), list('orderedList', [p('Inuti')])], [p()], [p('Sista')]),
	list('orderedList', [p('Fyra')], [p()], [p('Sex')]),
	h(2, 'Tabeller'),
	table(
		{ caption: 'Uppföljning', purpose: 'followUp', source: 'Egen uppföljning' },
		[header('Åtgärd'), header('Status'), header('Talat', { align: 'right' })],
		[cell('Märka frånvaro', { rowspan: 2 }), cell('Genomförd'), cell('12', { align: 'right' })],
		[cell('Påbörjad', { colspan: 2, align: 'center' })]
	),
	chartTable,
	followUp,
	plan,
	block('bistand'),
	block('bistand', 'figure'),
	{ type: 'indicatorSummary' },
	block('finns-inte'),
	{ type: 'quote', attrs: { source: 'Elev i årskurs 8' }, content: [p('Jag vill ha läxhjälp.')] },
	{ type: 'callout', content: [p('Viktigt att veta.'), list('bulletList', [p('Punkt')])] },
	{
		type: 'picture',
		attrs: { image: 'bild-1', alt: 'Skolgården med en ny klätterställning', caption: 'Skolgården' }
	},
	{
		type: 'paragraph',
		content: [
			{ type: 'text', text: 'Med not' },
			{ type: 'footnote', attrs: { text: 'Se https://www.exempel.se/not.' } }
		]
	},
	{ type: 'references', content: [p('Öberg, Å. (2015). Plats.'), p('Ek, A. (2016). Tid.')] },
	{
		type: 'signature',
		attrs: { place: 'Skogsby', date: '2023-02-16', name: 'Åsa Ek', title: 'Chef' }
	},
	...ROLL_UP_SHOWS.map((shows) => ({ type: 'rollUp', attrs: { shows } })),
	p()
);

/** What another board has approved, taken in. */
function takenIn(): TakenIn {
	const plan = areaTableNode('plan', 'Nämndens plan', [
		{ id: 'n1', title: 'Fritid', measures: [{ id: 'nm', text: 'Öppna hallarna' }] }
	]);
	const followUp = table(
		{ purpose: 'followUp', caption: 'Nämndens uppföljning' },
		[header('Område'), header('Status')],
		[cell('Simskola'), cell('Genomförd')]
	);
	const board = edition(
		[section({ key: 'n', doc: doc(plan, followUp, block('bistand')) }, [bistand])],
		{
			authority: 'Fritidsnämnden',
			slug: 'fritid-2022'
		}
	);
	return takenInOf(board, hashOf(board));
}

/** The edition of it, and of a chapter beside it. */
export function everyNodeEdition(): EditionModel {
	const images = { 'bild-1': { type: 'image/png', width: 48, height: 32, sha256: '0'.repeat(64) } };
	return edition(
		[
			section(
				{
					key: 'a',
					title: 'Allt',
					articles: [3, 12],
					department: 'Skolan',
					doc: everyNode,
					departments,
					takenIn: [takenIn()]
				},
				[bistand],
				['bistand']
			),
			section(
				{
					key: 'a.one',
					number: '1.1',
					title: 'Ett avsnitt',
					doc: doc(block('bistand')),
					chapterKey: 'a'
				},
				[bistand]
			)
		],
		{
			images,
			number: 2,
			note: 'Ett årtal är rättat.',
			address: 'https://barnbokslut.exempel.se/r/barnbokslut-2022/v/2',
			sender: {
				accent: '#5a2a6e',
				logo: {
					id: 'logga',
					type: 'image/png',
					width: 48,
					height: 32,
					sha256: '1'.repeat(64),
					alt: ''
				},
				contact: {
					unit: 'Kansliet',
					email: 'kansliet@exempel.se',
					phone: '0123-456 78',
					web: 'exempel.se/barn'
				}
			}
		}
	);
}

/** What an edition's forms are made of, with a picture for every key it asks for. */
export const inputOf = (model: EditionModel): EditionInput => ({
	model,
	hash: hashOf(model),
	images: Object.fromEntries(
		[...Object.keys(model.images), ...(model.sender?.logo ? [model.sender.logo.id] : [])].map(
			(id) => [id, pictures.png]
		)
	)
});
