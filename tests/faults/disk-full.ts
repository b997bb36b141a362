import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { connect } from '../support/client.ts';
import { startMain, type MainProcess } from '../support/main-process.ts';
import { prepare, type Prepared } from '../support/prepared.ts';
import { mulberry } from '../support/random.ts';
import { readRecord, replay } from '../support/record.ts';
import { textOf, Words, wordsIn } from '../support/typist.ts';
import { eventually } from '../support/wait.ts';
import { promisedIn, type Room } from './promised.ts';
import { leave, openRooms, some, write } from './rooms.ts';
import { settle } from './settle.ts';
import { verify } from './verify.ts';

export type DiskReport = {
	rounds: number;
	/** Words that were typed while nothing could be stored. */
	waiting: number;
	problems: string[];
};

/**
 * D5: a disk that takes no more, for a real process: it may not write a file beyond a limit. Writers
 * see that nothing is being saved, reading goes on, and when there is room (in turns: while it runs,
 * and by a new start) all that was typed is stored, once.
 */
export async function fullDisk(options: { rounds: number; seed: number }): Promise<DiskReport> {
	const prepared = await prepare();
	const report: DiskReport = { rounds: 0, waiting: 0, problems: [] };
	try {
		for (let i = 0; i < options.rounds; i += 1) {
			const seed = options.seed + i;
			const found = await oneDisk({ prepared, report, seed, restart: i % 2 === 1 });
			report.problems.push(...found.map((line) => `seed ${seed}: ${line}`));
			report.rounds += 1;
		}
	} finally {
		prepared.remove();
	}
	return report;
}

type Round = { prepared: Prepared; report: DiskReport; seed: number; restart: boolean };

async function oneDisk({ prepared, report, seed, restart }: Round): Promise<string[]> {
	const random = mulberry(seed);
	const register = new Words();
	const { dataDir, file } = prepared.copy();
	// KiB for the journal: a hundred commits or so.
	const fileLimit = 80 + Math.floor(random() * 150);
	let server = await startMain({ dataDir, fileLimit });
	const sections = some(prepared.sections, 2, random);
	const rooms = await openRooms(server, sections, { prepared, register, random });
	const problems: string[] = [];
	try {
		const stop = write(rooms, random);
		const isFull = await eventually(() => sizeOf(`${file}-wal`) >= fileLimit * 1024);
		stop();
		if (!isFull) return ['the disk never became full'];
		problems.push(...(await whileFull({ server, rooms, prepared, file })));
		report.waiting += unsavedWords(rooms).length;
		if (restart) {
			await server.end('SIGKILL');
			server = await startMain({ dataDir, port: server.port });
		} else execFileSync('prlimit', ['--pid', String(server.pid), '--fsize=unlimited']);
		problems.push(...(await settle(server, rooms)));
		if (!(await eventually(() => server.isHealthy())))
			problems.push('not healthy although there is room');
		const promised = rooms.map(promisedIn);
		problems.push(...(await verify(server, file, { prepared, promised, rest: false })));
	} finally {
		leave(rooms);
		await server.end('SIGKILL');
	}
	return problems;
}

/**
 * Nothing that is not in the file is acknowledged or shown, health says so, and whoever wants to read
 * can. Full is a matter of size: what a group of rooms could not store, one room by itself may still.
 * So each room is written in until a word waits.
 */
async function whileFull({ server, rooms, prepared, file }: Full): Promise<string[]> {
	const problems: string[] = [];
	const waits = await Promise.all(rooms.map(writeUntilOneWaits));
	if (!(await eventually(async () => !(await server.isHealthy()), 10)))
		problems.push('/healthz says that writes are taken');
	for (const [i, room] of rooms.entries()) {
		if (!waits[i]) problems.push(`${room.section.key}: full, and every word is acknowledged`);
		const api = await server.section(room.section.reader, room.section.id);
		if (!api.ok) problems.push(`cannot be read: ${api.refusal.code}`);
		const newcomer = await connect(
			{ ws: server.ws, origin: server.base, cookie: async (p) => prepared.cookies[p] },
			room.section.id,
			room.section.reader
		);
		const shown = [textOf(newcomer.doc), textOf(room.observer.doc), JSON.stringify(api)];
		newcomer.destroy();
		// What is promised first, then what is stored: in the other order a commit could lie between.
		const acknowledged = room.typists.flatMap((t) => t.acknowledged().flatMap((a) => a.words));
		const stored = storedWords(file, room);
		const missing = (words: string[]) =>
			words.filter((one) => !stored.has(one) && !room.register.isGone(one));
		for (const one of missing(wordsIn(shown.join()))) problems.push(`${one} was shown unstored`);
		for (const one of missing(acknowledged)) problems.push(`${one} was acknowledged unstored`);
	}
	return problems;
}

type Full = { server: MainProcess; rooms: Room[]; prepared: Prepared; file: string };

/** @returns whether a word was not acknowledged within a second; false when 50 were */
async function writeUntilOneWaits(room: Room): Promise<boolean> {
	const [typist] = room.typists;
	for (let i = 0; typist && i < 50; i += 1) {
		typist.type();
		if (!(await eventually(() => typist.connection.save.unsaved === 0, 1))) return true;
	}
	return false;
}

/** What the log holds, read past the server. */
function storedWords(file: string, room: Room): Set<string> {
	const [record] = readRecord(file, [room.section.id]).sections;
	if (!record) return new Set();
	const doc = replay(record);
	const words = new Set(wordsIn(textOf(doc)));
	doc.destroy();
	return words;
}

const unsavedWords = (rooms: Room[]): string[] =>
	rooms.flatMap((r) =>
		r.typists.flatMap((t) => t.made.slice(t.acknowledged().length).flatMap((m) => m.words))
	);

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
