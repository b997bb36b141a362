import { authority, departments, municipality, people } from '#server/demo/people.ts';
import type { GrantInput } from '#server/commands/set-grants.ts';
import { insertIdentity } from '#server/store/identities.ts';
import { setAuthorityFields } from '#server/store/organisation.ts';
import { grantRowsOf } from '#server/store/people-roles.ts';
import { findPersonByEmail, insertPerson } from '#server/store/people.ts';
import {
	auditEvent,
	claimRole,
	grant,
	identity,
	oneTimeLink,
	person
} from '#server/store/schema.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { must, refusalOf } from '../support/act.ts';
import { connect, until } from '../support/client.ts';
import { sectionId } from '../support/server.ts';
import type { Said } from '../support/sign-in-service.ts';
import { atService, startOidcWorld, type OidcWorld } from './oidc-world.ts';

/** Who somebody is here, and the roles that follow what the service says of them. */

let world: OidcWorld;
beforeAll(async () => {
	// As Entra ID and Keycloak do it: all claims in the ID token.
	world = await startOidcWorld({ service: { inIdToken: true } });
});
afterAll(() => world.close());
beforeEach(async () => {
	world.service.people.clear();
	await world.app.read(async (tx) => {
		tx.db.delete(claimRole).run();
		tx.db.delete(identity).run();
		tx.db.delete(grant).where(eq(grant.source, 'claim')).run();
	});
});

const by = people.administrator.id;
const [school, social] = departments;
const writer = (department = school): GrantInput => ({
	role: 'writer',
	departmentId: department?.id ?? ''
});

/** Signs somebody in whom the service knows by `subject`; who they are here, null for nobody. */
async function signIn(subject: string, said?: Said): Promise<string | null> {
	if (said) world.service.people.set(subject, said);
	world.service.who = subject;
	const browser = world.browser();
	const end = await browser.go(`${world.base}/login/sso`);
	const found = await world.whoIs(browser);
	// Whatever the reason, they are told the same (A8).
	if (found === null) expect(end.url.search).toBe('?service=noAccount');
	return found;
}

const carries = async (value: string, role: GrantInput) =>
	must(await world.app.commands.addClaimRole({ by, value, grant: role })).claimRoleId;
const rolesOf = async (personId: string | null) =>
	(await world.app.read((tx) => grantRowsOf(tx, personId ?? '')))
		.map(({ role, departmentId, authorityId, source }) =>
			[role, departmentId ?? authorityId, source].filter(Boolean).join(' ')
		)
		.sort();
const lines = (act: string) =>
	world.app.read(async (tx) =>
		tx.db.select().from(auditEvent).where(eq(auditEvent.act, act)).all()
	);
const newcomer = (name: string, more: Said = {}): Said => ({
	email: `${name}@kommun.example`,
	email_verified: true,
	name: `Nya ${name}`,
	...more
});

test('[U7] an account is not taken over by an address that the service has not verified', async () => {
	const email = people.education.email;
	const unverified: Said[] = [
		{ email, email_verified: false },
		{ email },
		{ email, email_verified: 'true' },
		{ email, email_verified: 1 },
		{ email_verified: true },
		{ preferred_username: email, email_verified: true },
		// The Kelvin sign becomes a k, and a dotless i an i, for whoever makes all letters small.
		{ email: email.replace('k', '\u212a'), email_verified: true },
		{ email: email.replace('o', '\u00f6'), email_verified: true },
		{ email: `${email}\n`, email_verified: true },
		{ email: ` ${email}`, email_verified: true },
		{ email: [email], email_verified: true }
	];
	for (const [i, said] of unverified.entries())
		expect(await signIn(`thief-${i}`, said), JSON.stringify(said)).toBeNull();
	expect(await world.app.read(async (tx) => tx.db.select().from(identity).all())).toEqual([]);
	// The same letters in another case are the same address.
	const said = { email: email.toUpperCase(), email_verified: true };
	expect(await signIn('jonas', said)).toBe(people.education.id);
});

