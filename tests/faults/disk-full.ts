import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { connect } from '../support/client.ts';
import { startMain, type MainProcess } from '../support/main-process.ts';
import { prepare, type Prepared } from '../support/prepared.ts';
import { mulberry } from '../support/random.ts';
import { textOf, Words } from '../support/typist.ts';
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
		problems.push(...(await whileFull(server, rooms, prepared)));
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

/** Nothing is acknowledged or shown, health says so, and whoever wants to read can. */
async function whileFull(
	server: MainProcess,
	rooms: Room[],
	prepared: Prepared
): Promise<string[]> {
	const problems: string[] = [];
	const late = rooms.map((room) => room.typists[0]?.type() ?? '');
	if (!(await eventually(async () => !(await server.isHealthy()), 10)))
		problems.push('/healthz says that writes are taken');
	for (const [i, room] of rooms.entries()) {
		const api = await server.section(room.section.reader, room.section.id);
		if (!api.ok) problems.push(`cannot be read: ${api.refusal.code}`);
		const newcomer = await connect(
			{ ws: server.ws, origin: server.base, cookie: async (p) => prepared.cookies[p] },
			room.section.id,
			room.section.reader
		);
		const word = late[i] ?? '';
		const shown = [textOf(newcomer.doc), textOf(room.observer.doc), JSON.stringify(api)];
		if (shown.some((text) => text.includes(word))) problems.push(`${word} was shown unstored`);
		newcomer.destroy();
		if ((room.typists[0]?.connection.save.unsaved ?? 0) === 0)
			problems.push(`${word} was acknowledged unstored`);
	}
	return problems;
}

const unsavedWords = (rooms: Room[]): string[] =>
	rooms.flatMap((r) =>
		r.typists.flatMap((t) => t.made.slice(t.acknowledged().length).flatMap((m) => m.words))
	);

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
