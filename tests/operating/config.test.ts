import { readConfig, type Config } from '#server/config.ts';
import { slips, VARIABLES } from '#server/config/slips.ts';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

function folder(): string {
	const made = mkdtempSync(join(tmpdir(), 'barnbokslut-config-'));
	onTestFinished(() => rmSync(made, { recursive: true }));
	return made;
}

const read = (env: Record<string, string>): Config => readConfig({ DATA_DIR: folder(), ...env });

/** What hinders the start, a line each. */
function hinders(env: Record<string, string>): string[] {
	try {
		read(env);
	} catch (error) {
		return (error as Error).message.split('\n');
	}
	return [];
}

test('[O5] all that hinders the start is said at once, a line each that says what to do', () => {
	const said = hinders({
		NODE_ENV: 'Production',
		PORT: '80a',
		ORIGIN: 'https://a.se/barnbokslut',
		PROXIES: 'yes',
		LOG_LEVEL: 'loud',
		SOCKETS_A_PERSON: '0',
		KOLADA_URL: 'kolada',
		SMTP_URL: 'https://me:hemligt@a.se',
		METRICS_TOKEN: 'hemligt ord'
	});
	expect(said.map((line) => line.split(' ')[0])).toEqual([
		'NODE_ENV',
		'PORT',
		'ORIGIN',
		'PROXIES',
		'LOG_LEVEL',
		'METRICS_TOKEN',
		'SOCKETS_A_PERSON',
		'KOLADA_URL',
		'SMTP_URL'
	]);
	for (const line of said) expect(line).toMatch(/set it to|: the program stands at the root/);
	expect(said.join()).not.toContain('hemligt');
});

test('[O5] an address is read as browsers say it; what is none is refused without its password', () => {
	const origin = (ORIGIN: string) => read({ ORIGIN, PROXIES: '1' }).origin;
	expect(origin('HTTPS://Bok.Example.SE/')).toBe('https://bok.example.se');
	expect(origin('https://bok.example.se:443//')).toBe('https://bok.example.se');
	expect(origin('https://bok.example.se:8443')).toBe('https://bok.example.se:8443');
	expect(origin('https://åre.example.se')).toBe('https://xn--re-xia.example.se');
	for (const bad of ['bok.example.se', 'ftp://a.se', 'https://', 'https://a.se?x', 'https://a .se'])
		expect(hinders({ ORIGIN: bad }), bad).toHaveLength(1);
	expect(hinders({ ORIGIN: 'https://me:hemligt@a.se' })[0]).toMatch(
		/^ORIGIN is "https:\/\/…@a\.se"/
	);
	for (const PORT of ['', ' ', '-1', '65536', '3000.5', '0x50 '])
		expect(hinders({ PORT })[0], PORT).toMatch(/^PORT is/);
});

test('[O5] what hinders nothing is warned of: addresses, tokens, names that look like slips', () => {
	const warned = (env: Record<string, string>) => read(env).warnings.join('\n');
	expect(warned({})).toBe('');
	expect(warned({ NODE_ENV: 'production' })).toMatch(/^ORIGIN is not set/);
	expect(warned({ NODE_ENV: 'production', ORIGIN: 'http://bok.example.se' })).toMatch(/http: pass/);
	expect(warned({ ORIGIN: 'https://bok.example.se' })).toMatch(/Set PROXIES=1/);
	expect(warned({ ORIGIN: 'https://bok.example.se', PROXIES: '1' })).toBe('');
	expect(warned({ METRICS_TOKEN: 'hemligt' })).toMatch(
		/^METRICS_TOKEN can be guessed(?!.*hemligt)/
	);
	expect(slips({ SMTP_URI: 'x', METRIC_TOKEN: 'x', datadir: 'x', OIDC_TENANT: 'x' })).toEqual([
		'METRIC_TOKEN is not known: is it METRICS_TOKEN that you mean?',
		'OIDC_TENANT is not known and does nothing.',
		'SMTP_URI is not known: is it SMTP_URL that you mean?',
		'datadir is not known: is it DATA_DIR that you mean?'
	]);
	// What machines and other programs have.
	const others = [
		'HOME',
		'HOSTNAME',
		'PATH',
		'MAIL',
		'HTTP_PROXY',
		'TZ',
		'LOG_FILE',
		'SHELL',
		'PWD'
	];
	expect(slips(Object.fromEntries(others.map((name) => [name, 'x'])))).toEqual([]);
});

test('[O5] a new folder is its owner’s alone; one that others may read is warned of in production', () => {
	const DATA_DIR = join(folder(), 'new');
	const env = { DATA_DIR, NODE_ENV: 'production', ORIGIN: 'https://a.se', PROXIES: '1' };
	expect(readConfig(env).warnings.filter((line) => line.includes('chmod'))).toEqual([]);
	expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700);
	chmodSync(DATA_DIR, 0o755);
	expect(readConfig(env).warnings[0]).toMatch(/^\S+new is open to other users .*: chmod 700 /);
});

test('[O5] every variable that the server reads is known, so that no right name is called a slip', () => {
	const files = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.ts')
	);
	const read = new Set<string>();
	for (const name of files)
		for (const [, one = ''] of readFileSync(join('server', name), 'utf8').matchAll(
			/\benv\['([A-Z_]+)'\]|'((?:OIDC|PASSWORD)_[A-Z_]+)'/g
		))
			if (one !== '') read.add(one);
	// Set by us for Kit and Node, or by the tests' runner.
	const ours = [
		'ADDRESS_HEADER',
		'BODY_SIZE_LIMIT',
		'NODE_COMPILE_CACHE',
		'PROTOCOL_HEADER',
		'VITEST'
	];
	const unknown = [...read].filter(
		(name) => !(VARIABLES as readonly string[]).includes(name) && !ours.includes(name)
	);
	expect(unknown).toEqual([]);
	expect(read.size).toBeGreaterThan(8);
});
