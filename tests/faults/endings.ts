import { people } from '#server/demo/people.ts';
import { existsSync, rmSync } from 'node:fs';
import { until } from '../support/client.ts';
import { Ending, startMain, type MainProcess } from '../support/main-process.ts';
import { prepare, type Prepared, type PreparedSection } from '../support/prepared.ts';
import { mulberry } from '../support/random.ts';
import { Words } from '../support/typist.ts';
import { wait } from '../support/wait.ts';
import { promisedIn, type Promised } from './promised.ts';
import { leave, openRooms, some, write } from './rooms.ts';
import { verify } from './verify.ts';

export type EndingsReport = {
	/** How often the process was ended. */
	endings: number;
	/** Updates that somebody else had seen or that were acknowledged. */
	promised: number;
	/** Submissions and returns that went through while people wrote. */
	transitions: number;
	/** Snapshots made while people wrote. */
	compactions: number;
	/** What was wrong; each line begins with the seed that repeats it. */
	problems: string[];
};

/** Endings on one file before the next fresh copy is taken: longer logs, several recoveries. */
const ENDINGS_A_FILE = 15;
/** A process that has not ended by itself after so many milliseconds hangs. */
const HANGS = 20_000;

/** After so many problems nothing more is ended. */
const ENOUGH = 20;

type Signal = 'SIGKILL' | 'SIGTERM';

/**
 * D2, D6, O5: the process is ended in the middle of writing in three rooms, again and again. Then a
 * new one is started on the same file, and everybody's documents are thrown away.
 */
export async function endAgainAndAgain(options: {
	signal: Signal;
	times: number;
	seed: number;
	/** How many such stories run beside each other. */
	lanes: number;
}): Promise<EndingsReport> {
	const prepared = await prepare();
	const report: EndingsReport = {
		endings: 0,
		promised: 0,
		transitions: 0,
		compactions: 0,
		problems: []
	};
	const lane = async (n: number) => {
		const mine = Math.ceil((options.times - n) / options.lanes);
		for (let done = 0, file = 0; done < mine; done += ENDINGS_A_FILE, file += 1)
			await oneFile({
				prepared,
				report,
				signal: options.signal,
				times: Math.min(ENDINGS_A_FILE, mine - done),
				seed: options.seed + n * 100_000 + file
			});
	};
	try {
		await Promise.all(Array.from({ length: options.lanes }, (_, n) => lane(n)));
	} finally {
		prepared.remove();
	}
	return report;
}

type Story = {
	prepared: Prepared;
	report: EndingsReport;
	signal: Signal;
	times: number;
	seed: number;
};

async function oneFile({ prepared, report, signal, times, seed }: Story): Promise<void> {
	const random = mulberry(seed);
	const register = new Words();
	const { dataDir, file } = prepared.copy();
	let promised: Promised[] = [];
	for (let ending = 0; ending <= times && report.problems.length < ENOUGH; ending += 1) {
		const wrong = (found: string[]) =>
			report.problems.push(...found.map((line) => `seed ${seed}, ending ${ending}: ${line}`));
		const server = await startMain({ dataDir });
		try {
			wrong(await verify(server, file, { prepared, promised, rest: ending === times }));
			if (ending === times) break;
			for (const p of promised) await draftAgain(server, p.section);
			const sections = some(prepared.sections, 3, random);
			const end = () => (signal === 'SIGKILL' ? server.end(signal) : stopped(server, file, wrong));
			promised = await writeUntil(end, server, { sections, prepared, register, random, report });
			report.endings += 1;
			report.promised += promised.reduce((sum, p) => sum + p.updates.length, 0);
		} finally {
			await server.end('SIGKILL');
		}
	}
	rmSync(dataDir, { recursive: true, force: true });
}

/** O5: asked to stop it ends by itself, with 0, and leaves a database without a journal beside it. */
async function stopped(
	server: MainProcess,
	file: string,
	wrong: (found: string[]) => void
): Promise<void> {
	const hangs = setTimeout(() => void server.end('SIGKILL'), HANGS);
	const { code, signal } = await server.end('SIGTERM');
	clearTimeout(hangs);
	if (code !== 0) wrong([`ended with ${code ?? signal}: ${server.said.join('\n')}`]);
	if (existsSync(`${file}-wal`)) wrong(['the journal was not written into the database']);
}

/** Everybody writes and somebody submits, until `end` has ended the process. */
async function writeUntil(
	end: () => Promise<unknown>,
	server: MainProcess,
	options: {
		sections: PreparedSection[];
		prepared: Prepared;
		register: Words;
		random: () => number;
		report: EndingsReport;
	}
): Promise<Promised[]> {
	const { sections, random, report } = options;
	const rooms = await openRooms(server, sections, options);
	const [first] = random() < 0.5 ? rooms : [];
	// Who submits must have seen the newest text: in that room people pause for breath.
	const stop = write(rooms, random, (room) => (room === first ? 120 : 12));
	const meddling = Promise.all([
		meddle(server, first?.section, report),
		compact(server, rooms.at(-1)?.section, random, report)
	]);
	await wait(5 + random() * 395);
	// What meddles is cut off in the middle of its question.
	const cutOff = meddling.catch((error: unknown) => {
		if (!(error instanceof TypeError || error instanceof Ending)) throw error;
	});
	await end();
	stop();
	await cutOff;
	const typists = rooms.flatMap((r) => r.typists);
	await until(
		() =>
			typists.every((t) => !t.connection.provider.wsconnected) &&
			rooms.every((r) => !r.observer.provider.wsconnected),
		'everybody has read what the server still said'
	);
	const promised = rooms.map(promisedIn);
	leave(rooms);
	return promised;
}

/** Submits and returns while people write: which of them wins is the server's business. */
async function meddle(
	server: MainProcess,
	section: PreparedSection | undefined,
	report: EndingsReport
): Promise<void> {
	const [writer] = section?.writers ?? [];
	if (!section || !writer) return;
	for (let i = 0; i < 40; i += 1) {
		const now = await server.section('coordinator', section.id);
		if (!now.ok) throw new Error(`the coordinator does not see ${section.key}`);
		const { seq, state } = now.value;
		const done =
			state === 'draft'
				? await server.run('submitSection', {
						by: people[writer].id,
						sectionId: section.id,
						seenSeq: seq
					})
				: await server.run('returnSection', {
						by: people.coordinator.id,
						sectionId: section.id,
						reason: 'Mer att skriva'
					});
		if (done.ok) report.transitions += 1;
	}
}

/** Makes snapshots and packs the log while people write in the section. */
async function compact(
	server: MainProcess,
	section: PreparedSection | undefined,
	random: () => number,
	report: EndingsReport
): Promise<void> {
	for (let i = 0; section && i < 10; i += 1) {
		await wait(random() * 60);
		const done = await server.compact(section.id);
		if (!done.ok) report.problems.push(`compaction refused: ${JSON.stringify(done.refusal)}`);
		report.compactions += 1;
	}
}

/** A section that was locked when the process died is returned, so that it can be written in again. */
async function draftAgain(server: MainProcess, section: PreparedSection): Promise<void> {
	const now = await server.section('coordinator', section.id);
	if (!now.ok || now.value.state === 'draft') return;
	const done = await server.run('returnSection', {
		by: people.coordinator.id,
		sectionId: section.id,
		reason: 'Mer att skriva'
	});
	if (!done.ok) throw new Error(`${section.key} cannot be returned: ${done.refusal.code}`);
}
