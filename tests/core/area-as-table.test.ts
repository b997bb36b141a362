import { areaTableAsTable } from '#core/area-as-table.ts';
import { areaTableNode, type NewArea } from '#core/area-nodes.ts';
import { articlesLine, numbersText } from '#core/area-words.ts';
import type { AreaPurpose } from '#core/areas.ts';
import type { DocNode } from '#core/publication.ts';
import { plainText } from '#schema/text.ts';
import { describe, expect, it } from 'vitest';

const departments = [
	{ id: 'skola', name: 'Barn och utbildning', abbreviation: 'BU' },
	{ id: 'kultur', name: 'Kultur och fritid', abbreviation: '' }
];

/** The cells of each row in words, a line for each paragraph. */
const shown = (purpose: AreaPurpose, ...areas: NewArea[]): string[][] =>
	rowsOf(areaTableAsTable(areaTableNode(purpose, 'Löften', areas), departments));
const rowsOf = (table: DocNode): string[][] =>
	(table.content ?? []).map((row) => (row.content ?? []).map(plainText));

describe('areas as an ordinary table', () => {
	it('[Y2] a follow-up has a row for each measure, and the area stands once before them all', () => {
		const table = areaTableAsTable(
			areaTableNode('followUp', 'Löften', [
				{
					id: 'a',
					title: 'Trygga loven',
					departments: ['skola', 'okänd', 'kultur'],
					articles: [31, 12],
					measures: [
						{
							id: 'm1',
							text: 'Öppna hallen.',
							status: 'completed',
							comments: ['Öppen.', '', 'Full.']
						},
						{ id: 'm2', text: 'Fråga barnen.', status: 'notStarted' },
						{ id: 'm3', text: 'Anställ tre.', status: null, comments: ['Vi vet inte.'] }
					]
				},
				{ id: 'b', title: 'Läsro', measures: [{ id: 'm4', text: 'Dämpa.', status: 'stopped' }] }
			]),
			departments
		);
		expect(table.attrs).toMatchObject({ purpose: 'followUp', caption: 'Löften' });
		expect(rowsOf(table)).toEqual([
			['Utvecklingsområde', 'Åtgärd', 'Status', 'Kommentar'],
			[
				'Trygga loven (BU, Kultur och fritid)\nArtikel 12 och 31\nPåbörjad: 1 av 3 genomförd',
				'1. Öppna hallen.',
				'Genomförd',
				'Öppen.\nFull.'
			],
			['2. Fråga barnen.', 'Ej påbörjad', ''],
			['3. Anställ tre.', 'Okänd', 'Vi vet inte.'],
			['Läsro', 'Dämpa.', 'Avbruten', '']
		]);
		const headers = table.content?.map(({ content }) => content?.[0]);
		expect(headers?.map((cell) => [cell?.type, cell?.attrs?.['rowspan']])).toEqual([
			['tableHeader', 1],
			['tableHeader', 3],
			['tableCell', 1],
			['tableCell', 1],
			['tableHeader', 1]
		]);
	});

	it('[Y4] a result bears the numbers of the measures that it names, and none where it names none', () => {
		const [, row] = shown('plan', {
			id: 'a',
			title: 'Trygga loven',
			responsible: 'Enhetschefen',
			due: 'juni 2024',
			measures: ['m1', 'm2', 'm3', 'm4'].map((id) => ({ id, text: `Gör ${id}.` })),
			results: [
				{ id: 'r1', text: 'Fler kommer.', measures: ['m4', 'm2', 'm1'] },
				{ id: 'r2', text: 'Alla vet.' }
			]
		});
		expect(row).toEqual([
			'Trygga loven',
			'Gör m1.\nGör m2.\nGör m3.\nGör m4.',
			'1–2 och 4. Fler kommer.\nAlla vet.',
			'Enhetschefen\njuni 2024'
		]);
	});

	it('[Y2] the column of who answers and when is there only where an area says it', () => {
		expect(shown('plan', { id: 'a', title: 'A' })).toEqual([
			['Utvecklingsområde', 'Åtgärder', 'Förväntade resultat'],
			['A', '', '']
		]);
		const [head, ...rows] = shown(
			'plan',
			{ id: 'a', title: 'A', due: 'maj' },
			{ id: 'b', title: 'B' }
		);
		expect(head?.at(-1)).toBe('Ansvarig och tid');
		expect(rows.map((row) => row.at(-1))).toEqual(['maj', '']);
	});

	it('[Y2] rows that say nothing are left out, and the others keep their numbers', () => {
		const table = areaTableAsTable(
			areaTableNode('plan', '', [
				{ id: 'a', title: '', departments: ['skola'], measures: [{ id: 'm0', text: ' ' }] },
				{
					id: 'b',
					title: 'B',
					measures: [
						{ id: 'm1', text: 'Ett.' },
						{ id: 'm2', text: '' },
						{ id: 'm3', text: 'Tre.' },
						{ id: 'm4', text: 'Fyra.' }
					],
					results: [{ id: 'r1', text: 'Bra.', measures: ['m2', 'm3'] }]
				}
			]),
			departments
		);
		const rows = table.content?.slice(1) ?? [];
		expect(rows).toHaveLength(1);
		const [, lists, results] = rows[0]?.content ?? [];
		expect(lists?.content?.map(({ type, attrs }) => [type, attrs?.['start']])).toEqual([
			['orderedList', 1],
			['orderedList', 3]
		]);
		expect(results && plainText(results)).toBe('3. Bra.');
	});

	it('[P1] a follow-up keeps every word, also of what a plan is for', () => {
		const [, row] = shown('followUp', {
			id: 'a',
			title: 'A',
			responsible: 'Rektorn',
			due: '2024',
			results: [{ id: 'r', text: 'Lugnare.' }]
		});
		expect(row?.[0]).toBe('A\nAnsvarig: Rektorn\nTid: 2024\nFörväntat resultat: Lugnare.');
	});

	it('[P1] marks and links within the words are kept, and an abbreviation bears its name', () => {
		const link = { type: 'link', attrs: { href: 'https://exempel.se/' } };
		const table = areaTableAsTable(
			areaTableNode('plan', '', [
				{
					id: 'a',
					title: 'A',
					departments: ['skola'],
					measures: [{ id: 'm', text: [{ type: 'text', text: 'Läs mer', marks: [link] }] }]
				}
			]),
			departments
		);
		const [header, measures] = table.content?.[1]?.content ?? [];
		expect(measures?.content?.[0]?.content).toEqual([
			{ type: 'text', text: 'Läs mer', marks: [link] }
		]);
		expect(header?.content?.[0]?.content?.[2]).toEqual({
			type: 'text',
			text: 'BU',
			marks: [{ type: 'abbreviation', attrs: { title: 'Barn och utbildning' } }]
		});
	});

	it('[Y2] articles and numbers are said as people say them', () => {
		expect([[], [12], [31, 12], [12, 3, 31]].map(articlesLine)).toEqual([
			'',
			'Artikel 12',
			'Artikel 12 och 31',
			'Artikel 3, 12 och 31'
		]);
		expect([[1], [2, 1], [5, 1, 3, 4], [1, 3]].map(numbersText)).toEqual([
			'1',
			'1–2',
			'1 och 3–5',
			'1 och 3'
		]);
	});
});
