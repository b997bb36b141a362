import { p, table } from '#server/demo/write.ts';
import { listReports } from '#server/store/reports.ts';
import { expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId } from '../support/look.ts';
import { republish, rewrite } from '../support/next-year.ts';

test('[Y1] [Y2] before it is made one sees what goes on, what does not, and which rows could not be read', async () => {
	const app = await demoApp();
	const head = ['Utvecklingsområde', 'Åtgärder', 'Vem'];
	const rows = [
		['Läsa mer', 'Öppna på söndagar.', ''],
		['', '', 'Biblioteket']
	];
	await republish(app, (model) => {
		rewrite(model, 'plan', p('Planen.'), table('Planen', head, rows, 'plan'));
		model.sections = model.sections.filter(({ content }) => content.key !== 'voices');
	});
	const actor = await actorOf(app, 'coordinator');
	const before = await app.read((tx) => listReports(tx, 'demo-exempelkommun'));
	const page = must(await app.views.rollOverPage(actor, { fromReportId: null }));
	expect(page.sources.map((s) => [s.title, s.number, s.authority])).toEqual([
		['Barnbokslut 2022', 2, 'Kommunstyrelsen']
	]);
	expect(page.plan).toMatchObject({
		reportYear: 2023,
		title: 'Barnbokslut 2023',
		indicators: 18,
		followUp: { key: 'followUp', isNew: false, isRequiredNow: true, areas: 1, measures: 1 },
		unread: [{ why: 'nothing', words: 'Biblioteket' }],
		absent: [{ title: 'Barns och ungas röster' }]
	});
	expect(await app.read((tx) => listReports(tx, 'demo-exempelkommun'))).toEqual(before);
});

test('[Y1] a report that was already made of the same one is named', async () => {
	const app = await demoApp();
	const made = must(
		await app.commands.rollOverReport({
			by: by('coordinator'),
			fromReportId: await reportId(app, 2022),
			reportYear: 2024,
			title: 'Barnbokslut 2024'
		})
	);
	const page = must(
		await app.views.rollOverPage(await actorOf(app, 'coordinator'), { fromReportId: null })
	);
	expect(page.plan?.already).toContainEqual({
		id: made.reportId,
		title: 'Barnbokslut 2024',
		reportYear: 2024
	});
});

test('[A1] [A8] it is the coordinator’s page, and of published reports alone', async () => {
	const app = await demoApp();
	const ask = { fromReportId: await reportId(app, 2022) };
	const forbidden = { code: 'forbidden', why: 'role' };
	for (const person of ['education', 'administrator', 'councilMember'] as const)
		expect(refusalOf(await app.views.rollOverPage(await actorOf(app, person), ask))).toEqual(
			forbidden
		);
	expect(refusalOf(await app.views.rollOverPage(null, ask))).toEqual({ code: 'notSignedIn' });
	const unpublished = { fromReportId: await reportId(app, 2023) };
	const coordinator = await actorOf(app, 'coordinator');
	expect(refusalOf(await app.views.rollOverPage(coordinator, unpublished))).toEqual({
		code: 'notFound'
	});
});
