import { addReview } from '#server/demo/review.ts';
import { expect, test } from 'vitest';
import { must } from '../support/act.ts';
import { actorFor, coordinator } from '../support/actors.ts';
import { demoApp } from '../support/app.ts';

test('[R1] [R2] [R6] [N1] whoever opens the demo meets a day, a question and a proposal, each from a person of it', async () => {
	const app = await demoApp({ clock: () => Date.UTC(2026, 2, 10) });
	await addReview(app);
	const actor = await coordinator(app);
	const api = must(await app.views.apiReports(actor, null));
	const reportId = api.find(({ title }) => title.endsWith('2023'))?.id ?? '';
	const { rows } = must(await app.views.board(actor, { reportId }));
	const row = rows.find(({ key }) => key === 'units.education');
	expect(row).toMatchObject({ dueOn: '2026-03-24', open: 2, mustMeet: 0 });
	const { threads } = must(await app.views.review(actor, { sectionId: row?.id ?? '' }));
	expect(threads.map(({ kind, isGone }) => ({ kind, isGone }))).toEqual([
		{ kind: 'suggestion', isGone: false },
		{ kind: 'comment', isGone: false }
	]);
	const told = must(await app.views.notices(await actorFor(app, 'education'), { page: 1 }));
	expect(JSON.stringify(told)).toContain('mention');
});
