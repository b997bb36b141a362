import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { people } from '#server/demo/people.ts';
import { auditEvent, mail, oneTimeLink, session } from '#server/store/schema.ts';
import { createHash } from 'node:crypto';
import { insertOneTimeLink } from '#server/store/people.ts';
import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { startPostOffice, type PostOffice } from '../mail/post-office.ts';
import { by, must, refusalOf } from '../support/act.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 1, 3, 9);
const ORIGIN = 'https://barnbokslut.example.se';
const PASSWORD = 'sju sjösjuka sjömän';
const from = { cookie: null, device: 'Firefox, Windows' };
const header = (setCookie: string) => setCookie.split(';')[0] ?? '';
const tokenIn = (text: string) => /\/(?:invitation|reset)\/([\w-]{43})(?!\S)/.exec(text)?.[1] ?? '';

const time = { now: START };
let app: App;

const open = (more: Partial<Parameters<typeof createApp>[0]> = {}) =>
	createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: ORIGIN,
		clock: () => time.now,
		...more
	});

beforeAll(async () => {
	app = await open();
	await ensureDemo(app);
});
afterAll(() => app.close());
beforeEach(async () => {
	time.now = START;
	await app.read(async (tx) => {
		tx.db.delete(oneTimeLink).run();
		tx.db.delete(session).run();
	});
});

type Purpose = 'invitation' | 'passwordReset';
const offer = async (purpose: Purpose, one = app) => {
	const input = { by: by('administrator'), personId: by('education'), purpose, mail: true };
	const given = must(await one.accounts.offerLink(input));
	return { ...given, token: tokenIn(given.url) };
};
const use = (token: string, purpose: Purpose, password = PASSWORD, one = app) =>
	one.accounts.useLink({ token, purpose, password }, from);
const lastAct = () => app.read(async (tx) => tx.db.select().from(auditEvent).all().at(-1));

test('[U3] a link sets a password once, signs in, and ends what else opened the account', async () => {
	const before = header(
		must(await app.accounts.signIn(people.education.email, 'barnbokslut', from)).cookie
	);
	const reset = await offer('passwordReset');
	const invitation = await offer('invitation');
	expect(reset).toMatchObject({ mailed: false, expiresAt: START + DAY });
	expect(reset.url).toBe(`${ORIGIN}/reset/${reset.token}`);
	expect(invitation.url).toBe(`${ORIGIN}/invitation/${invitation.token}`);
	expect(invitation.expiresAt).toBe(START + 7 * DAY);
	// Scanners of mail open links, as often as they like.
	for (let i = 0; i < 3; i++)
		expect(await app.accounts.openLink(reset.token, 'passwordReset')).toEqual({
			name: people.education.name,
			email: people.education.email,
			municipality: 'Exempelkommun',
			inviter: people.administrator.name
		});
	const { cookie } = must(await use(reset.token, 'passwordReset'));
	const me = await app.accounts.validate(header(cookie));
	expect(me?.actor.personId).toBe(by('education'));
	expect(await app.accounts.validate(before)).toBeNull();
	expect(refusalOf(await use(reset.token, 'passwordReset'))).toEqual({ code: 'notFound' });
	expect(refusalOf(await use(invitation.token, 'invitation'))).toEqual({ code: 'notFound' });
	must(await app.accounts.signIn(people.education.email, PASSWORD, from));
	expect((await app.accounts.signIn(people.education.email, 'barnbokslut', from)).ok).toBe(false);
	expect(await lastAct()).toMatchObject({
		act: 'account.password',
		personId: by('education'),
		detail: { by: 'passwordReset' }
	});
});

test('[U3] of two who use a link at once exactly one wins', async () => {
	const { token } = await offer('invitation');
	const tries = Array.from({ length: 5 }, (_, i) => use(token, 'invitation', `${PASSWORD} ${i}`));
	const done = await Promise.all(tries);
	expect(done.filter(({ ok }) => ok)).toHaveLength(1);
	for (const one of done) if (!one.ok) expect(one.refusal).toEqual({ code: 'notFound' });
	const won = done.findIndex(({ ok }) => ok);
	must(await app.accounts.signIn(people.education.email, `${PASSWORD} ${won}`, from));
	const sessions = await app.read(async (tx) => tx.db.select().from(session).all());
	expect(sessions.map(({ via }) => via).sort()).toEqual(['link', 'password']);
});

test('[U3] a link lasts to the millisecond, and for its own purpose', async () => {
	const { token } = await offer('invitation');
	time.now = START + 7 * DAY - 1;
	expect(await app.accounts.openLink(token, 'passwordReset')).toBeNull();
	expect(refusalOf(await use(token, 'passwordReset'))).toEqual({ code: 'notFound' });
	expect(await app.accounts.isFirstLinkOpen(token)).toBe(false);
	expect(await app.accounts.openLink(token, 'invitation')).not.toBeNull();
	time.now = START + 7 * DAY;
	expect(await app.accounts.openLink(token, 'invitation')).toBeNull();
	time.now = START + 7 * DAY + 1;
	expect(refusalOf(await use(token, 'invitation'))).toEqual({ code: 'notFound' });
});

