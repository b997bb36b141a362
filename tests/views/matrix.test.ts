import type { MatrixPage } from '#server/views/matrix.ts';
import { expect, test } from 'vitest';
import { must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId } from '../support/look.ts';

const cell = ({ departments, rows }: MatrixPage, article: number, department: string | null) =>
	rows.find((row) => row.article === article)?.cells[departments.indexOf(department)] ?? [];

test('[A8] the matrix shows what each department says of each article, to those who may read it', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const page = must(await app.views.matrix(await actorOf(app, 'culture'), { reportId: id }));
	expect(page.rows.map(({ article }) => article).slice(0, 4)).toEqual([2, 3, 6, 12]);
	expect(page.rows.every(({ cells }) => cells.length === page.departments.length)).toBe(true);
	const heard = cell(page, 12, 'Kultur och fritid');
	expect(heard.map(({ key, side }) => [key, side])).toEqual(
		expect.arrayContaining([
			['current.strengths.12', 'strengths'],
			['current.challenges.12', 'challenges']
		])
	);
	// Somebody has written in some sections of the demo and not in all.
	const all = page.rows.flatMap(({ cells }) => cells.flat());
	expect(all.some(({ words, begins }) => words > 0 && begins !== '')).toBe(true);
	expect(all.filter(({ words }) => words === 0).every(({ begins }) => begins === '')).toBe(true);
	const council = await actorOf(app, 'councilMember');
	expect(refusalOf(await app.views.matrix(council, { reportId: id }))).toEqual({
		code: 'notFound'
	});
	expect(refusalOf(await app.views.matrix(null, { reportId: id }))).toEqual({
		code: 'notSignedIn'
	});
});
