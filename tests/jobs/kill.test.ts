import { isUnderWay } from '#core/job.ts';
import { municipality } from '#server/demo/people.ts';
import { getFigures } from '#server/store/indicators.ts';
import { listJobs } from '#server/store/jobs.ts';
import { figureFetch } from '#server/store/schema.ts';
import { openStore } from '#server/store/store.ts';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { must } from '../support/act.ts';
import { koladaServer } from '../support/kolada-server.ts';
import { startMain, type MainOptions, type MainProcess } from '../support/main-process.ts';
import { prepare, type Prepared } from '../support/prepared.ts';

let prepared: Prepared;
beforeAll(async () => {
	prepared = await prepare();
}, 60_000);
afterAll(() => prepared.remove());

const INDICATOR = 'ind-ekonomiskt-bistand';
const PATIENCE = { timeout: 30_000, interval: 50 };

async function start(options: MainOptions): Promise<MainProcess> {
	const running = await startMain(options);
	onTestFinished(async () => {
		await running.end('SIGKILL');
	});
	return running;
}

/** What the stopped program has left. */
async function left(file: string) {
	const store = openStore({ file, migrations: resolve('drizzle'), readonly: true });
	const read = await store.read(async (tx) => ({
		jobs: await listJobs(tx, municipality.id, 10),
		values: (await getFigures(tx, municipality.id, INDICATOR))?.values.filter(
			(v) => v.period === '2016' && v.series === 'own'
		),
		fetches: tx.db.select().from(figureFetch).all().length
	}));
	store.close();
	return read;
}

test('[O6] [I9] kill -9 and a stop in the middle of a fetch: it goes on each time, and its values are stored once', async () => {
	const kolada = await koladaServer();
	const { dataDir, file } = prepared.copy();
	const options = { dataDir, koladaUrl: kolada.base };
	const isAsked = () => kolada.asked.some(({ path }) => path.startsWith('/v3/data'));
	kolada.fail('/data', { kind: 'slow', ms: 60_000 });
	const first = await start(options);
	const asked = must(
		await first.startFetch({
			indicatorIds: [INDICATOR],
			series: ['own'],
			years: ['2016'],
			code: '2182'
		})
	);
	await expect.poll(isAsked, PATIENCE).toBe(true);
	await first.end('SIGKILL');
	expect(await left(file)).toMatchObject({
		jobs: [{ id: asked.id, state: 'running', attempts: 1 }],
		values: []
	});

	kolada.asked.length = 0;
	const second = await start(options);
	await expect.poll(isAsked, PATIENCE).toBe(true);
	expect(must(await second.fetchState())).toMatchObject({ id: asked.id, state: 'running' });
	// An orderly end waits for nobody, and is no attempt.
	expect(await second.end('SIGTERM')).toEqual({ code: 0, signal: null });
	expect((await left(file)).jobs).toMatchObject([{ state: 'waiting', attempts: 1 }]);

	kolada.heal();
	const third = await start(options);
	await expect.poll(async () => must(await third.fetchState()).state, PATIENCE).not.toBe('running');
	expect(must(await third.fetchState())).toMatchObject({
		id: asked.id,
		state: 'done',
		startedBy: 'Sara Ekdal',
		stored: { written: 1, same: 0 }
	});
	await third.end('SIGKILL');
	const { jobs, values, fetches } = await left(file);
	expect(jobs).toMatchObject([{ state: 'done', attempts: 2 }]);
	expect(values).toHaveLength(1);
	expect(fetches).toBe(1);

	const fourth = await start(options);
	expect(must(await fourth.fetchState()).state).toBe('done');
	await fourth.end('SIGTERM');
	const again = await left(file);
	expect(again.fetches).toBe(1);
	expect(again.jobs.filter((job) => isUnderWay(job.state))).toEqual([]);
}, 120_000);

test('[O6] what ends the program three times is given up, and the program goes on', async () => {
	const kolada = await koladaServer();
	const { dataDir, file } = prepared.copy();
	const options = { dataDir, koladaUrl: kolada.base };
	kolada.fail('/kpi', { kind: 'slow', ms: 60_000 });
	for (let round = 0; round < 3; round += 1) {
		kolada.asked.length = 0;
		const running = await start(options);
		if (round === 0)
			must(
				await running.startFetch({
					indicatorIds: [INDICATOR],
					series: ['own'],
					years: ['2016'],
					code: '2182'
				})
			);
		await expect.poll(() => kolada.asked.length, PATIENCE).toBeGreaterThan(0);
		await running.end('SIGKILL');
	}
	kolada.asked.length = 0;
	const last = await start(options);
	await expect.poll(async () => must(await last.fetchState()).state, PATIENCE).toBe('failed');
	expect(must(await last.fetchState()).isGivenUp).toBe(true);
	expect(await last.isHealthy()).toBe(true);
	expect(kolada.asked).toEqual([]);
	// Somebody may ask anew.
	kolada.heal();
	must(
		await last.startFetch({
			indicatorIds: [INDICATOR],
			series: ['own'],
			years: ['2016'],
			code: '2182'
		})
	);
	await expect.poll(async () => must(await last.fetchState()).state, PATIENCE).toBe('done');
	await last.end('SIGTERM');
	expect((await left(file)).jobs).toMatchObject([
		{ state: 'done', attempts: 1 },
		{ state: 'failed', attempts: 3 }
	]);
}, 120_000);
