import type { App } from '#server/app.ts';
import { authority, departments } from '#server/demo/people.ts';
import { latestFixed } from '#server/store/approvals.ts';
import { getMunicipality, listDepartments } from '#server/store/organisation.ts';
import { auditEvent } from '#server/store/schema.ts';
import { like } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { approveNow, by, must, refusalOf, sectionNow, submitNow } from '../support/act.ts';
import { actorFor } from '../support/actors.ts';
import { demoApp } from '../support/app.ts';
import { neighbour, settleNeighbour } from '../support/neighbour.ts';
import { sectionId } from '../support/server.ts';

let app: App;
beforeEach(async () => {
	app = await demoApp();
});
const admin = by('administrator');
const [school, , culture] = departments.map(({ id }) => id) as [string, string, string];
const add = (name: string, authorityId?: string) =>
	app.commands.addPart({
		by: admin,
		name,
		...(authorityId === undefined ? { kind: 'authority' } : { kind: 'department', authorityId })
	});
const department = (id: string) => ({ by: admin, kind: 'department' as const, id });
const problemOf = (result: Parameters<typeof refusalOf>[0]) => {
	const refusal = refusalOf(result);
	return refusal.code === 'invalid'
		? refusal.problems.map(({ field, problem }) => `${field}: ${problem}`).join()
		: refusal.code;
};
const nameOf = async (id: string) =>
	(await app.read((tx) => listDepartments(tx, 'demo-exempelkommun'))).find((d) => d.id === id)
		?.name;
const page = async () =>
	must(await app.views.organisation(await actorFor(app, 'administrator'), null));
const trail = () =>
	app.read(async (tx) =>
		tx.db
			.select()
			.from(auditEvent)
			.where(like(auditEvent.act, 'organisation.%'))
			.all()
			.map(({ act }) => act)
	);

test('[A1] an administrator says which authorities and departments there are; every act stands in the trail', async () => {
	const { id } = must(await add('Barnnämnden'));
	const { id: unit } = must(await add('  Barn  och familj ', id));
	expect(await nameOf(unit)).toBe('Barn och familj');
	must(await app.commands.changePart({ ...department(unit), name: 'Familj' }));
	must(await app.commands.changePart({ ...department(unit), name: 'Familj' }));
	must(await app.commands.closePart({ ...department(unit), anyway: false }));
	must(await app.commands.reopenPart(department(unit)));
	expect(await trail()).toEqual([
		'organisation.add',
		'organisation.add',
		'organisation.change',
		'organisation.close',
		'organisation.reopen'
	]);
	for (const [name, problem] of [
		['', 'name: missing'],
		['x'.repeat(300), 'name: nameLength'],
		['Skola\u202e', 'name: missing'],
		['KULTUR OCH FRITID', 'name: nameTaken']
	] as const) {
		const wanted = name === 'Skola\u202e' ? 'name: unseen' : problem;
		expect(problemOf(await add(name, id)), name).toBe(wanted);
		expect(problemOf(await app.commands.changePart({ ...department(unit), name })), name).toBe(
			wanted
		);
	}
});

test('[A8] nobody else manages the organisation, and another municipality’s parts do not exist', async () => {
	await settleNeighbour(app);
	for (const person of ['coordinator', 'social', 'councilMember'] as const) {
		const who = { by: by(person), kind: 'department', id: school } as const;
		const seen = { name: 'Exempelkommun', fourEyes: true };
		for (const answer of [
			await app.commands.addPart({ by: who.by, kind: 'authority', name: 'X' }),
			await app.commands.changePart({ ...who, name: 'X' }),
			await app.commands.closePart({ ...who, anyway: true }),
			await app.commands.reopenPart(who),
			await app.commands.saveMunicipality({ by: who.by, name: 'X', fourEyes: false, seen }),
			await app.views.organisation(await actorFor(app, person), null)
		])
			expect(refusalOf(answer)).toEqual({ code: 'forbidden', why: 'role' });
	}
	for (const theirs of [
		{ by: admin, kind: 'department' as const, id: neighbour.departmentId },
		{ by: admin, kind: 'authority' as const, id: neighbour.authorityId },
		{ by: admin, kind: 'authority' as const, id: school }
	])
		for (const answer of [
			await app.commands.changePart({ ...theirs, name: 'X' }),
			await app.commands.closePart({ ...theirs, anyway: true }),
			await app.commands.reopenPart(theirs)
		])
			expect(refusalOf(answer)).toEqual({ code: 'notFound' });
	expect(problemOf(await add('Ny', neighbour.authorityId))).toBe('authorityId: unknown');
	const { id } = must(await add('Tom', authority.id));
	const moved = { ...department(id), name: 'Tom', authorityId: neighbour.authorityId };
	expect(problemOf(await app.commands.changePart(moved))).toBe('authorityId: unknown');
	expect(JSON.stringify(await page())).not.toContain('Grannens');
});

