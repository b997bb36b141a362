import { may } from '#core/access.ts';
import type { App } from '#server/app.ts';
import { withdrawnHinders } from '#server/commands/taken-in.ts';
import { people, type DemoPersonKey } from '#server/demo/people.ts';
import { listAudit } from '#server/store/audit.ts';
import { getPreview, previewThing } from '#server/store/previews.ts';
import { insertGrant, insertPerson, setPersonActive } from '#server/store/people.ts';
import { listSections } from '#server/store/sections.ts';
import { hashOf, sha256Hex } from '#schema/content.ts';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { approveNow, by, must, refusalOf, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { addSection, boardWithEdition } from '../support/boards.ts';
import { actorOf, reportId, writeIn } from '../support/look.ts';

/** A5: previews through their commands and views, on the real store. */

const SECOND = 'demo-ledamot-2';

/** A second council member, whom no preview names unless a test does. */
const addMember = (app: App, id = SECOND, municipalityId = 'demo-exempelkommun') =>
	app.read(async (tx) => {
		const email = `${id}@demo.example`;
		await insertPerson(tx, {
			id,
			municipalityId,
			name: 'Ulla Berg',
			email,
			passwordHash: '',
			createdAt: 1
		});
		await insertGrant(tx, { id: `${id}-g`, municipalityId, personId: id, role: 'councilMember' });
	});

const pageOf = async (app: App) => {
	const at = { reportId: await reportId(app, 2023) };
	return must(await app.views.previews(await actorOf(app, 'coordinator'), at));
};

async function release(app: App, over: Record<string, unknown> = {}) {
	return app.commands.releasePreview({
		by: by('coordinator'),
		reportId: await reportId(app, 2023),
		hash: (await pageOf(app)).next.hash,
		readers: [by('councilMember')],
		message: ' Läs kapitel 1. ',
		...over
	});
}

const open = async (app: App, person: DemoPersonKey, previewId: string) =>
	app.views.preview(await actorOf(app, person), { previewId });

const sectionsOf = async (app: App) => {
	const id = await reportId(app, 2023);
	return app.read((tx) => listSections(tx, id));
};

const draftOf = async (app: App) => {
	const sections = await sectionsOf(app);
	const draft = sections.find(({ state }) => state === 'draft');
	if (!draft) throw new Error('no draft');
	return draft;
};

test('[A5] [P1] a preview holds what is approved, frozen and hashed, and names what is missing', async () => {
	const app = await demoApp();
	const draft = await draftOf(app);
	await writeIn(app, 'coordinator', draft.id, 'Hemligt utkast som ingen ska läsa.');
	const { previewId, hash } = must(await release(app));
	const row = await app.read((tx) => getPreview(tx, previewId));
	expect([row?.hash, sha256Hex(row?.model ?? '')]).toEqual([hash, hash]);
	const page = must(await open(app, 'councilMember', previewId));
	const sections = await sectionsOf(app);
	const approved = sections.filter(({ state }) => state === 'approved');
	expect(approved.length).toBeGreaterThan(0);
	expect([...page.html.matchAll(/data-section="([^"]+)"/g)].map(([, key]) => key).sort()).toEqual(
		approved.map(({ key }) => key).sort()
	);
	expect(page.missing).toHaveLength(sections.length - approved.length);
	expect(page.missing).toContainEqual({
		number: draft.number,
		title: draft.title,
		required: draft.required
	});
	expect(page.html).not.toContain('Hemligt');
	expect(row?.model).not.toContain('Hemligt');
	expect(page).toMatchObject({
		message: 'Läs kapitel 1.',
		releasedBy: people.coordinator.name,
		manage: null,
		newer: null,
		published: null
	});
	// Each section is what was approved, to the byte.
	const model = JSON.parse(row?.model ?? '') as { sections: { hash: string; content: unknown }[] };
	for (const one of model.sections) expect(hashOf(one.content)).toBe(one.hash);

	// What happens to the report afterwards does not reach it.
	const [first] = approved;
	must(
		await app.commands.reopenSection({
			by: by('coordinator'),
			sectionId: first?.id ?? '',
			reason: 'Mer.'
		})
	);
	expect(must(await open(app, 'councilMember', previewId)).html).toBe(page.html);
});

test('[A5] [P4] nothing in it says a decision, a number, an address or a file', async () => {
	const app = await demoApp();
	const { previewId } = must(await release(app));
	const { html } = must(await open(app, 'councilMember', previewId));
	expect(html).toContain('Inget beslut är fattat än');
	expect(html).toMatch(/<dt>Version<\/dt>\s*<dd>Utkast, /);
	for (const none of ['Diarienummer', 'Utgåva', '/r/', 'undefined', 'id="citera"', '#format'])
		expect(html, none).not.toContain(none);
	// Every link within it leads somewhere.
	const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
	for (const [, to] of html.matchAll(/ href="#([^"]+)"/g)) expect(ids, to).toContain(to);
});

test('[A5] [A8] who was not named, or is no council member any more, does not know of it', async () => {
	const app = await demoApp();
	await addMember(app);
	const { previewId } = must(await release(app));
	const member = await actorOf(app, 'councilMember');
	expect(must(await app.views.start(member, null)).toRead.map(({ id }) => id)).toEqual([previewId]);
	for (const person of ['education', 'social', 'culture', 'administrator'] as const) {
		expect(refusalOf(await open(app, person, previewId)), person).toEqual({ code: 'notFound' });
		expect(must(await app.views.start(await actorOf(app, person), null)).toRead).toEqual([]);
	}
	const second = { ...member, personId: SECOND };
	expect(refusalOf(await app.views.preview(second, { previewId }))).toEqual({ code: 'notFound' });
	expect(refusalOf(await app.views.preview(null, { previewId }))).toEqual({ code: 'notSignedIn' });
	expect(refusalOf(await open(app, 'councilMember', 'ingen'))).toEqual({ code: 'notFound' });
	expect(must(await open(app, 'deputy', previewId)).manage).not.toBeNull();
	// The role is taken back: the next request finds nothing, and the page tells the coordinator so.
	const grants = { by: by('administrator'), personId: by('councilMember'), grants: [] };
	must(await app.commands.setGrants(grants));
	expect(refusalOf(await open(app, 'councilMember', previewId))).toEqual({ code: 'notFound' });
	const [line] = (await pageOf(app)).released;
	expect(line?.readers).toEqual([{ name: people.councilMember.name, reads: false }]);
});

test('[A5] [S10] taken back it is gone at once, and by whom is told to the one who comes second', async () => {
	const app = await demoApp();
	const { previewId } = must(await release(app));
	const image = { previewId, imageId: 'x' };
	const withdraw = (person: DemoPersonKey, id = previewId) =>
		app.commands.withdrawPreview({ by: by(person), previewId: id });
	for (const person of ['education', 'administrator'] as const)
		expect(refusalOf(await withdraw(person)), person).toEqual({ code: 'notFound' });
	expect(refusalOf(await withdraw('councilMember'))).toEqual({ code: 'notFound' });
	expect(refusalOf(await withdraw('coordinator', 'ingen'))).toEqual({ code: 'notFound' });
	const both = await Promise.all([withdraw('coordinator'), withdraw('deputy')]);
	expect(both.map(({ ok }) => ok)).toEqual([true, false]);
	expect(both[1].ok ? null : both[1].refusal).toMatchObject({
		code: 'moved',
		happened: 'done',
		by: people.coordinator.name
	});
	const member = await actorOf(app, 'councilMember');
	expect(refusalOf(await app.views.preview(member, { previewId }))).toEqual({ code: 'notFound' });
	expect(refusalOf(await app.views.previewImage(member, image))).toEqual({ code: 'notFound' });
	expect(must(await app.views.start(member, null)).toRead).toEqual([]);
	expect(must(await open(app, 'coordinator', previewId)).isWithdrawn).toBe(true);
	const thing = await app.read(async (tx) => {
		const row = await getPreview(tx, previewId);
		return row ? previewThing(tx, row) : null;
	});
	expect(thing && may(member, 'preview.read', thing)).toMatchObject({ may: false, hidden: true });
});

test('[A5] it is released to council members of the municipality alone, by who coordinates', async () => {
	const app = await demoApp();
	await addMember(app);
	const bad = async (over: Record<string, unknown>) => refusalOf(await release(app, over));
	const invalid = (field: string, problem: string) => ({
		code: 'invalid',
		problems: [{ field, problem }]
	});
	expect(await bad({ readers: [] })).toEqual(invalid('readers', 'required'));
	expect(await bad({ readers: [by('councilMember'), by('education')] })).toEqual(
		invalid('readers', 'unknown')
	);
	expect(await bad({ readers: ['ingen'] })).toEqual(invalid('readers', 'unknown'));
	expect(await bad({ message: 'å'.repeat(2001) })).toEqual(invalid('message', 'length'));
	for (const person of ['education', 'administrator'] as const)
		expect(await bad({ by: by(person) }), person).toMatchObject({ code: 'forbidden' });
	expect(await bad({ by: by('councilMember') })).toEqual({ code: 'notFound' });
	await app.read((tx) => setPersonActive(tx, SECOND, false));
	expect(await bad({ readers: [SECOND] })).toEqual(invalid('readers', 'unknown'));
	expect((await pageOf(app)).members.map(({ id }) => id)).toEqual([by('councilMember')]);
	expect(await app.read(async (tx) => tx.db.all(sql`select * from preview`))).toEqual([]);
});

test('[P1] [S10] what was not seen is not released, and a form sent twice releases once', async () => {
	const app = await demoApp();
	const { hash } = (await pageOf(app)).next;
	const submitted = (await sectionsOf(app)).find(({ state }) => state === 'submitted');
	must(await approveNow(app, 'coordinator', submitted?.id ?? ''));
	expect(refusalOf(await release(app, { hash }))).toMatchObject({
		code: 'moved',
		happened: 'textChanged'
	});
	const first = must(await release(app));
	expect(refusalOf(await release(app))).toMatchObject({ code: 'moved', happened: 'done' });
	// Another message is another release, beside the first; its reader is led to the newer.
	const second = must(await release(app, { message: 'Nytt.' }));
	const { released } = await pageOf(app);
	expect(released.map(({ id }) => id).sort()).toEqual([first.previewId, second.previewId].sort());
	const member = await actorOf(app, 'councilMember');
	expect(must(await app.views.start(member, null)).toRead).toHaveLength(2);
});

test('[S9] release and withdrawal are in the trail; [N1] the reader is told once', async () => {
	const app = await demoApp();
	const { previewId, hash } = must(await release(app));
	must(await app.commands.withdrawPreview({ by: by('deputy'), previewId }));
	const report = await reportId(app, 2023);
	const acts = (await app.read((tx) => listAudit(tx, report))).filter(({ act }) =>
		act.startsWith('report.preview')
	);
	expect(acts).toMatchObject([
		{ act: 'report.previewWithdraw', personId: by('deputy'), hash, detail: { previewId } },
		{
			act: 'report.preview',
			personId: by('coordinator'),
			hash,
			detail: {
				previewId,
				readers: [{ id: by('councilMember'), name: people.councilMember.name }]
			}
		}
	]);
	const told = await app.read(async (tx) =>
		tx.db.all(sql`select person_id, detail from notice where kind = 'preview'`)
	);
	expect(told).toEqual([{ person_id: by('councilMember'), detail: JSON.stringify({ previewId }) }]);
});

test('[P2] [Y6] what was withdrawn since is in no new preview, and shown by none that was released', async () => {
	const app = await demoApp();
	const { editionId } = await boardWithEdition(app);
	const report = await reportId(app, 2023);
	const sectionId = 'kommunens-sammanstallning';
	const at = { id: sectionId, reportId: report, key: 'boards', title: 'Löften', position: 90 };
	await app.read((tx) => addSection(tx, at, [{ type: 'rollUp', attrs: { shows: 'plan' } }]));
	must(await app.commands.takeInEdition({ by: by('coordinator'), reportId: report, editionId }));
	must(await submitNow(app, 'coordinator', sectionId));
	must(await approveNow(app, 'coordinator', sectionId));
	const { previewId } = must(await release(app));
	const words = 'Alla utredningar frågar om våld.';
	const before = must(await open(app, 'councilMember', previewId));
	expect(before.html.replaceAll('\u00ad', '')).toContain(words);
	expect(before.withheld).toEqual([]);
	must(
		await app.commands.withdrawForms({
			by: by('deputy'),
			editionId,
			forms: ['html'],
			reason: 'Ett namn syntes.'
		})
	);
	const content = { takenIn: [{ slug: 'namnd-social-2023', number: 1 }] } as never;
	const gone = await app.read((tx) =>
		withdrawnHinders(tx, { sectionId: '', key: '', title: '' }, content)
	);
	expect(gone).toHaveLength(1);
	const after = must(await open(app, 'councilMember', previewId));
	expect(after.html.replaceAll('\u00ad', '')).not.toContain(words);
	expect(after.withheld).toMatchObject([{ title: 'Löften' }]);
	expect(refusalOf(await release(app))).toMatchObject({
		code: 'notReady',
		hinders: [{ what: 'sourceWithdrawn', title: 'Löften' }]
	});
});

test('[A5] the database itself refuses to change what was released', async () => {
	const app = await demoApp();
	must(await release(app));
	for (const change of [
		sql`update preview set model = replace(model, 'Barn', 'barn')`,
		sql`update preview set hash = ''`,
		sql`delete from preview`
	])
		await expect(app.read(async (tx) => tx.db.run(change))).rejects.toThrow();
});

test('[A5] [R1] the store itself keeps what was released and to whom, and what was said', async () => {
	const app = await demoApp();
	const { previewId } = must(await release(app));
	const [section] = await sectionsOf(app);
	must(
		await app.commands.startThread({
			by: by('coordinator'),
			sectionId: section?.id ?? '',
			epoch: 1,
			anchor: null,
			mustMeet: false,
			text: 'Vem läser?',
			mentions: []
		})
	);
	must(await app.commands.withdrawPreview({ by: by('coordinator'), previewId }));
	const refused: [string, string][] = [
		['UPDATE preview SET message = ?', 'a preview never changes'],
		['UPDATE preview SET model = ?', 'a preview never changes'],
		['DELETE FROM preview WHERE id <> ?', 'a preview never changes'],
		['UPDATE preview SET withdrawn_at = NULL WHERE id <> ?', 'is taken back once'],
		['UPDATE preview_reader SET person_id = ?', 'stays known'],
		['DELETE FROM preview_reader WHERE person_id <> ?', 'stays known'],
		['DELETE FROM thread WHERE id <> ?', 'not removed'],
		['DELETE FROM comment WHERE id <> ?', 'not removed']
	];
	for (const [statement, why] of refused) {
		const [before, after = ''] = statement.split('?');
		await expect(
			app.read(async (tx) => tx.db.run(sql`${sql.raw(before ?? '')}${'x'}${sql.raw(after)}`)),
			statement
		).rejects.toMatchObject({ cause: { message: expect.stringContaining(why) as string } });
	}
});
