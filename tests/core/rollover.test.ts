import type { EditionModel, FixedContent } from '#core/publication.ts';
import { carriedMeta, hasNextYear, nextTitle } from '#core/rollover/carried.ts';
import { firstContent } from '#core/rollover/first-content.ts';
import { rollOver, type CarriedSection } from '#core/rollover/roll-over.ts';
import { areaTablesOf } from '#core/areas.ts';
import { isValidDoc } from '#schema/content.ts';
import { indicator, indicatorSummary, p, table } from '#server/demo/write.ts';
import { expect, test } from 'vitest';
import { AREAS, planOf } from '../support/next-year.ts';

const carried = (
	key: string,
	chapter: string,
	own: Partial<CarriedSection> = {}
): CarriedSection => ({
	key,
	number: '',
	title: key,
	chapter: { key: chapter, number: '', title: chapter },
	departmentId: null,
	articles: [],
	required: false,
	requiredBlocks: [],
	help: [],
	sharedWith: [],
	rowsOnly: [],
	...own
});

const modelWith = (sections: Pick<FixedContent, 'key' | 'doc'>[]): EditionModel =>
	({
		title: 'Barnbokslut 2022',
		sections: sections.map((one) => ({ content: { number: '1', title: one.key, ...one } }))
	}) as EditionModel;

const made = (structure: CarriedSection[], model: EditionModel) => {
	let n = 0;
	return rollOver({
		structure,
		model,
		template: null,
		departments: [],
		newId: () => `id-${(n += 1)}`
	});
};

test('[Y2] where nothing was followed up before there is a section for it now, and all are numbered anew', () => {
	const structure = [
		carried('start', 'start', { number: '1' }),
		carried('work.a', 'work', { number: '2.1' }),
		carried('work.b', 'work', { number: '2.2' }),
		carried('promise', 'promise', { number: '3', requiredBlocks: ['planTable'] })
	];
	const model = modelWith([{ key: 'promise', doc: { type: 'doc', content: [planOf(AREAS)] } }]);
	const rolled = made(structure, model);
	expect(rolled.sections.map((s) => [s.key, s.number, s.chapter.number, s.required])).toEqual([
		['start', '1', '1', false],
		['work.a', '2.1', '2', false],
		['work.b', '2.2', '2', false],
		['followUp', '3', '3', true],
		['promise', '4', '4', false]
	]);
	expect(rolled.followUp).toMatchObject({ key: 'followUp', isNew: true, areas: 2, measures: 3 });
	expect(rolled.absent.map(({ title }) => title)).toEqual(['start', 'work.a', 'work.b']);
	for (const { doc } of rolled.sections) expect(isValidDoc(doc)).toBe(true);
	// Without a promise nothing is added.
	const empty = made(
		structure,
		modelWith([{ key: 'promise', doc: { type: 'doc', content: [planOf([])] } }])
	);
	expect(empty.followUp).toBeNull();
	expect(empty.sections.map((s) => s.number)).toEqual(['1', '2.1', '2.2', '3']);
});

test('[Y2] a section that must follow up though it could be left out says so', () => {
	const structure = [
		carried('back', 'back', { requiredBlocks: ['followUpTable'] }),
		carried('promise', 'promise', { requiredBlocks: ['planTable'] })
	];
	const rolled = made(
		structure,
		modelWith([{ key: 'promise', doc: { type: 'doc', content: [planOf(AREAS)] } }])
	);
	expect(rolled.followUp).toMatchObject({ key: 'back', isNew: false, isRequiredNow: true });
	expect(rolled.sections[0]).toMatchObject({ required: true });
});

test('[Y2] areas of two plans are one follow-up in which each id stands once', () => {
	const doc = { type: 'doc', content: [planOf(AREAS), p('Mer.'), planOf(AREAS)] };
	const rolled = made([carried('promise', 'promise')], modelWith([{ key: 'promise', doc }]));
	const [found] = rolled.sections.flatMap((s) => areaTablesOf(s.doc));
	const ids = found?.areas.flatMap((a) => [a.id, ...a.measures.map((m) => m.id)]) ?? [];
	expect(ids.slice(0, 5)).toEqual(['area-a', 'measure-a1', 'measure-a2', 'area-b', 'measure-b1']);
	expect(new Set(ids).size).toBe(10);
});

test('[Y2] a row of an ordinary table that says too little is told, and an area over several rows is one', () => {
	const head = ['Område', 'Åtgärder'];
	const plan = table(
		'Plan',
		head,
		[
			['Läsa', 'Läs högt.'],
			['', 'Köp böcker.'],
			['', ''],
			['Bada', ''],
			['Leka', 'Bygg.']
		],
		'plan'
	);
	const first = plan.content?.[1]?.content?.[0];
	if (first?.attrs) first.attrs['rowspan'] = 2;
	plan.content?.[2]?.content?.splice(0, 1);
	const doc = { type: 'doc', content: [plan] };
	const rolled = made([carried('promise', 'promise')], modelWith([{ key: 'promise', doc }]));
	const [found] = rolled.sections.flatMap((s) => areaTablesOf(s.doc));
	expect(found?.areas.map((a) => [a.title, a.measures.map((m) => m.text)])).toEqual([
		['Läsa', ['Läs högt.', 'Köp böcker.']],
		['Bada', []],
		['Leka', ['Bygg.']]
	]);
	expect(rolled.unread).toMatchObject([
		{ why: 'noMeasures', words: 'Bada', section: { number: '1', title: 'promise' } }
	]);
});

test('[Y2] a row with neither area nor measure is told in its own words', () => {
	const plan = table(
		'Plan',
		['Område', 'Ansvar'],
		[
			['', 'Socialtjänsten'],
			['Läsa', '']
		],
		'plan'
	);
	const doc = { type: 'doc', content: [plan] };
	const rolled = made([carried('promise', 'promise')], modelWith([{ key: 'promise', doc }]));
	expect(rolled.unread.map(({ why, words }) => [why, words])).toEqual([
		['nothing', 'Socialtjänsten'],
		['noMeasures', 'Läsa']
	]);
});

test('[Y1] fixed text comes from the template, references from last year, each once', () => {
	const before = {
		type: 'doc',
		content: [p('Förra året.'), indicator('a'), p('Mer.'), indicatorSummary()]
	};
	const first = (initial: Parameters<typeof firstContent>[0]['initial']) =>
		firstContent({ initial, before, followUp: null, isPlan: false }).content;
	expect(first([])).toEqual([p(), indicator('a'), p(), indicatorSummary(), p()]);
	expect(first([p('Fast.'), indicator('a')])).toEqual([
		p('Fast.'),
		indicator('a'),
		p(),
		indicatorSummary(),
		p()
	]);
	const alone = { initial: [p('Fast.')], before: null, followUp: null, isPlan: false };
	expect(firstContent(alone).content).toEqual([p('Fast.')]);
});

test('[Y1] a title gets the new year, and what is about one year alone is not carried', () => {
	expect(nextTitle('Barnbokslut 2022', 2022, 2023)).toBe('Barnbokslut 2023');
	expect(nextTitle('Barnens år', 2022, 2024)).toBe('Barnens år 2024');
	expect(nextTitle('Bokslut 20221', 2022, 2023)).toBe('Bokslut 20221 2023');
	expect(carriedMeta({ documentType: 'Rapport', date: '2022-01-01', version: '1.0' })).toEqual({
		documentType: 'Rapport'
	});
	expect([hasNextYear('barnbokslut'), hasNextYear('interpellationReply')]).toEqual([true, false]);
});
