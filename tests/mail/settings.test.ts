import { readConfig } from '#server/config.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

function read(env: Record<string, string>) {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return readConfig({ DATA_DIR: folder, ...env }).mail;
}
const ORIGIN = 'https://bok.example.se';
const MAIL_FROM = 'Barnbokslut <bok@example.se>';

test('[O5] how mails are sent is read from an address, with TLS wherever a password goes', () => {
	const settings = (SMTP_URL: string) => read({ ORIGIN, MAIL_FROM, SMTP_URL });
	const from = { name: 'Barnbokslut', address: 'bok@example.se' };
	expect(read({})).toBeNull();
	expect(settings('smtp://me:p%40ss%2Fword@mail.example.se')).toEqual({
		host: 'mail.example.se',
		port: 587,
		tls: 'required',
		auth: { user: 'me', pass: 'p@ss/word' },
		from
	});
	expect(settings('smtps://me:word@mail.example.se')).toMatchObject({ port: 465, tls: 'direct' });
	expect(settings('smtp://relay.example.se:25/')).toEqual({
		host: 'relay.example.se',
		port: 25,
		tls: 'offered',
		auth: null,
		from
	});
	expect(settings('smtp://relay.example.se:25?tls=never')).toMatchObject({ tls: 'never' });
	expect(settings('smtp://me:word@localhost:1025')).toMatchObject({ tls: 'offered' });
	expect(settings('smtp://[::1]:1025')).toMatchObject({ host: '::1' });
	expect(read({ ORIGIN, SMTP_URL: 'smtp://a.se', MAIL_FROM: 'bok@example.se' })?.from).toEqual({
		name: '',
		address: 'bok@example.se'
	});
	expect(
		read({ ORIGIN, SMTP_URL: 'smtp://a.se', MAIL_FROM: '"Åre, barn" <bok@example.se>' })?.from
	).toEqual({ name: 'Åre, barn', address: 'bok@example.se' });
});

test('[O5] settings of mails that cannot be end the start with one line, which never holds the password', () => {
	const bad: [Record<string, string>, RegExp][] = [
		[{ SMTP_URL: 'mail.example.se', MAIL_FROM }, /^SMTP_URL is not understood: set it to/],
		[{ SMTP_URL: 'https://me:hemligt@a.se', MAIL_FROM }, /^SMTP_URL is not understood/],
		[{ SMTP_URL: 'smtp://me:hemligt@a.se/x', MAIL_FROM }, /^SMTP_URL is not understood/],
		[{ SMTP_URL: 'smtp://me:hemligt@a.se?pool=true', MAIL_FROM }, /^SMTP_URL is not understood/],
		[{ SMTP_URL: 'smtp://me@a.se', MAIL_FROM }, /^SMTP_URL is not understood/],
		[{ SMTP_URL: 'smtp://me:%E4hemligt@a.se', MAIL_FROM }, /^SMTP_URL is not understood/],
		[{ SMTP_URL: 'smtp://me:hemligt@a.se?tls=never', MAIL_FROM }, /leave tls=never out/],
		[{ SMTP_URL: 'smtp://me:hemligt@a.se' }, /^SMTP_URL is set and MAIL_FROM is not/],
		[{ MAIL_FROM }, /^MAIL_FROM is set and SMTP_URL is not/],
		[{ SMTP_URL: 'smtp://a.se', MAIL_FROM: 'bok' }, /^MAIL_FROM is "bok": set it to one address/],
		[
			{ SMTP_URL: 'smtp://a.se', MAIL_FROM: 'A <a@b.se>\nBcc: c@d.se' },
			/^MAIL_FROM is "A <a@b\.se>\nBcc/
		],
		[{ SMTP_URL: 'smtp://a.se', MAIL_FROM: 'a@b.se, c@d.se' }, /^MAIL_FROM is/]
	];
	for (const [env, says] of bad) {
		const what = JSON.stringify(env);
		expect(() => read({ ORIGIN, ...env }), what).toThrow(says);
		expect(() => read({ ORIGIN, ...env }), what).not.toThrow(/hemligt/);
	}
	expect(() => read({ SMTP_URL: 'smtp://a.se', MAIL_FROM })).toThrow(
		/^SMTP_URL is set and ORIGIN is not/
	);
});
