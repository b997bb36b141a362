import { people } from '#server/demo/people.ts';
import { auditEvent, identity, session } from '#server/store/schema.ts';
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { atService, startOidcWorld, type OidcWorld } from './oidc-world.ts';
import { must } from '../support/act.ts';

/** Signing in by the municipality's own service, over the whole flow, against a real provider. */

let world: OidcWorld;
beforeAll(async () => {
	world = await startOidcWorld();
});
afterAll(() => world.close());
beforeEach(() => {
	world.now = Date.now();
	const { service } = world;
	service.instead.clear();
	service.declines = false;
	service.who = 'jonas';
	service.people.set('jonas', atService('education'));
});

const CALLBACK = '/login/sso/callback';
const signIn = '/login/sso?next=%2Freports%3Fstate%3Ddraft';
const isCallback = (next: URL) => next.pathname === CALLBACK;

/** Through the service's page to the address that leads back, which is not asked yet. */
async function toCallback(browser = world.browser(), from = '/login/sso') {
	const { url } = await browser.go(world.base + from, isCallback);
	expect(url.pathname).toBe(CALLBACK);
	return { browser, back: url };
}

/** As the form of our own page does it. */
const leave = () => ({ method: 'POST', headers: { origin: world.base } });

/** Nobody is signed in, and the login page says why. */
async function expectRefused(stop: Promise<{ location: string | null }>, why: string) {
	const { location } = await stop;
	expect(new URL(location ?? '', world.base).searchParams.get('service')).toBe(why);
}

test('[U7] [U5] who signs in by the service comes back as who it says, to the page that was asked for', async () => {
	const browser = world.browser();
	const end = await browser.go(world.base + signIn);
	expect(end.url.href).toBe(`${world.base}/reports?state=draft`);
	expect(await world.whoIs(browser)).toBe(people.education.id);
	const rows = await world.app.read(async (tx) => tx.db.select().from(session).all());
	expect(rows.map(({ via }) => via)).toContain('oidc');
	// The flow's cookie is gone; what is left is the session.
	expect(browser.names(world.base)).toEqual(['session']);
	const asked = new URL(browser.visited[1] ?? '').searchParams;
	expect(asked.get('code_challenge_method')).toBe('S256');
	expect(asked.get('response_type')).toBe('code');
	expect(asked.get('redirect_uri')).toBe(world.base + CALLBACK);
	for (const name of ['state', 'nonce', 'code_challenge'])
		expect(asked.get(name), name).toMatch(/^[\w-]{43}$/);
});

test('[U7] the first sign-in ties the account to the subject, once and on the record', async () => {
	await world.browser().go(world.base + signIn);
	// At the service the address is another by now: who it is goes by the subject.
	world.service.people.set('jonas', { ...atService('education'), email: 'annan@kommun.example' });
	const browser = world.browser();
	await browser.go(world.base + signIn);
	expect(await world.whoIs(browser)).toBe(people.education.id);
	const { rows, lines } = await world.app.read(async (tx) => ({
		rows: tx.db.select().from(identity).all(),
		lines: tx.db.select().from(auditEvent).all()
	}));
	expect(rows).toMatchObject([
		{ issuer: world.service.issuer, subject: 'jonas', personId: people.education.id }
	]);
	const tied = lines.filter(({ act }) => act === 'person.identity');
	expect(tied).toMatchObject([{ personId: people.education.id }]);
	// The service's name for the person is no part of the trail, which nobody may change.
	expect(JSON.stringify(tied)).not.toContain('"jonas"');
});

test('[U5] a way back to another site is none', async () => {
	for (const next of [
		'//elsewhere.example/',
		'https://elsewhere.example/',
		'/\\elsewhere.example'
	]) {
		const from = `/login/sso?next=${encodeURIComponent(next)}`;
		const end = await world.browser().go(world.base + from);
		expect(end.url.href).toBe(`${world.base}/`);
	}
	// Nor one that was written into the cookie on the way.
	const { browser, back } = await toCallback();
	const name = browser.names(world.base).find((one) => one.startsWith('sso-')) ?? '';
	const value = /sso-[^=]*=([^;]*)/.exec(browser.header(world.base))?.[1] ?? '';
	const flow = JSON.parse(Buffer.from(value, 'base64url').toString()) as Record<string, unknown>;
	const bent = JSON.stringify({ ...flow, next: 'https://elsewhere.example/' });
	browser.set(world.base, name, Buffer.from(bent).toString('base64url'));
	expect((await browser.ask(back)).location).toBe('/');
});

test('[U7] an answer belongs to the browser and the flow that asked', async () => {
	const { browser, back } = await toCallback();
	// Another browser has no such flow: nobody is signed in as somebody else by a link.
	await expectRefused(world.browser().ask(back), 'expired');
	const wrong = new URL(back);
	wrong.searchParams.set('state', 'x'.repeat(43));
	await expectRefused(browser.ask(wrong), 'expired');
	// The state of another tab of the same browser: its verifier does not fit the code.
	const other = await toCallback(browser);
	const mixed = new URL(back);
	mixed.searchParams.set('state', other.back.searchParams.get('state') ?? '');
	await expectRefused(browser.ask(mixed), 'failed');
	const twice = new URL(`${back.href}&code=another`);
	await expectRefused(browser.ask(twice), 'expired');
	expect(await world.whoIs(browser)).toBeNull();
});

