import { readIndicator, type IndicatorFigures } from '#core/indicator.ts';
import { periodList, provenance, type ProvenanceOptions } from '#core/provenance.ts';
import { figures as demo } from '#server/demo/figures.ts';
import { describe, expect, test } from 'vitest';
import { chosen, figures, mean, nation, similar, stated, value } from '../support/figures.ts';

const card = (given: IndicatorFigures, over: Partial<ProvenanceOptions> = {}) =>
	Object.fromEntries(
		provenance(given, readIndicator(given), {
			lang: 'sv',
			municipality: 'Exempelby',
			today: '2024-09-16',
			...over
		}).map(({ kind, lines }) => [kind, lines])
	);

const typed = {
	kind: 'entered' as const,
	text: 'Egen enkät våren 2022',
	at: Date.UTC(2023, 4, 15, 8),
	by: 'Mariam Sundberg'
};
const all = figures(
	[
		value('2020', 15.1),
		value('2021', 14.9),
		value('2022', 14.7),
		value('2022', 9.8, similar.id),
		{ ...value('2022', 60, 'own', 'flickor'), source: typed }
	],
	{ indicator: { definition: 'Barn 0–17 år.' }, groups: [similar] }
);

describe('the card of a number', () => {
	test('[I1] what is measured, in what, of when', () => {
		expect(card(all)).toMatchObject({
			definition: ['Barn 0–17 år.'],
			unit: ['Procent. En låg siffra är önskvärd.'],
			period: ['2020–2022']
		});
		expect(card(figures([]))).toMatchObject({
			definition: ['Det finns ingen beskrivning av hur det mäts.'],
			period: ['Det finns inget värde.']
		});
		expect(
			card(figures([], { indicator: { unit: 'antal', wishedDirection: 'none' } }))
		).toMatchObject({
			unit: ['Antal. Ingen önskad riktning är angiven.']
		});
		expect(card(figures([], { indicator: { unit: '' } }))['unit']).toEqual([
			'Ingen enhet är angiven. En låg siffra är önskvärd.'
		]);
	});

	test('[I8] every source once, fetched or typed, by whom and when, and for whose values', () => {
		expect(card(all)['source']).toEqual([
			'Kolada (U31803), hämtad 2025-03-03: Exempelby 2020–2022; Liknande kommuner 2022',
			'Egen enkät våren 2022, inlagd 2023-05-15 av Mariam Sundberg: Exempelby, flickor 2022'
		]);
	});

	test('[I1] parts of the children have a line of their own, and are never told as the whole', () => {
		expect(card(all)['parts']).toEqual(['Flickor: 2022']);
		const both = (period: string) => [
			value(period, 50),
			value(period, 40, 'own', 'pojkar'),
			value(period, 60, 'own', 'flickor')
		];
		const given = figures([
			...both('2021'),
			...both('2022'),
			value('2022', 9, 'own', 'Kulanskolan')
		]);
		expect(card(given)).toMatchObject({
			period: ['2021, 2022'],
			parts: ['Flickor, pojkar: 2021, 2022', 'Kulanskolan: 2022'],
			source: [
				'Kolada (U31803), hämtad 2025-03-03: Exempelby 2021, 2022 (även flickor, pojkar); Exempelby, Kulanskolan 2022'
			]
		});
		const only = figures([value('2022', 60, 'own', 'flickor')]);
		expect(card(only)).toMatchObject({
			period: ['Det finns bara värden för delar.'],
			parts: ['Flickor: 2022']
		});
		expect(card(figures([value('2022', 60)]))['parts']).toBeUndefined();
	});

	test('[I8] what the source says in words is told as such', () => {
		const given = figures([value('2022', 14.7)], {
			groups: [similar],
			stated: [stated(similar.id, '2022', { judgement: 'worse' })]
		});
		expect(card(given)['source']).toEqual([
			'Kolada (U31803), hämtad 2025-03-03: Exempelby 2022; omdömen i ord 2022'
		]);
		// It is the source's own judgement: nothing of it is ours.
		expect(card(given)['calculation']).toBeUndefined();
	});

	test('[I8] trend and comparison of numbers are our own calculation', () => {
		expect(card(all)['calculation']).toEqual([
			'Trend och jämförelse har kommunen räknat fram. De är inte källans.',
			'Skillnader under 0,1\u00a0procentenheter räknas som lika.'
		]);
	});

	test('[I7] each group with its year and members; the two of the whole country never mixed', () => {
		const given = figures([value('2022', 1)], { groups: [similar, nation, mean, chosen] });
		expect(card(given)['group']).toEqual([
			'Liknande kommuner. Indelning 2024. Kommuner: Tingsryd, Åmål.',
			'Riket. Hela landet som en helhet. Det är inte samma sak som medelvärdet av alla kommuner.',
			'Medelvärdet av alla kommuner. Varje kommun räknas lika, liten som stor. Det är inte samma sak som riket.',
			'R9-kommunerna. Indelning 2022. Kommuner: Gävle, Linköping.'
		]);
		const unknown = { ...similar, year: null, members: [] };
		expect(card(figures([value('2022', 1)], { groups: [unknown] }))['group']).toEqual([
			'Liknande kommuner. Källan anger inte indelningens år. Källan anger inte vilka kommuner som ingår.'
		]);
	});

	test('[I7] a group that has changed is told as it was when each value was made', () => {
		const old = { mean: 'own' as const, year: 2022, members: ['Gävle', 'Linköping'], count: 2 };
		const group = { ...chosen, year: 2024, members: ['Gävle', 'Örebro'] };
		const made = (period: string) => ({ ...value(period, 5, chosen.id), basis: old });
		const own = ['2020', '2021', '2022'].map((period) => value(period, 4));
		const before = figures([...own, made('2020'), made('2021')], { groups: [group] });
		expect(card(before)['group']).toEqual([
			'R9-kommunerna 2020, 2021. Indelning 2022. Kommuner: Gävle, Linköping. Gruppen har ändrats sedan dess.'
		]);
		const since = { ...made('2022'), basis: { ...old, year: 2024, members: ['Örebro', 'Gävle'] } };
		const after = figures([...own, made('2020'), made('2021'), since], { groups: [group] });
		expect(card(after)['group']).toEqual([
			'R9-kommunerna 2020, 2021. Indelning 2022. Kommuner: Gävle, Linköping. Gruppen har ändrats sedan dess.',
			'R9-kommunerna 2022. Indelning 2024. Kommuner: Örebro, Gävle.'
		]);
		const fetched = figures([...own, since], { groups: [group] });
		expect(card(fetched)['group']).toEqual([
			'R9-kommunerna. Indelning 2024. Kommuner: Gävle, Örebro.'
		]);
	});

	test('[I8] the next publication, as much of it as is known', () => {
		expect(card(all)['next']).toBeUndefined();
		expect(card(all, { next: null })['next']).toBeUndefined();
		expect(card(all, { next: { period: null, date: null } })['next']).toBeUndefined();
		expect(card(all, { next: { period: '2023', date: '2024-09-16' } })['next']).toEqual([
			'Nästa värde gäller år\u00a02023.',
			'Det väntas 2024-09-16.'
		]);
		expect(card(all, { next: { period: 'unknown', date: 'i höst' } })['next']).toBeUndefined();
		expect(card(all, { next: { period: '2023', date: null } })['next']).toEqual([
			'Nästa värde gäller år\u00a02023.'
		]);
	});

	test('[I8] what was expected on a day that has passed, or of a year that is here, is not told', () => {
		expect(card(all, { next: { period: '2023', date: '2024-09-15' } })['next']).toBeUndefined();
		expect(card(all, { next: { period: '2022', date: null } })['next']).toBeUndefined();
		// What somebody typed before the source is not what the source means to publish.
		expect(card(all, { next: { period: '2022', date: '2024-10-01' } })['next']).toHaveLength(2);
		const missing = figures([value('2022', 14.7), value('2023', 'missing')]);
		expect(card(missing, { next: { period: '2023', date: null } })['next']).toHaveLength(1);
	});

	test('[I8] in English', () => {
		expect(card(all, { lang: 'en', next: { period: '2023', date: '2024-09-16' } })).toMatchObject({
			unit: ['Per cent. A low figure is desirable.'],
			source: [
				'Kolada (U31803), fetched 2025-03-03: Exempelby 2020–2022; Similar municipalities 2022',
				'Egen enkät våren 2022, entered 2023-05-15 by Mariam Sundberg: Exempelby, flickor 2022'
			],
			next: ['The next value is of 2023.', 'It is expected on 2024-09-16.']
		});
	});

	test('[I8] every indicator of the demo has one, with a source on each', () => {
		for (const given of demo) {
			const { source = [], unit = [] } = card(given);
			expect(source.length).toBeGreaterThan(0);
			expect(unit).toHaveLength(1);
			for (const lines of Object.values(card(given)))
				for (const line of lines) expect(line).not.toMatch(/undefined|null|NaN|unknown|demo-/);
		}
	});
});

test('[I8] periods in a row are told by the first and the last', () => {
	expect(periodList(['2022', '2020', '2021'], 'sv')).toBe('2020–2022');
	expect(periodList(['2022', '2022', '2020'], 'sv')).toBe('2020, 2022');
	expect(periodList(['2020/21', '2021/22', '2022/23'], 'sv')).toBe('2020/21–2022/23');
	expect(periodList(['2021-ht', '2022-vt', '2022-ht'], 'sv')).toBe('ht 2021, vt 2022, ht 2022');
	expect(periodList(['2022', 'unknown'], 'sv')).toBe('ej angivet, 2022');
	expect(periodList([], 'sv')).toBe('');
});
