import { limitBody, limitTime, PATIENCE, type Patience } from '#server/http/patience.ts';
import { openLog } from '#server/log/log.ts';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A tenth of a second stands for ten. */
const SHORT: Patience = {
	...PATIENCE,
	headers: 200,
	body: 400,
	upload: 2000,
	idle: 700,
	looks: 20
};
const lines: string[] = [];
const server = createServer(
	{ maxHeaderSize: 16 * 1024, connectionsCheckingInterval: SHORT.looks },
	(req, res) => {
		limitBody(req, res, SHORT);
		void text(req).then(
			(body) => res.end(`got ${body.length}`),
			() => undefined
		);
	}
);

beforeAll(async () => {
	limitTime(server, openLog({ write: (line) => lines.push(line) }, 'info'), SHORT);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => server.close());

/** Sends the parts, a pause between them, and tells what came back until the end, and after how long. */
function say(parts: string[], pause = 50): Promise<{ answer: string; ms: number }> {
	const began = performance.now();
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
	let answer = '';
	let next = 0;
	const saying = setInterval(() => {
		const part = parts[next];
		if (part === undefined || socket.destroyed) clearInterval(saying);
		else socket.write(part);
		next += 1;
	}, pause);
	socket.on('data', (data) => (answer += String(data)));
	socket.on('error', () => undefined);
	return new Promise((done) =>
		socket.once('close', () => {
			clearInterval(saying);
			done({ answer, ms: performance.now() - began });
		})
	);
}

/** Nobody is let go before their time, nor long after it; machines are shared, so that long is seconds. */
function within(ms: number, from: number): void {
	expect(ms).toBeGreaterThanOrEqual(from - 5);
	expect(ms).toBeLessThan(from + 4000);
}

const drops = (of: string, n: number) => Array.from({ length: n }, (_, i) => of.charAt(i));

test('[O5] headers that come a sign at a time are waited for so long and no longer', async () => {
	const slow = drops(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(500)}`, 200);
	const { answer, ms } = await say(slow, 20);
	expect(answer).toMatch(/^HTTP\/1\.1 408 /);
	within(ms, SHORT.headers);
	expect(lines.at(-1)).toMatch(/"status":408.*"code":"ERR_HTTP_REQUEST_TIMEOUT"/);
});

test('[O5] a body that comes a sign at a time is waited for so long, with a length and without', async () => {
	for (const head of ['Content-Length: 5000', 'Transfer-Encoding: chunked']) {
		const first = `POST / HTTP/1.1\r\nHost: a\r\n${head}\r\n\r\n`;
		const parts = Array<string>(100).fill(head.startsWith('T') ? '1\r\na\r\n' : 'a');
		const { answer, ms } = await say([first, ...parts], 20);
		expect(answer, head).toMatch(/^HTTP\/1\.1 408 /);
		within(ms, SHORT.body);
	}
});

test('[O5] a file has longer than a form, and a connection that rests is kept longer than a request', async () => {
	const MB = 1024 * 1024;
	const head = `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${2 * MB}\r\n\r\n`;
	// 600 ms in all: more than a form has.
	const quarter = 'a'.repeat(MB / 2);
	const file = await say([head, quarter, quarter, quarter, quarter], 120);
	expect(file.answer).toContain(`got ${2 * MB}`);
	// It asked, rested longer than a request may take, and asked again on the same connection.
	const ask = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
	const rested = await say([ask, '', '', '', ask], 100);
	expect(rested.answer.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
	within(rested.ms, SHORT.idle);
});

test('[O5] what is no HTTP, and 300 kB of headers, is answered and let go', async () => {
	expect((await say(['HEJ\r\n\r\n'])).answer).toMatch(/^HTTP\/1\.1 400 /);
	const large = `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(300_000)}\r\n\r\n`;
	expect((await say([large])).answer).toMatch(/^HTTP\/1\.1 431 /);
});

test('[O5] [O10] connections rest longer than the example of a proxy lets them', () => {
	expect(PATIENCE).toMatchObject({ headers: 10_000, body: 30_000, idle: 75_000 });
});
