import type { FixedContent } from '#core/publication.ts';
import { canonicalJson, hashOf } from '#schema/content.ts';
import type { App } from '#server/app.ts';
import { latestFixed } from '#server/store/approvals.ts';
import { listAudit } from '#server/store/audit.ts';
import { listEditions } from '#server/store/editions.ts';
import { listReports } from '#server/store/reports.ts';
import { listSources } from '#server/store/report-sources.ts';
import { expect, test } from 'vitest';
import { approveNow, by, must, publishPlain, refusalOf, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf } from '../support/look.ts';
import {
	addBoard,
	addSection,
	BOARD_DECISION,
	boardFollowUp,
	boardPlan,
	boardWithEdition,
	modelOf,
	publishBoard
} from '../support/boards.ts';

const SECTION = 'kommunens-sammanstallning';

const thisYear = async (app: App): Promise<string> => {
	const reports = await app.read((tx) => listReports(tx, 'demo-exempelkommun'));
	return reports.find((r) => r.reportYear === 2023 && r.slug.startsWith('barnbokslut'))?.id ?? '';
};

const rollUp = (shows: string) => ({ type: 'rollUp', attrs: { shows } });

/** A section of the municipality's report that shows everything that is taken in. */
const withSection = async (app: App, content = ['plan', 'followUp', 'figures'].map(rollUp)) => {
	const reportId = await thisYear(app);
	const at = { id: SECTION, reportId, key: 'boards', title: 'Nämndernas löften', position: 90 };
	await app.read((tx) => addSection(tx, at, content));
	return reportId;
};

const fixed = async (app: App): Promise<FixedContent> => {
	const row = await app.read((tx) => latestFixed(tx, SECTION));
	return JSON.parse(row?.content ?? '') as FixedContent;
};

const take = (app: App, reportId: string, editionId: string, person = by('coordinator')) =>
	app.commands.takeInEdition({ by: person, reportId, editionId });

test('[Y6] what is taken in stands byte for byte as it was published, with its origin', async () => {
	const app = await demoApp();
	const { editionId } = await boardWithEdition(app);
	const reportId = await withSection(app);
	expect(must(await take(app, reportId, editionId))).toEqual({ number: 1, replaced: null });
	must(await submitNow(app, 'coordinator', SECTION));

	const { takenIn = [] } = await fixed(app);
	const source = await modelOf(app, editionId);
	expect(takenIn).toHaveLength(1);
	const [taken] = takenIn;
	expect(taken).toMatchObject({
		slug: 'namnd-social-2023',
		number: 1,
		title: 'Barnbokslut 2023',
		authority: 'Socialnämnden',
		reportYear: 2023,
		decision: BOARD_DECISION,
		hash: hashOf(source)
	});
	const sectionOf = (key: string) => source.sections.find((s) => s.content.key === key)?.content;
	const tables = taken?.tables ?? [];
	expect(tables.map(({ table }) => canonicalJson(table))).toEqual([
		canonicalJson(sectionOf('plan')?.doc.content?.[1]),
		canonicalJson(sectionOf('followUp')?.doc.content?.[0])
	]);
	expect(canonicalJson(tables[0]?.table)).toContain('Alla utredningar frågar om våld.');
	expect(tables.map(({ section }) => section.key)).toEqual(['plan', 'followUp']);
	expect(tables[0]?.departments).toEqual([
		{ id: 'namnd-social-forvaltning', name: 'Socialnämndens förvaltning', abbreviation: 'SOF' }
	]);
	const figures = sectionOf('figures')?.figures ?? {};
	expect(taken?.figures.map((one) => canonicalJson(one))).toEqual([
		canonicalJson(figures['ind-trygghet-i-skolan']),
		canonicalJson(figures['ind-barnbokslan'])
	]);
	// The words of the source beside its tables stay where they are.
	expect(canonicalJson(takenIn)).not.toContain('Det här lovar vi.');
});

