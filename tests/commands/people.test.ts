import type { GrantInput } from '#server/commands/checked-grants.ts';
import type { App } from '#server/app.ts';
import { authority, departments } from '#server/demo/people.ts';
import { getPerson, loadActor } from '#server/store/people.ts';
import { grantRowsOf } from '#server/store/people-roles.ts';
import { apiToken, auditEvent, department, grant, oneTimeLink } from '#server/store/schema.ts';
import { listSessions } from '#server/store/sessions.ts';
import { eq, like } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { neighbour, settleNeighbour } from '../support/neighbour.ts';

let app: App;
beforeEach(async () => {
	app = await demoApp();
});
const admin = by('administrator');
const [school, social] = departments.map(({ id }) => id) as [string, string];
const writer = (departmentId = school): GrantInput => ({ role: 'writer', departmentId });
const add = (fields: { name?: string; email?: string; grants?: GrantInput[]; by?: string } = {}) =>
	app.commands.addPerson({
		by: admin,
		name: 'Nils Åkesson',
		email: 'nils@demo.example',
		grants: [writer()],
		...fields
	});
const rolesOf = async (personId: string) =>
	(await app.read((tx) => grantRowsOf(tx, personId))).map(({ role }) => role).sort();
const personNow = async (id: string) => {
	const person = await app.read((tx) => getPerson(tx, id));
	if (!person) throw new Error('no such person');
	return person;
};
const trail = (act: string) =>
	app.read(async (tx) => tx.db.select().from(auditEvent).where(like(auditEvent.act, act)).all());
const problemsOf = (refusal: ReturnType<typeof refusalOf>) =>
	refusal.code === 'invalid' ? refusal.problems : refusal;

test('[U6] an administrator adds a person with several roles; the trail says which, and not their name', async () => {
	const grants: GrantInput[] = [
		writer(),
		writer(social),
		writer(),
		{ role: 'coordinator', authorityId: authority.id },
		{ role: 'councilMember' }
	];
	const { personId } = must(await add({ grants, email: '  NILS+Test@Demo.Example ' }));
	expect(await personNow(personId)).toMatchObject({
		name: 'Nils Åkesson',
		email: 'nils+test@demo.example',
		passwordHash: null,
		active: true
	});
	expect(await rolesOf(personId)).toEqual(['coordinator', 'councilMember', 'writer', 'writer']);
	const [line] = await trail('person.add');
	expect(line).toMatchObject({ personId: admin, detail: { personId } });
	expect(JSON.stringify(line?.detail)).not.toMatch(/Nils|demo\.example/i);
});

test('[A8] nobody but an administrator manages people, and those of another municipality do not exist', async () => {
	await settleNeighbour(app);
	const theirs = { personId: neighbour.personId };
	const mine = { personId: by('social') };
	const fields = { name: 'X', email: 'x@x.example', seen: { name: 'X', email: 'x@x.example' } };
	for (const person of ['coordinator', 'education', 'councilMember'] as const) {
		const who = { by: by(person) };
		for (const answer of [
			await add(who),
			await app.commands.changePerson({ ...who, ...mine, ...fields }),
			await app.commands.setGrants({ ...who, ...mine, grants: [] }),
			await app.commands.closePerson({ ...who, ...mine }),
			await app.commands.reopenPerson({ ...who, ...mine }),
			await app.commands.endPersonSessions({ ...who, ...mine })
		])
			expect(refusalOf(answer)).toEqual({ code: 'forbidden', why: 'role' });
	}
	const who = { by: admin };
	for (const answer of [
		await app.commands.changePerson({ ...who, ...theirs, ...fields }),
		await app.commands.setGrants({ ...who, ...theirs, grants: [] }),
		await app.commands.closePerson({ ...who, ...theirs }),
		await app.commands.reopenPerson({ ...who, ...theirs }),
		await app.commands.endPersonSessions({ ...who, ...theirs }),
		await app.accounts.offerLink({ ...who, ...theirs, purpose: 'invitation', mail: false })
	])
		expect(refusalOf(answer)).toEqual({ code: 'notFound' });
	expect(await trail('person.%')).toEqual([]);
});

test('[U6] a role without what it is for, or for another municipality, is refused at its field', async () => {
	await settleNeighbour(app);
	for (const [given, field] of [
		[{ role: 'writer' }, 'departmentId'],
		[{ role: 'writer', departmentId: neighbour.departmentId }, 'departmentId'],
		[{ role: 'writer', departmentId: authority.id }, 'departmentId'],
		[{ role: 'coordinator' }, 'authorityId'],
		[{ role: 'coordinator', authorityId: neighbour.authorityId }, 'authorityId'],
		[{ role: 'coordinator', authorityId: authority.id, reportId: 'unknown' }, 'reportId'],
		[{ role: 'owner' }, 'role']
	] as [GrantInput, string][]) {
		const asked = { by: admin, personId: by('social'), grants: [{ role: 'councilMember' }, given] };
		for (const answer of [
			await app.commands.setGrants(asked as never),
			await add({ grants: asked.grants as GrantInput[] })
		])
			expect(problemsOf(refusalOf(answer))).toEqual([
				{ field: `grants.1.${field}`, problem: 'unknown' }
			]);
	}
	const many = Array.from({ length: 101 }, () => writer());
	expect(problemsOf(refusalOf(await add({ grants: many })))).toEqual([
		{ field: 'grants', problem: 'tooManyRoles' }
	]);
	expect(await rolesOf(by('social'))).toEqual(['writer']);
});

