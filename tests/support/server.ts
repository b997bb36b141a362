import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { password, people, type DemoPersonKey } from '#server/demo/people.ts';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

/** The app with its sync server on a free port; pages are not part of it. */
export type TestServer = {
	app: App;
	port: number;
	/** The address that sockets connect to. */
	ws: string;
	origin: string;
	cookie(person: DemoPersonKey): Promise<string>;
	close(): Promise<void>;
};

/** Starts the demo municipality; in memory unless a file is given. */
export async function startServer(
	options: { file?: string; clock?: () => number } = {}
): Promise<TestServer> {
	const server = createServer((_req, res) => res.writeHead(404).end());
	const port = await listen(server);
	const origin = `http://localhost:${port}`;
	const app = await createApp({
		file: options.file ?? ':memory:',
		migrations: resolve('drizzle'),
		origin,
		...(options.clock ? { clock: options.clock } : {})
	});
	await ensureDemo(app);
	server.on('upgrade', (req, socket, head) => app.collab.upgrade(req, socket, head));
	const cookies = new Map<DemoPersonKey, string>();
	return {
		app,
		port,
		ws: `ws://localhost:${port}/collab`,
		origin,
		async cookie(person) {
			const known = cookies.get(person);
			if (known !== undefined) return known;
			const signedIn = await app.accounts.signIn(people[person].email, password);
			if (!signedIn.ok) throw new Error(`${person} cannot sign in`);
			const cookie = signedIn.value.cookie.split(';')[0] ?? '';
			cookies.set(person, cookie);
			return cookie;
		},
		async close() {
			await app.close();
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		}
	};
}

const listen = (server: Server): Promise<number> =>
	new Promise((done) =>
		server.listen(0, 'localhost', () => done((server.address() as AddressInfo).port))
	);

/** The id of a section of this year's report, by its key. */
export async function sectionId(app: App, key: string, year = 2023): Promise<string> {
	const { listReports } = await import('#server/store/reports.ts');
	const { listSections } = await import('#server/store/sections.ts');
	return app.read(async (tx) => {
		const reports = await listReports(tx, 'demo-exempelkommun');
		const report = reports.find((r) => r.reportYear === year);
		const sections = report ? await listSections(tx, report.id) : [];
		const found = sections.find((s) => s.key === key);
		if (!found) throw new Error(`no section ${key} in ${year}`);
		return found.id;
	});
}
