import Database from 'better-sqlite3';
import type { WebSocket } from 'ws';
import type { WebsocketProvider } from 'y-websocket';
import { connect, lastNote } from '../support/client.ts';
import { startMain, type MainProcess } from '../support/main-process.ts';
import { prepare, type Prepared, type PreparedSection } from '../support/prepared.ts';
import { mulberry } from '../support/random.ts';
import { textOf, Words } from '../support/typist.ts';
import { eventually, wait } from '../support/wait.ts';
import { promisedIn, type Room } from './promised.ts';
import { leave, openRooms, some } from './rooms.ts';
import { settle } from './settle.ts';
import { verify } from './verify.ts';

/** Words that each writer types while the file is held. */
const WORDS = 5;

export type SlowReport = { holds: number; words: number; problems: string[] };

/**
 * D1, W6: a store whose commits take 50 to 1000 milliseconds: another connection holds the file's one
 * write lock that long. Meanwhile the process answers pings and reads, and lets people into sections
 * that nobody is writing in; nothing unstored is shown or acknowledged; and nothing is lost.
 */
export async function slowDisk(options: { holds: number; seed: number }): Promise<SlowReport> {
	const prepared = await prepare();
	const report: SlowReport = { holds: 0, words: 0, problems: [] };
	const random = mulberry(options.seed);
	const register = new Words();
	const { dataDir, file } = prepared.copy();
	const server = await startMain({ dataDir });
	const lock = new Database(file, { timeout: 20_000 });
	const [quiet, ...sections] = some(prepared.sections, 3, random);
	if (!quiet) throw new Error('the demo has no drafts');
	const rooms = await openRooms(server, sections, { prepared, register, random });
	try {
		while (report.holds < options.holds) {
			const held = await hold({ lock, server, rooms, quiet, prepared, random });
			report.problems.push(...held.problems.map((p) => `hold ${report.holds}: ${p}`));
			report.words += held.words;
			report.holds += 1;
			// Some work between two slow moments.
			await wait(random() * 50);
		}
		report.problems.push(...(await settle(server, rooms)));
		await server.end('SIGKILL');
		const promised = rooms.map(promisedIn);
		leave(rooms);
		const again = await startMain({ dataDir });
		try {
			report.problems.push(...(await verify(again, file, { prepared, promised, rest: false })));
		} finally {
			await again.end('SIGKILL');
		}
	} finally {
		lock.close();
		await server.end('SIGKILL');
		prepared.remove();
	}
	return report;
}

type Hold = {
	lock: Database.Database;
	server: MainProcess;
	rooms: Room[];
	/** Nobody is here: who opens it reads the store. */
	quiet: PreparedSection;
	prepared: Prepared;
	random: () => number;
};

/** While the file is held: what is answered all the same, and what must not be. */
async function hold(options: Hold): Promise<{ words: number; problems: string[] }> {
	const { lock, server, rooms, quiet, prepared, random } = options;
	const problems: string[] = [];
	const open = (section: PreparedSection, wait: boolean) =>
		connect(
			{ ws: server.ws, origin: server.base, cookie: async (p) => prepared.cookies[p] },
			section.id,
			section.reader,
			{ wait }
		);
	lock.exec('BEGIN IMMEDIATE');
	const typists = rooms.flatMap((r) => r.typists);
	// Letters, which a server may keep beside its document, and paragraphs, which it may not.
	const words = typists.flatMap((t) =>
		Array.from({ length: WORDS }, (_, i) => (i % 2 === 0 ? t.paragraph() : t.type()))
	);
	const atLeast = wait(50 + random() * 950);
	const visitor = await open(quiet, true);
	visitor.destroy();
	const newcomers = await Promise.all(rooms.map((room) => open(room.section, false)));
	// The room has greeted them, and has read what they asked for when it answers what came after.
	await eventually(() => newcomers.every((n) => lastNote(n, 'state') !== undefined));
	const lines = [...typists.map((t) => t.connection.provider), ...newcomers.map((n) => n.provider)];
	for (const line of lines) if (!(await ping(line))) problems.push('a ping is not answered');
	const told = await Promise.all(rooms.map((r) => server.section('coordinator', r.section.id)));
	await atLeast;
	const shown = [
		...told.map((api) => JSON.stringify(api)),
		...newcomers.map((n) => textOf(n.doc)),
		...rooms.map((r) => textOf(r.observer.doc))
	];
	for (const word of words)
		if (shown.some((text) => text.includes(word))) problems.push(`${word} was shown unstored`);
	if (typists.some((t) => t.connection.save.unsaved < WORDS))
		problems.push('something was acknowledged that could not be stored');
	lock.exec('ROLLBACK');
	const isOver = () =>
		newcomers.every((n) => n.provider.synced) &&
		typists.every((t) => t.connection.save.unsaved === 0);
	if (!(await eventually(isOver)))
		problems.push('what waited is not saved, or who came meanwhile is not let in, afterwards');
	for (const newcomer of newcomers) newcomer.destroy();
	return { words: words.length, problems };
}

async function ping(provider: WebsocketProvider): Promise<boolean> {
	const socket = provider.ws as unknown as WebSocket | null;
	let heard = false;
	socket?.once('pong', () => (heard = true));
	socket?.ping();
	return eventually(() => heard);
}