test('[U7] an account that the service knows under another name is not given to a second', async () => {
	expect(await signIn('samira', atService('social'))).toBe(people.social.id);
	expect(await signIn('another', atService('social'))).toBeNull();
	expect(await signIn('samira')).toBe(people.social.id);
});

test('[U7] [U6] who was closed or forgotten is refused, and an invitation is used up by signing in', async () => {
	const { app } = world;
	const add = async (id: string, more: object = {}) =>
		app.read((tx) =>
			insertPerson(tx, {
				id,
				municipalityId: municipality.id,
				email: `${id}@kommun.example`,
				name: id,
				createdAt: 1,
				...more
			})
		);
	await add('closed', { active: false, closedAt: 1 });
	await add('erased', { active: false, closedAt: 1, erasedAt: 1 });
	const known = {
		municipalityId: municipality.id,
		issuer: world.service.issuer,
		createdAt: 1
	};
	await app.read((tx) =>
		insertIdentity(tx, { ...known, subject: 'gone', personId: 'erased', lastUsedAt: 1 })
	);
	await carries('alla', { role: 'councilMember' });
	expect(await signIn('closed', newcomer('closed', { groups: ['alla'] }))).toBeNull();
	expect(await signIn('gone', newcomer('elsewhere', { groups: ['alla'] }))).toBeNull();

	await add('invited');
	must(
		await app.accounts.offerLink({ by, personId: 'invited', purpose: 'invitation', mail: false })
	);
	expect(await signIn('invited', newcomer('invited'))).toBe('invited');
	const links = await app.read(async (tx) => tx.db.select().from(oneTimeLink).all());
	expect(links.find((link) => link.personId === 'invited')?.expiresAt).toBeLessThanOrEqual(
		world.now
	);
});

test('[U7] who has no account gets one where a claim carries a role, and none otherwise', async () => {
	await carries('skribenter', writer());
	expect(await signIn('a', newcomer('a'))).toBeNull();
	expect(await signIn('b', newcomer('b', { groups: ['andra'] }))).toBeNull();
	expect(
		await signIn('c', { ...newcomer('c', { groups: ['skribenter'] }), email_verified: false })
	).toBeNull();
	const found = await signIn('d', newcomer('d', { groups: ['andra', 'skribenter'] }));
	expect(await rolesOf(found)).toEqual([`writer ${school?.id} claim`]);
	const row = await world.app.read((tx) => findPersonByEmail(tx, 'd@kommun.example'));
	expect(row).toMatchObject({ id: found, name: 'Nya d', passwordHash: null });
	expect(await lines('person.byService')).toMatchObject([{ personId: found }]);
	expect(await lines('person.claims')).toMatchObject([{ personId: found }]);
	// A second time it is the same person, and nothing is told that did not change.
	expect(await signIn('d')).toBe(found);
	expect(await lines('person.claims')).toHaveLength(1);
	expect(await lines('person.byService')).toHaveLength(1);
});

test('[U7] roles that follow a claim come and go with it, and those given by hand stay', async () => {
	await carries('skola', writer());
	await carries('social', writer(social));
	await carries('samordnare', { role: 'coordinator', authorityId: authority.id });
	const hand = await rolesOf(people.culture.id);
	const said = (groups: unknown) => atService('culture', { groups });
	const both = [`writer ${school?.id} claim`, `writer ${social?.id} claim`];
	const steps: [unknown, string[]][] = [
		[['skola', 'social', 'skola'], both],
		['samordnare', [`coordinator ${authority.id} claim`]],
		[['skola'], [`writer ${school?.id} claim`]],
		// Letter for letter, and no group that only holds the word.
		[['Skola', 'skola2', ' skola', 7, null, { skola: true }], []],
		[undefined, []]
	];
	for (const [groups, claimed] of steps) {
		expect(await signIn('culture', said(groups))).toBe(people.culture.id);
		expect(await rolesOf(people.culture.id)).toEqual([...claimed, ...hand].sort());
	}
	// The same role by hand and by claim: what was given by hand is no less for it.
	await signIn('samira', atService('social', { groups: ['social'] }));
	await signIn('samira', atService('social'));
	expect(await rolesOf(people.social.id)).toEqual([`writer ${social?.id} hand`]);
});

