import type { App } from '#server/app.ts';
import { insertAuthority, insertDepartment } from '#server/store/organisation.ts';
import { deleteGrants, insertGrant } from '#server/store/people.ts';
import { people } from '#server/demo/people.ts';
import type { Actor } from '#core/access.ts';
import { ok, type Result } from '#core/result.ts';
import { openStore } from '#server/store/store.ts';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId } from '../support/look.ts';

/** Every view that shows something of a working report, asked for one. */
const LOOKS: Record<
	string,
	(app: App, actor: Actor | null, id: string) => Promise<Result<unknown>>
> = {
	report: (app, actor, id) => app.views.report(actor, { reportId: id }),
	reportHead: (app, actor, id) => app.views.reportHead(actor, { reportId: id }),
	board: (app, actor, id) => app.views.board(actor, { reportId: id }),
	audit: (app, actor, id) => app.views.audit(actor, { reportId: id, sectionKey: null, page: 1 }),
	publication: (app, actor, id) => app.views.publication(actor, { reportId: id }),
	aboutReport: (app, actor, id) => app.views.aboutReport(actor, { reportId: id })
};

test('[A5] a council member gets the answer of a page that does not exist, whatever they ask for', async () => {
	const app = await demoApp();
	const councilMember = await actorOf(app, 'councilMember');
	const id = await reportId(app, 2023);
	for (const [name, look] of Object.entries(LOOKS)) {
		const theirs = await look(app, councilMember, id);
		const ofNothing = await look(app, councilMember, randomUUID());
		expect(theirs, name).toEqual(ofNothing);
		expect(theirs, name).toEqual({ ok: false, refusal: { code: 'notFound' } });
	}
	expect(refusalOf(await app.views.reports(councilMember, null)).code).toBe('notFound');
	expect(refusalOf(await app.views.indicators(councilMember, null)).code).toBe('notFound');
	expect(refusalOf(await app.views.indicator(councilMember, { indicatorId: 'x' })).code).toBe(
		'notFound'
	);
});

test('[A8] nothing of the unpublished is in what a council member or a visitor is shown', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	for (const actor of [await actorOf(app, 'councilMember'), null]) {
		const start = must(await app.views.start(actor, null));
		const shell = must(await app.views.shell(actor, null));
		const seen = JSON.stringify([start, shell]);
		expect(seen).not.toContain(id);
		expect(seen).not.toContain('Barnbokslut 2023');
		expect(start.editions.map((e) => e.reportYear)).toEqual([2022]);
	}
});

test('[A8] who is not signed in is asked to, and told nothing of what there is', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	for (const [name, look] of Object.entries(LOOKS)) {
		const refusal = { ok: false, refusal: { code: 'notSignedIn' } };
		expect(await look(app, null, id), name).toEqual(refusal);
		expect(await look(app, null, randomUUID()), name).toEqual(refusal);
	}
});

test('[A2] pages of the coordinator are closed to a writer of the report, with the reason', async () => {
	const app = await demoApp();
	const writer = await actorOf(app, 'education');
	const id = await reportId(app, 2023);
	const forbidden = { code: 'forbidden', why: 'role' };
	expect(
		refusalOf(await app.views.audit(writer, { reportId: id, sectionKey: null, page: 1 }))
	).toEqual(forbidden);
	expect(refusalOf(await app.views.publication(writer, { reportId: id }))).toEqual(forbidden);
	expect(refusalOf(await app.views.newReport(writer, null))).toEqual(forbidden);
	const head = must(await app.views.reportHead(writer, { reportId: id }));
	expect(head).toMatchObject({ mayAudit: false, mayPublish: false });
});

test('[A4] [A8] for a writer of another authority the report and its sections do not exist', async () => {
	const file = join(tmpdir(), `barnbokslut-${randomUUID()}.sqlite`);
	const app = await demoApp({ file });
	onTestFinished(() => rm(file, { force: true }));
	const id = await reportId(app, 2023);
	expect(must(await app.views.reports(await actorOf(app, 'social'), null)).shelves).toHaveLength(2);
	await moveToOtherAuthority(file);
	const outsider = await actorOf(app, 'social');
	for (const [name, look] of Object.entries(LOOKS))
		expect(await look(app, outsider, id), name).toEqual({
			ok: false,
			refusal: { code: 'notFound' }
		});
	expect(must(await app.views.reports(outsider, null)).shelves).toEqual([]);
	expect(must(await app.views.start(outsider, null)).work).toEqual({
		toApprove: [],
		forOthers: [],
		toWrite: [],
		hasNoSection: false,
		shelves: []
	});
	// Indicators are the municipality's own, but where they are used is told of what one may read.
	const { rows } = must(await app.views.indicators(outsider, null));
	expect(rows).toHaveLength(18);
	expect(rows.flatMap((r) => r.uses)).toEqual([]);
});

/** The social worker gets a department of another authority instead of their own. */
async function moveToOtherAuthority(file: string) {
	const store = openStore({ file, migrations: 'drizzle' });
	const municipalityId = 'demo-exempelkommun';
	const moved = await store.write(async (tx) => {
		await insertAuthority(tx, { id: 'other', municipalityId, name: 'Miljönämnden' });
		const department = { id: 'miljo', municipalityId, authorityId: 'other', name: 'Miljö' };
		await insertDepartment(tx, department);
		await deleteGrants(tx, people.social.id);
		await insertGrant(tx, {
			id: randomUUID(),
			municipalityId,
			personId: people.social.id,
			role: 'writer',
			departmentId: 'miljo'
		});
		return ok(null);
	});
	store.close();
	must(moved);
}
