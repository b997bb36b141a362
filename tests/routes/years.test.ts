import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

test('[Y1] [O1] a report is made of the year before by naming it, and its sections read what was said', async () => {
	const from = await world.reportId(2022);
	const json = { from, title: 'Barnbokslut 2024', reportYear: 2024 };
	const made = await world.as('coordinator', 'POST', '/reports', { json });
	expect([made.status, made.body?.['variant']]).toEqual([201, 'municipal']);
	const sections = made.body?.['sections'] as { id: string; key: string }[];
	const id = sections.find(({ key }) => key === 'followUp')?.id ?? '';
	const beside = await world.as('education', 'GET', `/sections/${id}/previous`);
	expect([beside.status, beside.body?.['edition']]).toMatchObject([
		200,
		{ title: 'Barnbokslut 2022', href: '/r/barnbokslut-2022/v/1' }
	]);
});

test('[Y1] [O2] what follows from the year before is not said beside it', async () => {
	const from = await world.reportId(2022);
	const json = { from, title: 'Nytt', reportYear: 2024, variant: 'board', template: 'barnbokslut' };
	const answer = await world.as('coordinator', 'POST', '/reports', { json });
	expect(answer.status).toBe(422);
	expect((answer.error['problems'] as { field: string }[]).map(({ field }) => field)).toEqual([
		'template',
		'variant'
	]);
	const unpublished = await world.as('coordinator', 'POST', '/reports', {
		json: { from: await world.reportId(2023), title: 'Nytt', reportYear: 2024 }
	});
	expect([unpublished.status, unpublished.error['code']]).toEqual([422, 'invalid']);
});