test('[U7] what is closed is given to nobody anew by a claim', async () => {
	await carries('samordnare', { role: 'coordinator', authorityId: authority.id });
	const close = (closedAt: number | null) =>
		world.app.read((tx) => setAuthorityFields(tx, authority.id, { closedAt }));
	expect(await signIn('jonas', atService('education', { groups: ['samordnare'] }))).toBe(
		people.education.id
	);
	await close(1);
	await signIn('jonas');
	expect(await rolesOf(people.education.id)).toContain(`coordinator ${authority.id} claim`);
	await signIn('samira', atService('social', { groups: ['samordnare'] }));
	expect(await rolesOf(people.social.id)).toEqual([`writer ${social?.id} hand`]);
	await close(null);
	await signIn('jonas', atService('education'));
});

test('[U7] [U6] [U1] who becomes administrator by a claim begins anew, and the last one stays one', async () => {
	await carries('drift', { role: 'administrator' });
	await carries('skola', writer());
	const groups = ['drift', 'skola'];
	const before = await cookieOf(people.coordinator.id);
	expect(await signIn('elin', atService('coordinator', { groups }))).toBe(people.coordinator.id);
	const isAdministrator = async () =>
		(await rolesOf(people.coordinator.id)).includes('administrator claim');
	expect(await isAdministrator()).toBe(true);
	// No session from before has that power (U1).
	expect(await world.app.accounts.validate(before)).toBeNull();
	// There is another: it goes.
	await signIn('elin', atService('coordinator'));
	expect(await isAdministrator()).toBe(false);
	await signIn('elin', atService('coordinator', { groups }));
	const others = await world.app.read(async (tx) => {
		const rows = tx.db.select().from(grant).where(eq(grant.role, 'administrator')).all();
		tx.db.update(person).set({ active: false }).where(eq(person.id, by)).run();
		return rows;
	});
	expect(others).toHaveLength(2);
	await signIn('elin', atService('coordinator'));
	expect(await isAdministrator()).toBe(true);
	expect(await rolesOf(people.coordinator.id)).not.toContain(`writer ${school?.id} claim`);
	await world.app.read(async (tx) => {
		tx.db.update(person).set({ active: true }).where(eq(person.id, by)).run();
	});
	await signIn('elin');
	expect(await isAdministrator()).toBe(false);
});

test('[A6] [U7] a role that the service has taken back ends in open connections within a second', async () => {
	await carries('skola', writer());
	const said = newcomer('skribent', { groups: ['skola'] });
	world.service.people.set('skribent', said);
	world.service.who = 'skribent';
	const browser = world.browser();
	await browser.go(`${world.base}/login/sso`);
	const client = await connect(
		{ ws: world.ws, origin: world.base, cookie: () => Promise.resolve('') },
		await sectionId(world.app, 'figures.education'),
		null,
		{ cookie: browser.header(world.base) }
	);
	expect(client.closed).toBeNull();
	// At home, on another machine, after the group was left.
	expect(await signIn('skribent', { ...said, groups: [] })).not.toBeNull();
	const since = performance.now();
	await until(() => client.closed !== null, 'the connection of a role that is gone');
	expect(performance.now() - since).toBeLessThan(1000);
	expect(client.closed?.code).toBe(4404);
	client.destroy();
});

