import type { IndicatorValue } from '#core/indicator.ts';
import { type ProposedValue, type ValuesTable } from '#core/values-table.ts';
import type { App } from '#server/app.ts';
import { municipality, people, type DemoPersonKey } from '#server/demo/people.ts';
import { getFigures } from '#server/store/indicators.ts';
import { loadActor } from '#server/store/people.ts';
import { auditEvent } from '#server/store/schema.ts';
import { expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';

const POVERTY = 'ind-ekonomiskt-bistand';
const LOANS = 'ind-barnbokslan';

const actor = async (app: App, person: DemoPersonKey) =>
	(await app.read((tx) => loadActor(tx, people[person].id))) ?? null;
const figuresOf = async (app: App, id: string) => {
	const found = await app.read((tx) => getFigures(tx, municipality.id, id));
	if (!found) throw new Error(`no ${id}`);
	return found;
};
const valueOf = async (app: App, id: string, period: string): Promise<IndicatorValue | undefined> =>
	(await figuresOf(app, id)).values.find(
		(v) => v.series === 'own' && v.breakdown === '' && v.period === period
	);

const proposed = (row: number, change: Partial<ProposedValue>): ProposedValue => ({
	row,
	indicatorId: POVERTY,
	series: 'own',
	breakdown: '',
	period: '2021',
	status: 'value',
	value: 13.9,
	source: 'Kolada (U31803)',
	...change
});
const tableOf = (values: ProposedValue[]): ValuesTable => ({
	values,
	rows: values.length,
	empty: 0,
	repeated: 0,
	wrong: 0,
	problems: [],
	ignored: []
});
const previewOf = async (app: App, values: ProposedValue[]) =>
	must(await app.views.valuesImport(await actor(app, 'coordinator'), { table: tableOf(values) }));

/** What the demo has typed for 2021 is 14.7; 2030 is new, and 1990 too. */
const THREE = [
	proposed(2, {}),
	proposed(3, { period: '2030', value: 0 }),
	proposed(4, { period: '1990', status: 'suppressed', value: null })
];

async function importing(app: App, values: ProposedValue[], overwrite: number[] = []) {
	const { seen } = await previewOf(app, values);
	return app.commands.importValues({
		by: by('coordinator'),
		fileName: 'värden.csv',
		values,
		seen,
		overwrite
	});
}

test('[I9] a preview tells what is new, the same and changed, with who typed what stands there', async () => {
	const app = await demoApp();
	const stored = await valueOf(app, POVERTY, '2021');
	expect(stored).toMatchObject({ value: 14.7, source: { kind: 'entered', by: 'Sara Ekdal' } });
	const same = proposed(5, { indicatorId: POVERTY, ...stored, source: stored?.source.text ?? '' });
	const preview = await previewOf(app, [...THREE.slice(1), { ...same, row: 6 }]);
	expect(preview).toMatchObject({ fresh: { count: 2 }, same: 1, changed: { count: 0, rows: [] } });
	const { changed } = await previewOf(app, THREE);
	expect(changed).toMatchObject({
		count: 1,
		rows: [
			{
				proposed: { row: 2, value: 13.9 },
				indicator: { id: POVERTY, unit: '%' },
				before: { value: 14.7, source: { kind: 'entered', by: 'Sara Ekdal' } }
			}
		]
	});
});

test('[I9] [I1] what is new goes in, and a typed value that was not ticked is as before', async () => {
	const at = Date.UTC(2025, 5, 1);
	const app = await demoApp({ clock: () => at });
	const before = await figuresOf(app, POVERTY);
	expect(must(await importing(app, THREE))).toEqual({ fresh: 2, changed: 0, same: 0, left: 1 });
	expect(await valueOf(app, POVERTY, '2021')).toEqual(
		before.values.find((v) => v.series === 'own' && v.period === '2021')
	);
	expect(await valueOf(app, POVERTY, '2030')).toEqual({
		series: 'own',
		breakdown: '',
		period: '2030',
		status: 'value',
		value: 0,
		source: { kind: 'entered', text: 'Kolada (U31803)', at, by: 'Sara Ekdal' }
	});
	expect(await valueOf(app, POVERTY, '1990')).toMatchObject({ status: 'suppressed', value: null });
	expect((await figuresOf(app, POVERTY)).indicator.version).toBe(before.indicator.version + 1);
});

test('[I9] a typed value that was ticked is overwritten, and its row alone', async () => {
	const app = await demoApp();
	const two = [proposed(2, {}), proposed(3, { indicatorId: LOANS, period: '2021' })];
	must(await importing(app, [proposed(2, { indicatorId: LOANS, value: 1 })]));
	expect(must(await importing(app, two, [2]))).toEqual({ fresh: 0, changed: 1, same: 0, left: 1 });
	expect(await valueOf(app, POVERTY, '2021')).toMatchObject({ value: 13.9 });
	expect(await valueOf(app, LOANS, '2021')).toMatchObject({ value: 1 });
});

test('[I9] a fetched value is not overwritten in silence either', async () => {
	const app = await demoApp();
	const fetched = { ...proposed(0, { value: 12, period: '2031' }), source: 'Kolada (U31803)' };
	must(
		await app.commands.storeFetched({
			by: by('coordinator'),
			fetched: {
				base: 'http://localhost',
				code: '2182',
				kpis: [{ indicatorId: POVERTY, kpiId: 'U31803', found: null }],
				groups: [],
				answered: [],
				years: ['2031'],
				values: [fetched]
			}
		})
	);
	const other = [proposed(2, { period: '2031', value: 11 })];
	expect(must(await importing(app, other))).toMatchObject({ changed: 0, left: 1 });
	expect(await valueOf(app, POVERTY, '2031')).toMatchObject({
		value: 12,
		source: { kind: 'fetched', by: null }
	});
	expect(must(await importing(app, other, [2]))).toMatchObject({ changed: 1, left: 0 });
	expect(await valueOf(app, POVERTY, '2031')).toMatchObject({
		value: 11,
		source: { kind: 'entered', by: 'Sara Ekdal' }
	});
});

test('[S10] [I9] when a value has changed since the preview nothing is imported, and a new preview shows it', async () => {
	const app = await demoApp();
	const { seen } = await previewOf(app, THREE);
	const { version } = (await figuresOf(app, POVERTY)).indicator;
	must(
		await app.commands.putIndicatorValues({
			by: by('social'),
			indicatorId: POVERTY,
			version,
			values: [
				{ ...proposed(0, {}), period: '2021', value: '15,1', status: 'value', source: 'Rättat' }
			]
		})
	);
	const before = await figuresOf(app, POVERTY);
	const late = await app.commands.importValues({
		by: by('coordinator'),
		fileName: '',
		values: THREE,
		seen,
		overwrite: [2]
	});
	expect(refusalOf(late)).toMatchObject({ code: 'moved', happened: 'valueChanged' });
	expect(await figuresOf(app, POVERTY)).toEqual(before);
	const { changed } = await previewOf(app, THREE);
	expect(changed.rows).toMatchObject([{ before: { value: 15.1, source: { text: 'Rättat' } } }]);
});

test('[S10] the same decision sent twice is done once', async () => {
	const app = await demoApp();
	const { seen } = await previewOf(app, THREE);
	const decision = { by: by('coordinator'), fileName: '', values: THREE, seen, overwrite: [2] };
	const [one, other] = await Promise.all([
		app.commands.importValues(decision),
		app.commands.importValues(decision)
	]);
	expect([one.ok, other.ok].sort()).toEqual([false, true]);
});

test('[I9] one value that cannot be, and nothing of the import is stored', async () => {
	const app = await demoApp();
	const before = await figuresOf(app, POVERTY);
	for (const [change, field] of [
		[{ value: null }, 'value'],
		[{ value: NaN }, 'value'],
		[{ status: 'missing' as const }, 'value'],
		[{ period: '2020-21' }, 'period'],
		[{ series: 'no-group' }, 'series'],
		[{ source: '' }, 'source'],
		[{ breakdown: ' x' }, 'breakdown']
	] as const) {
		const refusal = refusalOf(
			await importing(app, [...THREE, proposed(9, { ...change, period: '2029', ...change })])
		);
		expect(refusal).toMatchObject({ code: 'invalid', problems: [{ field: `values.3.${field}` }] });
	}
	expect(
		refusalOf(await importing(app, [...THREE, proposed(9, { indicatorId: 'no-indicator' })])).code
	).toBe('notFound');
	expect(await figuresOf(app, POVERTY)).toEqual(before);
});

test('[S9] [I9] an import is one line of the record, with what stood before and what came', async () => {
	const app = await demoApp();
	must(await importing(app, THREE, [2]));
	must(await importing(app, THREE, [2]));
	const events = await app.read(async (tx) => tx.db.select().from(auditEvent).all());
	const lines = events.filter((e) => e.act === 'indicator.import');
	// The second has changed nothing.
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatchObject({ personName: 'Sara Ekdal' });
	expect(lines[0]?.detail).toMatchObject({
		fileName: 'värden.csv',
		fresh: 2,
		changed: 1,
		before: [{ indicatorId: POVERTY, period: '2021', value: 14.7 }],
		after: [
			{ period: '2030', value: 0 },
			{ period: '1990', status: 'suppressed' },
			{ period: '2021', value: 13.9 }
		]
	});
});

test('[A2] a council member and an administrator import nothing, and see no preview', async () => {
	const app = await demoApp();
	for (const person of ['councilMember', 'administrator'] as const) {
		const input = { by: by(person), fileName: '', values: THREE, seen: '', overwrite: [] };
		expect(refusalOf(await app.commands.importValues(input)).code).toBe('forbidden');
		const preview = app.views.valuesImport(await actor(app, person), { table: tableOf(THREE) });
		expect(refusalOf(await preview).code).toBe('forbidden');
	}
	const nobody = await app.views.valuesExport(null, { indicatorId: null, lang: 'sv' });
	expect(refusalOf(nobody).code).toBe('notSignedIn');
});
