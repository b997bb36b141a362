import { areaTablesOf } from '#core/areas.ts';
import { articleTexts } from '#core/templates/barnbokslut/articles.ts';
import { indicatorIds, plainText } from '#schema/text.ts';
import type { App } from '#server/app.ts';
import { b, p, table } from '#server/demo/write.ts';
import { listAudit } from '#server/store/audit.ts';
import { findEdition, getEditionFile } from '#server/store/editions.ts';
import { insertAuthority, insertDepartment } from '#server/store/organisation.ts';
import { insertGrant } from '#server/store/people.ts';
import { getReport, listReportIndicators, listReports } from '#server/store/reports.ts';
import { listSections, setShares } from '#server/store/sections.ts';
import { expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId } from '../support/look.ts';
import { modelOf } from '../support/next-edition.ts';
import { AREAS, LAST, planOf, republish, rewrite, textsOf } from '../support/next-year.ts';

const next = { reportYear: 2024, title: 'Barnbokslut 2024' };
const rollOver = async (app: App, asked: Partial<typeof next> = {}, who = by('coordinator')) =>
	app.commands.rollOverReport({
		by: who,
		fromReportId: await reportId(app, 2022),
		...next,
		...asked
	});

test('[Y1] structure, owners, tags, help and indicators go on; no sentence of the old edition does', async () => {
	const app = await demoApp();
	const old = await reportId(app, 2022);
	const before = await app.read((tx) => listSections(tx, old));
	const model = await app.read((tx) => modelOf(tx, LAST, null));
	const made = must(await rollOver(app));
	const report = await app.read((tx) => getReport(tx, made.reportId));
	expect(report).toMatchObject({
		previousReportId: old,
		reportYear: 2024,
		slug: 'barnbokslut-2024',
		kind: 'barnbokslut',
		variant: 'municipal',
		templateKey: 'barnbokslut'
	});
	const structure = (s: (typeof before)[number]) => [
		...[s.position, s.key, s.number, s.title, s.chapterKey, s.chapterNumber, s.chapterTitle],
		...[s.departmentId, s.articles, s.requiredBlocks, s.help, s.sharedWith]
	];
	const texts = await textsOf(app, made.reportId);
	expect([...texts.values()].map(({ section }) => structure(section))).toEqual(
		before.map(structure)
	);
	expect([...texts.values()].every(({ section }) => section.state === 'draft')).toBe(true);
	expect(await app.read((tx) => listReportIndicators(tx, made.reportId))).toEqual(
		await app.read((tx) => listReportIndicators(tx, old))
	);

	const fixed = new Set(plainText({ type: 'doc', content: articleTexts }).split('\n'));
	const said = model.sections
		.filter(({ content }) => content.key !== 'plan')
		.flatMap(({ content }) => plainText(content.doc).split('\n'))
		.filter((line) => line.length > 20 && !fixed.has(line));
	expect(said.length).toBeGreaterThan(100);
	const written = [...texts.values()].map(({ doc }) => plainText(doc)).join('\n');
	expect(said.filter((line) => written.includes(line))).toEqual([]);
	// Outside of what is followed up stands the template's fixed text alone.
	for (const [key, { doc }] of texts)
		if (key === 'intro.articles') expect(doc.content).toEqual(articleTexts);
		else if (key !== 'followUp') expect([key, plainText(doc)]).toEqual([key, '']);
});

test('[Y1] [I5] blocks that refer to figures stay in their order, with paragraphs to write in', async () => {
	const app = await demoApp();
	const model = await app.read((tx) => modelOf(tx, LAST, null));
	const texts = await textsOf(app, must(await rollOver(app)).reportId);
	let count = 0;
	for (const { content } of model.sections) {
		const doc = texts.get(content.key)?.doc ?? { type: 'doc' };
		expect(indicatorIds(doc)).toEqual(indicatorIds(content.doc));
		count += indicatorIds(doc).length;
		expect(doc.content?.at(-1)?.type).toBe('paragraph');
	}
	expect(count).toBeGreaterThan(5);
	const types = texts.get('figures.economy')?.doc.content?.map(({ type }) => type) ?? [];
	expect(types.filter((_, i) => i % 2 === 0).every((type) => type === 'paragraph')).toBe(true);
});

