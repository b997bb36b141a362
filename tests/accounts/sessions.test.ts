import { deviceOf } from '#core/device.ts';
import type { GrantInput } from '#server/commands/set-grants.ts';
import { people } from '#server/demo/people.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { session } from '#server/store/schema.ts';
import { eq, sql } from 'drizzle-orm';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { by, must, refusalOf } from '../support/act.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** lucia reads the machine's clock, which runs on while it is asked; in milliseconds. */
const ASKED = 60_000;
const START = Date.UTC(2026, 1, 3, 9);
const from = { cookie: null, device: 'Firefox, Windows' };
const header = (setCookie: string) => setCookie.split(';')[0] ?? '';

const time = { now: START };
let app: App;

beforeAll(async () => {
	app = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: 'http://localhost:3000',
		clock: () => time.now
	});
	await ensureDemo(app);
});
afterAll(() => app.close());
beforeEach(async () => {
	time.now = START;
	// A database in memory has one connection, which takes writes too.
	await app.read(async (tx) => tx.db.delete(session).run());
});

const rows = () => app.read(async (tx) => tx.db.select().from(session).all());
/** The schools' writer signs in; the cookie as a browser sends it back. */
const signIn = async () =>
	header(must(await app.accounts.signIn(people.education.email, 'barnbokslut', from)).cookie);

test('[U1] a session ends twelve hours after it was last used, and after seven days however much it is', async () => {
	const unused = await signIn();
	time.now += 12 * HOUR - ASKED;
	const used = await signIn();
	expect(await app.accounts.validate(unused)).not.toBeNull();
	time.now += 12 * HOUR;
	expect(await app.accounts.validate(used)).toBeNull();
	// Its row is gone with it.
	expect(await rows()).toHaveLength(1);
	time.now = START;
	const busy = await signIn();
	for (let hours = 0; hours < 7 * 24; hours += 3) {
		expect([hours, (await app.accounts.validate(busy)) !== null]).toEqual([hours, true]);
		time.now += 3 * HOUR;
	}
	time.now = START + 7 * DAY - ASKED;
	expect(await app.accounts.validate(busy)).not.toBeNull();
	time.now = START + 7 * DAY;
	expect(await app.accounts.validate(busy)).toBeNull();
});

test('[U1] a session in use is written once an hour, not at each request, nor at its end', async () => {
	const cookie = await signIn();
	const ends = async () => (await rows())[0]?.expiresAt;
	const first = await ends();
	time.now += HOUR - ASKED;
	expect((await app.accounts.validate(cookie))?.cookie).toBeNull();
	expect(await ends()).toBe(first);
	time.now += 2 * ASKED;
	expect((await app.accounts.validate(cookie))?.cookie).toContain(header(cookie));
	expect(Math.abs(((await ends()) ?? 0) - (time.now + 12 * HOUR))).toBeLessThan(ASKED);
	for (; time.now < START + 7 * DAY - HOUR; time.now += 5 * HOUR)
		await app.accounts.validate(cookie);
	expect(await ends()).toBe(START + 7 * DAY);
});

test('[U1] a cookie that was there before signing in opens nothing, and what a browser had before ends', async () => {
	const planted = 'session=abcdefghijklmnopqrstuvwxyz234567abcdefgh';
	const { email } = people.education;
	const signInWith = async (cookie: string) =>
		header(must(await app.accounts.signIn(email, 'barnbokslut', { cookie, device: '' })).cookie);
	const first = await signInWith(planted);
	expect(first).not.toBe(planted);
	expect(await app.accounts.validate(planted)).toBeNull();
	const second = await signInWith(first);
	expect(second).not.toBe(first);
	expect(await app.accounts.validate(first)).toBeNull();
	expect(await app.accounts.validate(second)).not.toBeNull();
	expect(await rows()).toHaveLength(1);
	// A wrong password ends nothing.
	await app.accounts.signIn(email, 'fel lösenord', { cookie: second, device: '' });
	expect(await app.accounts.validate(second)).not.toBeNull();
});

