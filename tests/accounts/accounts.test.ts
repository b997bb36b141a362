import { hashPassword, verifyPassword } from '#server/accounts/password.ts';
import { readConfig } from '#server/config.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { countPeople } from '#server/store/people.ts';
import { session } from '#server/store/schema.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { must, refusalOf } from '../support/act.ts';
import { demoApp, emptyApp } from '../support/app.ts';

test('[U1] a password is kept as Argon2id with a salt of its own, and is known again', async () => {
	const [a, b] = await Promise.all([
		hashPassword('lösenord för två'),
		hashPassword('lösenord för två')
	]);
	expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(a).not.toBe(b);
	expect(await verifyPassword(a, 'lösenord för två')).toBe(true);
	// The same letters, composed and decomposed.
	expect(await verifyPassword(a, 'lo\u0308senord fo\u0308r tva\u030a')).toBe(true);
	expect(await verifyPassword(a, 'lösenord för tre')).toBe(false);
	expect(await verifyPassword('', 'x')).toBe(false);
});

test('[U1] the database holds no cookie: a session is stored by its hash, and ends at sign-out', async () => {
	const app = await demoApp();
	const { cookie } = must(await app.accounts.signIn('skola@demo.example', 'barnbokslut'));
	const value = /session=([^;]+)/.exec(cookie)?.[1] ?? '';
	expect(cookie).toMatch(/HttpOnly/i);
	expect(cookie).toMatch(/SameSite=Lax/i);
	const rows = await app.read(async (tx) => tx.db.select().from(session).all());
	expect(rows).toHaveLength(1);
	expect(JSON.stringify(rows)).not.toContain(value);
	expect((await app.accounts.validate(`session=${value}`))?.actor.name).toBe('Jonas Hedvall');
	// What stands in the database is no cookie.
	expect(await app.accounts.validate(`session=${rows[0]?.idHash ?? ''}`)).toBeNull();
	must(await app.accounts.signOut(`session=${value}`));
	expect(await app.accounts.validate(`session=${value}`)).toBeNull();
});

test('[U1] a session ends by time', async () => {
	const app = await demoApp();
	const { cookie } = must(await app.accounts.signIn('skola@demo.example', 'barnbokslut'));
	const header = cookie.split(';')[0] ?? '';
	const ended = await app.read(async (tx) => {
		tx.db
			.update(session)
			.set({ expiresAt: Date.now() - 1 })
			.run();
		return true;
	});
	expect(ended).toBe(true);
	expect(await app.accounts.validate(header)).toBeNull();
});

test('[U2] wrong password, unknown account and closed account get one and the same answer', async () => {
	const app = await demoApp();
	const answers = await Promise.all([
		app.accounts.signIn('skola@demo.example', 'fel lösenord'),
		app.accounts.signIn('ingen@demo.example', 'barnbokslut'),
		app.accounts.signIn('', '')
	]);
	for (const answer of answers) expect(answer).toEqual(answers[0]);
	expect(refusalOf(answers[0])).toEqual({ code: 'wrongCredentials' });
});

test('[U3] an empty database in production offers one link, which makes one administrator', async () => {
	const app = await emptyApp();
	const link = await app.accounts.firstAdministratorLink();
	const token = link?.split('/').at(-1) ?? '';
	expect(await app.accounts.isFirstLinkOpen(token)).toBe(true);
	const input = {
		token,
		name: 'Ada Först',
		email: 'Ada@Kommun.example',
		password: 'ett långt lösenord',
		municipality: 'Nykommun',
		authority: 'Kommunstyrelsen'
	};
	expect(
		refusalOf(await app.accounts.createFirstAdministrator({ ...input, password: 'kort' }))
	).toEqual({ code: 'invalid', problems: [{ field: 'password', problem: 'short' }] });
	const { cookie } = must(await app.accounts.createFirstAdministrator(input));
	const me = await app.accounts.validate(cookie.split(';')[0] ?? '');
	expect(me?.actor.grants.map((g) => g.role).sort()).toEqual(['administrator', 'coordinator']);
	expect(
		refusalOf(await app.accounts.createFirstAdministrator({ ...input, email: 'b@kommun.example' }))
	).toMatchObject({ code: 'moved' });
	expect(await app.accounts.firstAdministratorLink()).toBeNull();
	must(await app.accounts.signIn('ada@kommun.example', 'ett långt lösenord'));
});

test('[U4] the demo is made in an empty database only', async () => {
	const app = await emptyApp();
	const link = await app.accounts.firstAdministratorLink();
	must(
		await app.accounts.createFirstAdministrator({
			token: link?.split('/').at(-1) ?? '',
			name: 'Ada Först',
			email: 'ada@kommun.example',
			password: 'ett långt lösenord',
			municipality: 'Nykommun',
			authority: 'Kommunstyrelsen'
		})
	);
	await ensureDemo(app);
	expect(await app.read((tx) => countPeople(tx))).toBe(1);
	expect(await app.isDemo()).toBe(false);
	expect((await app.accounts.signIn('admin@demo.example', 'barnbokslut')).ok).toBe(false);
});

test('[U4] a configuration that cannot work is refused in one line that says what to do', () => {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-config-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, 'file'), '');
	expect(() => readConfig({ PORT: 'x', DATA_DIR: folder })).toThrow(/^PORT is "x".*set it/);
	expect(() => readConfig({ ORIGIN: 'kommun.se', DATA_DIR: folder })).toThrow(
		/^ORIGIN is "kommun.se"/
	);
	expect(() => readConfig({ DATA_DIR: join(folder, 'file', 'below') })).toThrow(
		/cannot be written/
	);
	expect(readConfig({ DATA_DIR: folder })).toMatchObject({ port: 3000, anyLoopback: true });
	expect(readConfig({ DATA_DIR: folder, NODE_ENV: 'production' }).anyLoopback).toBe(false);
});
