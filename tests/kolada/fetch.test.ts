import { ALL_MUNICIPALITIES } from '#core/comparison.ts';
import { numberOf, readIndicator } from '#core/indicator.ts';
import { sourceLine } from '#core/sentence.ts';
import { municipality } from '#server/demo/people.ts';
import type { FetchState } from '#server/kolada/jobs.ts';
import { latestFetch, listSources } from '#server/store/figure-fetches.ts';
import { listKnownGroups } from '#server/store/comparison-groups.ts';
import { latestJob } from '#server/store/jobs.ts';
import { auditEvent } from '#server/store/schema.ts';
import { desc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { madeUp } from '../support/kolada-server.ts';
import { GROUPS, KPI_FACTS, KPI_TITLES } from './catalogue.ts';
import { CODE, koladaWorld, NATION, type KoladaWorld } from './world.ts';

const ids = Object.keys(KPI_TITLES);
const members = (GROUPS['G176409']?.members ?? []).map(([id]) => id);
const mean = (kpi: string, year: string, gender = 'T') =>
	members.reduce((sum, id) => sum + madeUp(kpi, id, year, gender), 0) / members.length;
const lastAudit = (w: KoladaWorld) =>
	w.app.read(async (tx) => tx.db.select().from(auditEvent).orderBy(desc(auditEvent.seq)).get());
const notices = async (w: KoladaWorld) =>
	must(await w.app.views.figureNotices(await w.actor('coordinator'), null));

test('[I9] [I7] a whole year for 24 measures and 3 rows of comparison, with its progress', async () => {
	const w = await koladaWorld();
	const { similar, nation, all } = await w.addGroups();
	const indicators = new Map<string, string>();
	for (const id of ids) indicators.set(id, await w.addKpi(id));
	const actor = await w.actor('coordinator');
	const started = must(
		await w.kolada.start(actor, {
			indicatorIds: [...indicators.values()],
			series: ['own', similar, nation, all],
			years: ['2023'],
			code: CODE
		})
	);
	expect(started).toMatchObject({ state: 'running', startedBy: 'Sara Ekdal' });
	expect(started.progress.total).toBe(24 * 4);
	const seen: FetchState[] = [];
	let state = started;
	for (let n = 0; n < 5000 && state.state === 'running'; n += 1) {
		state = must(await w.kolada.state(actor));
		seen.push(state);
		await new Promise((resolve) => setTimeout(resolve, 1));
	}
	const done = await w.kolada.settled(municipality.id);
	expect(done).toMatchObject({ state: 'done', failed: [], refusal: null });
	// Who watches sees it begin, go on and end, and never go back.
	const counts = seen.map((s) => s.progress.done);
	expect([...counts].sort((a, b) => a - b)).toEqual(counts);
	expect(done.progress).toMatchObject({ done: 96, total: 96 });
	expect(new Set(counts).size).toBeGreaterThan(2);
	expect(new Set(seen.map((s) => s.progress.series)).size).toBeGreaterThan(2);

	const gendered = ids.filter((id) => KPI_FACTS[id]?.gender).length;
	expect(done.stored).toMatchObject({
		written: (24 + gendered * 2) * 4,
		same: 0,
		typedDiffer: 0
	});
	for (const id of ids) {
		const indicatorId = indicators.get(id) ?? '';
		expect(numberOf(await w.value(indicatorId, '2023'))).toBe(madeUp(id, CODE, '2023'));
		expect(numberOf(await w.value(indicatorId, '2023', nation))).toBe(madeUp(id, NATION, '2023'));
		expect(numberOf(await w.value(indicatorId, '2023', similar))).toBeCloseTo(mean(id, '2023'), 8);
		const { indicator } = await w.figures(indicatorId);
		expect(indicator.version).toBe(2);
	}
	const schools = indicators.get('N15419') ?? '';
	expect(numberOf(await w.value(schools, '2023', 'own', 'flickor'))).toBe(
		madeUp('N15419', CODE, '2023', 'K')
	);
	expect(await w.value(schools, '2023')).toMatchObject({
		source: { kind: 'fetched', text: 'Kolada (N15419)', by: null }
	});
	const [cited] = (await w.figures(schools)).values.filter((v) => v.series === 'own');
	expect(cited && sourceLine(cited, 'sv')).toBe('Källa: Kolada (N15419), hämtad 2026-05-04');
	// Three different rows, and what is compared with is what it says.
	const reading = readIndicator(await w.figures(schools));
	expect(reading.groups.map((g) => g.group.kind).sort()).toEqual([
		'allMunicipalities',
		'nation',
		'similar'
	]);
	expect(new Set(reading.groups.map((g) => numberOf(g.value))).size).toBe(3);
	// One act, one line.
	expect(await lastAudit(w)).toMatchObject({
		act: 'indicator.fetch',
		personName: 'Sara Ekdal',
		detail: { base: w.server.base, code: CODE, years: ['2023'], replaced: [] }
	});
});

test('[I9] what is there already is not written again', async () => {
	const w = await koladaWorld();
	const id = await w.addKpi('N15419');
	await w.fetch({ indicatorIds: [id] });
	const before = await w.figures(id);
	w.time.now += 86_400_000;
	const again = await w.fetch({ indicatorIds: [id] });
	expect(again.stored).toMatchObject({ written: 0, same: 3, notices: 0 });
	expect(await w.figures(id)).toEqual(before);
	w.server.cells.set(`N15419|${CODE}|2022|T`, { value: 14.9 });
	const third = await w.fetch({ indicatorIds: [id] });
	expect(third.stored).toMatchObject({ written: 1, same: 2 });
	expect((await w.figures(id)).indicator.version).toBe(before.indicator.version + 1);
	expect(await lastAudit(w)).toMatchObject({
		detail: {
			replaced: [
				{
					before: { value: madeUp('N15419', CODE, '2022') },
					after: { value: 14.9 },
					period: '2022'
				}
			]
		}
	});
});

test('[I9] a typed value stays; the difference waits for a person, who takes it or leaves it', async () => {
	const w = await koladaWorld();
	// The demo's own: 14.7 typed for 2021.
	const id = 'ind-ekonomiskt-bistand';
	const typed = await w.value(id, '2021');
	w.server.cells.set(`U31803|${CODE}|2021|T`, { value: 14.93 });
	const state = await w.fetch({ indicatorIds: [id], years: ['2021', '2022'] });
	expect(state.stored).toMatchObject({ written: 1, typedDiffer: 1, notices: 1 });
	expect(await w.value(id, '2021')).toEqual(typed);
	const [notice] = await notices(w);
	expect(notice).toMatchObject({
		indicator: { id, unit: '%' },
		detail: {
			what: 'typed',
			kpiId: 'U31803',
			key: { series: 'own', breakdown: '', period: '2021' },
			typed: { status: 'value', value: 14.7, by: 'Sara Ekdal' },
			fetched: { status: 'value', value: 14.93 }
		}
	});
	// Once told is told.
	await w.fetch({ indicatorIds: [id], years: ['2021'] });
	expect(await notices(w)).toHaveLength(1);
	const noticeId = notice?.id ?? '';
	const settle = (take: boolean, of = noticeId) =>
		w.app.commands.settleNotice({ by: by('coordinator'), noticeId: of, take });
	expect(must(await settle(false))).toEqual({ noticeId, state: 'left' });
	expect(await w.value(id, '2021')).toEqual(typed);
	expect(await notices(w)).toEqual([]);
	expect(refusalOf(await settle(true))).toMatchObject({ code: 'moved', happened: 'done' });
	// Left is left, until the source says something new.
	await w.fetch({ indicatorIds: [id], years: ['2021'] });
	expect(await notices(w)).toEqual([]);
	w.server.cells.set(`U31803|${CODE}|2021|T`, { value: 15.5 });
	await w.fetch({ indicatorIds: [id], years: ['2021'] });
	const [next] = await notices(w);
	must(await settle(true, next?.id));
	expect(await w.value(id, '2021')).toMatchObject({ value: 15.5, source: { kind: 'fetched' } });
	expect(await lastAudit(w)).toMatchObject({
		act: 'indicator.settle',
		detail: { state: 'taken', what: 'typed', typed: { value: 14.7 } }
	});
});

test('[I9] a typed value that the source agrees with, as it is printed, is no difference', async () => {
	const w = await koladaWorld();
	const id = 'ind-ekonomiskt-bistand';
	w.server.cells.set(`U31803|${CODE}|2021|T`, { value: 14.6812 });
	const state = await w.fetch({ indicatorIds: [id], years: ['2021'] });
	expect(state.stored).toMatchObject({ written: 0, same: 1, typedDiffer: 0, notices: 0 });
	expect(await w.value(id, '2021')).toMatchObject({ value: 14.7, source: { kind: 'entered' } });
});

test('[I9] a difference that was settled by other hands is refused, and one that vanished is gone', async () => {
	const w = await koladaWorld();
	const id = 'ind-ekonomiskt-bistand';
	w.server.cells.set(`U31803|${CODE}|2021|T`, { value: 20 });
	await w.fetch({ indicatorIds: [id], years: ['2021'] });
	const [notice] = await notices(w);
	must(
		await w.app.commands.putIndicatorValues({
			by: by('social'),
			indicatorId: id,
			version: (await w.figures(id)).indicator.version,
			values: [
				{ series: 'own', breakdown: '', period: '2021', status: 'value', value: 16, source: 'Egen' }
			]
		})
	);
	const settled = await w.app.commands.settleNotice({
		by: by('coordinator'),
		noticeId: notice?.id ?? '',
		take: true
	});
	expect(refusalOf(settled)).toMatchObject({ code: 'moved', happened: 'valueChanged' });
	expect(await w.value(id, '2021')).toMatchObject({ value: 16 });
	w.server.cells.set(`U31803|${CODE}|2021|T`, { value: 16 });
	await w.fetch({ indicatorIds: [id], years: ['2021'] });
	expect(await notices(w)).toEqual([]);
});

test('[I9] a failing source leaves what is there, and says why', async () => {
	const w = await koladaWorld();
	const id = await w.addKpi('N15419');
	await w.fetch({ indicatorIds: [id] });
	const before = await w.figures(id);
	w.server.cells.set(`N15419|${CODE}|2022|T`, { value: 1 });
	for (const [part, fault, why] of [
		['/kpi', { kind: 'status', status: 500 }, 'failing'],
		['/data', { kind: 'status', status: 500 }, 'failing'],
		['/data', { kind: 'cut' }, 'unreachable'],
		['/data', { kind: 'html' }, 'notUnderstood'],
		['/data', { kind: 'body', body: '{"values":[{"kpi":"N15419"}]}' }, 'notUnderstood'],
		['/data', { kind: 'status', status: 429 }, 'busy'],
		['/data', { kind: 'huge', bytes: 6_000_000 }, 'tooMuch'],
		['/data', { kind: 'redirect', to: 'http://169.254.169.254/latest' }, 'elsewhere']
	] as const) {
		w.server.fail(part, fault);
		const state = await w.fetch({ indicatorIds: [id] });
		expect([part, fault, state.state, state.refusal]).toEqual([
			part,
			fault,
			'failed',
			{ code: 'source', why }
		]);
		expect(await w.figures(id)).toEqual(before);
		w.server.heal();
	}
	await w.fetch({ indicatorIds: [id] });
	expect(numberOf(await w.value(id, '2022'))).toBe(1);
});

test('[I9] when one part fails, the others are taken and the part is told of', async () => {
	const w = await koladaWorld();
	const { similar, nation } = await w.addGroups();
	const id = await w.addKpi('U31803');
	await w.fetch({ indicatorIds: [id], series: ['own', similar, nation] });
	const before = await w.value(id, '2022', similar);
	w.server.groupData = 'refused';
	w.server.fail(`/municipality/${members.join(',')}`, { kind: 'html' });
	for (const place of [CODE, NATION]) w.server.cells.set(`U31803|${place}|2022|T`, { value: 3 });
	const state = await w.fetch({ indicatorIds: [id], series: ['own', similar, nation] });
	expect(state).toMatchObject({
		state: 'done',
		failed: [{ series: similar, kpiIds: ['U31803'], why: 'notUnderstood' }],
		stored: { written: 2 }
	});
	expect(await w.value(id, '2022', similar)).toEqual(before);
	expect(numberOf(await w.value(id, '2022', nation))).toBe(3);
	expect(await notices(w)).toEqual([]);
});

test('[I9] who stops a fetch finds everything as it was, at once', async () => {
	const w = await koladaWorld();
	const id = await w.addKpi('N15419');
	const before = await w.figures(id);
	w.server.fail('/data', { kind: 'slow', ms: 3000 });
	const actor = await w.actor('coordinator');
	const ask = { indicatorIds: [id], series: ['own'], years: ['2022'], code: CODE };
	must(await w.kolada.start(actor, ask));
	const other = await w.actor('deputy');
	expect(refusalOf(await w.kolada.start(other, ask))).toMatchObject({
		code: 'moved',
		happened: 'fetching',
		by: 'Sara Ekdal'
	});
	while (!w.server.asked.some((a) => a.path.startsWith('/v3/data')))
		await Promise.resolve(await pause());
	const began = performance.now();
	const state = must(await w.kolada.cancel(other));
	expect(performance.now() - began).toBeLessThan(1000);
	expect(state).toMatchObject({
		state: 'cancelled',
		refusal: { code: 'source', why: 'cancelled' }
	});
	expect(await w.figures(id)).toEqual(before);
	w.server.heal();
	expect((await w.fetch({ indicatorIds: [id] })).state).toBe('done');
});
const pause = () => new Promise((resolve) => setTimeout(resolve, 2));

test('[I9] the end of the program stops a fetch and waits for nobody', async () => {
	const w = await koladaWorld();
	const id = await w.addKpi('N15419');
	w.server.fail('/kpi', { kind: 'slow', ms: 3000 });
	const actor = await w.actor('coordinator');
	must(
		await w.kolada.start(actor, {
			indicatorIds: [id],
			series: ['own'],
			years: ['2022'],
			code: CODE
		})
	);
	const began = performance.now();
	await w.jobs.close();
	expect(performance.now() - began).toBeLessThan(1000);
	// It goes on at the next start, and this was no attempt.
	expect(must(await w.kolada.state(actor)).state).toBe('running');
	const job = await w.app.read((tx) => latestJob(tx, municipality.id, 'fetchFigures'));
	expect(job).toMatchObject({ state: 'waiting', attempts: 0 });
});

test('[I9] a new title or definition is told and not taken over; once seen, it is not told again', async () => {
	const w = await koladaWorld();
	const id = await w.addKpi('N15419');
	await w.fetch({ indicatorIds: [id] });
	const { indicator } = await w.figures(id);
	w.server.titles['N15419'] = 'Elever i åk 9 som uppnått målen, kommunala skolor, andel (%)';
	w.server.definitions['N15419'] = 'Nu räknas det på ett annat sätt.';
	await w.fetch({ indicatorIds: [id] });
	expect((await w.figures(id)).indicator).toEqual(indicator);
	const told = await notices(w);
	expect(told.map((n) => n.detail)).toEqual(
		expect.arrayContaining([
			{
				what: 'title',
				kpiId: 'N15419',
				before: KPI_TITLES['N15419']?.replace('  ', ' '),
				after: w.server.titles['N15419']
			},
			expect.objectContaining({ what: 'definition', after: 'Nu räknas det på ett annat sätt.' })
		])
	);
	await w.fetch({ indicatorIds: [id] });
	expect(await notices(w)).toHaveLength(2);
	for (const { id: noticeId } of told)
		must(await w.app.commands.settleNotice({ by: by('coordinator'), noticeId, take: true }));
	await w.fetch({ indicatorIds: [id] });
	expect(await notices(w)).toEqual([]);
	expect((await w.figures(id)).indicator).toEqual(indicator);
});

test('[I9] a measure that is gone keeps its values, takes no other with it, and is told of', async () => {
	const w = await koladaWorld();
	const [one, other] = [await w.addKpi('N15419'), await w.addKpi('N11811')];
	await w.fetch({ indicatorIds: [one, other] });
	const before = await w.figures(one);
	w.server.gone.add('N15419');
	w.server.cells.set(`N11811|${CODE}|2022|T`, { value: 9 });
	const state = await w.fetch({ indicatorIds: [one, other] });
	expect(state).toMatchObject({
		state: 'done',
		progress: { done: 2, total: 2 },
		stored: { written: 1 }
	});
	expect(await w.figures(one)).toEqual(before);
	expect((await notices(w)).map((n) => n.detail)).toEqual([
		{ what: 'kpiGone', kpiId: 'N15419', title: KPI_TITLES['N15419']?.replace('  ', ' ') }
	]);
	w.server.gone.clear();
	await w.fetch({ indicatorIds: [one] });
	expect(await notices(w)).toEqual([]);
});

test('[I9] a deleted or vanished row takes nothing away; a person decides', async () => {
	const w = await koladaWorld();
	const id = await w.addKpi('U31803');
	await w.fetch({ indicatorIds: [id], years: ['2021', '2022'] });
	const before = await w.figures(id);
	w.server.cells.set(`U31803|${CODE}|2022|T`, { value: 5, isdeleted: true });
	await w.fetch({ indicatorIds: [id], years: ['2022'] });
	expect(await w.figures(id)).toEqual(before);
	const [notice] = await notices(w);
	expect(notice?.detail).toMatchObject({ what: 'valueGone', key: { period: '2022' } });
	must(
		await w.app.commands.settleNotice({
			by: by('administrator'),
			noticeId: notice?.id ?? '',
			take: true
		})
	);
	expect(await w.value(id, '2022')).toBeUndefined();
	expect(await w.value(id, '2021')).toBeDefined();
});

test('[I1] what the source says is missing, hidden or nought is stored as that', async () => {
	const w = await koladaWorld();
	const id = await w.addKpi('U31803');
	const cell = (year: string, value: number | string | null, status?: string) =>
		w.server.cells.set(`U31803|${CODE}|${year}|T`, {
			value,
			...(status === undefined ? {} : { status })
		});
	cell('2019', 0);
	cell('2020', null, '..');
	cell('2021', null, 'Missing');
	cell('2022', null, '.');
	// 2025 is published on 28 October 2026, and it is May.
	cell('2025', null, 'Missing');
	await w.fetch({ indicatorIds: [id], years: ['2019', '2020', '2021', '2022', '2025'] });
	const said = async (year: string) => {
		const v = await w.value(id, year);
		return v && [v.status, v.value];
	};
	expect(await said('2019')).toEqual(['value', 0]);
	expect(await said('2020')).toEqual(['suppressed', null]);
	expect(await said('2021')).toEqual(['missing', null]);
	expect(await said('2022')).toEqual(['notApplicable', null]);
	expect(await said('2025')).toBeUndefined();
	cell('2021', 12);
	await w.fetch({ indicatorIds: [id], years: ['2021'] });
	expect(await said('2021')).toEqual(['value', 12]);
});

test('[I7] a mean that the source refuses or lacks is ours, and says so and of whom', async () => {
	for (const groupData of ['refused', 'empty'] as const) {
		const w = await koladaWorld();
		const { similar } = await w.addGroups();
		const id = await w.addKpi('N15419');
		w.server.groupData = groupData;
		const [lacking = ''] = members;
		w.server.cells.set(`N15419|${lacking}|2022|T`, { value: null });
		await w.fetch({ indicatorIds: [id], series: [similar] });
		const value = await w.value(id, '2022', similar);
		const rest = members.slice(1).map((m) => madeUp('N15419', m, '2022'));
		expect(value?.value).toBeCloseTo(rest.reduce((a, b) => a + b, 0) / 6, 8);
		expect(value?.source).toMatchObject({
			kind: 'fetched',
			text: 'Egen beräkning (ovägt medelvärde av 6 av 7 kommuner, N15419)'
		});
		expect(value?.basis).toEqual({
			mean: 'own',
			year: 2024,
			members: (GROUPS['G176409']?.members ?? []).map(([, title]) => title),
			count: 6
		});
		expect(numberOf(await w.value(id, '2022', similar, 'flickor'))).toBeCloseTo(
			mean('N15419', '2022', 'K'),
			8
		);
	}
});

test('[I7] the source’s own mean names the source, and how many were counted', async () => {
	const w = await koladaWorld();
	const { similar, nation } = await w.addGroups();
	const id = await w.addKpi('U31803');
	await w.fetch({ indicatorIds: [id], series: [similar, nation] });
	expect(await w.value(id, '2022', similar)).toMatchObject({
		source: { text: 'Kolada (U31803)' },
		basis: { mean: 'source', year: 2024, count: 7 }
	});
	expect(await w.value(id, '2022', nation)).not.toHaveProperty('basis');
});

test('[I7] other members under the same id are told; values stay those of the members that are known', async () => {
	const w = await koladaWorld();
	const { similar } = await w.addGroups();
	const id = await w.addKpi('U31803');
	const group = w.server.groups['G176409'];
	if (!group) throw new Error('no group');
	group.members = [...group.members.slice(0, 5), ['2180', 'Gävle'], ['2181', 'Sandviken']];
	group.title = 'Liknande kommuner socioekonomi, Söderhamn, 2025';
	await w.fetch({ indicatorIds: [id], series: [similar] });
	expect((await w.value(id, '2022', similar))?.value).toBeCloseTo(mean('U31803', '2022'), 8);
	expect(await w.value(id, '2022', similar)).toMatchObject({ basis: { mean: 'own', year: 2024 } });
	const [notice] = await notices(w);
	expect(notice).toMatchObject({
		group: { id: similar, year: 2024 },
		detail: { what: 'members', before: { year: 2024 }, after: { year: 2025 } }
	});
	must(
		await w.app.commands.settleNotice({
			by: by('coordinator'),
			noticeId: notice?.id ?? '',
			take: true
		})
	);
	const known = (await w.app.read((tx) => listKnownGroups(tx, municipality.id))).find(
		(g) => g.id === similar
	);
	expect(known).toMatchObject({ year: 2025, version: 2 });
	expect(known?.members).toContain('Gävle');
	await w.fetch({ indicatorIds: [id], series: [similar] });
	expect(await w.value(id, '2022', similar)).toMatchObject({
		basis: { mean: 'source', year: 2025 }
	});
	expect(await notices(w)).toEqual([]);
});

test('[I7] a group of which only the names are known is found by them, once', async () => {
	const w = await koladaWorld();
	const id = 'ind-ekonomiskt-bistand';
	const names = ['Bollnäs', 'Norberg', 'Säffle', 'Tingsryd', 'Åmål', 'Vingåker', 'Mellerud'];
	await w.app.read(async (tx) => {
		const { changeGroup } = await import('#server/store/comparison-groups.ts');
		await changeGroup(tx, municipality.id, 'demo-liknande-kommuner', 1, { members: names });
	});
	await w.fetch({ indicatorIds: [id], series: ['demo-liknande-kommuner'] });
	expect(numberOf(await w.value(id, '2022', 'demo-liknande-kommuner'))).toBeCloseTo(
		mean('U31803', '2022'),
		8
	);
	const known = (await w.app.read((tx) => listKnownGroups(tx, municipality.id))).find(
		(g) => g.id === 'demo-liknande-kommuner'
	);
	expect([...(known?.memberIds ?? [])].sort()).toEqual([...members].sort());
	expect(known?.members.indexOf('Norberg')).toBe(known?.memberIds.indexOf('1962'));
	await w.fetch({ indicatorIds: [id], series: ['demo-liknande-kommuner'] });
	expect(await notices(w)).toEqual([]);
});

test('[I7] members that no longer have a name at the source are not guessed', async () => {
	const w = await koladaWorld();
	const id = await w.addKpi('U31803');
	// The demo's group of 2021 has a member that this source does not know.
	const state = await w.fetch({ indicatorIds: [id], series: ['own', 'demo-liknande-kommuner'] });
	expect(state).toMatchObject({
		state: 'done',
		failed: [{ series: 'demo-liknande-kommuner', why: 'declined' }]
	});
	expect((await notices(w)).map((n) => n.detail.what)).toEqual(['members']);
});

test('[I7] the nation and the mean of all municipalities are asked for apart and stay apart', async () => {
	const w = await koladaWorld();
	const { nation, all } = await w.addGroups();
	const id = await w.addKpi('U31803');
	await w.fetch({ indicatorIds: [id], series: [nation, all] });
	const asked = w.server.asked.filter((a) => a.path.startsWith('/v3/data')).map((a) => a.path);
	expect(asked.some((p) => p.includes('/municipality/0000/'))).toBe(true);
	expect(asked.some((p) => p.includes(`/municipality/${ALL_MUNICIPALITIES}/`))).toBe(true);
	const [one, other] = [await w.value(id, '2022', nation), await w.value(id, '2022', all)];
	expect(one?.value).not.toBe(other?.value);
	expect(other?.basis?.members).toEqual([]);
});

test('[I9] the fetch is on record: when, where, what each measure was called, and what comes next', async () => {
	const w = await koladaWorld();
	const id = await w.addKpi('N15419');
	const at = w.time.now;
	await w.fetch({ indicatorIds: [id] });
	const row = await w.app.read((tx) => latestFetch(tx, municipality.id));
	expect(row).toMatchObject({
		base: w.server.base,
		code: CODE,
		personId: by('coordinator'),
		kpis: [
			{
				indicatorId: id,
				kpiId: 'N15419',
				found: {
					title: KPI_TITLES['N15419']?.replace('  ', ' '),
					definition: 'Så här räknas N15419.',
					nextPeriod: '2026',
					nextDate: '2026-09-25'
				}
			}
		]
	});
	expect(row?.at).toBeGreaterThanOrEqual(at);
	const [source] = await w.app.read((tx) => listSources(tx, municipality.id));
	expect(source).toMatchObject({ indicatorId: id, nextPeriod: '2026', nextDate: '2026-09-25' });
	const page = must(await w.app.views.fetching(await w.actor('coordinator'), null));
	expect(page).toMatchObject({ code: CODE, codeIsKnown: false });
	expect(page.indicators.find((i) => i.id === id)).toMatchObject({
		latest: '2022',
		nextPeriod: '2026'
	});
});

test('[I9] what is to be fetched must exist, and is refused at its field', async () => {
	const w = await koladaWorld();
	const actor = await w.actor('coordinator');
	const good = {
		indicatorIds: ['ind-ekonomiskt-bistand'],
		series: ['own'],
		years: ['2022'],
		code: CODE
	};
	for (const [change, field] of [
		[{ indicatorIds: [] }, 'indicatorIds'],
		[{ indicatorIds: ['no-such'] }, 'indicatorIds'],
		// One that no source knows.
		[{ indicatorIds: ['ind-hog-franvaro'] }, 'indicatorIds'],
		[{ series: [] }, 'series'],
		[{ series: ['own', 'no-such'] }, 'series'],
		[{ years: [] }, 'years'],
		[{ years: ['22'] }, 'years'],
		[{ years: ['2022/../kpi'] }, 'years'],
		[{ years: Array.from({ length: 26 }, (_, i) => String(1990 + i)) }, 'years'],
		[{ code: '' }, 'code'],
		[{ code: '0000' }, 'code'],
		[{ code: 'G2328' }, 'code']
	] as const) {
		const refusal = refusalOf(
			await w.kolada.start(actor, { ...good, ...change } as unknown as typeof good)
		);
		expect([change, refusal.code === 'invalid' && refusal.problems.map((p) => p.field)]).toEqual([
			change,
			[field]
		]);
	}
	expect(w.server.asked).toEqual([]);
});

test('[A2] [A8] who may fetch: coordinators and administrators', async () => {
	const w = await koladaWorld();
	const ask = {
		indicatorIds: ['ind-ekonomiskt-bistand'],
		series: ['own'],
		years: ['2022'],
		code: CODE
	};
	for (const person of ['education', 'councilMember'] as const) {
		const actor = await w.actor(person);
		for (const refused of [
			await w.kolada.start(actor, ask),
			await w.kolada.state(actor),
			await w.kolada.cancel(actor),
			await w.kolada.searchKpis(actor, 'barn'),
			await w.kolada.searchGroups(actor, 'liknande'),
			await w.app.views.figureNotices(actor, null)
		])
			expect(refusalOf(refused)).toEqual({ code: 'forbidden', why: 'role' });
		expect(
			refusalOf(await w.app.commands.settleNotice({ by: by(person), noticeId: 'x', take: true }))
		).toMatchObject({ code: 'forbidden' });
	}
	expect(refusalOf(await w.kolada.start(null, ask))).toEqual({ code: 'notSignedIn' });
	expect(w.server.asked).toEqual([]);
	must(await w.kolada.start(await w.actor('administrator'), ask));
	expect((await w.kolada.settled(municipality.id)).state).toBe('done');
});

test('[I9] an indicator that became another measure meanwhile takes nothing of the old one', async () => {
	const w = await koladaWorld();
	const id = await w.addKpi('U31803');
	w.server.fail('/data', { kind: 'slow', ms: 100 });
	const actor = await w.actor('coordinator');
	must(
		await w.kolada.start(actor, {
			indicatorIds: [id],
			series: ['own'],
			years: ['2022'],
			code: CODE
		})
	);
	const { indicator } = await w.figures(id);
	must(
		await w.app.commands.saveIndicator({
			by: by('coordinator'),
			indicatorId: id,
			version: indicator.version,
			input: { ...indicator, kpiId: 'N11811' }
		})
	);
	expect(await w.kolada.settled(municipality.id)).toMatchObject({ stored: { written: 0 } });
	expect((await w.figures(id)).values).toEqual([]);
});

test('[I2] what a search finds comes with its proposal, and says what is there already', async () => {
	const w = await koladaWorld();
	const actor = await w.actor('coordinator');
	const found = must(await w.kolada.searchKpis(actor, ' ekonomiskt  bistånd '));
	expect(found.map((k) => [k.id, k.indicatorId, k.proposal.unit])).toEqual([
		['U31803', 'ind-ekonomiskt-bistand', '%'],
		['U31809', null, '%']
	]);
	expect(must(await w.kolada.searchKpis(actor, 'n15436')).map((k) => k.id)).toEqual(['N15436']);
	expect(refusalOf(await w.kolada.searchKpis(actor, 'a'))).toMatchObject({ code: 'invalid' });
	const groups = must(await w.kolada.searchGroups(actor, 'kommuner'));
	expect(groups.map((g) => [g.id, g.kind, g.year])).toEqual(
		expect.arrayContaining([
			['G176409', 'similar', 2024],
			['G2328', 'allMunicipalities', null],
			['G33628', 'own', null]
		])
	);
	expect(groups.find((g) => g.id === 'G176409')?.groupId).toBe('demo-liknande-kommuner');
	expect(must(await w.kolada.findGroup(actor, 'G96092')).members).toHaveLength(9);
	expect(refusalOf(await w.kolada.findGroup(actor, '../kpi'))).toEqual({ code: 'notFound' });
});