test('[U1] a session cookie that came twice, is far too long, or is no text of a cookie opens nothing', async () => {
	const [mine, other] = [await signIn(), await signIn()];
	for (const bad of [
		`${mine}; ${other}`,
		`${other}; lang=sv; ${mine}`,
		`${mine}x`,
		`session=${'a'.repeat(10_000)}`,
		'session=',
		'session',
		'session=%E0%A4%A',
		'session="; DROP TABLE session',
		';;;==;',
		mine.replace('session', 'Session'),
		mine.replace('session', '__Host-session')
	])
		expect([bad.slice(0, 60), await app.accounts.validate(bad)]).toEqual([bad.slice(0, 60), null]);
	for (const good of [mine, `lang=en; ${mine}`, `${mine};lang=en`, `${mine}; ${mine}`])
		expect(await app.accounts.validate(good)).not.toBeNull();
	// Signing out with nothing to sign out is no error.
	must(await app.accounts.signOut(`session=${'a'.repeat(10_000)}`));
	must(await app.accounts.signOut(null));
});

test('[U1] over https the cookie is bound to its host, and another of that name without the prefix is none', async () => {
	const secure = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: 'https://barnbokslut.example'
	});
	onTestFinished(() => secure.close());
	await ensureDemo(secure);
	const { accounts } = secure;
	const { cookie } = must(await accounts.signIn(people.education.email, 'barnbokslut', from));
	expect(cookie).toMatch(/^__Host-session=[^;]+; /);
	for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
		expect(cookie.split('; ')).toContain(attribute);
	expect(cookie).not.toMatch(/domain/i);
	expect(await accounts.validate(header(cookie))).not.toBeNull();
	expect(await accounts.validate(header(cookie).replace('__Host-', ''))).toBeNull();
	const { cookie: cleared } = must(await accounts.signOut(header(cookie)));
	expect(cleared).toMatch(/^__Host-session=; .*Max-Age=0/);
	expect(await accounts.validate(header(cookie))).toBeNull();
});

test('[U1] [D5] on a disk that takes no more a session still opens, and beginning or ending one says so', async () => {
	const due = await signIn();
	const over = await signIn();
	const { sessionHash } = (await app.accounts.validate(over)) ?? { sessionHash: '' };
	await app.read(async (tx) =>
		tx.db.update(session).set({ expiresAt: START }).where(eq(session.idHash, sessionHash)).run()
	);
	time.now += 2 * HOUR;
	const before = await rows();
	const takes = (yes: boolean) =>
		app.read(async (tx) => void tx.db.run(sql.raw(`PRAGMA query_only = ${yes ? 0 : 1}`)));
	await takes(false);
	try {
		expect((await app.accounts.validate(due))?.actor.personId).toBe(by('education'));
		expect(await app.accounts.validate(over)).toBeNull();
		const { email } = people.culture;
		for (const refused of [
			await app.accounts.signOut(due),
			await app.accounts.begin(by('culture'), 'oidc', ''),
			await app.accounts.signIn(email, 'barnbokslut', from),
			await app.accounts.signIn(email, 'barnbokslut', { ...from, cookie: due })
		])
			expect(refusalOf(refused)).toEqual({ code: 'notSaved' });
		expect(await rows()).toEqual(before);
	} finally {
		await takes(true);
	}
	// With room again it is given its time, and the other goes.
	expect((await app.accounts.validate(due))?.cookie).toContain(due);
	expect(await app.accounts.validate(over)).toBeNull();
	expect(await rows()).toMatchObject([{ personId: by('education') }]);
});