test('[U7] a code is taken once', async () => {
	const { browser, back } = await toCallback();
	const header = browser.header(world.base);
	await browser.ask(back);
	expect(await world.whoIs(browser)).toBe(people.education.id);
	await expectRefused(browser.ask(back), 'expired');
	// Whoever has kept the cookie meets the service's own refusal.
	const thief = world.browser();
	for (const pair of header.split('; '))
		thief.set(world.base, ...(pair.split('=') as [string, string]));
	await expectRefused(thief.ask(back), 'failed');
	expect(await world.whoIs(thief)).toBeNull();
});

test('[U7] several tabs at once work, each for itself, and no more than four are kept', async () => {
	const browser = world.browser();
	const tabs = [
		await toCallback(browser, '/login/sso?next=%2Fa'),
		await toCallback(browser, '/login/sso?next=%2Fb')
	];
	const where = [];
	for (const { back } of tabs) where.push((await browser.ask(back)).location);
	expect(where).toEqual(['/a', '/b']);
	const restless = world.browser();
	for (let tries = 0; tries < 7; tries += 1) {
		world.now += 1;
		await restless.ask(`${world.base}/login/sso`);
	}
	expect(restless.names(world.base)).toHaveLength(4);
});

test('[U7] a flow ends after ten minutes, whatever the browser keeps', async () => {
	const { browser, back } = await toCallback();
	world.now += 10 * 60 * 1000;
	await expectRefused(browser.ask(back), 'expired');
	expect(await world.whoIs(browser)).toBeNull();
});

test('[U7] [U1] signing in ends the session that the browser had', async () => {
	const browser = world.browser();
	await browser.go(world.base + signIn);
	const before = browser.header(world.base);
	world.service.people.set('samira', atService('social'));
	world.service.who = 'samira';
	const { cookie } = must(await world.app.accounts.begin(people.culture.id, 'password', ''));
	const { back } = await toCallback();
	// Somebody was signed in while the service's page stood open in another tab.
	const shared = world.browser();
	const second = await toCallback(shared);
	shared.set(world.base, 'session', /session=([^;]*)/.exec(cookie)?.[1] ?? '');
	await shared.ask(second.back);
	expect(await world.whoIs(shared)).toBe(people.social.id);
	expect(await world.app.accounts.validate(cookie.split(';')[0] ?? '')).toBeNull();
	expect((await world.app.accounts.validate(before))?.actor.personId).toBe(people.education.id);
	expect(back.pathname).toBe(CALLBACK);
});

test('[U7] who says no at the service is not signed in, and is told kindly', async () => {
	world.service.declines = true;
	const browser = world.browser();
	const end = await browser.go(world.base + signIn);
	expect(end.url.pathname + end.url.search).toBe(
		'/login?service=declined&next=%2Freports%3Fstate%3Ddraft'
	);
	expect(await world.whoIs(browser)).toBeNull();
});

test('[U7] an answer in the name of another service is not taken', async () => {
	const { browser, back } = await toCallback();
	expect(back.searchParams.get('iss')).toBe(world.service.issuer);
	const mixed = new URL(back);
	mixed.searchParams.set('iss', 'https://elsewhere.example');
	const asked = world.service.asked.length;
	await expectRefused(browser.ask(mixed), 'failed');
	// Its code was shown to nobody.
	expect(world.service.asked.slice(asked)).not.toContain('/token');
	const nameless = await toCallback();
	nameless.back.searchParams.delete('iss');
	await expectRefused(nameless.browser.ask(nameless.back), 'failed');
});

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const seconds = () => Math.floor(Date.now() / 1000);
/** Each with the one thing that is wrong; the first has nothing wrong, and proves the rest. */
const TOKENS: [string, Record<string, unknown>, Parameters<OidcWorld['service']['sign']>[1]?][] = [
	['nothing', {}],
	['a small difference of the clocks', { exp: seconds() - 5, nbf: seconds() + 5 }],
	['the nonce of another flow', { nonce: 'n'.repeat(43) }],
	['no nonce', { nonce: undefined }],
	['another client', { aud: 'another' }],
	['another client besides', { aud: ['another', 'barnbokslut'], azp: 'another' }],
	['another issuer', { iss: 'https://elsewhere.example' }],
	['it has ended', { exp: seconds() - 120 }],
	['it is not yet', { nbf: seconds() + 120 }],
	['no subject', { sub: undefined }],
	['an endless subject', { sub: 's'.repeat(256) }],
	['another key', {}, { key: stranger }],
	['no signature', {}, { alg: 'none' }],
	['an algorithm that takes the secret', {}, { alg: 'HS256' }]
];
test.for(TOKENS)('[U7] an ID token is checked: %s', async ([what, claims, options]) => {
	const { browser, back } = await toCallback();
	const asked = new URL(browser.visited[1] ?? '').searchParams;
	const whole = {
		iss: world.service.issuer,
		aud: 'barnbokslut',
		sub: 'jonas',
		nonce: asked.get('nonce'),
		iat: seconds(),
		exp: seconds() + 300,
		...atService('education'),
		...claims
	};
	const token = world.service.sign(whole, options);
	world.service.instead.set('/token', (_req, res) => {
		res.writeHead(200, { 'content-type': 'application/json' });
		res.end(JSON.stringify({ access_token: 'a', token_type: 'Bearer', id_token: token }));
	});
	world.service.instead.set('/me', (_req, res) => {
		res.writeHead(200, { 'content-type': 'application/json' });
		res.end(JSON.stringify({ sub: 'jonas' }));
	});
	const isRight = what === 'nothing' || what.startsWith('a small difference');
	const end = await browser.ask(back);
	expect(end.location).toBe(isRight ? '/' : '/login?service=failed');
	expect(await world.whoIs(browser)).toBe(isRight ? people.education.id : null);
});

