import type { App } from '#server/app.ts';
import { figures } from '#server/demo/figures.ts';
import type { TypedValue } from '#server/commands/put-indicator-values.ts';
import { getFigures } from '#server/store/indicators.ts';
import { auditEvent } from '#server/store/schema.ts';
import { expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';

const id = figures[0]?.indicator.id ?? '';
const now = async (app: App) => {
	const found = await app.read((tx) => getFigures(tx, 'demo-exempelkommun', id));
	if (!found) throw new Error('no indicator');
	return found;
};
const typed = (change: Partial<TypedValue>): TypedValue => ({
	series: 'own',
	breakdown: '',
	period: '2023',
	status: 'value',
	value: '14,2',
	source: 'Kolada (U31803)',
	...change
});
const put = async (app: App, values: TypedValue[], version?: number) =>
	app.commands.putIndicatorValues({
		by: by('social'),
		indicatorId: id,
		version: version ?? (await now(app)).indicator.version,
		values
	});

test('[I1] a value has number, period, status and who entered it when; null and zero are not the same', async () => {
	const at = Date.UTC(2024, 1, 3);
	const app = await demoApp({ clock: () => at });
	must(
		await put(app, [
			typed({}),
			typed({ period: 'lå 20/21', value: '0' }),
			typed({ period: '2019', status: 'suppressed', value: '' }),
			typed({ period: '', value: 3.5, breakdown: 'flickor' })
		])
	);
	const { values } = await now(app);
	const find = (period: string) => values.find((v) => v.period === period && v.series === 'own');
	expect(find('2023')).toMatchObject({
		status: 'value',
		value: 14.2,
		source: { kind: 'entered', text: 'Kolada (U31803)', at, by: 'Mariam Sundberg' }
	});
	expect(find('2020/21')).toMatchObject({ status: 'value', value: 0 });
	expect(find('2019')).toMatchObject({ status: 'suppressed', value: null });
	expect(find('unknown')).toMatchObject({ value: 3.5, breakdown: 'flickor' });
});

test('[I9] a part in another spelling is the same part: its value is replaced, not doubled', async () => {
	const app = await demoApp();
	must(await put(app, [typed({ breakdown: 'Kulanskolan' }), typed({ breakdown: 'Flickor' })]));
	must(
		await put(app, [
			typed({ breakdown: 'kulanskolan ', value: '9' }),
			typed({ breakdown: 'FLICKOR', status: 'suppressed', value: null })
		])
	);
	const parts = (await now(app)).values.filter((v) => v.period === '2023');
	expect(parts.map((v) => [v.breakdown, v.status, v.value])).toEqual([
		['Kulanskolan', 'value', 9],
		['flickor', 'suppressed', null]
	]);
});

test('[I1] what is no value is refused at its field, and nothing of the input is stored', async () => {
	const app = await demoApp();
	const before = await now(app);
	const refusal = refusalOf(
		await put(app, [
			typed({}),
			typed({ value: 'fjorton' }),
			typed({ period: 'i fjol' }),
			typed({ status: 'maybe' }),
			typed({ source: ' ' }),
			typed({ series: 'no-such-group' }),
			typed({ status: 'missing', value: '3' })
		])
	);
	if (refusal.code !== 'invalid') throw new Error(refusal.code);
	expect(refusal.problems.map((p) => p.field)).toEqual([
		'values.1.value',
		'values.2.period',
		'values.3.status',
		'values.4.source',
		'values.5.series',
		'values.6.value'
	]);
	expect(await now(app)).toEqual(before);
});

test('[S10] who typed into an older version is told, and the newer value stays', async () => {
	const app = await demoApp();
	const { version } = (await now(app)).indicator;
	must(await put(app, [typed({ value: '1' })], version));
	expect(refusalOf(await put(app, [typed({ value: '2' })], version))).toMatchObject({
		code: 'moved',
		happened: 'valueChanged'
	});
	expect((await now(app)).values.find((v) => v.period === '2023')?.value).toBe(1);
});

test('[S9] a correction and a removal are on the record with what stood before', async () => {
	const app = await demoApp();
	must(await put(app, [typed({ value: '1' })]));
	must(await put(app, [typed({ remove: true, source: '', value: '' })]));
	expect((await now(app)).values.some((v) => v.period === '2023')).toBe(false);
	const events = await app.read(async (tx) => tx.db.select().from(auditEvent).all());
	const last = events.filter((e) => e.act === 'indicator.values').at(-1);
	expect(last?.detail).toMatchObject({
		indicatorId: id,
		before: [{ period: '2023', value: 1 }],
		after: [{ period: '2023', removed: true }]
	});
});

test('[A2] a council member and an administrator enter no values', async () => {
	const app = await demoApp();
	for (const person of ['councilMember', 'administrator'] as const)
		expect(
			refusalOf(
				await app.commands.putIndicatorValues({
					by: by(person),
					indicatorId: id,
					version: 1,
					values: [typed({})]
				})
			).code
		).toBe('forbidden');
});
