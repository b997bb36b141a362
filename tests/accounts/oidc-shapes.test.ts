import { readClaims } from '#server/accounts/oidc/claims.ts';
import { flowCookies, flowOf, type Flow } from '#server/accounts/oidc/flow-cookies.ts';
import { createApp } from '#server/create-app.ts';
import { departments, people } from '#server/demo/people.ts';
import { grantRowsOf } from '#server/store/people-roles.ts';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { must } from '../support/act.ts';
import { startOidcWorld, type OidcWorld, type OidcWorldOptions } from './oidc-world.ts';

/** The services that municipalities have, as far as they can be built of a real provider here. */

const by = people.administrator.id;
const [school] = departments;

async function opened(options: OidcWorldOptions): Promise<OidcWorld> {
	const world = await startOidcWorld(options);
	onTestFinished(() => world.close());
	return world;
}

async function signIn(world: OidcWorld, subject: string): Promise<string | null> {
	world.service.who = subject;
	const browser = world.browser();
	await browser.go(`${world.base}/login/sso`);
	return world.whoIs(browser);
}

const claimed = async (world: OidcWorld, personId: string | null) =>
	(await world.app.read((tx) => grantRowsOf(tx, personId ?? '')))
		.filter(({ source }) => source === 'claim')
		.map(({ role, departmentId }) => [role, departmentId]);

const carries = async (world: OidcWorld, value: string) =>
	must(
		await world.app.commands.addClaimRole({
			by,
			value,
			grant: { role: 'writer', departmentId: school?.id ?? '' }
		})
	);

test('[U7] as Keycloak does it: roles within an object, told by userinfo, to a public client', async () => {
	const world = await opened({
		env: { OIDC_CLIENT_SECRET: '', OIDC_ROLES_CLAIM: 'realm_access.roles' },
		service: { client: { client_secret: undefined, token_endpoint_auth_method: 'none' } }
	});
	await carries(world, 'barnbokslut-skribent');
	const said = {
		email: 'ny@kommun.example',
		email_verified: true,
		given_name: 'Ny',
		family_name: 'Person',
		realm_access: { roles: ['offline_access', 'barnbokslut-skribent'] },
		resource_access: { account: { roles: ['manage-account'] } }
	};
	world.service.people.set('f:1:ny', said);
	const found = await signIn(world, 'f:1:ny');
	expect(await claimed(world, found)).toEqual([['writer', school?.id]]);
	expect(world.service.asked).toContain('/me');
	world.service.people.set('f:1:ny', { ...said, realm_access: { roles: [] } });
	expect(await signIn(world, 'f:1:ny')).toBe(found);
	expect(await claimed(world, found)).toEqual([]);
});

test('[U7] as Entra ID does it: groups by id, no word on the address, no userinfo, a list that is too long', async () => {
	const world = await opened({
		env: { OIDC_TRUST_EMAIL: 'on', OIDC_CLIENT_AUTH: 'post' },
		service: {
			inIdToken: true,
			client: { token_endpoint_auth_method: 'client_secret_post' },
			more: { features: { devInteractions: { enabled: false }, userinfo: { enabled: false } } }
		}
	});
	const group = '0760b6cf-170e-4a14-91b3-4b78e0739963';
	await carries(world, group);
	const { email, name } = people.education;
	const said = { email, name, tid: 'c0ffee', preferred_username: 'jonas@kommun.example' };
	world.service.people.set('AAAA', { ...said, groups: [group, 'another'] });
	expect(await signIn(world, 'AAAA')).toBe(people.education.id);
	expect(await claimed(world, people.education.id)).toEqual([['writer', school?.id]]);
	expect(world.service.asked).not.toContain('/me');

	// More than two hundred groups: none is told, so that none counts, and those who look after it are told.
	const elsewhere = {
		_claim_names: { groups: 'src1' },
		_claim_sources: { src1: { endpoint: 'https://…' } }
	};
	world.service.people.set('AAAA', { ...said, ...elsewhere });
	expect(await signIn(world, 'AAAA')).toBe(people.education.id);
	expect(await claimed(world, people.education.id)).toEqual([]);
	expect(await world.app.signInService?.state()).toMatchObject({ overages: 1, trustEmail: true });

	// The service's word that it is not verified is taken, whatever is trusted.
	world.service.people.set('BBBB', { email: people.social.email, email_verified: false });
	expect(await signIn(world, 'BBBB')).toBeNull();
});

test('[U7] a service that is down hinders no start, is said kindly, and works when it is back', async () => {
	const world = await opened({});
	world.service.instead.set('/.well-known', (_req, res) => res.writeHead(503).end());
	const browser = world.browser();
	const end = await browser.go(`${world.base}/login/sso?next=%2Freports`);
	expect(end.url.pathname + end.url.search).toBe('/login?service=unreachable&next=%2Freports');
	expect(await world.app.signInService?.state()).toMatchObject({
		answers: false,
		trouble: { why: 'answer', code: '503' },
		notSignedIn: { unreachable: 1 }
	});
	world.service.instead.clear();
	world.now += 5000;
	const { email } = people.education;
	world.service.people.set('jonas', { email, email_verified: true });
	expect(await signIn(world, 'jonas')).toBe(people.education.id);
	// The keys of its signatures cannot be had: nobody is signed in without them.
	const other = await opened({});
	other.service.people.set('jonas', { email, email_verified: true });
	other.service.instead.set('/jwks', (_req, res) => res.writeHead(500).end());
	expect(await signIn(other, 'jonas')).toBeNull();
});

