import { openDiscovery } from '#server/accounts/oidc/discovery.ts';
import { readOidcSettings, readPasswordSignIn } from '#server/accounts/oidc/settings.ts';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';

/** What an operator sets, and a service that does not answer as one. */

const RIGHT = {
	ORIGIN: 'https://bok.example.se',
	OIDC_ISSUER: 'https://login.example.se/realms/kommunen',
	OIDC_CLIENT_ID: 'barnbokslut'
};

test('[U7] nothing set is no service, and what is set is read with sensible defaults', () => {
	expect(readOidcSettings({})).toBeNull();
	expect(readOidcSettings({ OIDC_ISSUER: ' ', OIDC_NAME: '' })).toBeNull();
	expect(readOidcSettings(RIGHT)).toEqual({
		issuer: RIGHT.OIDC_ISSUER,
		clientId: 'barnbokslut',
		clientSecret: null,
		clientAuth: null,
		name: null,
		scopes: 'openid profile email',
		rolesClaim: null,
		trustEmail: false,
		logout: false
	});
	expect(readPasswordSignIn({}, null)).toBe(true);
	expect(readPasswordSignIn({ PASSWORD_SIGN_IN: 'off' }, readOidcSettings(RIGHT))).toBe(false);
	for (const issuer of ['http://localhost:8080/realms/a', 'http://127.0.0.1:1', 'http://[::1]:1'])
		expect(readOidcSettings({ ...RIGHT, OIDC_ISSUER: issuer })?.issuer).toBe(issuer);
});