test('[U6] a name is what can be seen of it, and an address is one that a letter can be sent to', async () => {
	for (const [name, problem] of [
		['', 'missing'],
		['   ', 'missing'],
		['x'.repeat(300), 'nameLength'],
		['Anna\u202eosrev', 'unseen'],
		['Anna\r\nBcc: alla@demo.example', 'unseen'],
		['Anna\u0000', 'unseen'],
		['\u2066Anna', 'unseen']
	] as const)
		expect(problemsOf(refusalOf(await add({ name }))), JSON.stringify(name)).toEqual([
			{ field: 'name', problem }
		]);
	for (const email of [
		'',
		'nils',
		'nils@',
		'@demo.example',
		'nils@demo',
		'nils demo@demo.example',
		'nils@demo.example\r\nBcc: alla@demo.example',
		'Nils <nils@demo.example>',
		'nils@demo.example,eva@demo.example',
		'nils@127.0.0.1',
		'nils@ex%61mple.se',
		'nils@@demo.example',
		'nils.@demo.example',
		`${'x'.repeat(65)}@demo.example`,
		`nils@${'x'.repeat(64)}.example`,
		`nils@${'abc.'.repeat(70)}example`
	])
		expect(problemsOf(refusalOf(await add({ email }))), email).toEqual([
			{ field: 'email', problem: 'email' }
		]);
	for (const [i, name] of ['محمد الأمين', 'Bo  Ek', "Siân O'Neil-Öst", '李雷'].entries()) {
		const { personId } = must(await add({ name, email: `namn${i}@demo.example` }));
		expect((await personNow(personId)).name).toBe(name.replace('  ', ' '));
	}
});

test('[U6] an address is taken whatever its capitals and however its domain is written', async () => {
	must(await add({ email: 'nils@exempelgård.example' }));
	const taken = [{ field: 'email', problem: 'emailTaken' }];
	for (const email of [
		'NILS@EXEMPELGÅRD.example',
		' nils@xn--exempelgrd-85a.example',
		'nils@exempelga\u030ard.example',
		'SOCIAL@demo.example'
	])
		expect(problemsOf(refusalOf(await add({ email }))), email).toEqual(taken);
	const { name, email } = await personNow(by('culture'));
	const change = { by: admin, personId: by('culture'), seen: { name, email } };
	expect(
		problemsOf(
			refusalOf(await app.commands.changePerson({ ...change, name, email: 'Social@Demo.example' }))
		)
	).toEqual(taken);
	// Their own, written otherwise, is theirs.
	expect(
		must(await app.commands.changePerson({ ...change, name, email: 'KULTUR@demo.example' }))
	).toEqual({ changed: [] });
});

test('[U6] with another address the links that went to the old one open nothing more; the other’s form is told [S10]', async () => {
	const { personId } = must(await add());
	must(await app.accounts.offerLink({ by: admin, personId, purpose: 'invitation', mail: false }));
	const seen = { name: 'Nils Åkesson', email: 'nils@demo.example' };
	const change = { by: admin, personId, seen };
	must(await app.commands.changePerson({ ...change, name: 'Nils Ek', email: 'ek@demo.example' }));
	const links = await app.read(async (tx) =>
		tx.db.select().from(oneTimeLink).where(eq(oneTimeLink.personId, personId)).all()
	);
	expect(links.map(({ expiresAt }) => expiresAt <= app.clock())).toEqual([true]);
	const late = await app.commands.changePerson({ ...change, name: 'N', email: 'n@demo.example' });
	expect(refusalOf(late)).toMatchObject({ code: 'moved', happened: 'valueChanged' });
	const [line] = await trail('person.change');
	expect(line?.detail).toEqual({ personId, changed: ['name', 'email'] });
});

