import { VARIABLES } from '#server/config/slips.ts';
import { BODIES } from '#server/http/bodies.ts';
import { PATIENCE } from '#server/http/patience.ts';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleFor } from '../soak/nginx.ts';

const FOLDER = 'server/operating/examples';
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

/** The values of a setting of nginx, in the order in which they stand. */
const values = (name: string) =>
	[...read('nginx.conf').matchAll(new RegExp(`^\\s*${name} ([^;]+);`, 'gm'))].map(
		([, v]) => v ?? ''
	);

test('[O10] the example of a proxy agrees with the program: sizes, times, what it passes on', () => {
	const megabytes = (bytes: number) => `${bytes / 1024 / 1024}m`;
	expect(values('client_max_body_size')).toEqual([
		megabytes(BODIES.others),
		megabytes(BODIES.word)
	]);
	const [idle = ''] = values('keepalive_timeout');
	expect(Number.parseInt(idle) * 1000).toBeLessThan(PATIENCE.idle);
	// Sockets are asked every 15 s whether they are there (hub.ts).
	const [, sockets = ''] = values('proxy_read_timeout');
	expect(Number.parseInt(sockets)).toBeGreaterThan(2 * 15);
	expect(values('proxy_set_header')).toContain('X-Forwarded-For $remote_addr');
	expect(values('gzip')).toEqual(['off']);
	// The soak puts its own ports and paths in: all that it puts them for is there.
	const own = exampleFor('/tmp/folder', { app: 1, http: 2, tls: 3 }).replace(/^\s*#.*$/gm, '');
	expect(own).not.toMatch(/example\.se|127\.0\.0\.1:3000|\/etc\/ssl|\/var\/log/);
});

test('[O10] every example sets variables that there are and starts files that there are', () => {
	const names = readdirSync(FOLDER);
	expect(names.length).toBeGreaterThan(4);
	for (const name of names) {
		const text = read(name);
		for (const [, files = ''] of text.matchAll(/^ExecStart=\S+ (server\/\S+\.ts)/gm))
			expect(existsSync(files), `${name}: ${files}`).toBe(true);
		const set = text
			.split('\n')
			.filter((line) => /^(Environment=|ENV )/.test(line))
			.flatMap((line) => [...line.matchAll(/\b([A-Z][A-Z_]+)=/g)].map(([, one]) => one ?? ''));
		const known = [...VARIABLES, 'NODE_COMPILE_CACHE'] as string[];
		expect(
			set.filter((one) => !known.includes(one)),
			name
		).toEqual([]);
	}
	expect(read('Containerfile')).toMatch(/^USER node$/m);
	expect(read('barnbokslut.service')).toMatch(/^TimeoutStopSec=30$/m);
});
