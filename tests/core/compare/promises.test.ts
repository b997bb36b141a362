import { comparePromises } from '#core/compare/promises.ts';
import { followUpTable, planTable, type FollowedArea } from '#server/demo/areas.ts';
import { doc, table } from '#server/demo/write.ts';
import { describe, expect, it } from 'vitest';
import { made } from './models.ts';

const area = (
	name: string,
	measures: string[],
	status: FollowedArea['status'] = 'Påbörjad'
): FollowedArea => ({
	area: name,
	units: ['SVF'],
	measures,
	expected: ['Det blir bättre.'],
	status,
	comment: ['Arbetet pågår.']
});
const compare = (planned: FollowedArea[], followed: FollowedArea[]) =>
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
