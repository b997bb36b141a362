import { CLOSES } from '#collab/closes.ts';
import { waitBefore } from '#editor/backoff.ts';
import { SectionConnection } from '#editor/connection.ts';
import { seedUpdate } from '#schema/content.ts';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { random } from './support/desks.ts';
import { RoomServer, until } from './support/room-server.ts';

it('[W11] 300 clients that a restart has cut off come back spread over a second, and not in step after that', () => {
	const draw = random(20260214);
	for (const attempt of [0, 1, 2, 3, 9]) {
		const waits = Array.from({ length: 300 }, () =>
			waitBefore(attempt, CLOSES.restart.code, draw())
		);
		const longest = Math.min(1000 * 2 ** attempt, 5000);
		expect(Math.max(...waits)).toBeLessThanOrEqual(longest);
		// No tenth of the time is met by more than a third of them.
		const tenths = Array.from({ length: 10 }, () => 0);
		const shortest = attempt === 0 ? 0 : longest / 2;
		for (const wait of waits) {
			const tenth = Math.floor(((wait - shortest) / (longest - shortest)) * 10);
			tenths[tenth] = (tenths[tenth] ?? 0) + 1;
		}
		expect(Math.max(...tenths)).toBeLessThan(100);
	}
});

it('[W11] who was too fast or too slow waits for seconds before coming back', () => {
	for (const code of [CLOSES.tooFast.code, CLOSES.slow.code])
		for (const attempt of [0, 1, 5])
			expect(waitBefore(attempt, code, 0)).toBeGreaterThanOrEqual(2500);
});

/** A connection that counts its sockets. */
function counted(server: RoomServer) {
	const made = { sockets: 0, codes: [] as number[] };
	class Counting extends NodeSocket {
		constructor(url: string) {
			super(url);
			made.sockets += 1;
		}
	}
	const connection = new SectionConnection({
		url: server.url,
		sectionId: 's1',
		epoch: 1,
		webSocket: Counting as unknown as typeof WebSocket,
		events: {
			save: () => undefined,
			synced: () => undefined,
			note: () => undefined,
			closed: (code) => made.codes.push(code),
			reading: () => undefined,
			observerFailed: (error) => {
				throw error;
			},
			harmed: () => {
				throw new Error('nothing is drawn here');
			}
		}
	});
	onTestFinished(async () => {
		connection.destroy();
		await server.close();
	});
	connection.connect();
	return { made, connection };
}

const aServer = () => new RoomServer(seedUpdate({ type: 'doc', content: [{ type: 'paragraph' }] }));

it.each([CLOSES.slow.code, CLOSES.tooFast.code])(
	'[W11] a server that closes with %i is not hammered, and a look at the page comes back at once',
	async (code) => {
		const server = aServer();
		const { made, connection } = counted(server);
		await until(() => connection.save.status === 'connected', 'the connection is up');
		server.closeWith = code;
		server.cut(code);
		await until(() => connection.save.status === 'offline', 'the loss is noticed');
		await new Promise((go) => setTimeout(go, 1500));
		expect(made).toEqual({ sockets: 1, codes: [] });
		server.closeWith = null;
		connection.wake();
		await until(() => connection.save.status === 'connected', 'the connection is back');
		expect(made.sockets).toBe(2);
		// While it stands, looking at the page changes nothing.
		connection.wake();
		expect(made.sockets).toBe(2);
	}
);

it('[W11] however often the network changes, there is one next try and not a row of them', async () => {
	const server = aServer();
	const { made, connection } = counted(server);
	await until(() => connection.save.status === 'connected', 'the connection is up');
	server.closeWith = CLOSES.slow.code;
	for (let n = 0; n < 5; n += 1) connection.retry();
	await until(() => connection.save.status === 'offline', 'the loss is noticed');
	await new Promise((go) => setTimeout(go, 1500));
	expect(made.sockets).toBe(6);
	connection.pause();
	await new Promise((go) => setTimeout(go, 50));
	expect(connection.provider.ws).toBeNull();
});

it('[W11] a frame that is too large ends the tries for good', async () => {
	const server = aServer();
	const { made, connection } = counted(server);
	await until(() => connection.save.status === 'connected', 'the connection is up');
	server.cut(CLOSES.tooLarge.code);
	await until(() => made.codes.length > 0, 'the close is told');
	await new Promise((go) => setTimeout(go, 300));
	expect(made).toEqual({ sockets: 1, codes: [CLOSES.tooLarge.code] });
});
