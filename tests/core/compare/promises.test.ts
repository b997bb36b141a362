import { comparePromises } from '#core/compare/promises.ts';
import { areaTableNode, type NewArea } from '#core/area-nodes.ts';
import type { DocNode } from '#core/publication.ts';
import { doc, p, steps, table } from '#server/demo/write.ts';
import { describe, expect, it } from 'vitest';
import { made } from './models.ts';

/** A row of tables as they were before there were areas. */
type Row = { area: string; measures: string[]; status: string };

const area = (name: string, measures: string[], status = 'Påbörjad'): Row => ({
	area: name,
	measures,
	status
});
const entries = (texts: string[]): DocNode[] =>
	texts.length === 1 ? texts.map((text) => p(text)) : [steps(...texts)];
const planTable = (caption: string, rows: Row[]): DocNode =>
	table(
		caption,
		['Utvecklingsområde', 'Avdelning', 'Åtgärder', 'Förväntade resultat'],
		rows.map((row) => [row.area, 'SVF', entries(row.measures), 'Det blir bättre.']),
		'plan'
	);
const followUpTable = (caption: string, rows: Row[]): DocNode =>
	table(
		caption,
		['Utvecklingsområde från föregående år', 'Avdelning', 'Åtgärder', 'Status', 'Kommentar'],
		rows.map((row) => [row.area, 'SVF', entries(row.measures), row.status, 'Arbetet pågår.']),
		'followUp'
	);
const compare = (planned: Row[], followed: Row[]) =>
	comparePromises(
		made([{ key: 'plan', doc: doc(planTable('Plan', planned)) }]),
		made([{ key: 'followUp', doc: doc(followUpTable('Uppföljning', followed)) }], 2023)
	);
const MEASURE = 'Öppna fritidsgården även på sommaren.';

describe('promises and their outcome', () => {
	it('[P3] are matched by area, with the status as it stands', () => {
		const { kept, unanswered, unasked, statuses } = compare(
			[area('Fritid', [MEASURE]), area('Skola', ['Utse en värd.', 'Berätta om det.'])],
			[area('Skola', ['Utse en värd.'], 'Genomförd'), area('Fritid', ['Något annat.'])]
		);
		expect(kept.map(({ plan, outcome }) => [plan.area, plan.measures, outcome.status])).toEqual([
			['Fritid', [MEASURE], 'Påbörjad'],
			['Skola', ['Utse en värd.', 'Berätta om det.'], 'Genomförd']
		]);
		expect(kept[0]?.plan).toMatchObject({
			department: 'SVF',
			expected: ['Det blir bättre.'],
			status: ''
		});
		expect(kept[0]?.outcome).toMatchObject({
			comment: ['Arbetet pågår.'],
			section: { key: 'followUp' }
		});
		expect([unanswered, unasked]).toEqual([[], []]);
		expect(statuses).toEqual([
			{ status: 'Påbörjad', count: 1 },
			{ status: 'Genomförd', count: 1 }
		]);
	});

	it.each([
		['Heder och HBTQi-frågor', 'Heder och HBTQI-frågor'],
		['Styrning & ledning', 'Ledning och styrning'],
		['Skola som arena / Lights on', 'Skola som arena/lights on.']
	])('[P3] "%s" is "%s"', (then, now) => {
		expect(compare([area(then, ['Ett.'])], [area(now, ['Två.'])]).kept).toHaveLength(1);
	});

	it('[P3] measures word for word are enough where the area has another name', () => {
		expect(compare([area('Fritid', [MEASURE])], [area('Sommarlov', [MEASURE])]).kept).toHaveLength(
			1
		);
		expect(compare([area('Fritid', ['Fortsätt.'])], [area('Skola', ['Fortsätt.'])]).kept).toEqual(
			[]
		);
	});

	it('[P3] what fits several is matched by its measures, else not at all, and that is said', () => {
		const same = [
			area('Skola', ['Utse en värd på varje skola.']),
			area('Skola', ['Måla om alla salar.'])
		];
		expect(compare(same, [...same].reverse()).kept.map(({ plan }) => plan.measures)).toEqual(
			same.map(({ measures }) => measures)
		);
		const { kept, unanswered, unasked } = compare(same, [area('Skola', ['Ett tredje.'])]);
		expect([kept, unanswered.map((row) => row.ambiguous)]).toEqual([[], [true, true]]);
		expect(unasked.map((row) => row.ambiguous)).toEqual([true]);
		const alone = compare([area('Fritid', ['Ett.'])], [area('Skola', ['Två.'])]);
		expect([...alone.unanswered, ...alone.unasked].map((row) => row.ambiguous)).toEqual([
			false,
			false
		]);
	});

	it('[P3] a table without the columns is read by its first one; ordinary tables are none', () => {
		const plain = (purpose: 'plan' | 'table') =>
			made([
				{
					key: 'x',
					doc: doc(
						table(
							'T',
							['Vad', 'Vem'],
							[
								['Fritid', 'Alla'],
								['', '']
							],
							purpose
						)
					)
				}
			]);
		const after = made(
			[{ key: 'y', doc: doc(followUpTable('U', [area('Fritid', ['Ett.'])])) }],
			2023
		);
		expect(comparePromises(plain('plan'), after).kept).toHaveLength(1);
		expect(comparePromises(plain('table'), after)).toMatchObject({ kept: [], unanswered: [] });
	});
});

