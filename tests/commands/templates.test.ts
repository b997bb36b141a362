import { draftOf, type TemplateDraft } from '#core/template-draft.ts';
import { edited, readAct } from '#core/template-edit.ts';
import type { App } from '#server/app.ts';
import type { DemoPersonKey } from '#server/demo/people.ts';
import { people } from '#server/demo/people.ts';
import { getReport } from '#server/store/reports.ts';
import { auditEvent } from '#server/store/schema.ts';
import { listSections } from '#server/store/sections.ts';
import { getTemplate, listTemplateVersions } from '#server/store/templates.ts';
import { expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId } from '../support/look.ts';

const BOARD = { template: 'barnbokslut', variant: 'board' };

const copy = (
	app: App,
	from: Parameters<App['commands']['copyTemplate']>[0]['from'] = BOARD,
	who: DemoPersonKey = 'coordinator',
	title = 'Nämndens bokslut'
) => app.commands.copyTemplate({ by: by(who), from, title });
async function own(app: App, id: string) {
	const found = await app.read((tx) => getTemplate(tx, id));
	if (!found) throw new Error('no such template');
	return found;
}
const save = (
	app: App,
	templateId: string,
	draft: TemplateDraft,
	seen: number,
	who: DemoPersonKey = 'coordinator'
) => app.commands.saveTemplate({ by: by(who), templateId, seen, draft });
const after = (draft: TemplateDraft, ...acts: string[]) =>
	acts.reduce((d, text) => {
		const act = readAct(text);
		if (!act) throw new Error(text);
		return edited(d, act);
	}, draft);
async function authorityOf(app: App) {
	const id = await reportId(app, 2023);
	const report = await app.read((tx) => getReport(tx, id));
	return report?.authorityId ?? '';
}
const create = async (app: App, template: string, title = 'En rapport') =>
	app.commands.createReport({
		by: by('coordinator'),
		authorityId: await authorityOf(app),
		template,
		title,
		reportYear: 2024
	});
const sectionsOfReport = (app: App, id: string) =>
	app.read(async (tx) =>
		(await listSections(tx, id)).map((s) => [s.number, s.key, s.title, s.departmentId])
	);
const acts = (app: App) =>
	app.read(async (tx) =>
		tx.db
			.select()
			.from(auditEvent)
			.all()
			.filter((e) => e.act.startsWith('template.'))
			.map((e) => e.act)
	);

test('[A2] coordinators and administrators look after templates, and nobody else', async () => {
	const app = await demoApp();
	for (const who of ['education', 'councilMember'] as const) {
		expect(refusalOf(await copy(app, BOARD, who))).toMatchObject({ code: 'forbidden' });
		expect(refusalOf(await app.views.templates(await actorOf(app, who), null)).code).toBe(
			'forbidden'
		);
	}
	const { templateId } = must(await copy(app, BOARD, 'administrator'));
	const draft = draftOf((await own(app, templateId)).definition);
	expect(refusalOf(await save(app, templateId, draft, 1, 'education'))).toMatchObject({
		code: 'forbidden'
	});
	expect(
		refusalOf(await app.commands.archiveTemplate({ by: by('social'), templateId, archived: true }))
	).toMatchObject({ code: 'forbidden' });
	expect(refusalOf(await app.views.template(null, { templateId })).code).toBe('notSignedIn');
});

test('[Y5] a copy of ours has the sections of its variant, and departments where roles were', async () => {
	const app = await demoApp();
	const { templateId } = must(await copy(app));
	const { definition } = await own(app, templateId);
	expect(definition).toMatchObject({
		key: templateId,
		version: 1,
		kind: 'barnbokslut',
		title: 'Nämndens bokslut'
	});
	const all = definition.chapters.flatMap((c) => c.sections);
	expect(all).toHaveLength(23);
	expect(all.find((s) => s.key === 'current.strengths.2')?.owner).toBe('demo-barn-och-utbildning');
	expect(await acts(app)).toEqual(['template.copy']);
});

test('[Y5] a report keeps the version that it was made from, and no version is ever lost', async () => {
	const app = await demoApp();
	const { templateId } = must(await copy(app));
	const first = (await own(app, templateId)).definition;
	const made = must(await create(app, templateId));
	const before = await sectionsOfReport(app, made.reportId);
	expect(before).toHaveLength(23);

	const draft = after(draftOf(first), 'remove section intro.terms', 'up section intro.articles');
	const renamed = {
		...draft,
		title: 'Ett annat namn',
		chapters: draft.chapters.map((c) => (c.key === 'intro' ? { ...c, title: 'Bakgrund' } : c))
	};
	expect(must(await save(app, templateId, renamed, 1))).toEqual({ version: 2 });

	expect(await sectionsOfReport(app, made.reportId)).toEqual(before);
	expect(await app.read((tx) => getReport(tx, made.reportId))).toMatchObject({
		templateKey: templateId,
		templateVersion: 1
	});
	const versions = await app.read((tx) => listTemplateVersions(tx, templateId));
	expect(versions[0]).toEqual(first);
	expect(versions.map((v) => v.version)).toEqual([1, 2]);
	const next = must(await create(app, templateId, 'Nästa'));
	const now = await sectionsOfReport(app, next.reportId);
	expect(now.slice(0, 3).map(([number, key, title]) => [number, key, title])).toEqual([
		['1', 'intro', 'Bakgrund'],
		['1.1', 'intro.articles', 'Fyra grundläggande artiklar'],
		['1.2', 'intro.method', 'Upplägg och underlag']
	]);
});

