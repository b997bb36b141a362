import { asForm, keepSmall, passUnread } from '#server/http/bodies.ts';
import { PATIENCE } from '#server/http/patience.ts';
import { listSections } from '#server/store/sections.ts';
import { documentBytes } from '#server/store/log.ts';
import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import { sql } from 'drizzle-orm';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startWorld, type Facts, type Ids } from '../walk/world.ts';
import type { Cookies } from '../walk/actors.ts';

/**
 * The built pages on the real app with its store in memory, for `doors.ts`: a process of its own, so that its
 * memory and the turns of its event loop are those of the server alone.
 */

export type Opened = { port: number; origin: string; ids: Ids; facts: Facts; cookies: Cookies };
/** What is told when it is asked for. */
export type Told = {
	rss: number;
	/** Bytes of the store, which is in memory here and on the disk elsewhere. */
	store: number;
	/** Bytes of what the program itself holds, after what it no longer needs was thrown away. */
	held: number;
	/** The longest turn of the event loop since the last time, in milliseconds. */
	blocked: number;
	/** The most that its thread worked in one turn: as long as `blocked` where nobody else needs the machine. */
	worked: number;
	/** Of every section that was locked at the start: state, version, title and the hash of its text. */
	locked: string;
};

type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

const plenty = { points: 1e9, seconds: 60 };
const world = await startWorld({
	limits: {
		signInPair: plenty,
		signInAddress: plenty,
		linkAddress: plenty,
		forgotAddress: plenty,
		apiPerson: plenty,
		apiAddress: plenty,
		searchAddress: plenty,
		filePerson: plenty,
		imagePerson: plenty
	}
});
const { app } = world;
await world.bring('approved');

const lockedNow = async (ids: string[] | null): Promise<{ ids: string[]; text: string }> => {
	const sections = await app.read((tx) => listSections(tx, world.ids.report));
	const wanted = sections.filter(({ id, state }) => ids?.includes(id) ?? state !== 'draft');
	const lines = await Promise.all(
		wanted.map(async (section) => {
			const { parts } = await app.read((tx) => documentBytes(tx, section));
			const { id, state, version, title } = section;
			return [id, state, version, title, hashOf(docJson(loadDoc(parts)))].join(' ');
		})
	);
	return { ids: wanted.map(({ id }) => id), text: lines.join('\n') };
};
const { ids: locked } = await lockedNow(null);

const storeSize = (): Promise<number> =>
	app.read(async (tx) =>
		['page_count', 'page_size'].reduce(
			(product, name) =>
				product * Number(Object.values(tx.db.get<object>(sql.raw(`PRAGMA ${name}`)))[0]),
			1
		)
	);

(globalThis as Record<symbol, unknown>)[Symbol.for('barnbokslut')] = app;
process.env['ORIGIN'] = app.origin;
process.env['BODY_SIZE_LIMIT'] = String(26 * 1024 * 1024);
const url = new URL(`${process.env['BUILD'] ?? '../../build'}/handler.js`, import.meta.url).href;
const { handler } = (await import(url)) as { handler: Handler };
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
let worked = 0;
let since = process.threadCpuUsage();
setInterval(() => {
	const now = process.threadCpuUsage();
	worked = Math.max(worked, now.user + now.system - since.user - since.system);
	since = now;
}, 10);

const server = createServer((req, res) => {
	if (req.method === 'POST') asForm(req, app.origin);
	keepSmall(req);
	passUnread(req, res);
	handler(req, res, () => {
		res.statusCode = 404;
		res.end();
	});
});
// As the real one: who asks again after a pause finds the line open.
server.keepAliveTimeout = PATIENCE.idle;
server.listen(0, '127.0.0.1', () => {
	void (async () => {
		const { port } = server.address() as AddressInfo;
		const facts = await world.facts();
		const { ids, cookies } = world;
		process.send?.({ port, origin: app.origin, ids, facts, cookies } satisfies Opened);
	})();
});
// Whoever asks has ended.
process.on('disconnect', () => process.exit(1));
process.on('message', () => {
	void (async () => {
		const [blocked, mostWorked] = [delay.max / 1e6, worked / 1000];
		// What is told is not what is measured.
		delay.disable();
		const { text } = await lockedNow(locked);
		const store = await storeSize();
		globalThis.gc?.();
		const { rss, heapUsed, external } = process.memoryUsage();
		const told = {
			rss,
			store,
			held: heapUsed + external,
			blocked,
			worked: mostWorked,
			locked: text
		};
		worked = 0;
		since = process.threadCpuUsage();
		delay.reset();
		delay.enable();
		process.send?.(told satisfies Told);
	})();
});