test('[Y6] a section keeps what its blocks show and nothing more, and one without them keeps its hash', async () => {
	const app = await demoApp();
	const { editionId } = await boardWithEdition(app);
	const reportId = await withSection(app, [rollUp('plan')]);
	must(await take(app, reportId, editionId));
	must(await submitNow(app, 'coordinator', SECTION));
	const [taken] = (await fixed(app)).takenIn ?? [];
	expect(taken?.tables.map(({ section }) => section.key)).toEqual(['plan']);
	expect(taken?.figures).toEqual([]);
	const source = await modelOf(app, editionId);
	for (const { content } of source.sections) expect('takenIn' in content).toBe(false);
});

test('[Y6] [S3] a newer edition of the source changes nothing in what is locked; the next submission has it', async () => {
	const app = await demoApp();
	const { reportId: board, editionId } = await boardWithEdition(app);
	const reportId = await withSection(app, [rollUp('followUp')]);
	must(await take(app, reportId, editionId));
	must(await submitNow(app, 'coordinator', SECTION));
	must(await approveNow(app, 'coordinator', SECTION));
	const before = await app.read((tx) => latestFixed(tx, SECTION));

	await app.read((tx) =>
		addSection(
			tx,
			{ id: 'namnd-social-more', reportId: board, key: 'more', title: 'Mer', position: 5 },
			[{ ...boardFollowUp, attrs: { purpose: 'followUp', caption: 'Rättad' } }]
		)
	);
	const second = await publishBoard(app, board, ['more']);
	expect(must(await take(app, reportId, second))).toEqual({ number: 2, replaced: 1 });
	expect(await app.read((tx) => latestFixed(tx, SECTION))).toEqual(before);
	expect((await app.read((tx) => listSources(tx, reportId))).map((s) => s.number)).toEqual([2]);

	must(
		await app.commands.reopenSection({ by: by('coordinator'), sectionId: SECTION, reason: 'Ny' })
	);
	must(await submitNow(app, 'coordinator', SECTION));
	const [taken] = (await fixed(app)).takenIn ?? [];
	expect([taken?.number, taken?.tables.length]).toEqual([2, 2]);
	// The older one is corrected by the newer.
	expect(refusalOf(await take(app, reportId, editionId))).toMatchObject({
		code: 'moved',
		happened: 'published'
	});
	expect(refusalOf(await take(app, reportId, second))).toMatchObject({
		code: 'moved',
		happened: 'done',
		by: 'Sara Ekdal'
	});
});

test('[A4] [A8] only a coordinator takes in, and only what is published, of another report of the municipality', async () => {
	const app = await demoApp();
	const { reportId: board, editionId } = await boardWithEdition(app);
	const reportId = await withSection(app);
	expect(refusalOf(await take(app, reportId, editionId, by('education')))).toEqual({
		code: 'forbidden',
		why: 'role'
	});
	for (const person of ['councilMember'] as const)
		expect(refusalOf(await take(app, reportId, editionId, by(person)))).toEqual({
			code: 'notFound'
		});
	// The coordinator of the one does not see the report of the other board.
	const [own] = (await app.read((tx) => listEditions(tx))).filter((e) => e.reportYear === 2022);
	expect(refusalOf(await take(app, board, own?.id ?? ''))).toEqual({ code: 'notFound' });
	expect(refusalOf(await take(app, reportId, board))).toEqual({ code: 'notFound' });
	expect(refusalOf(await take(app, reportId, ''))).toEqual({ code: 'notFound' });
	expect(refusalOf(await take(app, board, editionId, by('deputy')))).toMatchObject({
		code: 'invalid'
	});
	expect(await app.read((tx) => listSources(tx, reportId))).toEqual([]);
});

test('[A5] a draft of another authority gives nothing, whatever stands in it', async () => {
	const app = await demoApp();
	const board = await app.read((tx) => addBoard(tx));
	const reportId = await withSection(app);
	expect(refusalOf(await take(app, reportId, board))).toEqual({ code: 'notFound' });
	const editionId = await publishBoard(app, board, ['plan', 'followUp', 'figures']);
	must(await take(app, reportId, editionId));
	const secret = { ...boardPlan, attrs: { purpose: 'plan', caption: 'HEMLIGT UTKAST' } };
	await app.read((tx) =>
		addSection(tx, { id: 'utkast', reportId: board, key: 'draft', title: 'Utkast', position: 6 }, [
			secret
		])
	);
	must(await submitNow(app, 'coordinator', SECTION));
	expect(JSON.stringify(await fixed(app))).not.toContain('HEMLIGT');
});

