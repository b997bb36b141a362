import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { latestFixed, listFixed } from '#server/store/approvals.ts';
import { findEdition } from '#server/store/editions.ts';
import { listSections, type Section } from '#server/store/sections.ts';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approveNow, by, must, refusalOf, submitNow } from '../support/act.ts';
import { actorOf, reportId, writeIn } from '../support/look.ts';
import { LAST } from '../support/next-year.ts';

/** One demo for the file: each test writes in a draft of its own. */
let app: App;
beforeAll(async () => {
	app = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: 'http://localhost:3000'
	});
	await ensureDemo(app);
});
afterAll(() => app.close());

const sectionsOf = async (year = 2023): Promise<Section[]> => {
	const id = await reportId(app, year);
	return app.read((tx) => listSections(tx, id));
};

/** The nth draft that last year's edition has too; the coordinator may write in all of them. */
async function draftOf(n: number): Promise<Section> {
	const last = new Set((await sectionsOf(2022)).map(({ key }) => key));
	const found = (await sectionsOf()).filter(({ state, key }) => state === 'draft' && last.has(key))[
		n
	];
	if (!found) throw new Error('no such draft');
	return found;
}

const natural = (sectionId: string) => ({ sectionId, from: null, to: null });

test('[R5] a section is held against last year’s edition, then against what was submitted last', async () => {
	const section = await draftOf(0);
	const writer = await actorOf(app, 'coordinator');
	const look = async () => must(await app.views.sectionBlackline(writer, natural(section.id)));
	const first = await look();
	expect(first.compared?.from.choice).toMatchObject({ kind: 'edition', title: 'Barnbokslut 2022' });
	expect(first.compared?.from.images).toBe(`/r/${LAST}/v/1/images/`);
	expect(first.compared?.to.choice.kind).toBe('now');
	await writeIn(app, 'coordinator', section.id, 'Ett stycke som ska godkännas.');
	must(await submitNow(app, 'coordinator', section.id));
	const fixed = await app.read((tx) => latestFixed(tx, section.id));
	must(
		await app.commands.returnSection({
			by: by('coordinator'),
			sectionId: section.id,
			reason: 'Mer om de yngsta.'
		})
	);
	await writeIn(app, 'coordinator', section.id, 'Ett stycke till, om de yngsta.');
	const { compared, choices } = await look();
	expect(compared?.from.choice).toMatchObject({
		ref: `fixed-${fixed?.id ?? ''}`,
		kind: 'returned'
	});
	expect(compared?.blackline.counts).toMatchObject({ added: 1, removed: 0, changed: 0 });
	const added = compared?.blackline.blocks.find(({ mark }) => mark === 'added');
	expect(added?.pieces.map(({ text }) => text)).toEqual(['Ett stycke till, om de yngsta.']);
	expect(choices.map(({ kind }) => kind)).toEqual(['now', 'returned', 'edition']);
	// The other way round what was added is removed.
	const back = must(
		await app.views.sectionBlackline(writer, {
			sectionId: section.id,
			from: 'now',
			to: compared?.from.choice.ref ?? ''
		})
	);
	expect(back.compared?.blackline.counts).toMatchObject({ added: 0, removed: 1, changed: 0 });
});

test('[R5] a locked section is not held against itself, and what became of a submission is told', async () => {
	const section = await draftOf(2);
	const writer = await actorOf(app, 'coordinator');
	const look = async () => must(await app.views.sectionBlackline(writer, natural(section.id)));
	const kinds = async () => (await look()).choices.map(({ kind }) => kind);
	const act = { by: by('coordinator'), sectionId: section.id };
	must(await submitNow(app, 'coordinator', section.id));
	expect(await kinds()).toEqual(['now', 'submitted', 'edition']);
	expect((await look()).compared?.from.choice.kind).toBe('edition');
	must(await app.commands.returnSection({ ...act, reason: 'Mer om de yngsta.' }));
	must(await submitNow(app, 'coordinator', section.id));
	expect(await kinds()).toEqual(['now', 'submitted', 'returned', 'edition']);
	expect((await look()).compared?.from.choice.kind).toBe('returned');
	must(await approveNow(app, 'deputy', section.id));
	expect(await kinds()).toEqual(['now', 'approved', 'returned', 'edition']);
	must(await app.commands.reopenSection({ ...act, reason: 'Ett fel i en siffra.' }));
	expect(await kinds()).toEqual(['now', 'reopened', 'returned', 'edition']);
	expect((await look()).compared?.from.choice.kind).toBe('reopened');
});

