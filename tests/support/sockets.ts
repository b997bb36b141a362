import { docJson, loadDoc } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { documentBytes } from '#server/store/log.ts';
import { afterEach, beforeEach } from 'vitest';
import { sectionNow } from './act.ts';
import { connect, type Client } from './client.ts';
import { startServer, type TestServer } from './server.ts';

type Rest<T extends unknown[]> = T extends [unknown, ...infer R] ? R : never;

/** A server and its stock clients for each test of a file; all end with the test. */
export function eachWithServer(options: Parameters<typeof startServer>[0] = {}) {
	const world: { server: TestServer; clients: Client[] } = {
		server: undefined as unknown as TestServer,
		clients: []
	};
	beforeEach(async () => {
		world.server = await startServer(options);
		world.clients = [];
	});
	afterEach(async () => {
		for (const client of world.clients) client.destroy();
		await world.server.close();
	});
	return {
		get server(): TestServer {
			return world.server;
		},
		async join(...args: Rest<Parameters<typeof connect>>): Promise<Client> {
			const client = await connect(world.server, ...args);
			world.clients.push(client);
			return client;
		},
		/** The text as it is on disk, a line for each textblock. */
		async stored(id: string): Promise<string> {
			const section = await sectionNow(world.server.app, id);
			const { parts } = await world.server.app.read((tx) => documentBytes(tx, section));
			return plainText(docJson(loadDoc(parts)));
		}
	};
}
