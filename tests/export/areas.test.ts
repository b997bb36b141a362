import { areasAbout, articlesOfAreas } from '#core/area-extract.ts';
import { areaTableNode } from '#core/area-nodes.ts';
import { areaTablesOf } from '#core/areas.ts';
import { abbreviationsOf } from '#core/edition-abbreviations.ts';
import { sectionPassage } from '#schema/passage.ts';
import { doc, p } from '#server/demo/write.ts';
import { promisesOf } from '#server/export/promises.ts';
import { describe, expect, it } from 'vitest';
import { edition, section } from './support/edition.ts';

const departments = [
	{ id: 'skola', name: 'Barn och utbildning', abbreviation: 'BU' },
	{ id: 'kultur', name: 'Kultur och fritid', abbreviation: '' }
];
const text = doc(
	p('Inledning om artikel 12.'),
	areaTableNode('followUp', 'Löftena', [
		{
			id: 'a',
			title: 'Loven',
			articles: [31, 12],
			departments: ['skola'],
			measures: [
				{ id: 'a1', text: 'Öppna.', status: 'completed', comments: ['Öppet nu.'] },
				{ id: 'a2', text: 'Fråga.', status: 'notStarted' }
			]
		},
		{ id: 'b', title: 'Läsro', articles: [28], measures: [{ id: 'b1', text: 'Dämpa.' }] },
		{ id: 'c', title: '', measures: [{ id: 'c1', text: '' }] }
	])
);
const one = section({ key: 'a', doc: text, departments }, []);

describe('areas in the extract of an article', () => {
	it('[P4] are those that bear it, in their table, and no other word of the section', () => {
		expect(articlesOfAreas(text)).toEqual([31, 12, 28]);
		const about = areasAbout(text, 12);
		expect(about.content?.map(({ type }) => type)).toEqual(['areaTable']);
		expect(areaTablesOf(about)[0]?.areas.map(({ id }) => id)).toEqual(['a']);
		expect(areasAbout(text, 4)).toEqual({ type: 'doc', content: [] });
	});
});

describe('areas as promises', () => {
	it('[Y2] are counted by what their measures come to, and the measures by themselves', () => {
		expect(promisesOf(edition([one]))).toMatchObject({
			total: 2,
			outcomes: [
				{ status: 'started', names: ['Loven'] },
				{ status: 'unknown', names: ['Läsro'] }
			],
			measures: {
				total: 3,
				outcomes: [
					{ status: 'completed', count: 1 },
					{ status: 'notStarted', count: 1 },
					{ status: 'unknown', count: 1 }
				]
			},
			sections: [{ key: 'a' }]
		});
		const plan = doc(areaTableNode('plan', '', [{ id: 'a', title: 'A' }]));
		expect(promisesOf(edition([section({ key: 'a', doc: plan }, [])]))).toBeNull();
	});
});

describe('abbreviations of an edition', () => {
	it('[P4] are told once, those of what is taken in too; two names of the same letters are both told', () => {
		const other = { id: 'x', name: 'Byggnad och utveckling', abbreviation: 'BU' };
		const taken = structuredClone(one);
		taken.content.takenIn = [
			{
				slug: 's',
				number: 1,
				hash: '',
				title: '',
				authority: '',
				reportYear: 2022,
				decision: { body: '', date: '', paragraph: '', registryNumber: '' },
				tables: [
					{ section: { key: '', number: '', title: '' }, table: doc(), departments: [other] }
				],
				figures: []
			}
		];
		expect(abbreviationsOf(edition([one, taken]))).toEqual([
			{ short: 'BU', name: 'Barn och utbildning' },
			{ short: 'BU', name: 'Byggnad och utveckling' }
		]);
		expect(abbreviationsOf(edition([section({ key: 'a', doc: text }, [])]))).toEqual([]);
	});
});

describe('areas in search', () => {
	it('[P8] every word that readers meet is found, and a department by its name', () => {
		const { text: said } = sectionPassage(one.content);
		for (const words of ['Löftena', 'Loven (BU)', 'Öppet nu.', 'Dämpa.', 'Barn och utbildning'])
			expect(said).toContain(words);
		const empty = doc(areaTableNode('plan', '', [{ id: 'a', title: '' }]));
		expect(sectionPassage(section({ key: 'a', doc: empty }, []).content).text).toBe('');
	});
});