test('[R5] a version of the log that is asked for by its number can be chosen again', async () => {
	const section = await draftOf(1);
	await writeIn(app, 'coordinator', section.id, 'Nytt i dag.');
	const coordinator = await actorOf(app, 'coordinator');
	const ref = `seq-${section.seq}`;
	const asked = { sectionId: section.id, from: ref, to: 'now' };
	const page = must(await app.views.sectionBlackline(coordinator, asked));
	expect(page.choices.at(-1)).toMatchObject({ ref, kind: 'draft' });
	expect(page.compared?.figuresOfNow).toBe(true);
	expect(page.compared?.blackline.counts).toMatchObject({ added: 1, removed: 0 });
	const same = must(
		await app.views.sectionBlackline(coordinator, { ...asked, from: 'now', to: 'now' })
	);
	expect(same.compared?.blackline).toMatchObject({ same: true, changes: 0 });
});

test('[A8] whoever may not see the section, or asks for another’s version, gets the answer of one that is not there', async () => {
	const section = await draftOf(2);
	const member = await actorOf(app, 'councilMember');
	const nothing = { ok: false, refusal: { code: 'notFound' } };
	for (const from of [null, 'now', 'seq-1'])
		for (const sectionId of [section.id, randomUUID()])
			expect(await app.views.sectionBlackline(member, { sectionId, from, to: null })).toEqual(
				nothing
			);
	expect(refusalOf(await app.views.sectionBlackline(null, natural(section.id))).code).toBe(
		'notSignedIn'
	);
	const others = (await sectionsOf()).find(({ state }) => state !== 'draft');
	const fixed = await app.read((tx) => listFixed(tx, others?.id ?? ''));
	expect(fixed.length).toBeGreaterThan(0);
	const writer = await actorOf(app, 'coordinator');
	for (const ref of [
		`fixed-${fixed[0]?.id ?? ''}`,
		`edition-${randomUUID()}`,
		'seq-99999999',
		'seq-0',
		'x'.repeat(10_000),
		"now'--"
	])
		for (const sides of [
			{ from: ref, to: null },
			{ from: 'now', to: ref }
		])
			expect(await app.views.sectionBlackline(writer, { sectionId: section.id, ...sides })).toEqual(
				nothing
			);
});

test('[R5] [A8] a whole report is held against last year’s, by who may read it', async () => {
	const id = await reportId(app, 2023);
	const asked = { reportId: id, from: null, to: null };
	const writer = await actorOf(app, 'coordinator');
	const page = must(await app.views.reportBlackline(writer, asked));
	expect(page.choices.map(({ kind }) => kind)).toEqual(['now', 'edition']);
	const { compared } = page;
	expect(compared?.from.choice).toMatchObject({ kind: 'edition', reportYear: 2022 });
	const sections = await sectionsOf();
	const now = compared?.blackline.sections.filter((one) => one.now !== null);
	expect(now?.map(({ name }) => name.key)).toEqual(sections.map(({ key }) => key));
	const sum = compared?.blackline.sections.reduce((n, { blackline }) => n + blackline.changes, 0);
	expect(compared?.blackline.changes).toBe(sum);
	const same = must(await app.views.reportBlackline(writer, { ...asked, from: 'now', to: 'now' }));
	expect(same.compared?.blackline).toMatchObject({ changes: 0 });
	expect(same.compared?.blackline.sections.every(({ state }) => state === 'same')).toBe(true);
	const member = await actorOf(app, 'councilMember');
	expect(await app.views.reportBlackline(member, asked)).toEqual(
		await app.views.reportBlackline(member, { ...asked, reportId: randomUUID() })
	);
	for (const from of ['edition-x', `edition-${randomUUID()}`, 'seq-1', ''])
		expect(refusalOf(await app.views.reportBlackline(writer, { ...asked, from })).code).toBe(
			'notFound'
		);
});

test('[P2] an edition that was taken back is not compared with', async () => {
	const edition = await app.read((tx) => findEdition(tx, LAST, null));
	const asked = {
		reportId: await reportId(app, 2023),
		from: `edition-${edition?.id ?? ''}`,
		to: null
	};
	const writer = await actorOf(app, 'coordinator');
	must(await app.views.reportBlackline(writer, asked));
	must(
		await app.commands.withdrawForms({
			by: by('coordinator'),
			editionId: edition?.id ?? '',
			forms: ['html'],
			reason: 'Ett barn kunde kännas igen.'
		})
	);
	expect(refusalOf(await app.views.reportBlackline(writer, asked)).code).toBe('notFound');
	const page = must(await app.views.reportBlackline(writer, { ...asked, from: null }));
	expect(page.compared).toBeNull();
	expect(page.choices.map(({ kind }) => kind)).toEqual(['now']);
});
