import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import type { Places } from '#server/operating/places.ts';
import { restoreBackup } from '#server/operating/restore/restore-backup.ts';
import { GiveUp } from '#server/operating/say.ts';
import Database from 'better-sqlite3';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../support/client.ts';
import { startMain, type MainProcess } from '../support/main-process.ts';
import type { Prepared, PreparedSection } from '../support/prepared.ts';
import { mulberry } from '../support/random.ts';
import { readRecord, type Numbered } from '../support/record.ts';
import { Typist, Words, wordsIn } from '../support/typist.ts';
import { wait } from '../support/wait.ts';
import { run } from './command.ts';

export type DrillReport = {
	writers: number;
	/** Words that were acknowledged in all, and before the backup that is restored began. */
	words: number;
	wordsBefore: number;
	/** Of each backup under the load: milliseconds of the whole command, and bytes. */
	backups: { ms: number; bytes: number }[];
	/** Milliseconds from a word to its acknowledgement: the middle one and the 99th of a hundred. */
	calm: { p50: number; p99: number };
	underBackup: { p50: number; p99: number };
	restoreMs: number;
	verifyMs: number;
	/** What was wrong. */
	problems: string[];
};

type Ack = { at: number; ms: number };

/**
 * D7: people write, backups are made meanwhile, people write on, the database is destroyed, and the last backup is
 * restored: every text is what it was at the backup's moment, with every word that was acknowledged before.
 */
export async function restoreDrill(options: {
	prepared: Prepared;
	writers: number;
	seed: number;
	/** How long is written before, and how many backups are made. */
	calmMs: number;
	backups: number;
}): Promise<DrillReport> {
	const { prepared } = options;
	const { dataDir, file } = prepared.copy();
	const server = await startMain({ dataDir });
	const report: DrillReport = {
		writers: options.writers,
		words: 0,
		wordsBefore: 0,
		backups: [],
		calm: { p50: 0, p99: 0 },
		underBackup: { p50: 0, p99: 0 },
		restoreMs: 0,
		verifyMs: 0,
		problems: []
	};
	const random = mulberry(options.seed);
	const room = new Room(prepared, server, options.writers, random);
	try {
		await room.open();
		const began = performance.now();
		await wait(options.calmMs);
		report.calm = percentiles(room.acks, began, performance.now());
		const before = room.acknowledged();
		const from = performance.now();
		for (let n = 0; n < options.backups; n++) {
			const { code, said, complained, ms } = await run('backup', dataDir);
			if (code !== 0) report.problems.push(`backup ended with ${code}: ${complained}`);
			report.backups.push({ ms, bytes: Number(/(\d+) bytes/.exec(said)?.[1]) });
		}
		report.underBackup = percentiles(room.acks, from, performance.now());
		await wait(200);
		await room.end();
		report.words = room.acks.length;
		report.wordsBefore = before.length;
		await server.end('SIGKILL');
		await restoreAndCompare({ dataDir, file, prepared, before, report });
	} finally {
		await room.end();
		await server.end('SIGKILL');
	}
	return report;
}

/** Writers, each in a section, who write a word, wait for its acknowledgement, and go on. */
class Room {
	readonly acks: Ack[] = [];
	private readonly typists: Typist[] = [];
	private readonly words: string[] = [];
	private readonly writing: Promise<void>[] = [];
	private isOver = false;
	private readonly prepared: Prepared;
	private readonly server: MainProcess;
	private readonly count: number;
	private readonly random: () => number;

	constructor(prepared: Prepared, server: MainProcess, count: number, random: () => number) {
		this.prepared = prepared;
		this.server = server;
		this.count = count;
		this.random = random;
	}

	async open(): Promise<void> {
		const { prepared, server } = this;
		const register = new Words();
		for (let n = 0; n < this.count; n++) {
			const section = sectionAt(prepared, n);
			const person = section.writers[n % section.writers.length] ?? 'coordinator';
			this.typists.push(
				new Typist({
					ws: server.ws,
					origin: server.base,
					cookie: prepared.cookies[person],
					section,
					words: register,
					random: this.random
				})
			);
		}
		for (const typist of this.typists) await until(() => typist.isReady, 'a writer is in the room');
		for (const typist of this.typists) this.writing.push(this.write(typist));
	}

	acknowledged = (): string[] => [...this.words];

	async end(): Promise<void> {
		this.isOver = true;
		await Promise.all(this.writing);
		for (const typist of this.typists.splice(0)) typist.destroy();
	}

	private async write(typist: Typist): Promise<void> {
		while (!this.isOver) {
			const began = performance.now();
			const word = typist.type();
			while (typist.connection.save.unsaved > 0) {
				if (performance.now() - began > 20_000) throw new Error('a word was not acknowledged');
				await wait(1);
			}
			this.acks.push({ at: began, ms: performance.now() - began });
			this.words.push(word);
			await wait(20 + this.random() * 60);
		}
	}
}