test('[P2] what is withdrawn is not taken in, nor published where it was fixed before', async () => {
	const app = await demoApp();
	const { reportId: board, editionId } = await boardWithEdition(app);
	const reportId = await app.read((tx) => addBoard(tx, { id: 'ks', name: 'Kommunens egen' }, {}));
	const at = { id: SECTION, reportId, key: 'boards', title: 'Nämndernas löften', position: 1 };
	await app.read((tx) => addSection(tx, at, [rollUp('plan')]));
	must(await take(app, reportId, editionId, by('deputy')));
	must(await submitNow(app, 'deputy', SECTION));
	must(await approveNow(app, 'deputy', SECTION));
	const reason = 'Ett namn syntes.';
	must(await app.commands.withdrawForms({ by: by('deputy'), editionId, forms: ['html'], reason }));
	const published = await publishPlain(app, {
		by: by('deputy'),
		reportId,
		decision: BOARD_DECISION,
		note: ''
	});
	expect(refusalOf(published)).toEqual({
		code: 'notReady',
		hinders: [
			{
				what: 'sourceWithdrawn',
				sectionId: SECTION,
				key: 'boards',
				title: 'Nämndernas löften',
				source: { authority: 'Socialnämnden', title: 'Barnbokslut 2023', number: 1 }
			}
		]
	});
	const page = must(await app.views.publication(await actorOf(app, 'deputy'), { reportId }));
	expect(page.hinders.map((h) => h.what)).toEqual(['sourceWithdrawn']);

	must(await app.commands.reopenSection({ by: by('deputy'), sectionId: SECTION, reason }));
	must(await submitNow(app, 'deputy', SECTION));
	expect((await fixed(app)).takenIn).toEqual([]);
	// A newer edition that stands can be taken in.
	expect(refusalOf(await take(app, reportId, editionId, by('deputy')))).toMatchObject({
		code: 'withdrawn',
		reason
	});
	const second = await publishBoard(app, board, []);
	expect(must(await take(app, reportId, second, by('deputy')))).toEqual({ number: 2, replaced: 1 });
	// Readers are not shown the third any more: the one before it may be taken in again.
	const third = await publishBoard(app, board, []);
	must(
		await app.commands.withdrawForms({
			by: by('deputy'),
			editionId: third,
			forms: ['json'],
			reason
		})
	);
	must(await app.commands.leaveOutEdition({ by: by('deputy'), reportId, editionId: second }));
	expect(must(await take(app, reportId, second, by('deputy')))).toEqual({
		number: 2,
		replaced: null
	});
});

test('[S9] taking in and leaving out are in the trail, with the edition and its hash', async () => {
	const app = await demoApp();
	const { editionId } = await boardWithEdition(app);
	const reportId = await withSection(app);
	const { hash } = await app.read(async (tx) => {
		const [edition] = (await listEditions(tx)).filter((e) => e.id === editionId);
		return { hash: edition?.hash };
	});
	must(await take(app, reportId, editionId));
	const input = { by: by('coordinator'), reportId, editionId };
	expect(refusalOf(await app.commands.leaveOutEdition({ ...input, by: by('social') }))).toEqual({
		code: 'forbidden',
		why: 'role'
	});
	expect(must(await app.commands.leaveOutEdition(input))).toEqual({ number: 1 });
	expect(refusalOf(await app.commands.leaveOutEdition(input))).toMatchObject({
		code: 'moved',
		happened: 'done'
	});
	const trail = await app.read((tx) => listAudit(tx, reportId));
	const told = { editionId, title: 'Barnbokslut 2023', slug: 'namnd-social-2023', number: 1 };
	expect(trail.slice(0, 2)).toMatchObject([
		{ act: 'report.leaveOut', hash, detail: told },
		{ act: 'report.takeIn', hash, detail: { ...told, replaced: null } }
	]);
});