test('[Y1] shares go on, those for their own rows too; a section without a place in the edition is there', async () => {
	const app = await demoApp();
	const old = await reportId(app, 2022);
	const sections = await app.read((tx) => listSections(tx, old));
	const plan = sections.find(({ key }) => key === 'plan');
	if (!plan) throw new Error('no plan');
	const departments = ['demo-socialtjansten', 'demo-kultur-och-fritid'];
	await app.read((tx) => setShares(tx, plan, departments, ['demo-kultur-och-fritid']));
	await republish(app, (model) => {
		model.sections = model.sections.filter(({ content }) => content.key !== 'voices');
	});
	const texts = await textsOf(app, must(await rollOver(app)).reportId);
	const { sharedWith = [], rowsOnly } = texts.get('plan')?.section ?? {};
	expect([[...sharedWith].sort(), rowsOnly]).toEqual([
		[...departments].sort(),
		['demo-kultur-och-fritid']
	]);
	expect(plainText(texts.get('voices')?.doc ?? { type: 'doc' })).toBe('');
	expect([...texts.keys()]).toEqual(sections.map(({ key }) => key));
});

test('[Y1] [A4] who sees a section from another authority is not carried: sharing is an act of its own', async () => {
	const app = await demoApp();
	const old = await reportId(app, 2022);
	await app.read(async (tx) => {
		const municipalityId = 'demo-exempelkommun';
		await insertAuthority(tx, { id: 'other', municipalityId, name: 'Miljönämnden' });
		const department = { id: 'miljo', municipalityId, authorityId: 'other', name: 'Miljö' };
		await insertDepartment(tx, department);
		const plan = (await listSections(tx, old)).find(({ key }) => key === 'plan');
		if (plan) await setShares(tx, plan, ['miljo', 'demo-socialtjansten'], ['miljo']);
	});
	const actor = await actorOf(app, 'coordinator');
	const page = must(await app.views.rollOverPage(actor, { fromReportId: old }));
	expect(page.plan?.outsiders.map(({ department }) => department)).toEqual(['Miljö']);
	const texts = await textsOf(app, must(await rollOver(app)).reportId);
	expect(texts.get('plan')?.section).toMatchObject({
		sharedWith: ['demo-socialtjansten'],
		rowsOnly: []
	});
});

test('[Y2] the plan becomes the follow-up: the same areas and measures, none with a status; the plan begins empty', async () => {
	const app = await demoApp();
	await republish(app, (model) =>
		rewrite(model, 'plan', p('Planen har två områden.'), planOf(AREAS), p(b('Slut.')))
	);
	const texts = await textsOf(app, must(await rollOver(app)).reportId);
	const followUp = texts.get('followUp');
	expect(followUp?.section).toMatchObject({ required: true, requiredBlocks: ['followUpTable'] });
	const [table, ...others] = areaTablesOf(followUp?.doc ?? { type: 'doc' });
	expect(others).toEqual([]);
	expect(table?.purpose).toBe('followUp');
	expect(
		table?.areas.map((area) => ({
			...area,
			measures: area.measures.map(({ id, text, status }) => [id, text, status])
		}))
	).toMatchObject(
		AREAS.map(({ id, title, departments, articles = [], responsible = '', measures = [] }) => ({
			...{ id, title, departments, articles, responsible, results: [], status: null },
			measures: measures.map((measure) => [measure.id, measure.text, null])
		}))
	);
	// A place for what became of each measure.
	expect(table?.areas.flatMap((a) => a.measures.map((m) => m.nodes.comments.length))).toEqual([
		1, 1, 1
	]);
	const plans = areaTablesOf(texts.get('plan')?.doc ?? { type: 'doc' });
	expect(plans).toMatchObject([{ purpose: 'plan', areas: [] }]);
	expect(plainText(texts.get('plan')?.doc ?? { type: 'doc' })).toBe('');
});