test('[A3] a department with open sections or writers says so before it is closed, and keeps them', async () => {
	const section = await sectionId(app, 'units.culture');
	const before = await sectionNow(app, section);
	expect(problemOf(await app.commands.closePart({ ...department(culture), anyway: false }))).toBe(
		'anyway: inUse'
	);
	const use = (await page()).authorities[0]?.departments.find(({ id }) => id === culture)?.use;
	expect(use?.people).toBe(1);
	expect(use?.sections).toBeGreaterThan(0);
	must(await app.commands.closePart({ ...department(culture), anyway: true }));
	expect((await sectionNow(app, section)).departmentId).toBe(before.departmentId);
	const desk = await actorFor(app, 'culture');
	expect(desk.grants).toHaveLength(1);
	const { departments: offered } = must(
		await app.views.report(await actorFor(app, 'coordinator'), { reportId: before.reportId })
	);
	expect(offered.filter(({ isOpen }) => !isOpen).map(({ id }) => id)).toEqual([culture]);
	// It is offered for nothing new: not as an owner, not to share with, not in a new report.
	const other = await sectionNow(app, await sectionId(app, 'units.social'));
	const change = { by: by('coordinator'), sectionId: other.id, version: other.version };
	expect(problemOf(await app.commands.changeSection({ ...change, departmentId: culture }))).toBe(
		'departmentId: unknown'
	);
	expect(problemOf(await app.commands.changeSection({ ...change, sharedWith: [culture] }))).toBe(
		'sharedWith: unknown'
	);
	must(
		await app.commands.changeSection({
			by: by('coordinator'),
			sectionId: section,
			version: before.version,
			departmentId: culture,
			title: 'Kultur'
		})
	);
	const made = must(
		await app.commands.createReport({
			by: by('coordinator'),
			authorityId: authority.id,
			variant: 'full',
			reportYear: 2031,
			title: 'Ny rapport'
		})
	);
	const owners = await Promise.all(
		made.sections.map(async ({ id }) => (await sectionNow(app, id)).departmentId)
	);
	expect(owners).toContain(school);
	expect(owners).not.toContain(culture);
	const choices = must(await app.views.newPerson(await actorFor(app, 'administrator'), null));
	expect(choices.choices.departments.map(({ id }) => id)).not.toContain(culture);
});

test('[A3] an authority closes with its departments, gets no new report, and opens before them', async () => {
	const asked = { by: admin, kind: 'authority' as const, id: authority.id };
	expect(problemOf(await app.commands.closePart({ ...asked, anyway: false }))).toBe(
		'anyway: inUse'
	);
	must(await app.commands.closePart({ ...asked, anyway: true }));
	expect((await page()).authorities[0]?.departments.every((d) => d.closedAt !== null)).toBe(true);
	const report = {
		by: by('coordinator'),
		authorityId: authority.id,
		variant: 'full',
		reportYear: 2031,
		title: 'Ny rapport'
	};
	expect(problemOf(await app.commands.createReport(report))).toBe('authorityId: isClosed');
	expect(problemOf(await add('Ny', authority.id))).toBe('authorityId: unknown');
	expect(problemOf(await app.commands.reopenPart(department(school)))).toBe('id: authorityClosed');
	must(await app.commands.reopenPart(asked));
	must(await app.commands.reopenPart(department(school)));
	must(await app.commands.createReport(report));
});

test('[A4] a department with open sections does not move to another authority', async () => {
	const { id } = must(await add('Barnnämnden'));
	const move = (unit: string, name: string) =>
		app.commands.changePart({ ...department(unit), name, authorityId: id });
	expect(problemOf(await move(culture, 'Kultur och fritid'))).toBe('authorityId: hasSections');
	const { id: empty } = must(await add('Fritidsgårdar', authority.id));
	must(await move(empty, 'Fritidsgårdar'));
	const moved = (await page()).authorities.find((a) => a.id === id);
	expect(moved?.departments.map(({ name }) => name)).toEqual(['Fritidsgårdar']);
});

test('[A7] four eyes is the municipality’s setting; what somebody else saved meanwhile is told [S10]', async () => {
	const seen = { name: 'Exempelkommun', fourEyes: true };
	const save = (name: string, fourEyes: boolean) =>
		app.commands.saveMunicipality({ by: admin, name, fourEyes, seen });
	expect(must(await save('Exempelkommun', false))).toEqual({ changed: ['fourEyes'] });
	expect(await app.read((tx) => getMunicipality(tx, 'demo-exempelkommun'))).toMatchObject({
		fourEyes: false
	});
	expect(refusalOf(await save('Annan', true))).toMatchObject({ code: 'moved' });
	expect(await trail()).toEqual(['organisation.municipality']);
});

test('[S2] [P2] another name changes nothing of what is approved or published', async () => {
	const section = await sectionId(app, 'units.culture');
	must(await submitNow(app, 'culture', section));
	must(await approveNow(app, 'coordinator', section));
	const { reportId } = await sectionNow(app, section);
	const coordinator = await actorFor(app, 'coordinator');
	const standing = async () => ({
		fixed: await app.read((tx) => latestFixed(tx, section)),
		publication: must(await app.views.publication(coordinator, { reportId })),
		edition: must(await app.views.edition(null, { slug: 'barnbokslut-2022', number: null }))
	});
	const before = await standing();
	expect(before.edition.html).toContain('Kultur och fritid');
	must(await app.commands.changePart({ ...department(culture), name: 'Upplevelser' }));
	must(
		await app.commands.changePart({
			by: admin,
			kind: 'authority',
			id: authority.id,
			name: 'Kommunledningen'
		})
	);
	expect(await standing()).toEqual(before);
});