describe('promises that are areas', () => {
	const departments = [
		{ id: 'skola', name: 'Barn och utbildning', abbreviation: 'BU' },
		{ id: 'kultur', name: 'Kultur och fritid', abbreviation: '' }
	];
	const compareAreas = (planned: NewArea[], followed: NewArea[]) =>
		comparePromises(
			made([{ key: 'plan', departments, doc: doc(areaTableNode('plan', 'P', planned)) }]),
			made([{ key: 'f', departments, doc: doc(areaTableNode('followUp', 'U', followed)) }], 2023)
		);

	it('[Y2] are matched by the id that they keep, whatever they are called now', () => {
		const { kept, unanswered, unasked, statuses } = compareAreas(
			[
				{
					id: 'a',
					title: 'Fritid',
					departments: ['skola', 'kultur'],
					measures: [
						{ id: 'a1', text: 'Öppna.' },
						{ id: 'a2', text: 'Fråga.' }
					],
					results: [
						{ id: 'r1', text: 'Fler kommer.', measures: ['a2'] },
						{ id: 'r2', text: 'Alla vet.' }
					]
				},
				{ id: 'b', title: 'Skola', measures: [{ id: 'b1', text: 'Måla.' }] }
			],
			[
				// Another's name: the id counts.
				{ id: 'b', title: 'Fritid', measures: [{ id: 'b1', text: 'Måla.', status: 'stopped' }] },
				{
					id: 'a',
					title: 'Sommar',
					measures: [
						{ id: 'a1', text: 'Öppna.', status: 'completed', comments: ['Öppet.', 'Fullt.'] },
						{ id: 'a2', text: 'Fråga.', comments: ['Inte än.'] }
					]
				}
			]
		);
		expect([unanswered, unasked]).toEqual([[], []]);
		expect(kept.map(({ plan, outcome }) => [plan.area, outcome.area, outcome.status])).toEqual([
			['Fritid', 'Sommar', 'Påbörjad'],
			['Skola', 'Fritid', 'Avbruten']
		]);
		expect(kept[0]).toMatchObject({
			plan: {
				department: 'BU, Kultur och fritid',
				measures: ['Öppna.', 'Fråga.'],
				expected: ['2. Fler kommer.', 'Alla vet.'],
				status: ''
			},
			outcome: { comment: ['1. Öppet.', 'Fullt.', '2. Inte än.'] }
		});
		expect(statuses).toEqual([
			{ status: 'Påbörjad', count: 1 },
			{ status: 'Avbruten', count: 1 }
		]);
	});

	it('[P3] an area and a row of an ordinary table are matched by their words', () => {
		const before = made([{ key: 'plan', doc: doc(planTable('Plan', [area('Fritid', ['Ett.'])])) }]);
		const followed: NewArea = {
			id: 'a',
			title: 'Fritid',
			measures: [{ id: 'm', text: 'Ett.', status: 'completed' }]
		};
		const after = made([{ key: 'f', doc: doc(areaTableNode('followUp', '', [followed])) }], 2023);
		const { kept } = comparePromises(before, after);
		expect(kept.map(({ plan, outcome }) => [plan.id, outcome.id, outcome.status])).toEqual([
			['', 'a', 'Genomförd']
		]);
	});

	it('[P3] a plan is no follow-up, and an area that says nothing is no promise', () => {
		const empty: NewArea = { id: 'a', title: '', measures: [{ id: 'm', text: '' }] };
		const one: NewArea = { id: 'b', title: 'Fritid' };
		const { kept, unanswered, unasked } = compareAreas([empty, one], [empty]);
		expect([kept, unanswered.map(({ id }) => id), unasked]).toEqual([[], ['b'], []]);
		const plans = made([{ key: 'plan', doc: doc(areaTableNode('plan', '', [one])) }]);
		expect(comparePromises(plans, plans).unasked).toEqual([]);
	});
});
