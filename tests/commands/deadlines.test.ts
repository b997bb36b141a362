import type { App } from '#server/app.ts';
import type { DemoPersonKey } from '#server/demo/people.ts';
import { listAudit } from '#server/store/audit.ts';
import { listNotices } from '#server/store/notices.ts';
import { getReport } from '#server/store/reports.ts';
import { listSections } from '#server/store/sections.ts';
import { beforeEach, expect, test } from 'vitest';
import { by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { reportId } from '../support/look.ts';
import { sectionId } from '../support/server.ts';

let app: App;
let report: string;
let now: number;
beforeEach(async () => {
	now = Date.parse('2026-03-10T12:00:00Z');
	app = await demoApp({ clock: () => now });
	report = await reportId(app, 2023);
});

const set = (
	input: Omit<Parameters<App['commands']['setDeadlines']>[0], 'by' | 'reportId'>,
	who: DemoPersonKey = 'coordinator'
) => app.commands.setDeadlines({ by: by(who), reportId: report, ...input });
const reportDay = async () => (await app.read((tx) => getReport(tx, report)))?.dueOn;

test('[R6] who coordinates sets the report’s day and days of sections, each with its line in the trail', async () => {
	const id = await sectionId(app, 'units.culture');
	const { version } = await sectionNow(app, id);
	expect(
		must(
			await set({
				report: { seen: null, dueOn: '2026-03-31' },
				sections: [{ sectionId: id, seen: null, dueOn: '2026-04-15' }]
			})
		)
	).toEqual({ changed: 2 });
	expect(await reportDay()).toBe('2026-03-31');
	// It is no part of the text: nobody who has the section open is told that it moved.
	expect(await sectionNow(app, id)).toMatchObject({ dueOn: '2026-04-15', version });
	const trail = await app.read((tx) => listAudit(tx, report));
	const days = trail.filter(({ act }) => act.endsWith('.deadline'));
	expect(days.map(({ act, detail }) => [act, detail]).toSorted()).toEqual([
		['report.deadline', { before: null, dueOn: '2026-03-31' }],
		['section.deadline', { before: null, dueOn: '2026-04-15' }]
	]);
	// What stays as it is leaves none; and a day can be taken away.
	expect(must(await set({ report: { seen: '2026-03-31', dueOn: '2026-03-31' } })).changed).toBe(0);
	expect(
		must(await set({ sections: [{ sectionId: id, seen: '2026-04-15', dueOn: null }] })).changed
	).toBe(1);
	expect((await sectionNow(app, id)).dueOn).toBeNull();
});

test('[R6] a locked section can be given another day', async () => {
	const id = await sectionId(app, 'figures.economy');
	expect((await sectionNow(app, id)).state).toBe('submitted');
	must(await set({ sections: [{ sectionId: id, seen: null, dueOn: '2026-04-15' }] }));
	expect(await sectionNow(app, id)).toMatchObject({ state: 'submitted', dueOn: '2026-04-15' });
});

test('[S10] what another has changed since is not written over, and nothing of the form is stored', async () => {
	const id = await sectionId(app, 'units.culture');
	must(await set({ report: { seen: null, dueOn: '2026-03-31' } }));
	const late = await set(
		{
			sections: [{ sectionId: id, seen: null, dueOn: '2026-04-15' }],
			report: { seen: null, dueOn: '2026-05-01' }
		},
		'deputy'
	);
	expect(refusalOf(late)).toMatchObject({ code: 'moved', happened: 'valueChanged' });
	expect(await reportDay()).toBe('2026-03-31');
	expect((await sectionNow(app, id)).dueOn).toBeNull();
	// Both wished the same.
	must(await set({ report: { seen: null, dueOn: '2026-03-31' } }, 'deputy'));
});

test('[R6] what is no day is refused by field, and nothing is stored', async () => {
	const id = await sectionId(app, 'units.culture');
	for (const dueOn of ['2026-04-31', '0026-03-31', 'i morgon', '']) {
		const refused = await set({
			report: { seen: null, dueOn: '2026-03-31' },
			sections: [{ sectionId: id, seen: null, dueOn }]
		});
		expect(refusalOf(refused)).toEqual({
			code: 'invalid',
			problems: [{ field: id, problem: 'date' }]
		});
	}
	expect(await reportDay()).toBeNull();
});

test('[A2] [A8] writers and administrators set no day; for others there is no report, nor another’s section', async () => {
	const wish = { report: { seen: null, dueOn: '2026-03-31' } };
	expect(refusalOf(await set(wish, 'education'))).toEqual({ code: 'forbidden', why: 'role' });
	expect(refusalOf(await set(wish, 'administrator'))).toEqual({ code: 'forbidden', why: 'role' });
	expect(refusalOf(await set(wish, 'councilMember'))).toEqual({ code: 'notFound' });
	const [first] = await app.read((tx) => listSections(tx, report));
	const other = first?.id ?? '';
	const elsewhere = await app.commands.setDeadlines({
		by: by('coordinator'),
		reportId: await reportId(app, 2022),
		sections: [{ sectionId: other, seen: null, dueOn: '2026-03-31' }]
	});
	expect(refusalOf(elsewhere)).toEqual({ code: 'notFound' });
	expect((await sectionNow(app, other)).dueOn).toBeNull();
});

test('[R6] [Y1] a rollover brings no day along', async () => {
	const last = await reportId(app, 2022);
	must(
		await app.commands.setDeadlines({
			by: by('coordinator'),
			reportId: last,
			report: { seen: null, dueOn: '2023-03-31' }
		})
	);
	const made = must(
		await app.commands.rollOverReport({
			by: by('coordinator'),
			fromReportId: last,
			reportYear: 2026,
			title: 'Barnbokslut 2026'
		})
	);
	const days = await app.read(async (tx) => [
		(await getReport(tx, made.reportId))?.dueOn,
		...(await listSections(tx, made.reportId)).map((s) => s.dueOn)
	]);
	expect(new Set(days)).toEqual(new Set([null]));
});

/** Who was told of the section, by kind and day. */
async function toldOf(id: string, kind: 'due' | 'overdue') {
	const told: string[] = [];
	for (const who of ['education', 'social', 'culture', 'coordinator', 'deputy'] as const)
		for (const one of await app.read((tx) => listNotices(tx, by(who), 1000)))
			if (one.sectionId === id && one.kind === kind) told.push(`${who} ${one.detail['day'] ?? ''}`);
	return told.sort();
}
const tell = () => app.commands.tellDeadlines({ now });

test('[R6] [N1] who is to submit is told once that the day is near, and once that it has passed', async () => {
	const id = await sectionId(app, 'units.culture');
	must(await set({ sections: [{ sectionId: id, seen: null, dueOn: '2026-03-14' }] }));
	must(await tell());
	expect(await toldOf(id, 'due')).toEqual([]);
	// The fourth day before ends at midnight in Stockholm, an hour before the world's.
	now = Date.parse('2026-03-10T22:59:59Z');
	must(await tell());
	expect(await toldOf(id, 'due')).toEqual([]);
	now = Date.parse('2026-03-10T23:00:00Z');
	for (let hour = 0; hour < 5; hour++) must(await tell());
	expect(await toldOf(id, 'due')).toEqual(['culture 2026-03-14']);

	now = Date.parse('2026-03-14T23:00:00Z');
	for (let hour = 0; hour < 5; hour++) must(await tell());
	expect(await toldOf(id, 'overdue')).toEqual(['culture 2026-03-14']);
	expect(await toldOf(id, 'due')).toEqual(['culture 2026-03-14']);

	// Another day is another matter, and so told anew.
	must(await set({ sections: [{ sectionId: id, seen: '2026-03-14', dueOn: '2026-03-16' }] }));
	must(await tell());
	must(await tell());
	expect(await toldOf(id, 'due')).toEqual(['culture 2026-03-14', 'culture 2026-03-16']);
});

test('[R6] what is submitted, has no day, or may be left out reminds nobody', async () => {
	const id = await sectionId(app, 'figures.education');
	must(await submitNow(app, 'education', id));
	must(await set({ report: { seen: null, dueOn: '2026-03-01' } }));
	must(await tell());
	expect(await toldOf(id, 'overdue')).toEqual([]);
	const sections = await app.read((tx) => listSections(tx, report));
	for (const section of sections) {
		const told = await toldOf(section.id, 'overdue');
		expect([section.key, told.length > 0]).toEqual([
			section.key,
			section.state === 'draft' && section.required
		]);
	}
	// Last year's report has no day.
	const last = await reportId(app, 2022);
	for (const other of await app.read((tx) => listSections(tx, last)))
		expect(await toldOf(other.id, 'overdue')).toEqual([]);
});

test('[R6] [A3] where no department owns it those who coordinate are told; who has rows of it is not', async () => {
	const id = await sectionId(app, 'units.culture');
	const { version } = await sectionNow(app, id);
	must(
		await app.commands.changeSection({
			by: by('coordinator'),
			sectionId: id,
			version,
			departmentId: null,
			sharedWith: ['demo-barn-och-utbildning', 'demo-socialtjansten'],
			rowsOnly: ['demo-socialtjansten']
		})
	);
	must(await set({ sections: [{ sectionId: id, seen: null, dueOn: '2026-03-01' }] }));
	must(await tell());
	expect(await toldOf(id, 'overdue')).toEqual([
		'coordinator 2026-03-01',
		'deputy 2026-03-01',
		'education 2026-03-01'
	]);
});

test('[N2] who wants to hear nothing of days is told nothing', async () => {
	const id = await sectionId(app, 'units.culture');
	must(await app.commands.chooseNotices({ by: by('culture'), ways: { overdue: 'off' } }));
	must(await set({ sections: [{ sectionId: id, seen: null, dueOn: '2026-03-01' }] }));
	must(await tell());
	expect(await toldOf(id, 'overdue')).toEqual([]);
});
