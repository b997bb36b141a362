import type { App } from '#server/app.ts';
import { listReports } from '#server/store/reports.ts';
import { expect, test } from 'vitest';
import { approveNow, by, must, refusalOf, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf } from '../support/look.ts';
import { addBoard, addSection, BOARD, boardWithEdition, publishBoard } from '../support/boards.ts';

const SECTION = 'samlat';

const municipal = async (app: App): Promise<string> => {
	const reports = await app.read((tx) => listReports(tx, 'demo-exempelkommun'));
	const found = reports.find((r) => r.reportYear === 2023 && r.authorityId !== BOARD.id);
	const reportId = found?.id ?? '';
	await app.read((tx) =>
		addSection(tx, { id: SECTION, reportId, key: 'boards', title: 'Löften', position: 90 }, [
			{ type: 'rollUp', attrs: { shows: 'followUp' } }
		])
	);
	return reportId;
};

test('[Y6] a coordinator sees which editions there are, which are taken in, and who is missing', async () => {
	const app = await demoApp();
	const { reportId: board, editionId } = await boardWithEdition(app);
	await app.read((tx) => addBoard(tx, { id: 'kultur', name: 'Kulturnämnden' }));
	const reportId = await municipal(app);
	const coordinator = await actorOf(app, 'coordinator');
	const look = async () => must(await app.views.boards(coordinator, { reportId }));

	const before = await look();
	expect(before.boards).toMatchObject([
		{
			authority: 'Socialnämnden',
			title: 'Barnbokslut 2023',
			reportYear: 2023,
			newest: { editionId, number: 1, promises: 4, figures: 2 },
			taken: null
		}
	]);
	// The municipality's own edition of the year before, and no draft of anybody's.
	expect(before.others.map((one) => one.slug)).toEqual(['barnbokslut-2022']);
	expect(before.missing).toEqual(['Kulturnämnden']);
	expect(JSON.stringify(before)).not.toContain('kultur-2023');
	expect(before.sections).toMatchObject([{ key: 'boards', shows: ['followUp'], isOlder: false }]);
	expect(before.mayManage).toBe(true);

	must(await app.commands.takeInEdition({ by: by('coordinator'), reportId, editionId }));
	must(await submitNow(app, 'coordinator', SECTION));
	must(await approveNow(app, 'coordinator', SECTION));
	expect((await look()).sections).toMatchObject([{ state: 'approved', isOlder: false }]);

	const second = await publishBoard(app, board, []);
	expect((await look()).boards).toMatchObject([
		{
			newest: { editionId: second, number: 2 },
			taken: { number: 1, by: 'Sara Ekdal', withdrawn: null }
		}
	]);
	must(await app.commands.takeInEdition({ by: by('coordinator'), reportId, editionId: second }));
	expect((await look()).sections).toMatchObject([{ isOlder: true }]);

	const reason = 'Ett namn syntes.';
	must(
		await app.commands.withdrawForms({
			by: by('deputy'),
			editionId: second,
			forms: ['html'],
			reason
		})
	);
	// What readers are not shown is not offered, and it is said that it is not taken in.
	expect((await look()).boards).toMatchObject([
		{ newest: { number: 1 }, taken: { number: 2, withdrawn: reason } }
	]);
});

test('[A8] who does not see the report does not see what it takes in; who writes reads', async () => {
	const app = await demoApp();
	await boardWithEdition(app);
	const reportId = await municipal(app);
	const writer = must(await app.views.boards(await actorOf(app, 'education'), { reportId }));
	expect(writer.mayManage).toBe(false);
	expect(writer.boards).toHaveLength(1);
	const council = await actorOf(app, 'councilMember');
	expect(refusalOf(await app.views.boards(council, { reportId }))).toEqual({ code: 'notFound' });
	const asked = { sectionId: SECTION, shows: 'plan' as const };
	expect(refusalOf(await app.views.sectionRollUp(council, asked))).toEqual({ code: 'notFound' });
	expect(refusalOf(await app.views.sectionRollUp(null, asked))).toEqual({ code: 'notSignedIn' });
});

test('[I5] [Y6] a draft shows what is taken in now, a locked section what was fixed', async () => {
	const app = await demoApp();
	const { editionId } = await boardWithEdition(app);
	const reportId = await municipal(app);
	const coordinator = await actorOf(app, 'coordinator');
	const look = async (shows: 'plan' | 'followUp' | 'figures') =>
		must(await app.views.sectionRollUp(coordinator, { sectionId: SECTION, shows }));
	expect(await look('followUp')).toEqual({ html: '', editions: 0, isFixed: false });
	const input = { by: by('coordinator'), reportId, editionId };
	must(await app.commands.takeInEdition(input));
	expect((await look('followUp')).html).toContain('Familjehem');
	expect((await look('figures')).html).toContain('Barnbokslån');
	must(await submitNow(app, 'coordinator', SECTION));
	must(await app.commands.leaveOutEdition(input));
	const fixed = await look('followUp');
	expect(fixed).toMatchObject({ editions: 1, isFixed: true });
	expect(fixed.html).toContain('Familjehem');
	// It was fixed with what its block shows.
	expect((await look('figures')).html).toBe('');
});
