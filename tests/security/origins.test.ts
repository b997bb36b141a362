import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { password, people } from '#server/demo/people.ts';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOfOwnPage } from '../../src/own-pages.ts';
import { sectionId } from '../support/server.ts';

/** Whose pages may act with a person's session. */

const ORIGIN = 'https://barnbokslut.example';
/** G1 of the list of bad inputs. */
const FOREIGN = [
	null,
	'null',
	'',
	'https://evil.example',
	'https://barnbokslut.example:8443',
	'https://www.barnbokslut.example',
	'https://barnbokslut.example.evil.example',
	'https://evilbarnbokslut.example',
	'http://barnbokslut.example',
	'https://barnbokslut.example/',
	'https://barnbokslut.example@evil.example',
	'http://localhost:3000',
	'file://'
];

let app: App;
let server: Server;
let cookie: string;
beforeAll(async () => {
	app = await createApp({ file: ':memory:', migrations: resolve('drizzle'), origin: ORIGIN });
	await ensureDemo(app);
	server = createServer((_req, res) => res.writeHead(404).end());
	server.on('upgrade', (req, socket, head) => app.collab.upgrade(req, socket, head));
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const signedIn = await app.accounts.signIn(people.culture.email, password);
	if (!signedIn.ok) throw new Error('cannot sign in');
	cookie = signedIn.value.cookie.split(';')[0] ?? '';
});
afterAll(async () => {
	await app.close();
	server.closeAllConnections();
	await new Promise((done) => server.close(done));
});

/** The status that an upgrade is answered with, and the code that the socket is then closed with. */
async function upgrade(
	headers: Record<string, string>,
	query = ''
): Promise<[number, number | null]> {
	const id = await sectionId(app, 'units.culture');
	return new Promise((answered, failed) => {
		const asked = request({
			port: (server.address() as AddressInfo).port,
			host: '127.0.0.1',
			path: `/collab/${id}${query}`,
			headers: {
				connection: 'Upgrade',
				upgrade: 'websocket',
				'sec-websocket-version': '13',
				'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
				...headers
			}
		});
		asked.on('error', failed);
		asked.on('response', (res) => {
			res.resume();
			answered([res.statusCode ?? 0, null]);
		});
		asked.on('upgrade', (res, socket, head) => {
			const read = (bytes: Buffer) => {
				// A closing frame is FIN and opcode 8; what comes first otherwise is the text itself.
				const code = bytes[0] === 0x88 ? bytes.readUInt16BE(2) : null;
				socket.destroy();
				answered([res.statusCode ?? 0, code]);
			};
			if (head.length > 0) read(head);
			else socket.once('data', read);
		});
		asked.end();
	});
}

test('[W2] [O3] a socket opens for a page of our own origin, exactly, and for no other', async () => {
	for (const origin of FOREIGN) {
		const headers = { cookie, ...(origin === null ? {} : { origin }) };
		expect([origin, await upgrade(headers)]).toEqual([origin, [403, null]]);
	}
	expect(await upgrade({ cookie, origin: ORIGIN })).toEqual([101, null]);
});

test('[W2] a session is a cookie: in an address or a header of another name it opens nothing', async () => {
	const value = cookie.split('=')[1] ?? '';
	for (const query of [`?session=${value}`, `?token=${value}`, `?cookie=${cookie}`])
		expect([query, await upgrade({ origin: ORIGIN }, query)]).toEqual([query, [101, 4401]]);
	const bearer = { authorization: `Bearer ${value}`, origin: ORIGIN };
	expect(await upgrade(bearer)).toEqual([101, 4401]);
});

test('[U8] a key for programs opens no socket', async () => {
	const made = await app.tokens.make({ by: people.culture.id, name: 'x', scope: 'write', days: 1 });
	const token = made.ok ? made.value.token : '';
	expect(token).not.toBe('');
	const headers = { authorization: `Bearer ${token}`, origin: ORIGIN };
	expect(await upgrade(headers)).toEqual([101, 4401]);
});

test('[O3] what a page of another site can send by itself does not act, whatever its method and type', () => {
	const types = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain', null];
	const ask = (method: string, origin: string | null, type: string | null, id = '/logout') => {
		const headers = new Headers();
		if (origin !== null) headers.set('origin', origin);
		if (type !== null) headers.set('content-type', type);
		const url = new URL(`${ORIGIN}/logout`);
		return isOfOwnPage(new Request(url, { method, headers }), url, id);
	};
	for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
		for (const type of types) {
			for (const origin of FOREIGN)
				expect([origin, ask(method, origin, type)]).toEqual([origin, false]);
			expect(ask(method, ORIGIN, type)).toBe(true);
		}
	for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(ask(method, null, null)).toBe(true);
	// Programs have no origin; the API refuses those that have another.
	expect(ask('POST', null, 'text/plain', '/api/v1/reports')).toBe(true);
	expect(ask('POST', null, 'application/json; charset=utf-8')).toBe(true);
});
