import type { App } from '#server/app.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { KEPT_LIMITS, KeptTables } from '#server/figures/kept.ts';
import { inThread, TooMuchWork } from '#server/figures/thread.ts';
import { loadActor } from '#server/store/people.ts';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { known } from '../support/stored-values.ts';

const actor = async (app: App, person: DemoPersonKey) =>
	(await app.read((tx) => loadActor(tx, people[person].id))) ?? null;
const file = (text: string | Uint8Array, name = 'värden.csv') => ({
	name,
	bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
	source: ''
});
const SMALL = 'Nyckeltal;Period;Värde;Källa\nU31803;2030;12,5;Kolada (U31803)\n';

test('[I9] a file is read in a thread of its own and kept for the person alone', async () => {
	const app = await demoApp();
	const coordinator = await actor(app, 'coordinator');
	const kept = must(await app.figures.read(coordinator, file(SMALL)));
	expect(kept).toMatchObject({
		fileName: 'värden.csv',
		table: { values: [{ indicatorId: 'ind-ekonomiskt-bistand', period: '2030', value: 12.5 }] }
	});
	expect(must(await app.figures.kept(coordinator, kept.id))).toEqual(kept);
	const other = await actor(app, 'education');
	expect(refusalOf(await app.figures.kept(other, kept.id)).code).toBe('notFound');
	await app.figures.drop(coordinator);
	expect(refusalOf(await app.figures.kept(coordinator, kept.id)).code).toBe('notFound');
});

test('[A2] who may not enter values reads no files in', async () => {
	const app = await demoApp();
	for (const person of ['councilMember', 'administrator'] as const)
		expect(refusalOf(await app.figures.read(await actor(app, person), file(SMALL))).code).toBe(
			'forbidden'
		);
	expect(refusalOf(await app.figures.read(null, file(SMALL))).code).toBe('notSignedIn');
});

test('[I9] all that the municipality has, exported and imported in both forms, is the same', async () => {
	const app = await demoApp();
	const coordinator = await actor(app, 'coordinator');
	for (const lang of ['sv', 'en'] as const)
		for (const format of ['csv', 'xlsx'] as const) {
			const view = await app.views.valuesExport(coordinator, { indicatorId: null, lang });
			const { rows } = must(view);
			expect(rows.length).toBeGreaterThan(30);
			const bytes = await app.figures.write(rows, format, lang);
			const { table } = must(await app.figures.read(coordinator, file(bytes, `x.${format}`)));
			expect(table.problems).toEqual([]);
			const preview = must(await app.views.valuesImport(coordinator, { table }));
			expect(preview).toMatchObject({
				fresh: { count: 0 },
				changed: { count: 0 },
				same: rows.length - 1
			});
		}
});

test('[I9] a hundred thousand rows are refused, and nobody waits for it', async () => {
	const app = await demoApp();
	const coordinator = await actor(app, 'coordinator');
	const rows = 'U31803;Exempelkommun;2022;14,7;Kolada\n'.repeat(100_000);
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	const refusal = refusalOf(
		await app.figures.read(coordinator, file(`Nyckeltal;Gäller;Period;Värde;Källa\n${rows}`))
	);
	delay.disable();
	expect(refusal).toMatchObject({ problems: [{ field: 'file', problem: 'tooManyRows' }] });
	// Far above what it takes, for machines that are shared.
	expect(delay.max / 1e6).toBeLessThan(2000);
	const large = new Uint8Array(5 * 1024 * 1024 + 1);
	expect(refusalOf(await app.figures.read(coordinator, file(large)))).toMatchObject({
		problems: [{ problem: 'tooLarge' }]
	});
});

test('[I9] a thread that takes too long is ended, and says so', async () => {
	const bytes = new TextEncoder().encode(SMALL);
	const job = inThread('read', { bytes, known, defaults: { source: '' } }, 1);
	await expect(job).rejects.toBeInstanceOf(TooMuchWork);
});

test('[I9] what waits for a decision waits for half an hour, one file a person, and not without end', () => {
	let now = 0;
	const tables = new KeptTables(() => now);
	const put = (person: string, id: string, values: number) => {
		const none = { rows: 0, empty: 0, repeated: 0, wrong: 0, problems: [], ignored: [] };
		const value = {
			row: 2,
			indicatorId: 'i',
			series: 'own',
			breakdown: '',
			period: '2022',
			status: 'value' as const,
			value: 1,
			source: 's'
		};
		const table = { ...none, values: Array.from({ length: values }, () => value) };
		tables.put(person, { id, fileName: '', at: now, table });
	};
	put('a', '1', 1);
	put('a', '2', 1);
	expect([tables.get('a', '1'), tables.get('a', '2')?.id]).toEqual([null, '2']);
	now = KEPT_LIMITS.ms - 1;
	expect(tables.get('a', '2')?.id).toBe('2');
	now += 1;
	expect(tables.get('a', '2')).toBeNull();
	put('b', '3', KEPT_LIMITS.values / 2);
	put('c', '4', KEPT_LIMITS.values / 2);
	put('d', '5', 1);
	expect([tables.get('b', '3'), tables.get('c', '4')?.id, tables.get('d', '5')?.id]).toEqual([
		null,
		'4',
		'5'
	]);
});
