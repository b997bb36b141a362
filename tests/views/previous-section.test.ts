import type { App } from '#server/app.ts';
import { p } from '#server/demo/write.ts';
import { findEdition } from '#server/store/editions.ts';
import { listSections } from '#server/store/sections.ts';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId } from '../support/look.ts';
import { AREAS, LAST, planOf, republish, rewrite } from '../support/next-year.ts';

const rolled = async (app: App) =>
	must(
		await app.commands.rollOverReport({
			by: by('coordinator'),
			fromReportId: await reportId(app, 2022),
			reportYear: 2024,
			title: 'Barnbokslut 2024'
		})
	);

const idIn = (made: { sections: { id: string; key: string }[] }, key: string): string =>
	made.sections.find((section) => section.key === key)?.id ?? '';

test('[Y1] last year’s text is the one of the newest edition, with its place and its decision', async () => {
	const app = await demoApp();
	const made = await rolled(app);
	const writer = await actorOf(app, 'social');
	const sectionId = idIn(made, 'conclusions');
	const first = must(await app.views.previousSection(writer, { sectionId }));
	expect(first).toMatchObject({
		edition: {
			title: 'Barnbokslut 2022',
			number: 1,
			href: '/r/barnbokslut-2022/v/1',
			decision: { body: 'Kommunfullmäktige', date: '2023-06-19' }
		},
		texts: [{ what: 'text', href: '/r/barnbokslut-2022/v/1#conclusions' }]
	});
	await republish(app, (model) => rewrite(model, 'conclusions', p('Rättad slutsats.')));
	const second = must(await app.views.previousSection(writer, { sectionId }));
	expect(second.edition.number).toBe(2);
	expect(second.texts[0]?.html).toContain('Rättad slutsats.');
	expect(second.texts[0]?.html).not.toBe(first.texts[0]?.html);
});

test('[Y1] [Y2] who follows up also reads the plan with what was expected of it, first', async () => {
	const app = await demoApp();
	await republish(app, (model) => rewrite(model, 'plan', p('Planen.'), planOf(AREAS)));
	const made = await rolled(app);
	const actor = await actorOf(app, 'coordinator');
	const sectionId = idIn(made, 'followUp');
	const { texts } = must(await app.views.previousSection(actor, { sectionId }));
	expect(texts.map(({ what }) => what)).toEqual(['plan', 'text']);
	const words = texts[0]?.html;
	expect(words).not.toContain('\u00ad');
	expect(words).toContain('Ringa hem efter tre dagar.');
	expect(words).toContain('Färre barn är borta länge.');
	// The plan's own section shows the plan, once.
	const plan = must(await app.views.previousSection(actor, { sectionId: idIn(made, 'plan') }));
	expect(plan.texts.map(({ what }) => what)).toEqual(['text']);
});

test('[Y1] its ids are none of the page’s, and its links lead to the edition', async () => {
	const app = await demoApp();
	const made = await rolled(app);
	const actor = await actorOf(app, 'coordinator');
	for (const { id: sectionId } of made.sections) {
		const found = await app.views.previousSection(actor, { sectionId });
		for (const { html, what } of found.ok ? found.value.texts : []) {
			const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
			expect(ids.filter((id) => !id.startsWith(`${what}-`))).toEqual([]);
			const within = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id = '']) => id);
			expect(within.filter((id) => !ids.includes(id))).toEqual([]);
		}
	}
});

test('[Y1] a report that was made of a template reads the year before of the same authority and kind', async () => {
	const app = await demoApp();
	const actor = await actorOf(app, 'coordinator');
	const made = must(
		await app.commands.createReport({
			by: by('coordinator'),
			authorityId: 'demo-kommunstyrelsen',
			variant: 'full',
			reportYear: 2025,
			title: 'Barnbokslut 2025'
		})
	);
	const ask = async (key: string) =>
		app.views.previousSection(actor, { sectionId: idIn(made, key) });
	expect(must(await ask('intro')).edition.title).toBe('Barnbokslut 2022');
	const page = must(await app.views.report(actor, { reportId: made.reportId }));
	const has = new Map(page.sections.map((s) => [s.key, s.hasPrevious]));
	expect(has.get('intro')).toBe(true);
	for (const { key, id: sectionId } of made.sections)
		expect([key, (await app.views.previousSection(actor, { sectionId })).ok]).toEqual([
			key,
			has.get(key)
		]);
	// The municipal variant had no analysis by article.
	expect([...has.values()]).toContain(false);
	// An earlier year has none before it.
	const old = await app.read((tx) => findEdition(tx, LAST, null));
	const sections = await app.read((tx) => listSections(tx, old?.reportId ?? ''));
	const sectionId = sections[0]?.id ?? '';
	expect(refusalOf(await app.views.previousSection(actor, { sectionId })).code).toBe('notFound');
});

test('[Y1] [P2] a text that readers are no longer shown is not shown beside either', async () => {
	const app = await demoApp();
	const made = await rolled(app);
	const actor = await actorOf(app, 'coordinator');
	const edition = await app.read((tx) => findEdition(tx, LAST, null));
	must(
		await app.commands.withdrawForms({
			by: by('coordinator'),
			editionId: edition?.id ?? '',
			forms: ['html'],
			reason: 'Ett namn syntes.'
		})
	);
	const refusal = refusalOf(
		await app.views.previousSection(actor, { sectionId: idIn(made, 'intro') })
	);
	expect(refusal).toMatchObject({ code: 'withdrawn', reason: 'Ett namn syntes.' });
});

test('[A8] who may not read the section learns nothing of what stands beside it', async () => {
	const app = await demoApp();
	const made = await rolled(app);
	const sectionId = idIn(made, 'intro');
	const councilMember = await actorOf(app, 'councilMember');
	const theirs = await app.views.previousSection(councilMember, { sectionId });
	const ofNothing = await app.views.previousSection(councilMember, { sectionId: randomUUID() });
	expect(theirs).toEqual(ofNothing);
	expect(theirs).toEqual({ ok: false, refusal: { code: 'notFound' } });
	expect(await app.views.previousSection(null, { sectionId })).toEqual({
		ok: false,
		refusal: { code: 'notSignedIn' }
	});
});