test('[U3] a new link ends the open one of its purpose, and no other', async () => {
	const [first, second] = [await offer('invitation'), await offer('invitation')];
	const reset = await offer('passwordReset');
	expect(await app.accounts.openLink(first.token, 'invitation')).toBeNull();
	expect(await app.accounts.openLink(second.token, 'invitation')).not.toBeNull();
	expect(await app.accounts.openLink(reset.token, 'passwordReset')).not.toBeNull();
});

test('[U3] what is no link of ours opens nothing, however long it is', async () => {
	const { token } = await offer('invitation');
	for (const bad of [
		...['', 'x', token.slice(1), `${token}x`, `${token} `, token.toLowerCase()],
		...['a'.repeat(10_240), 'å'.repeat(43), '../'.repeat(20), `${token.slice(0, 42)}\0`, '%00']
	]) {
		expect([bad.slice(0, 50), await app.accounts.openLink(bad, 'invitation')]).toEqual([
			bad.slice(0, 50),
			null
		]);
		expect(refusalOf(await use(bad, 'invitation'))).toEqual({ code: 'notFound' });
	}
	expect(await app.accounts.openLink(token, 'invitation')).not.toBeNull();
});

test('[U1] [U3] a password that is refused leaves the link as it was, and NFC and NFD are one password', async () => {
	const { token } = await offer('passwordReset');
	for (const [password, problem] of [
		['kort', 'short'],
		['x'.repeat(1 << 20), 'passwordLong'],
		['            ', 'common'],
		['ett långt\0lösenord', 'passwordSign'],
		[people.education.email, 'ownName']
	] as const)
		expect(refusalOf(await use(token, 'passwordReset', password))).toEqual({
			code: 'invalid',
			problems: [{ field: 'password', problem }]
		});
	must(await use(token, 'passwordReset', 'åtta åsnor över ån'.normalize('NFD')));
	const signIn = (password: string) => app.accounts.signIn(people.education.email, password, from);
	must(await signIn('åtta åsnor över ån'.normalize('NFC')));
	must(await signIn('åtta åsnor över ån'.normalize('NFD')));
	expect(refusalOf(await signIn('x'.repeat(1 << 20)))).toEqual({ code: 'wrongCredentials' });
	expect(refusalOf(await signIn('åtta åsnor över ån\0'))).toEqual({ code: 'wrongCredentials' });
});

test('[U3] [U6] [A8] only who manages people makes links, for people of theirs whose account stands', async () => {
	const ask = (who: string, personId: string) =>
		app.accounts.offerLink({ by: who, personId, purpose: 'invitation', mail: false });
	expect(refusalOf(await ask(by('coordinator'), by('education')))).toMatchObject({
		code: 'forbidden'
	});
	expect(refusalOf(await ask('nobody', by('education')))).toEqual({ code: 'notSignedIn' });
	expect(refusalOf(await ask(by('administrator'), 'nobody'))).toEqual({ code: 'notFound' });
	const { token } = await offer('invitation');
	must(await app.commands.closePerson({ by: by('administrator'), personId: by('education') }));
	expect(refusalOf(await ask(by('administrator'), by('education')))).toMatchObject({
		code: 'invalid',
		problems: [{ problem: 'closed' }]
	});
	expect(await app.accounts.openLink(token, 'invitation')).toBeNull();
	expect(refusalOf(await use(token, 'invitation'))).toEqual({ code: 'notFound' });
	must(await app.commands.reopenPerson({ by: by('administrator'), personId: by('education') }));
	expect(await app.accounts.openLink(token, 'invitation')).toBeNull();
});

test('[U7] where people sign in by the municipality alone, links are not made and open nothing', async () => {
	const off = await open({ passwordSignIn: false });
	onTestFinished(() => off.close());
	await ensureDemo(off);
	const asked = { by: by('administrator'), personId: by('education'), mail: false };
	expect(
		refusalOf(await off.accounts.offerLink({ ...asked, purpose: 'invitation' }))
	).toMatchObject({ code: 'forbidden', why: 'passwordOff' });
	const token = 'A'.repeat(43);
	await off.read(async (tx) =>
		insertOneTimeLink(tx, {
			tokenHash: createHash('sha256').update(token).digest('hex'),
			purpose: 'invitation',
			personId: by('education'),
			expiresAt: START + DAY
		})
	);
	expect(await off.accounts.openLink(token, 'invitation')).toBeNull();
	expect(refusalOf(await use(token, 'invitation', PASSWORD, off))).toMatchObject({
		code: 'forbidden'
	});
	const own = { by: by('education'), sessionHash: '', present: 'barnbokslut', password: PASSWORD };
	expect(refusalOf(await off.accounts.changePassword(own))).toMatchObject({ code: 'forbidden' });
});

