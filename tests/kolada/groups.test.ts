import { kindOfGroup } from '#core/comparison.ts';
import type { GroupInput } from '#server/commands/save-group.ts';
import { expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { GROUPS } from './catalogue.ts';
import { koladaWorld } from './world.ts';
import { people } from '#server/demo/people.ts';
import { loadActor } from '#server/store/people.ts';

const two = [
	{ id: '2183', title: 'Bollnäs' },
	{ id: '1962', title: 'Norberg' }
];
const good: GroupInput = {
	kind: 'own',
	name: 'grannarna',
	year: 2024,
	members: two,
	externalId: ''
};
type Change = Partial<GroupInput>;

test('[I7] a group has members and a year; the two of the whole country are each their own', async () => {
	const app = await demoApp();
	const save = (change: Change) =>
		app.commands.saveGroup({
			by: by('coordinator'),
			groupId: null,
			version: 0,
			input: { ...good, ...change }
		});
	for (const [change, field] of [
		[{ kind: 'mine' }, 'kind'],
		[{ name: ' ' }, 'name'],
		[{ year: null }, 'year'],
		[{ year: 24 }, 'year'],
		[{ members: [] }, 'members'],
		[{ members: [...two, { id: '2183', title: 'Bollnäs igen' }] }, 'members'],
		[{ members: [{ id: '../kpi', title: 'x' }] }, 'members'],
		// Never mixed: neither the nation among members, nor one's id on the other, nor on a chosen group.
		[{ members: [...two, { id: '0000', title: 'Riket' }] }, 'members'],
		[{ externalId: '0000' }, 'externalId'],
		[{ externalId: 'G2328' }, 'externalId'],
		[{ kind: 'similar', externalId: 'G2328' }, 'externalId'],
		[{ kind: 'nation', externalId: 'G2328', members: [], year: null }, 'externalId'],
		[{ kind: 'allMunicipalities', externalId: '0000', members: [], year: null }, 'externalId'],
		[{ kind: 'nation', externalId: '0000', members: two, year: null }, 'members'],
		[{ externalId: 'N15419' }, 'externalId']
	] as [Change, string][]) {
		const refusal = refusalOf(await save(change));
		expect([change, refusal.code === 'invalid' && refusal.problems.map((p) => p.field)]).toEqual([
			change,
			[field]
		]);
	}
	must(await save({}));
	expect(refusalOf(await save({}))).toMatchObject({
		code: 'invalid',
		problems: [{ field: 'name', problem: 'taken' }]
	});
	must(await save({ year: 2025 }));
	must(
		await save({
			kind: 'allMunicipalities',
			name: 'alla',
			externalId: 'G2328',
			members: [],
			year: null
		})
	);
});

test('[I7] [S10] a group changes its members and year, never its kind; who saw an older one is told', async () => {
	const app = await demoApp();
	const save = (groupId: string | null, version: number, change: Change) =>
		app.commands.saveGroup({
			by: by('administrator'),
			groupId,
			version,
			input: { ...good, ...change }
		});
	const { groupId } = must(await save(null, 0, {}));
	expect(must(await save(groupId, 1, { year: 2025, members: two.slice(0, 1) }))).toEqual({
		groupId,
		version: 2
	});
	expect(refusalOf(await save(groupId, 1, {}))).toMatchObject({ code: 'moved' });
	expect(refusalOf(await save(groupId, 2, { kind: 'similar' }))).toMatchObject({
		problems: [{ field: 'kind', problem: 'kindStays' }]
	});
	expect(refusalOf(await save('no-such', 1, {}))).toEqual({ code: 'notFound' });
	const actor = (await app.read((tx) => loadActor(tx, people.coordinator.id))) ?? null;
	const groups = must(await app.views.comparisonGroups(actor, null));
	expect(groups.find((g) => g.id === groupId)).toMatchObject({
		year: 2025,
		members: ['Bollnäs'],
		memberIds: ['2183'],
		kind: 'own'
	});
	const writer = await app.commands.saveGroup({
		by: by('education'),
		groupId: null,
		version: 0,
		input: good
	});
	expect(refusalOf(writer)).toEqual({ code: 'forbidden', why: 'role' });
});

test('[I7] values keep the members and the year that they were made of, until they are fetched anew', async () => {
	const w = await koladaWorld();
	const id = await w.addKpi('U31803');
	const r9 = GROUPS['G96092']?.members.map(([memberId, title]) => ({ id: memberId, title })) ?? [];
	const save = async (groupId: string | null, version: number, change: Change) =>
		must(
			await w.app.commands.saveGroup({
				by: by('coordinator'),
				groupId,
				version,
				input: { ...good, name: 'R9-kommunerna', members: r9, ...change }
			})
		);
	const { groupId } = await save(null, 0, { year: 2022 });
	expect((await w.fetch({ indicatorIds: [id], series: [groupId], years: ['2021'] })).state).toBe(
		'done'
	);
	// What somebody typed says nothing of members: it is of the group as it was, too.
	must(
		await w.app.commands.putIndicatorValues({
			by: by('coordinator'),
			indicatorId: id,
			version: (await w.figures(id)).indicator.version,
			values: [
				{
					series: groupId,
					breakdown: '',
					period: '2020',
					status: 'value',
					value: '7',
					source: 'R9:s rapport'
				}
			]
		})
	);
	const titles = r9.map((m) => m.title);
	const fewer = r9.slice(0, 3);
	await save(groupId, 1, { year: 2025, members: fewer });
	const of = async (period: string) => (await w.value(id, period, groupId))?.basis;
	expect(await of('2020')).toMatchObject({ year: 2022, members: titles });
	expect(await of('2021')).toMatchObject({ year: 2022, members: titles, count: 9 });
	expect((await w.value(id, '2020', groupId))?.value).toBe(7);

	await w.fetch({ indicatorIds: [id], series: [groupId], years: ['2021'] });
	expect(await of('2021')).toEqual({
		mean: 'own',
		year: 2025,
		members: fewer.map((m) => m.title),
		count: 3
	});
	expect(await of('2020')).toMatchObject({ year: 2022, members: titles });
	// A second change does not take the old ones along.
	await save(groupId, 2, { year: 2026, members: r9 });
	expect(await of('2021')).toMatchObject({ year: 2025 });
	expect(await of('2020')).toMatchObject({ year: 2022 });
});

test('[I7] what a source offers is told apart by id and title', () => {
	expect(kindOfGroup('0000', 'Riket')).toBe('nation');
	expect(kindOfGroup('G2328', 'Alla kommuner (ovägt medel)')).toBe('allMunicipalities');
	expect(kindOfGroup('G37539', 'Liknande kommuner, övergripande, Söderhamn, 2025')).toBe('similar');
	expect(kindOfGroup('G96092', 'Resultatnätverket R9 (ovägt medel)')).toBe('own');
});