const WRONG: [Record<string, string>, RegExp][] = [
	[{ OIDC_ISSUER: '' }, /^OIDC_CLIENT_ID is set and OIDC_ISSUER is not: set it/],
	[{ OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_TRUST_EMAIL: 'on' }, /^OIDC_TRUST_EMAIL is set and/],
	[{ OIDC_CLIENT_ID: '' }, /^OIDC_ISSUER is set and OIDC_CLIENT_ID is not: set it/],
	[{ ORIGIN: '' }, /^OIDC_ISSUER is set and ORIGIN is not/],
	[{ OIDC_ISSUER: 'login.example.se' }, /^OIDC_ISSUER is "login.example.se": set it/],
	[{ OIDC_ISSUER: 'ftp://login.example.se' }, /^OIDC_ISSUER is "ftp/],
	[{ OIDC_ISSUER: 'http://login.example.se' }, /https address; http is for a service on this/],
	[{ OIDC_ISSUER: 'http://localhost.example.se' }, /https address/],
	[{ OIDC_ISSUER: 'https://a:hemligt@login.example.se' }, /^OIDC_ISSUER holds a user or password/],
	[{ OIDC_ISSUER: 'https://login.example.se/?a=b' }, /^OIDC_ISSUER is/],
	[
		{ OIDC_ISSUER: 'https://login.example.se/.well-known/openid-configuration' },
		/leave out "\/\.well-known/
	],
	[
		{ OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
		/people of every organisation/
	],
	[
		{ OIDC_ISSUER: 'https://login.microsoftonline.com/organizations/v2.0' },
		/people of every organisation/
	],
	[{ OIDC_SCOPES: 'profile email' }, /^OIDC_SCOPES is "profile email": it has to hold openid/],
	[{ OIDC_ROLES_CLAIM: 'realm_access..roles' }, /^OIDC_ROLES_CLAIM is/],
	[{ OIDC_TRUST_EMAIL: 'yes' }, /^OIDC_TRUST_EMAIL is "yes": set it to on or off/],
	[{ OIDC_LOGOUT: '1' }, /^OIDC_LOGOUT is "1"/],
	[{ OIDC_NAME: 'x'.repeat(61) }, /^OIDC_NAME is longer/],
	[{ OIDC_CLIENT_AUTH: 'jwt', OIDC_CLIENT_SECRET: 'hemligt' }, /^OIDC_CLIENT_AUTH is "jwt"/],
	[{ OIDC_CLIENT_AUTH: 'post' }, /^OIDC_CLIENT_AUTH is set and OIDC_CLIENT_SECRET is not/]
];
test('[O5] [U7] half a configuration, or a wrong one, is refused in one line that says what to do', () => {
	for (const [env, said] of WRONG) {
		const read = () => readOidcSettings({ ...RIGHT, ...env });
		expect(read, JSON.stringify(env)).toThrow(said);
		expect(read).not.toThrow(/hemligt|\n/);
	}
	expect(() => readPasswordSignIn({ PASSWORD_SIGN_IN: 'off' }, null)).toThrow(
		/^PASSWORD_SIGN_IN is off and OIDC_ISSUER is not set, so that nobody could sign in/
	);
	expect(() => readPasswordSignIn({ PASSWORD_SIGN_IN: 'no' }, null)).toThrow(/is "no": set it/);
});

describe('a service that does not answer as one', () => {
	/** A server of that answer, and what is known of it with half a second's patience. */
	async function asked(answer: RequestListener) {
		let listener = answer;
		let requests = 0;
		const server = createServer((req, res) => {
			requests += 1;
			listener(req, res);
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		onTestFinished(async () => {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		});
		const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const settings = readOidcSettings({ ...RIGHT, OIDC_ISSUER: issuer });
		if (!settings) throw new Error('the settings are whole');
		const world = { now: 1_000_000, issuer, requests: () => requests };
		const discovery = openDiscovery({ settings, clock: () => world.now, timeout: 0.5 });
		return Object.assign(world, {
			discovery,
			answer: (other: RequestListener) => {
				listener = other;
			}
		});
	}
	const json =
		(body: unknown): RequestListener =>
		(_req, res) =>
			res
				.writeHead(200, { 'content-type': 'application/json' })
				.end(typeof body === 'string' ? body : JSON.stringify(body));
	const metadata = (issuer: string, more: object = {}) => ({
		issuer,
		authorization_endpoint: `${issuer}/auth`,
		token_endpoint: `${issuer}/token`,
		jwks_uri: `${issuer}/jwks`,
		...more
	});

	const ANSWERS: [string, RequestListener, object][] = [
		['cut', (req) => req.socket.destroy(), { why: 'unreachable' }],
		['slow', () => undefined, { why: 'slow' }],
		[
			'slow in its body',
			(_req, res) => res.writeHead(200, { 'content-type': 'application/json' }).write('{'),
			{ why: 'slow' }
		],
		['not there', (_req, res) => res.writeHead(404).end(), { why: 'answer', code: '404' }],
		['failing', (_req, res) => res.writeHead(503).end('x'), { why: 'answer', code: '503' }],
		[
			'elsewhere',
			(_req, res) => res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
			{ why: 'answer', code: '302' }
		],
		['a page', (_req, res) => res.end('<html>'), { why: 'notUnderstood' }],
		['no JSON', json('{"issuer"'), { why: 'notUnderstood' }],
		['a list', json([]), { why: 'notUnderstood' }],
		['nothing', json({}), { why: 'notUnderstood' }],
		[
			'endless',
			json(`{"a":"${'a'.repeat(3_000_000)}"}`),
			{ why: 'notUnderstood', code: 'tooMuch' }
		],
		['another', json(metadata('https://elsewhere.example')), { why: 'otherIssuer' }]
	];
	test.for(ANSWERS)('[U7] is told as what it is: %s', async ([_name, answer, trouble]) => {
		const { discovery } = await asked(answer);
		expect(await discovery.get()).toBeNull();
		expect(discovery.trouble()).toMatchObject(trouble);
	});

	test('[U7] an address that is left out or is not of the web is not asked', async () => {
		for (const wrong of [undefined, '', '/token', 'javascript:alert(1)', 'file:///etc/passwd']) {
			const world = await asked((req, res) =>
				json(metadata(world.issuer, { token_endpoint: wrong }))(req, res)
			);
			expect(await world.discovery.get(), String(wrong)).toBeNull();
			expect(world.discovery.trouble()?.why).toBe('notUnderstood');
		}
	});

	test('[U7] is asked anew after a pause, by one question for all who wait, and kept once it has answered', async () => {
		const world = await asked((_req, res) => res.writeHead(503).end());
		const { discovery } = world;
		const all = await Promise.all([discovery.get(), discovery.get(), discovery.get()]);
		expect(all).toEqual([null, null, null]);
		expect(world.requests()).toBe(1);
		expect(await discovery.get()).toBeNull();
		expect(world.requests()).toBe(1);
		world.answer(json(metadata(world.issuer)));
		world.now += 5000;
		expect(await discovery.get()).not.toBeNull();
		expect(discovery.trouble()).toBeNull();
		await discovery.get();
		expect(world.requests()).toBe(2);
		// An hour later it is down: what was known is used on.
		world.answer((req) => req.socket.destroy());
		world.now += 60 * 60 * 1000;
		expect(await discovery.get()).not.toBeNull();
		expect(world.requests()).toBe(3);
	});
});