test('[Y5] a key that was removed is never another section’s, and new ones are made', async () => {
	const app = await demoApp();
	const { templateId } = must(await copy(app));
	const add = async (seen: number) => {
		const draft = after(draftOf((await own(app, templateId)).definition), 'add section intro');
		const titled = {
			...draft,
			chapters: draft.chapters.map((c) => ({
				...c,
				sections: c.sections.map((s) => ({ ...s, title: s.title || 'Ett nytt avsnitt' }))
			}))
		};
		must(await save(app, templateId, titled, seen));
		const { definition } = await own(app, templateId);
		return definition.chapters[0]?.sections.at(-1)?.key ?? '';
	};
	const one = await add(1);
	expect(one).toMatch(/^own-[0-9a-f]{10}$/);
	const without = after(
		draftOf((await own(app, templateId)).definition),
		`remove section ${one}`,
		'remove section intro.terms'
	);
	must(await save(app, templateId, without, 2));
	const two = await add(3);
	expect(two).not.toBe(one);
	// What was removed cannot be brought back under its key, as that or as anything else.
	const back = draftOf((await own(app, templateId)).definition);
	const forged = {
		...back,
		chapters: back.chapters.map((c) => ({
			...c,
			sections: c.sections.map((s) => (s.key === two ? { ...s, key: 'intro.terms' } : s))
		}))
	};
	expect(refusalOf(await save(app, templateId, forged, 4))).toMatchObject({
		code: 'invalid',
		problems: [{ field: 's.intro.terms', problem: 'unknown' }]
	});
});

test('[S10] of two who change the same version one wins, and the other is told who', async () => {
	const app = await demoApp();
	const { templateId } = must(await copy(app));
	const draft = draftOf((await own(app, templateId)).definition);
	must(await save(app, templateId, { ...draft, title: 'Först' }, 1, 'administrator'));
	expect(refusalOf(await save(app, templateId, { ...draft, title: 'Sedan' }, 1))).toMatchObject({
		code: 'moved',
		happened: 'valueChanged',
		by: people.administrator.name
	});
	expect((await own(app, templateId)).definition.title).toBe('Först');
});

test('[O2] what is not valid is refused at its field, and nothing is saved', async () => {
	const app = await demoApp();
	expect(refusalOf(await copy(app, BOARD, 'coordinator', ' '))).toMatchObject({
		problems: [{ field: 'title', problem: 'length' }]
	});
	for (const from of [
		{ template: 'nothing' },
		{ template: 'barnbokslut', variant: 'half' }
	] as const)
		expect(refusalOf(await copy(app, from))).toMatchObject({
			problems: [{ field: 'from', problem: 'unknown' }]
		});
	expect(refusalOf(await copy(app, { reportId: 'nothing' })).code).toBe('notFound');
	const { templateId } = must(await copy(app));
	const draft = draftOf((await own(app, templateId)).definition);
	expect(refusalOf(await save(app, templateId, { ...draft, title: '' }, 1)).code).toBe('invalid');
	expect((await own(app, templateId)).version).toBe(1);
	expect(refusalOf(await save(app, 'nothing', draft, 1)).code).toBe('notFound');
});

test('[Y5] a template is made of how a report is built, with its owners and its fixed first texts', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const { templateId } = must(await copy(app, { reportId: id }));
	const made = must(await create(app, templateId));
	expect(await sectionsOfReport(app, made.reportId)).toEqual(await sectionsOfReport(app, id));
	const { definition } = await own(app, templateId);
	const all = definition.chapters.flatMap((c) => c.sections);
	expect(all.filter((s) => s.initial.length > 0).map((s) => s.key)).toEqual(['intro.articles']);
});

test('[Y5] an archived template makes no reports until it is taken into use again', async () => {
	const app = await demoApp();
	const { templateId } = must(await copy(app));
	const archive = (archived: boolean) =>
		app.commands.archiveTemplate({ by: by('coordinator'), templateId, archived });
	must(await archive(true));
	must(await archive(true));
	expect(refusalOf(await create(app, templateId))).toMatchObject({
		problems: [{ field: 'template', problem: 'unknown' }]
	});
	const actor = await actorOf(app, 'coordinator');
	const page = must(await app.views.newReport(actor, null));
	expect(page.templates.map((t) => t.key)).not.toContain(templateId);
	must(await archive(false));
	must(await create(app, templateId));
	expect(await acts(app)).toEqual(['template.copy', 'template.archive', 'template.restore']);
	const { own: cards } = must(await app.views.templates(actor, null));
	expect(cards).toMatchObject([{ key: templateId, uses: [{ version: 1, reports: 1 }] }]);
});