test('[Y2] a plan in an ordinary table becomes areas with ids of their own, as far as it can be read', async () => {
	const app = await demoApp();
	const head = ['Utvecklingsområde', 'Avdelning', 'Åtgärder', 'Förväntade resultat'];
	const rows = [
		['Trygg skolväg', 'Kultur och fritid', [p('1. Bygg om.'), p('2. Sänk farten.')], 'Fler går.'],
		['Läsa mer', 'Kultur och fritid, Biblioteket', 'Öppna på söndagar.', ''],
		['Utan åtgärd', '', '', ''],
		['', 'Socialtjänsten', '', 'Något blir bättre.']
	];
	await republish(app, (model) =>
		rewrite(model, 'plan', p('Planen.'), table('Planen', head, rows, 'plan'))
	);
	const texts = await textsOf(app, must(await rollOver(app)).reportId);
	const [found] = areaTablesOf(texts.get('followUp')?.doc ?? { type: 'doc' });
	const areas = found?.areas ?? [];
	const culture = 'demo-kultur-och-fritid';
	expect(
		areas.map((a) => [a.title, a.departments, a.responsible, a.measures.map((m) => m.text)])
	).toEqual([
		['Trygg skolväg', [culture], '', ['Bygg om.', 'Sänk farten.']],
		['Läsa mer', [culture], 'Kultur och fritid, Biblioteket', ['Öppna på söndagar.']],
		['Utan åtgärd', [], '', []]
	]);
	const ids = areas.flatMap((a) => [a.id, ...a.measures.map((m) => m.id)]);
	expect(new Set(ids).size).toBe(6);
	expect(ids.every((id) => /^[A-Za-z0-9-]{1,64}$/.test(id))).toBe(true);
});

test('[Y1] [P2] what is made of an edition leaves it as it was', async () => {
	const app = await demoApp();
	const old = await reportId(app, 2022);
	const kept = async () => {
		const edition = await app.read((tx) => findEdition(tx, LAST, null));
		const file = await app.read((tx) => getEditionFile(tx, edition?.id ?? '', 'html'));
		return [edition, file, [...(await textsOf(app, old)).values()]];
	};
	const before = await kept();
	must(await rollOver(app));
	expect(await kept()).toEqual(before);
});

test('[Y1] [S9] one act, one line; and the same year may be begun again', async () => {
	const app = await demoApp();
	const first = must(await rollOver(app));
	const second = must(await rollOver(app));
	const trail = await app.read((tx) => listAudit(tx, first.reportId));
	expect(trail).toMatchObject([
		{
			act: 'report.rollOver',
			personName: 'Sara Ekdal',
			detail: { reportYear: 2024, from: { title: 'Barnbokslut 2022', number: 1 } }
		}
	]);
	const made = await app.read((tx) => getReport(tx, second.reportId));
	expect(made?.slug).toBe('barnbokslut-2024-2');
});

test('[Y1] [A1] it is refused where nothing is published, the year is not later, or the right is missing', async () => {
	const app = await demoApp();
	const count = async () => (await app.read((tx) => listReports(tx, 'demo-exempelkommun'))).length;
	const before = await count();
	const unpublished = await app.commands.rollOverReport({
		by: by('coordinator'),
		fromReportId: await reportId(app, 2023),
		...next
	});
	expect(refusalOf(unpublished)).toEqual({
		code: 'invalid',
		problems: [{ field: 'from', problem: 'unpublished' }]
	});
	expect(refusalOf(await rollOver(app, { reportYear: 2022, title: ' ' }))).toEqual({
		code: 'invalid',
		problems: [
			{ field: 'title', problem: 'length' },
			{ field: 'reportYear', problem: 'notLater' }
		]
	});
	const forbidden = { code: 'forbidden', why: 'role' };
	expect(refusalOf(await rollOver(app, {}, by('education')))).toEqual(forbidden);
	expect(refusalOf(await rollOver(app, {}, by('councilMember')))).toEqual({ code: 'notFound' });
	const last = await reportId(app, 2022);
	// The coordinator of one report sees it, and may not go on with it for the whole authority.
	await app.read((tx) =>
		insertGrant(tx, {
			id: 'grant-of-one',
			municipalityId: 'demo-exempelkommun',
			personId: by('culture'),
			role: 'coordinator',
			authorityId: 'demo-kommunstyrelsen',
			reportId: last
		})
	);
	expect(refusalOf(await rollOver(app, {}, by('culture')))).toEqual(forbidden);
	expect(await count()).toBe(before);
});
