import { expect, onTestFinished, test } from 'vitest';
import { startWorld } from '../routes/world.ts';

const CSV = [
	'Nyckeltal;Period;Värde;Källa',
	'U31803;2021;13,9;Kolada (U31803)',
	'U31803;2030;12,5;',
	'U31803;2031;fjorton;'
].join('\n');

test('[I9] [O1] by the API: all values, a preview, an import of what was named', async () => {
	const world = await startWorld();
	onTestFinished(() => world.close());
	const all = await world.as('education', 'GET', '/values?limit=200');
	expect(all.body?.['items']).toContainEqual(
		expect.objectContaining({
			indicator: {
				id: 'ind-ekonomiskt-bistand',
				title: 'Barn i familjer med ekonomiskt bistånd',
				kpiId: 'U31803',
				unit: '%'
			},
			period: '2021',
			value: 14.7
		})
	);
	const ask = { csv: CSV, source: 'Egen räkning' };
	const preview = await world.as('coordinator', 'POST', '/values/preview', { json: ask });
	expect(preview.body).toMatchObject({
		wrong: 1,
		problems: [{ row: 4, column: 3, head: 'Värde', problem: 'notANumber', found: 'fjorton' }],
		fresh: { count: 1 },
		changed: { count: 1, rows: [{ before: { value: 14.7, source: { by: 'Sara Ekdal' } } }] }
	});
	const decision = { ...ask, seen: preview.body?.['seen'] };
	const done = await world.as('coordinator', 'POST', '/values/import', { json: decision });
	expect(done.body).toEqual({ fresh: 1, changed: 0, same: 0, left: 1 });
	// What was seen is no longer so.
	const again = await world.as('coordinator', 'POST', '/values/import', { json: decision });
	expect([again.status, again.error['happened']]).toEqual([409, 'valueChanged']);
	const late = await world.as('coordinator', 'POST', '/values/preview', { json: ask });
	const over = { ...ask, seen: late.body?.['seen'], overwrite: [2] };
	const both = await world.as('coordinator', 'POST', '/values/import', { json: over });
	expect(both.body).toEqual({ fresh: 0, changed: 1, same: 1, left: 0 });
	const none = await world.as('coordinator', 'POST', '/values/preview', { json: { csv: 'a;b' } });
	expect([none.status, none.error['problems']]).toEqual([
		422,
		[expect.objectContaining({ field: 'file', problem: 'noHead' })]
	]);
});
