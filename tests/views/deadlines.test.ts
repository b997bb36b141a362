import { inOrderOfDays } from '../../src/routes/(work)/reports/[id]/board/order.ts';
import { expect, test } from 'vitest';
import { by, must } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId } from '../support/look.ts';
import { sectionId } from '../support/server.ts';

test('[R6] the board and the start page tell by when a section is to be submitted, what is wanted first before the rest', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const own = await sectionId(app, 'units.culture');
	const start = async () =>
		must(await app.views.start(await actorOf(app, 'culture'), null)).work?.toWrite ?? [];
	const before = (await start()).map(({ key }) => key);
	expect(before.length).toBeGreaterThan(1);
	expect(before).toContain('units.culture');
	must(
		await app.commands.setDeadlines({
			by: by('coordinator'),
			reportId: id,
			report: { seen: null, dueOn: '2026-03-31' },
			sections: [{ sectionId: own, seen: null, dueOn: '2026-03-01' }]
		})
	);
	const board = must(await app.views.board(await actorOf(app, 'culture'), { reportId: id }));
	expect(board.report.dueOn).toBe('2026-03-31');
	expect(board.rows.find((row) => row.id === own)).toMatchObject({
		dueOn: '2026-03-01',
		ownDueOn: '2026-03-01',
		open: 0,
		mustMeet: 0
	});
	for (const row of board.rows.filter((one) => one.id !== own))
		expect([row.key, row.dueOn]).toEqual([row.key, row.required ? '2026-03-31' : null]);
	const after = await start();
	expect(after.map(({ key, dueOn }) => [key, dueOn])).toEqual([
		['units.culture', '2026-03-01'],
		...before.filter((key) => key !== 'units.culture').map((key) => [key, '2026-03-31'])
	]);
});

test('[R6] the board in the order of days has drafts with a day first and what is submitted last', () => {
	const row = (key: string, state: 'draft' | 'submitted', dueOn: string | null) => ({
		key,
		state,
		dueOn
	});
	const rows = [
		row('a', 'submitted', '2026-01-01'),
		row('b', 'draft', null),
		row('c', 'draft', '2026-03-31'),
		row('d', 'draft', '2026-03-01'),
		row('e', 'draft', '2026-03-31')
	];
	expect(
		inOrderOfDays(rows)
			.map(({ key }) => key)
			.join('')
	).toBe('dceba');
});