test('[U6] the last administrator who can sign in keeps the role and the account', async () => {
	const last = [{ field: 'administrator', problem: 'lastAdministrator' }];
	const roles = { by: admin, personId: admin, grants: [] };
	expect(problemsOf(refusalOf(await app.commands.setGrants(roles)))).toEqual(last);
	expect(problemsOf(refusalOf(await app.commands.closePerson(roles)))).toEqual(last);
	// Somebody who was only invited could not let anybody in.
	const { personId } = must(await add({ grants: [{ role: 'administrator' }] }));
	expect(problemsOf(refusalOf(await app.commands.setGrants(roles)))).toEqual(last);
	// A closed account neither.
	const deputy = { by: admin, personId: by('deputy') };
	must(await app.commands.setGrants({ ...deputy, grants: [{ role: 'administrator' }] }));
	must(await app.commands.closePerson(deputy));
	expect(problemsOf(refusalOf(await app.commands.closePerson(roles)))).toEqual(last);
	expect(await rolesOf(admin)).toEqual(['administrator']);
	must(await app.commands.reopenPerson(deputy));
	must(await app.commands.setGrants(roles));
	const answer = await app.commands.setGrants({
		by: by('deputy'),
		personId: by('deputy'),
		grants: []
	});
	expect(problemsOf(refusalOf(answer))).toEqual(last);
	must(await app.commands.closePerson({ by: by('deputy'), personId }));
});

test('[U7] roles that follow a claim are not touched by hand', async () => {
	const personId = by('social');
	await app.read(async (tx) =>
		tx.db
			.insert(grant)
			.values({
				id: 'by-claim',
				municipalityId: 'demo-exempelkommun',
				personId,
				role: 'councilMember',
				source: 'claim'
			})
			.run()
	);
	must(await app.commands.setGrants({ by: admin, personId, grants: [writer()] }));
	const rows = await app.read((tx) => grantRowsOf(tx, personId));
	expect(rows.map(({ role, source }) => [role, source]).sort()).toEqual([
		['councilMember', 'claim'],
		['writer', 'hand']
	]);
	const page = must(
		await app.views.person(await app.read((tx) => loadActor(tx, admin)), {
			personId,
			now: app.clock()
		})
	);
	expect(page.grants.find(({ isClaim }) => isClaim)?.role).toBe('councilMember');
});

test('[S10] roles that another administrator changed meanwhile are not written over', async () => {
	const personId = by('social');
	const seen = (await app.read((tx) => grantRowsOf(tx, personId))).map(({ id }) => id);
	const asked = { by: admin, personId, grants: [writer(), writer(social)], seen };
	must(await app.commands.setGrants(asked));
	expect(refusalOf(await app.commands.setGrants({ ...asked, grants: [] }))).toMatchObject({
		code: 'moved'
	});
	expect(await rolesOf(personId)).toEqual(['writer', 'writer']);
	const [line] = await trail('person.grants');
	expect(line?.detail).toMatchObject({
		given: [{ role: 'writer', departmentId: school }],
		withdrawn: []
	});
});

test('[U6] a closed account has no session, link or key left, and comes back with its roles alone', async () => {
	const personId = by('social');
	must(await app.accounts.signIn('social@demo.example', 'barnbokslut'));
	must(
		await app.accounts.offerLink({ by: admin, personId, purpose: 'passwordReset', mail: false })
	);
	await app.read(async (tx) =>
		tx.db
			.insert(apiToken)
			.values({
				id: 'key',
				municipalityId: 'demo-exempelkommun',
				personId,
				name: 'Skript',
				tokenHash: 'x',
				scope: 'read',
				createdAt: 1,
				expiresAt: app.clock() + 1e9
			})
			.run()
	);
	const asked = { by: admin, personId };
	must(await app.commands.closePerson(asked));
	expect(refusalOf(await app.commands.closePerson(asked))).toMatchObject({ happened: 'done' });
	expect(await app.read((tx) => loadActor(tx, personId))).toBeNull();
	expect(await app.read((tx) => listSessions(tx, personId))).toEqual([]);
	expect(refusalOf(await app.accounts.signIn('social@demo.example', 'barnbokslut'))).toEqual({
		code: 'wrongCredentials'
	});
	const offered = await app.accounts.offerLink({ ...asked, purpose: 'invitation', mail: false });
	expect(refusalOf(offered).code).toBe('invalid');
	must(await app.commands.reopenPerson(asked));
	const [key] = await app.read(async (tx) => tx.db.select().from(apiToken).all());
	expect(key?.revokedAt).toEqual(expect.any(Number));
	expect(await rolesOf(personId)).toEqual(['writer']);
	must(await app.accounts.signIn('social@demo.example', 'barnbokslut'));
	expect((await trail('person.%')).map(({ act }) => act)).toEqual(
		expect.arrayContaining(['person.close', 'person.reopen'])
	);
});

test('[U6] a department that is closed is given to nobody, and whoever has it keeps it', async () => {
	await app.read(async (tx) =>
		tx.db.update(department).set({ closedAt: 1 }).where(eq(department.id, social)).run()
	);
	expect(problemsOf(refusalOf(await add({ grants: [writer(social)] })))).toEqual([
		{ field: 'grants.0.departmentId', problem: 'isClosed' }
	]);
	must(
		await app.commands.setGrants({
			by: admin,
			personId: by('social'),
			grants: [writer(social), writer(school)]
		})
	);
	expect(await rolesOf(by('social'))).toEqual(['writer', 'writer']);
});