test('[U7] with passwords off nobody signs in by one, and the service remains', async () => {
	const world = await opened({ passwordSignIn: false });
	const { accounts } = world.app;
	expect(accounts.passwordSignIn).toBe(false);
	expect(await accounts.signIn(people.education.email, 'barnbokslut')).toEqual({
		ok: false,
		refusal: { code: 'forbidden', why: 'passwordOff' }
	});
	const { email } = people.education;
	world.service.people.set('jonas', { email, email_verified: true });
	expect(await signIn(world, 'jonas')).toBe(people.education.id);
});

test('[U7] [U3] with passwords off the link of the first administrator still works: nobody is shut out', async () => {
	const app = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: 'http://localhost:3000',
		passwordSignIn: false
	});
	onTestFinished(() => app.close());
	const token = (await app.accounts.firstAdministratorLink())?.split('/').at(-1) ?? '';
	const { cookie } = must(
		await app.accounts.createFirstAdministrator({
			token,
			name: 'Ada Först',
			email: 'ada@kommun.example',
			password: 'en hel mening som ingen gissar',
			municipality: 'Nykommun',
			authority: 'Kommunstyrelsen'
		})
	);
	expect(await app.accounts.validate(cookie.split(';')[0] ?? '')).not.toBeNull();
	// After that session the service knows them by the same address.
	const said = { subject: 'ada', verifiedEmail: 'ada@kommun.example', name: '', values: [] };
	const issuer = 'https://login.example.se';
	const found = must(await app.commands.signInByService({ issuer, ...said }));
	expect(found.personId).not.toBeNull();
});

test('[U7] claims are read by name or step by step, one or many, and never from what is not theirs', () => {
	const values = (claims: Record<string, unknown>, rolesClaim = 'groups') =>
		readClaims(claims, null, { rolesClaim, trustEmail: false }).values;
	expect(values({ groups: ['a', 'b'] })).toEqual(['a', 'b']);
	expect(values({ groups: 'a' })).toEqual(['a']);
	expect(values({ groups: { a: true } })).toEqual([]);
	expect(values({ groups: ['', 'x'.repeat(201), 1, null, ['a']] })).toEqual([]);
	expect(values({ groups: Array.from({ length: 5000 }, (_, i) => `g${i}`) })).toHaveLength(1000);
	expect(values({ a: { b: { c: ['x'] } } }, 'a.b.c')).toEqual(['x']);
	expect(values({ 'https://k.example/roles': ['x'] }, 'https://k.example/roles')).toEqual(['x']);
	for (const path of ['constructor.name', '__proto__.roles', 'groups.constructor.name', 'a.length'])
		expect(values({ groups: {}, a: 'x' }, path), path).toEqual([]);
});

test('[U7] the address and the word that it is verified come from one place', () => {
	const read = (idToken: Record<string, unknown>, userInfo: Record<string, unknown>) =>
		readClaims(idToken, userInfo, { rolesClaim: null, trustEmail: false }).verifiedEmail;
	const mine = 'jag@kommun.example';
	expect(read({ email: 'du@kommun.example' }, { email: mine, email_verified: true })).toBe(mine);
	expect(read({ email: 'du@kommun.example' }, { email_verified: true })).toBeNull();
	expect(read({ email_verified: true }, { email: 'du@kommun.example' })).toBeNull();
});

test('[U7] what Entra ID says of the owner of a domain is taken, yes and no', () => {
	const email = 'jag@kommun.example';
	const read = (claims: Record<string, unknown>, trustEmail = false) =>
		readClaims({ email, ...claims }, null, { rolesClaim: null, trustEmail }).verifiedEmail;
	for (const yes of [true, 1, '1', 'true']) expect(read({ xms_edov: yes })).toBe(email);
	for (const no of [false, 0, '0', null, {}]) expect(read({ xms_edov: no }, true)).toBeNull();
	expect(read({ xms_edov: true, email_verified: false })).toBeNull();
	expect([read({}), read({}, true)]).toEqual([null, email]);
});

test('[U7] a flow is kept in a cookie that scripts do not see and other hosts do not set', () => {
	const flow: Flow = {
		state: 's'.repeat(43),
		nonce: 'n',
		verifier: 'v',
		next: `/${'å'.repeat(600)}`,
		at: 1000
	};
	const [line = ''] = flowCookies(flow, null, true);
	expect(line).toMatch(
		/^__Host-sso-s{43}=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax; Secure$/
	);
	const [plain = ''] = flowCookies(flow, null, false);
	expect(plain).toMatch(/^sso-s{43}=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
	const header = line.split(';')[0] ?? '';
	// Too long for a cookie: it leads to the start page.
	expect(flowOf(flow.state, header, true, 1000)).toEqual({ ...flow, next: '/' });
	expect(flowOf(flow.state, header, true, 1000 + 600_000)).toBeNull();
	expect(flowOf(flow.state, header, true, 999)).toBeNull();
	// On https what a plain cookie says does not count, nor one under another flow's name.
	expect(flowOf(flow.state, plain.split(';')[0] ?? '', true, 1000)).toBeNull();
	expect(flowOf('t'.repeat(43), header.replace(/s{43}/, 't'.repeat(43)), true, 1000)).toBeNull();
});
