import { authority } from '#server/demo/people.ts';
import { expect, test } from 'vitest';
import { by, must, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { sectionId } from '../support/server.ts';
import { actorOf, reportId, writeIn } from '../support/look.ts';

test('[A2] the start page of a coordinator holds what waits for approval', async () => {
	const app = await demoApp();
	const { work } = must(await app.views.start(await actorOf(app, 'coordinator'), null));
	expect(work?.toApprove.map((w) => w.key)).toEqual(['figures.economy']);
	expect(work?.toWrite).toEqual([]);
	expect(work?.shelves.map((s) => s.year)).toEqual([2023, 2022]);
	expect(work?.shelves[0]?.reports[0]?.counts).toMatchObject({ approved: 2, total: 32 });
	expect(work?.shelves[1]?.reports[0]?.edition).toMatchObject({ number: 1, reportYear: 2022 });
});

test('[A7] a section that the coordinator wrote in waits for another, and says so', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'units.culture');
	await writeIn(app, 'coordinator', id, 'Tillägg av samordnaren.');
	must(await submitNow(app, 'culture', id));
	const own = must(await app.views.start(await actorOf(app, 'coordinator'), null)).work;
	expect(own?.toApprove.map((w) => w.key)).toEqual(['figures.economy']);
	expect(own?.forOthers.map((w) => w.key)).toEqual(['units.culture']);
	const other = must(await app.views.start(await actorOf(app, 'deputy'), null)).work;
	expect(other?.toApprove.map((w) => w.key)).toEqual(['figures.economy', 'units.culture']);
});

test('[A3] the start page of a writer holds the required drafts of their own department', async () => {
	const app = await demoApp();
	const reader = await actorOf(app, 'education');
	const { work } = must(await app.views.start(reader, null));
	expect(work?.toApprove).toEqual([]);
	const report = must(await app.views.report(reader, { reportId: await reportId(app, 2023) }));
	const expected = report.sections.filter(
		(s) => s.department === 'Barn och utbildning' && s.state === 'draft' && s.required
	);
	expect(expected.length).toBeGreaterThan(0);
	expect(work?.toWrite.map((w) => [w.key, w.missing])).toEqual(
		expected.map((s) => [s.key, s.missingBlocks])
	);
});

test('[A3] a writer whose department has no section is told so, and others are not', async () => {
	const app = await demoApp();
	const work = async (who: Parameters<typeof actorOf>[1]) =>
		must(await app.views.start(await actorOf(app, who), null)).work;
	for (const who of ['education', 'coordinator', 'administrator'] as const)
		expect((await work(who))?.hasNoSection, who).toBe(false);
	const { id: departmentId } = must(
		await app.commands.addPart({
			by: by('administrator'),
			kind: 'department',
			authorityId: authority.id,
			name: 'Teknik'
		})
	);
	const grants = [{ role: 'writer' as const, departmentId }];
	must(await app.commands.setGrants({ by: by('administrator'), personId: by('culture'), grants }));
	expect((await work('culture'))?.hasNoSection).toBe(true);
	const { toWrite, shelves } = (await work('culture')) ?? { toWrite: [], shelves: [] };
	expect([toWrite.length, shelves.length > 0]).toEqual([0, true]);
});

test('[S5] a returned section comes back to its writers with the reason', async () => {
	const app = await demoApp();
	const id = await sectionId(app, 'figures.economy');
	const reason = 'Skriv vad som har gjorts åt det.';
	must(await app.commands.returnSection({ by: by('coordinator'), sectionId: id, reason }));
	const { work } = must(await app.views.start(await actorOf(app, 'social'), null));
	expect(work?.toWrite.find((w) => w.sectionId === id)).toMatchObject({
		openedBecause: reason,
		missing: []
	});
});

test('[P3] a visitor finds the published editions and the way in', async () => {
	const app = await demoApp();
	const start = must(await app.views.start(null, null));
	expect(start.work).toBeNull();
	expect(start.editions).toHaveLength(1);
	expect(start.editions[0]).toMatchObject({
		reportYear: 2022,
		number: 1,
		municipality: 'Exempelkommun'
	});
});