test('[U7] what the service says is checked for shape: nothing of it ends in a fault of ours', async () => {
	const bodies = [
		'',
		'null',
		'[]',
		'{}',
		'<html>',
		'{"access_token":"a","token_type":"Bearer"}',
		'{"access_token":"a","token_type":"Bearer","id_token":"a.!!.c"}',
		'{"access_token":"a","token_type":"Bearer","id_token":{}}',
		`{"access_token":"${'a'.repeat(2_000_000)}"}`
	];
	for (const body of bodies) {
		world.service.instead.set('/token', (_req, res) => {
			res.writeHead(200, { 'content-type': 'application/json' }).end(body);
		});
		const { browser, back } = await toCallback();
		await expectRefused(browser.ask(back), 'failed');
	}
	for (const query of [
		'',
		'?',
		'?state=',
		'?state=%00',
		'?code=x',
		'?error=x&state=%0d%0a',
		'?state[]=x'
	]) {
		await expectRefused(world.browser().ask(`${world.base}${CALLBACK}${query}`), 'expired');
	}
	const bent = world.browser();
	bent.set(world.base, `sso-${'x'.repeat(43)}`, Buffer.from('[null]').toString('base64url'));
	await expectRefused(bent.ask(`${world.base}${CALLBACK}?state=${'x'.repeat(43)}`), 'expired');
});

test('[U7] userinfo is of the same subject, and when it fails nobody is signed in on half of what is said', async () => {
	const answers: [number, string, string][] = [
		[200, '{"sub":"somebody else","email":"admin@demo.example","email_verified":true}', 'failed'],
		[500, '{}', 'failed'],
		[200, '<html>', 'failed']
	];
	for (const [status, body, why] of answers) {
		const { browser, back } = await toCallback();
		world.service.instead.set('/me', (_req, res) => {
			res.writeHead(status, { 'content-type': 'application/json' }).end(body);
		});
		await expectRefused(browser.ask(back), why);
		world.service.instead.clear();
	}
	const { browser, back } = await toCallback();
	world.service.instead.set('/me', (req) => req.socket.destroy());
	await expectRefused(browser.ask(back), 'unreachable');
});

test('[U1] signing out ends the session here, and offers the same at the service', async () => {
	const browser = world.browser();
	await browser.go(world.base + signIn);
	const out = await browser.ask(`${world.base}/logout`, leave());
	expect(out.location).toBe('/login?service=signedOut');
	expect(await world.whoIs(browser)).toBeNull();
	const there = await browser.ask(`${world.base}/login/sso/out`);
	const address = new URL(there.location ?? '');
	expect(address.origin + address.pathname).toBe(`${world.service.issuer}/session/end`);
	expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${world.base}/`);
	// Whoever came by a password has nothing to sign out of there.
	const { cookie } = must(await world.app.accounts.begin(people.social.id, 'password', ''));
	const other = world.browser();
	other.set(world.base, 'session', /session=([^;]*)/.exec(cookie)?.[1] ?? '');
	expect((await other.ask(`${world.base}/logout`, leave())).location).toBe('/');
});

test('[U7] [A8] who may not manage people does not see how the service does', async () => {
	const { app } = world;
	for (const person of ['coordinator', 'education', 'councilMember'] as const) {
		const actor = { personId: people[person].id, name: '', municipalityId: '', grants: [] };
		expect(await app.views.signIn(actor, { now: world.now })).toMatchObject({ ok: false });
		const by = people[person].id;
		const grant = { role: 'administrator' } as const;
		expect(await app.commands.addClaimRole({ by, value: 'x', grant })).toMatchObject({
			refusal: { code: 'forbidden' }
		});
		expect(await app.commands.removeClaimRole({ by, claimRoleId: 'x' })).toMatchObject({
			refusal: { code: 'forbidden' }
		});
	}
});
