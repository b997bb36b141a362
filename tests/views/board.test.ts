import type { BoardPage } from '#server/views/board.ts';
import { expect, test } from 'vitest';
import { approveNow, by, must, sectionNow, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId, writeIn } from '../support/look.ts';

const row = (board: BoardPage, key: string) => {
	const found = board.rows.find((r) => r.key === key);
	if (!found) throw new Error(`no row ${key}`);
	return found;
};

test('[S7] the board shows each section as it stands: state, owner, who acted last, what is missing', async () => {
	let now = Date.now();
	const app = await demoApp({ clock: () => now });
	const id = await reportId(app, 2023);
	const coordinator = await actorOf(app, 'coordinator');
	const look = async () => must(await app.views.board(coordinator, { reportId: id }));
	const before = await look();
	expect(before.rows).toHaveLength(32);
	expect(before.counts).toMatchObject({ approved: 2, submitted: 1, draft: 29, total: 32 });
	expect(row(before, 'units.culture')).toMatchObject({
		state: 'draft',
		department: 'Kultur och fritid',
		required: true
	});

	now += 60_000;
	const { id: culture } = row(before, 'units.culture');
	await writeIn(app, 'culture', culture, 'Biblioteken har längre öppet.');
	expect(row(await look(), 'units.culture').lastActivity).toEqual({
		by: 'Elias Forsgård',
		at: now,
		what: 'edited'
	});

	now += 60_000;
	must(await submitNow(app, 'culture', culture));
	const after = await look();
	expect(after.counts).toMatchObject({ approved: 2, submitted: 2, draft: 28 });
	expect(row(after, 'units.culture')).toMatchObject({
		state: 'submitted',
		stateBy: 'Elias Forsgård',
		stateAt: now,
		lastActivity: { by: 'Elias Forsgård', at: now, what: 'submitted' },
		missing: [],
		mayApprove: true
	});

	// Opened again and written in: the newest of writing and moving is what is told.
	now += 60_000;
	const reason = 'Nämn hur många som kom.';
	must(await app.commands.returnSection({ by: by('coordinator'), sectionId: culture, reason }));
	expect(row(await look(), 'units.culture').lastActivity).toEqual({
		by: 'Sara Ekdal',
		at: now,
		what: 'draft'
	});
	now += 60_000;
	await writeIn(app, 'culture', culture, 'Fler än året före.');
	expect(row(await look(), 'units.culture').lastActivity).toEqual({
		by: 'Elias Forsgård',
		at: now,
		what: 'edited'
	});
});

test('[C7] what a required section lacks is named until it is there', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const coordinator = await actorOf(app, 'coordinator');
	const look = async () => must(await app.views.board(coordinator, { reportId: id }));
	const empty = (await look()).rows.find((r) => r.required && r.missing.join() === 'text');
	if (!empty) throw new Error('the demo has an empty required section');
	await writeIn(app, 'coordinator', empty.id, 'Nu står det något här.');
	expect(row(await look(), empty.key).missing).toEqual([]);
});

test('[A7] who wrote in a submitted section sees on the board that another approves it', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const coordinator = await actorOf(app, 'coordinator');
	const deputy = await actorOf(app, 'deputy');
	const look = async (who: typeof deputy) =>
		row(must(await app.views.board(who, { reportId: id })), 'units.culture');
	const { id: sectionId } = await look(coordinator);
	await writeIn(app, 'coordinator', sectionId, 'Tillägg av samordnaren.');
	must(await submitNow(app, 'culture', sectionId));
	expect(await look(coordinator)).toMatchObject({ mayApprove: false, approveWhy: 'fourEyes' });
	expect(await look(deputy)).toMatchObject({ mayApprove: true, approveWhy: null });
	must(await approveNow(app, 'deputy', sectionId));
	// A7 speaks of what was written since the last approval.
	expect((await sectionNow(app, sectionId)).approvedSeq).toBeGreaterThan(0);
	expect((await look(coordinator)).approveWhy).toBeNull();
});

test('[A2] a writer sees the board and is offered nothing that they may not do', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const board = must(await app.views.board(await actorOf(app, 'education'), { reportId: id }));
	expect(board.rows).toHaveLength(32);
	expect(board).toMatchObject({ mayManage: false, mayPublish: false, mayAudit: false });
	expect(board.departments).toEqual([]);
	expect(board.rows.some((r) => r.mayApprove)).toBe(false);
});
