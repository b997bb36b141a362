import Database from 'better-sqlite3';
import { startMain } from '../support/main-process.ts';
import { prepare, type Prepared } from '../support/prepared.ts';
import { mulberry } from '../support/random.ts';
import { readRecord, replay } from '../support/record.ts';
import { textOf, Words, wordsIn } from '../support/typist.ts';
import { eventually, wait } from '../support/wait.ts';
import { promisedIn, type Room } from './promised.ts';
import { leave, openRooms, some } from './rooms.ts';
import { settle } from './settle.ts';
import { verify } from './verify.ts';

export type BatchReport = {
	rounds: number;
	/** How often the store failed. */
	failures: number;
	problems: string[];
};

/**
 * D5, W6, W11: a store that fails at one row in the middle of a batch. A trigger in the real database
 * refuses the row that holds a certain word, and counts nothing: what fails is rolled back whole. As
 * long as it stands nobody is shown anything of that row or after it; afterwards all is stored, once.
 */
export async function failingBatch(options: {
	rounds: number;
	seed: number;
}): Promise<BatchReport> {
	const prepared = await prepare();
	const report: BatchReport = { rounds: 0, failures: 0, problems: [] };
	try {
		for (let i = 0; i < options.rounds; i += 1) {
			const seed = options.seed + i;
			const found = await oneBatch(prepared, report, seed);
			report.problems.push(...found.map((line) => `seed ${seed}: ${line}`));
			report.rounds += 1;
		}
	} finally {
		prepared.remove();
	}
	return report;
}

async function oneBatch(prepared: Prepared, report: BatchReport, seed: number): Promise<string[]> {
	const random = mulberry(seed);
	const register = new Words();
	const { dataDir, file } = prepared.copy();
	const server = await startMain({ dataDir });
	const db = new Database(file, { timeout: 20_000 });
	const sections = some(prepared.sections, 3, random);
	const rooms = await openRooms(server, sections, { prepared, register, random });
	try {
		// The file is held, so that what is typed gathers into batches; the trigger stands before them.
		db.exec('BEGIN IMMEDIATE');
		const typed = rooms.map((r) =>
			r.typists.map((t) => Array.from({ length: 12 }, () => t.type()))
		);
		await wait(50 + random() * 100);
		const poison = typed[0]?.[0]?.[4 + Math.floor(random() * 6)] ?? '';
		db.exec(triggerOn(poison));
		db.exec('COMMIT');
		const failed = await eventually(() => failures(server.said) > 0 || isWaiting(rooms), 5);
		await wait(100 + random() * 400);
		const problems = failed ? [] : ['the store did not fail'];
		problems.push(...unseen(file, rooms, typed[0]?.[0] ?? [], poison));
		report.failures += failures(server.said);
		db.exec('DROP TRIGGER fault');
		problems.push(...(await settle(server, rooms)));
		const promised = rooms.map(promisedIn);
		problems.push(...(await verify(server, file, { prepared, promised, rest: false })));
		return problems;
	} finally {
		db.close();
		leave(rooms);
		await server.end('SIGKILL');
	}
}

const triggerOn = (word: string): string =>
	`CREATE TRIGGER fault BEFORE INSERT ON section_update
	 WHEN instr(NEW.bytes, CAST('${word}' AS BLOB)) > 0
	 BEGIN SELECT RAISE(ABORT, 'the disk failed at ${word}'); END`;

/** Failures that the process said of itself. */
const failures = (said: string[]): number =>
	said.filter((line) => line.includes('failed at')).length;

/** True while the first room has work that is not taken. */
const isWaiting = (rooms: Room[]): boolean =>
	rooms.slice(1).every((r) => r.typists.every((t) => t.connection.save.unsaved === 0)) &&
	(rooms[0]?.typists[0]?.connection.save.unsaved ?? 0) > 0;

/** What was seen or stored although the store failed at `poison`, or came after it. */
function unseen(file: string, rooms: Room[], typed: string[], poison: string): string[] {
	const [room] = rooms;
	if (!room) return ['no room'];
	const after = typed.slice(typed.indexOf(poison));
	const record = readRecord(file, [room.section.id]);
	const [section] = record.sections;
	const stored = section ? replay(section) : null;
	const others = room.typists.slice(1).map((t) => textOf(t.doc));
	const places = [
		{ place: 'the observer', words: wordsIn(textOf(room.observer.doc)) },
		{ place: 'the log', words: stored ? wordsIn(textOf(stored)) : [] },
		...others.map((text) => ({ place: 'another writer', words: wordsIn(text) }))
	];
	return places.flatMap(({ place, words }) =>
		after.filter((word) => words.includes(word)).map((word) => `${place} has ${word}`)
	);
}
