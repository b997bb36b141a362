import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { startMain, type MainProcess } from '../support/main-process.ts';
import { wait } from '../support/wait.ts';

// The second start finds the demo that the first one made.
const dataDir = mkdtempSync(join(tmpdir(), 'barnbokslut-ending-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

async function running(): Promise<MainProcess> {
	const server = await startMain({ dataDir });
	onTestFinished(async () => {
		await server.end('SIGKILL');
	});
	return server;
}

/** A request that says how much will come and never sends it. */
async function hang(port: number): Promise<void> {
	const socket = connect(port, '127.0.0.1');
	socket.on('error', () => undefined);
	await new Promise<void>((done) => socket.once('connect', done));
	socket.write('POST /door HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n{');
	await wait(200);
}

test('[O5] a request that hangs does not keep the process, and a signal that comes twice is one', async () => {
	const server = await running();
	await hang(server.port);
	const began = performance.now();
	process.kill(server.pid, 'SIGTERM');
	expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
	// It was waited for, and not for long.
	expect(performance.now() - began).toBeGreaterThan(1900);
	expect(server.said.join('\n')).toContain('requests were cut off requests=1');
});

test('[O5] who asks again after a second ends it at once', async () => {
	const server = await running();
	await hang(server.port);
	process.kill(server.pid, 'SIGTERM');
	await wait(1200);
	expect(await server.end('SIGINT')).toEqual({ code: 1, signal: null });
	expect(server.said.join('\n')).toContain('asked again: ends at once signal=SIGINT');
});