const sectionAt = ({ sections }: Prepared, n: number): PreparedSection => {
	const section = sections[n % sections.length];
	if (!section) throw new Error('no section');
	return section;
};

function percentiles(acks: Ack[], from: number, to: number): { p50: number; p99: number } {
	const ms = acks
		.filter(({ at }) => at >= from && at <= to)
		.map((ack) => ack.ms)
		.sort((a, b) => a - b);
	const at = (share: number) => ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? NaN;
	return { p50: at(0.5), p99: at(0.99) };
}

async function restoreAndCompare(of: {
	dataDir: string;
	file: string;
	prepared: Prepared;
	before: string[];
	report: DrillReport;
}): Promise<void> {
	const { dataDir, file, prepared, before, report } = of;
	const ids = prepared.sections.map(({ id }) => id);
	const backup = newestIn(join(dataDir, 'backups'));
	const kept = readRecord(backup, ids).sections;
	const live = readRecord(file, ids).sections;
	// What the server had stored at the numbers at which the backup stands.
	const due = kept.map((section, i) =>
		hashFrom((live[i]?.log ?? []).filter(({ seq }) => seq <= section.seq))
	);
	if (!live.some((section, i) => section.seq > (kept[i]?.seq ?? 0)))
		report.problems.push('nothing was written after the backup');
	destroy(file);
	const restored = await run('restore', dataDir, { args: [backup] });
	report.restoreMs = restored.ms;
	if (restored.code !== 0)
		report.problems.push(`restore ended with ${restored.code}: ${restored.complained}`);
	const verified = await run('verify', dataDir);
	report.verifyMs = verified.ms;
	if (verified.code !== 0)
		report.problems.push(`verify ended with ${verified.code}: ${verified.said}`);

	const now = readRecord(file, ids).sections;
	const said = now.map((section) => textOf(section.log)).join('\n');
	for (const [i, section] of now.entries()) {
		if (hashFrom(section.log) !== due[i])
			report.problems.push(`${section.id} is not what it was at the backup's moment`);
		if (section.seq !== (kept[i]?.seq ?? 0) + 1)
			report.problems.push(`${section.id} goes on at ${section.seq}`);
	}
	const there = new Set(wordsIn(said));
	const lost = before.filter((word) => !there.has(word));
	if (lost.length > 0) report.problems.push(`${lost.length} acknowledged words are gone`);
	await served(dataDir, prepared, due, report);
}

/** The server starts on what was restored and tells the same texts. */
async function served(
	dataDir: string,
	prepared: Prepared,
	due: string[],
	report: DrillReport
): Promise<void> {
	const server = await startMain({ dataDir });
	try {
		for (const [i, { id }] of prepared.sections.entries()) {
			const told = await server.section('coordinator', id);
			const hash = told.ok ? hashOf(told.value.content) : told.refusal.code;
			if (hash !== due[i]) report.problems.push(`the server tells ${hash} of ${id}`);
		}
	} finally {
		await server.end('SIGKILL');
	}
}

function destroy(file: string): void {
	writeFileSync(file, Buffer.alloc(200_000, 0x5a));
	for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
}

/** The backup that was made last. */
export function newestIn(folder: string): string {
	const names = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
	const times = names.map((name) => ({
		path: join(folder, name),
		at: statSync(join(folder, name)).mtimeMs
	}));
	const newest = times.sort((a, b) => b.at - a.at)[0];
	if (!newest) throw new Error('no backup');
	return newest.path;
}

function hashFrom(log: Numbered[]): string {
	const doc = loadDoc(log.map(({ bytes }) => bytes));
	const hash = hashOf(docJson(doc));
	doc.destroy();
	return hash;
}

const textOf = (log: Numbered[]): string =>
	JSON.stringify(docJson(loadDoc(log.map((u) => u.bytes))));

/** One value that a database says. */
export function countIn(file: string, sql: string): unknown {
	const db = new Database(file, { readonly: true });
	try {
		return db.prepare(sql).pluck().get();
	} finally {
		db.close();
	}
}

/** D7: one bit changed in a backup, again and again; answers each time when it was not refused as changed. */
export async function flipBackup(options: {
	places: Places;
	backup: string;
	times: number;
	random: () => number;
}): Promise<string[]> {
	const { places, backup, times, random } = options;
	const whole = readFileSync(backup);
	const problems: string[] = [];
	for (let n = 0; n < times; n++) {
		const bytes = Buffer.from(whole);
		const at = Math.floor(random() * bytes.length);
		bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
		writeFileSync(backup, bytes);
		try {
			await restoreBackup({ backup, places, now: n, checkOnly: n % 2 === 0 });
			problems.push(`byte ${at} of the backup was changed, and it was restored`);
		} catch (error) {
			const isIt =
				error instanceof GiveUp && /is not the file that was backed up/.test(error.message);
			if (!isIt) throw error;
		}
	}
	writeFileSync(backup, whole);
	return problems;
}
