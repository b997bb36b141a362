import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { isHttpError } from '@sveltejs/kit';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as healthz } from '../../src/routes/healthz/+server.ts';
import { GET as metrics } from '../../src/routes/metrics/+server.ts';

/** What the operator's tools ask. */

const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-'));
const start = (name: string) =>
	createApp({
		file: join(folder, name),
		migrations: resolve('drizzle'),
		origin: 'https://barnbokslut.example',
		metricsToken: 'a-long-token'
	});
let app: App;
beforeAll(async () => {
	app = await start('running.sqlite');
});
afterAll(async () => {
	await app.close();
	rmSync(folder, { recursive: true });
});

test('[O4] /healthz answers 200 while the store takes writes, and 503 when it no longer does', async () => {
	const stopped = await start('stopped.sqlite');
	const good = await healthz({ locals: { app: stopped } });
	expect([good.status, await good.json()]).toEqual([200, { status: 'ok' }]);
	await stopped.close();
	const bad = await healthz({ locals: { app: stopped } });
	expect([bad.status, await bad.json()]).toEqual([503, { status: 'unavailable' }]);
	expect(bad.headers.get('cache-control')).toBe('no-store');
});

async function ask(address: string, headers: Record<string, string>, of = app): Promise<number> {
	try {
		const response = await metrics({
			request: new Request('https://barnbokslut.example/metrics', { headers }),
			locals: { app: of },
			getClientAddress: () => address
		});
		expect(await response.text()).toContain('barnbokslut_connections');
		expect(response.headers.get('content-type')).toContain('text/plain');
		return response.status;
	} catch (error) {
		if (isHttpError(error)) return error.status;
		throw error;
	}
}

test('[O4] /metrics exists for the machine itself', async () => {
	const host = '127.0.0.1:3000';
	for (const address of ['127.0.0.1', '127.0.1.7', '::1', '::ffff:127.0.0.1'])
		expect([address, await ask(address, { host })]).toEqual([address, 200]);
	for (const address of ['10.0.0.5', '::ffff:10.0.0.5', '2001:db8::1', '', '127.0.0.1.evil'])
		expect([address, await ask(address, { host })]).toEqual([address, 404]);
});

test('[O4] /metrics does not exist for what a proxy on the machine brings', async () => {
	const host = 'localhost:3000';
	expect(await ask('127.0.0.1', { host })).toBe(200);
	expect(await ask('127.0.0.1', { host: 'barnbokslut.example' })).toBe(404);
	for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-host'])
		expect([name, await ask('127.0.0.1', { host, [name]: '10.0.0.5' })]).toEqual([name, 404]);
});

test('[O4] /metrics opens from anywhere with its token, and with no other', async () => {
	for (const [authorization, status] of [
		['Bearer a-long-token', 200],
		['bearer a-long-token', 200],
		['Bearer a-long-toke', 404],
		['Bearer ', 404],
		['Basic a-long-token', 404]
	] as const)
		expect([authorization, await ask('10.0.0.5', { authorization })]).toEqual([
			authorization,
			status
		]);
	const without = { ...app, metricsToken: null };
	expect(await ask('10.0.0.5', { authorization: 'Bearer null' }, without)).toBe(404);
	expect(await ask('10.0.0.5', { authorization: 'Bearer ' }, without)).toBe(404);
});