/** An app that sends mails to a post office of the test's own. */
async function posting(office: PostOffice): Promise<App> {
	const one = await open({ mail: office.settings });
	onTestFinished(() => one.close());
	await ensureDemo(one);
	return one;
}

test('[U3] a link goes by mail where there is mail, lasts shorter then, and is kept in no row of mails', async () => {
	const office = await startPostOffice();
	const one = await posting(office);
	const invitation = await offer('invitation', one);
	const reset = await offer('passwordReset', one);
	expect(invitation.mailed).toBe(true);
	expect(reset).toMatchObject({ mailed: true, expiresAt: START + 30 * MINUTE });
	expect(office.letters.map(({ to }) => to)).toEqual([
		[people.education.email],
		[people.education.email]
	]);
	expect(office.letters.map(({ text }) => tokenIn(text))).toEqual([invitation.token, reset.token]);
	expect(office.letters[0]?.text).toContain(people.administrator.name);
	expect(await one.read(async (tx) => tx.db.select().from(mail).all())).toEqual([]);
});

test('[U3] what no mail server takes is passed on by hand, by another link that lasts longer', async () => {
	const office = await startPostOffice({ onLetter: () => new Error('full') });
	const one = await posting(office);
	const reset = await offer('passwordReset', one);
	expect(reset).toMatchObject({ mailed: false, expiresAt: START + DAY });
	expect(await one.accounts.openLink(reset.token, 'passwordReset')).not.toBeNull();
	const links = await one.read(async (tx) => tx.db.select().from(oneTimeLink).all());
	expect(links.filter(({ expiresAt }) => expiresAt > time.now)).toHaveLength(1);
});

test('[U2] who forgot gets a mail, three an hour at the most; who has no account hears the same nothing', async () => {
	const office = await startPostOffice();
	const one = await posting(office);
	const byHand = must(
		await one.accounts.offerLink({
			by: by('administrator'),
			personId: by('education'),
			purpose: 'passwordReset',
			mail: false
		})
	);
	for (const email of ['ingen@demo.example', '', 'x'.repeat(1 << 16), "' OR 1=1 --", '\0'])
		expect(one.accounts.forgot(email)).toBeUndefined();
	await one.accounts.settled();
	expect(office.letters).toEqual([]);
	for (let i = 0; i < 5; i++) one.accounts.forgot(` ${people.education.email.toUpperCase()} `);
	await one.accounts.settled();
	expect(office.letters).toHaveLength(3);
	const tokens = office.letters.map(({ text }) => tokenIn(text));
	const opened = await Promise.all(tokens.map((t) => one.accounts.openLink(t, 'passwordReset')));
	expect(opened.filter((link) => link !== null)).toMatchObject([{ inviter: null }]);
	// What an administrator gave still stands: nobody else's asking ends it.
	expect(await one.accounts.openLink(tokenIn(byHand.url), 'passwordReset')).not.toBeNull();
	time.now += HOUR + 1;
	one.accounts.forgot(people.education.email);
	await one.accounts.settled();
	expect(office.letters).toHaveLength(4);
	must(await use(tokenIn(office.letters[3]?.text ?? ''), 'passwordReset', PASSWORD, one));
});

test('[U1] [U3] a stolen database gives no cookie, no link and no password', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-stolen-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'barnbokslut.db');
	const office = await startPostOffice();
	const one = await open({ file, mail: office.settings });
	await ensureDemo(one);
	const given: string[] = [];
	given.push((await offer('invitation', one)).token, (await offer('passwordReset', one)).token);
	one.accounts.forgot(people.culture.email);
	await one.accounts.settled();
	given.push(tokenIn(office.letters.at(-1)?.text ?? ''));
	const used = must(await use(given[1] ?? '', 'passwordReset', PASSWORD, one));
	given.push(/=([^;]+)/.exec(used.cookie)?.[1] ?? '', PASSWORD);
	await one.close();
	expect(given.every((secret) => secret.length > 15)).toBe(true);
	const db = new DatabaseSync(file, { readOnly: true });
	onTestFinished(() => db.close());
	const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
	const kept = createHash('sha256')
		.update(given[0] ?? '')
		.digest('hex');
	let found = 0;
	for (const { name } of tables as { name: string }[])
		for (const row of db.prepare(`SELECT * FROM "${name}"`).iterate())
			for (const value of Object.values(row)) {
				if (typeof value !== 'string' && !(value instanceof Uint8Array)) continue;
				const text = typeof value === 'string' ? value : Buffer.from(value).toString('latin1');
				// What is looked for would be found.
				if (text.includes(kept)) found += 1;
				for (const secret of given) expect(text.includes(secret)).toBe(false);
			}
	expect(found).toBe(1);
});