test('[A6] [U7] a value that carries a role no more takes it from those who have it by nothing else', async () => {
	const row = await carries('skola', writer());
	const other = await carries('lärare', writer());
	const found = await signIn('e', newcomer('e', { groups: ['skola'] }));
	const remove = (claimRoleId: string) => world.app.commands.removeClaimRole({ by, claimRoleId });
	expect(must(await remove(other))).toEqual({ people: 0 });
	expect(await rolesOf(found)).toEqual([`writer ${school?.id} claim`]);
	expect(must(await remove(row))).toEqual({ people: 1 });
	expect(await rolesOf(found)).toEqual([]);
	expect(refusalOf(await remove(row))).toEqual({ code: 'notFound' });
	expect((await lines('claim.remove')).at(-1)?.detail).toMatchObject({ value: 'skola' });
});

test('[U7] a value and its role are looked at before they are kept', async () => {
	const add = (value: string, role: GrantInput) =>
		world.app.commands.addClaimRole({ by, value, grant: role });
	const problem = async (value: string, role: GrantInput) => {
		const refusal = refusalOf(await add(value, role));
		return refusal.code === 'invalid' ? refusal.problems : refusal.code;
	};
	expect(await problem(' ', writer())).toEqual([{ field: 'value', problem: 'missing' }]);
	expect(await problem('x'.repeat(201), writer())).toEqual([
		{ field: 'value', problem: 'claimValue' }
	]);
	expect(await problem('a\nb', writer())).toEqual([{ field: 'value', problem: 'claimValue' }]);
	expect(await problem('x', { role: 'writer', departmentId: 'no' })).toEqual([
		{ field: 'departmentId', problem: 'unknown' }
	]);
	expect(await problem('x', { role: 'coordinator' })).toEqual([
		{ field: 'authorityId', problem: 'unknown' }
	]);
	expect(await problem('x', { role: 'owner' as 'writer' })).toEqual([
		{ field: 'role', problem: 'unknown' }
	]);
	must(await add('x', writer()));
	expect(await problem(' x ', writer())).toEqual([{ field: 'value', problem: 'claimTaken' }]);
	must(await add('x', writer(social)));
	const actor = (await world.app.accounts.validate(await cookieOf(by)))?.actor ?? null;
	const page = must(await world.app.views.signIn(actor, { now: world.now }));
	expect(page.claims.map(({ value, of }) => [value, of])).toEqual([
		['x', school?.name],
		['x', social?.name]
	]);
});

const cookieOf = async (personId: string) =>
	must(await world.app.accounts.begin(personId, 'password', '')).cookie.split(';')[0] ?? '';

test('[U9] [U7] who was forgotten gets no account anew by a claim; only one that an administrator makes for them opens', async () => {
	const { app } = world;
	await carries('alla', { role: 'councilMember' });
	const said = newcomer('glomd', { groups: ['alla'] });
	const forget = async (personId: string) => {
		must(await app.commands.closePerson({ by, personId }));
		must(await app.commands.erasePerson({ by, personId, reason: 'Har slutat' }));
	};
	const first = await signIn('the-service-calls-them-so', said);
	await forget(first ?? '');
	const kept = await app.read(async (tx) => tx.db.select().from(identity).all());
	expect(kept).toMatchObject([{ personId: first, createdAt: 0, lastUsedAt: 0 }]);
	expect(JSON.stringify(kept)).not.toContain('calls-them-so');
	expect(await signIn('the-service-calls-them-so')).toBeNull();
	// Nor under another address, and nobody else is kept out.
	const moved = { ...said, email: 'annan-adress@kommun.example' };
	expect(await signIn('the-service-calls-them-so', moved)).toBeNull();
	expect(await app.read((tx) => findPersonByEmail(tx, String(said['email'])))).toBeUndefined();
	expect(await signIn('somebody-else', newcomer('annan', { groups: ['alla'] }))).not.toBeNull();

	// An administrator takes them back, and they can be forgotten once more.
	const { personId } = must(
		await app.commands.addPerson({
			by,
			email: String(said['email']),
			name: 'Nya glomd',
			grants: []
		})
	);
	expect(await signIn('the-service-calls-them-so', said)).toBe(personId);
	await forget(personId);
	expect(await signIn('the-service-calls-them-so')).toBeNull();
});