test('[U1] [A8] one sees where one is signed in, ends one or all others, and nothing of anybody else', async () => {
	const here = await signIn();
	time.now += HOUR;
	const there = await signIn();
	const third = await signIn();
	const other = header(
		must(await app.accounts.signIn(people.culture.email, 'barnbokslut', from)).cookie
	);
	const me = await app.accounts.validate(here);
	const them = await app.accounts.validate(other);
	if (!me || !them) throw new Error('nobody is signed in');
	const { sessionHash, actor } = me;
	const page = async () => must(await app.views.account(actor, { sessionHash }));
	const { sessions, roles } = await page();
	expect(roles.map(({ role }) => role)).toEqual(['writer']);
	expect(roles[0]?.of).not.toBe('');
	expect(sessions).toHaveLength(3);
	expect(sessions[0]).toMatchObject({ isThis: true, device: 'Firefox, Windows', via: 'password' });
	expect(JSON.stringify(await page())).not.toContain(sessionHash);
	const ref = (await rows()).find((r) => r.idHash === them.sessionHash)?.idHash.slice(0, 16) ?? '';
	const end = (which: { ref: string } | 'others') =>
		app.commands.endOwnSessions({ by: actor.personId, sessionHash, which });
	expect(refusalOf(await end({ ref }))).toEqual({ code: 'notFound' });
	expect(refusalOf(await end({ ref: '' }))).toEqual({ code: 'notFound' });
	expect(await app.accounts.validate(other)).not.toBeNull();
	const one = sessions.find((s) => !s.isThis);
	must(await end({ ref: one?.ref ?? '' }));
	const stand = async () =>
		(await Promise.all([there, third].map((c) => app.accounts.validate(c)))).filter(
			(s) => s !== null
		);
	expect(await stand()).toHaveLength(1);
	expect(must(await end('others'))).toEqual({ ended: 1 });
	expect(await stand()).toHaveLength(0);
	expect(await app.accounts.validate(here)).not.toBeNull();
	expect(must(await end('others'))).toEqual({ ended: 0 });
	// The same page in another tab, whose cookie is the same, is signed out with it.
	must(await app.accounts.signOut(here));
	expect(await app.accounts.validate(here)).toBeNull();
	must(await app.accounts.signOut(here));
	expect(refusalOf(await app.views.account(null, { sessionHash }))).toEqual({
		code: 'notSignedIn'
	});
});

test('[U1] [U6] whose account is closed has no session, and gets none', async () => {
	const cookie = await signIn();
	must(await app.commands.closePerson({ by: by('administrator'), personId: by('education') }));
	expect(await app.accounts.validate(cookie)).toBeNull();
	const begun = must(await app.accounts.begin(by('education'), 'oidc', ''));
	expect(await app.accounts.validate(header(begun.cookie))).toBeNull();
	expect(await rows()).toHaveLength(0);
	const stays = must(await app.accounts.begin(by('culture'), 'oidc', 'Chrome, Linux'));
	expect((await app.accounts.validate(header(stays.cookie)))?.actor.personId).toBe(by('culture'));
	expect(await rows()).toMatchObject([{ via: 'oidc', device: 'Chrome, Linux' }]);
	must(await app.commands.reopenPerson({ by: by('administrator'), personId: by('education') }));
});

test('[U1] a session is known by browser and system alone, whatever the User-Agent says', () => {
	const agents: [string, string][] = [
		[
			'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
			'Edge, Windows'
		],
		['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
		[
			'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
			'Safari, iPhone'
		],
		[
			'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
			'Samsung Internet, Android'
		],
		['python-requests/2.32', ''],
		['<script>alert(1)</script>', ''],
		[`${'x'.repeat(600)} Firefox/140.0`, '']
	];
	for (const [agent, device] of agents) expect(deviceOf(agent)).toBe(device);
	expect(deviceOf(null)).toBe('');
});

test('[U1] [A6] who becomes an administrator signs in anew; other roles come to the session that stands', async () => {
	const cookie = await signIn();
	const give = (...grants: GrantInput[]) =>
		app.commands.setGrants({ by: by('administrator'), personId: by('education'), grants });
	must(await give({ role: 'councilMember' }));
	expect((await app.accounts.validate(cookie))?.actor.grants).toEqual([{ role: 'councilMember' }]);
	must(await give({ role: 'councilMember' }, { role: 'administrator' }));
	expect(await app.accounts.validate(cookie)).toBeNull();
	const anew = await signIn();
	must(await give({ role: 'administrator' }));
	must(await give());
	expect((await app.accounts.validate(anew))?.actor.grants).toEqual([]);
});
