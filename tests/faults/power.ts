import { openStore } from '#server/store/store.ts';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepare, type Prepared } from '../support/prepared.ts';
import { mulberry } from '../support/random.ts';
import { readRecord } from '../support/record.ts';
import { readTrace, STRACE, type Step } from './power-trace.ts';
import type { Acknowledged, PowerOrder } from './power-writer.ts';
import { workflowFaults } from './verify.ts';

export type PowerReport = {
	cuts: number;
	/** Cuts after which the file was no sound database. */
	corrupt: number;
	/** Cuts after which something acknowledged was gone. */
	lost: number;
	/** Cuts after which text and workflow were not of one moment (D6). */
	torn: number;
	/** What was wrong, as far as the first of each. */
	examples: string[];
};

const CUTS_A_RUN = 100;
const COMMITS_A_RUN = 250;
/** A disk writes sectors whole; what lies between two of them may be torn. */
const SECTOR = 512;

/**
 * D1: the power goes. The writer is traced; what lies on the disk at a cut is everything up to a
 * file's last finished sync, and of later writes any part, sector by sector.
 * @throws Error when strace is not there
 */
export async function powerCuts(options: {
	cuts: number;
	seed: number;
	synchronous: 'FULL' | 'NORMAL';
}): Promise<PowerReport> {
	if (spawnSync('strace', ['-V']).error)
		throw new Error('The power-cut simulation needs strace: apt-get install strace.');
	const prepared = await prepare();
	const report: PowerReport = { cuts: 0, corrupt: 0, lost: 0, torn: 0, examples: [] };
	try {
		for (let run = 0; report.cuts < options.cuts; run += 1) {
			const seed = options.seed + run;
			const traced = trace(prepared, seed, options.synchronous);
			cutAtRandom(traced, report, {
				cuts: Math.min(CUTS_A_RUN, options.cuts - report.cuts),
				random: mulberry(seed)
			});
		}
	} finally {
		prepared.remove();
	}
	return report;
}

type Traced = { before: Buffer; file: string; folder: string; sections: string[]; steps: Step[] };

/** One life of a writer on a fresh copy, with all that it wrote. */
function trace(prepared: Prepared, seed: number, synchronous: 'FULL' | 'NORMAL'): Traced {
	const { dataDir, file } = prepared.copy();
	const before = readFileSync(file);
	const sections = prepared.sections.slice(0, 3).map((s) => ({
		id: s.id,
		writer: s.writers[0] ?? ('coordinator' as const)
	}));
	const order: PowerOrder = { file, sections, commits: COMMITS_A_RUN, seed, synchronous };
	const output = join(dataDir, 'trace');
	const writer = spawnSync(
		'strace',
		[
			...STRACE,
			'-o',
			output,
			process.execPath,
			'tests/faults/power-writer.ts',
			JSON.stringify(order)
		],
		{ encoding: 'utf8' }
	);
	if (writer.signal !== 'SIGKILL') throw new Error(`the writer failed: ${writer.stderr}`);
	const steps = readTrace(readFileSync(output, 'utf8'), [file, `${file}-wal`]);
	const folder = join(dataDir, 'cut');
	return { before, file, folder, sections: sections.map((s) => s.id), steps };
}

/** A file: what is certainly on the disk, and what was written since. */
type Disk = { durable: Buffer; pending: Change[] };
type Change = Exclude<Step, { kind: 'said' | 'sync' }>;

function cutAtRandom(
	traced: Traced,
	report: PowerReport,
	{ cuts, random }: { cuts: number; random: () => number }
): void {
	const { steps, file, before } = traced;
	const first = steps.findIndex((s) => s.kind === 'said');
	const at = Array.from(
		{ length: cuts },
		() => first + 1 + Math.floor(random() * (steps.length - first - 1))
	).sort((a, b) => a - b);
	const database: Disk = { durable: before, pending: [] };
	const journal: Disk = { durable: Buffer.alloc(0), pending: [] };
	let promised: Acknowledged = {};
	for (const [i, step] of steps.entries()) {
		for (; at[0] === i; at.shift()) {
			report.cuts += 1;
			const images = [afterCut(database, random), afterCut(journal, random)] as const;
			judge(traced, images, promised, report);
		}
		if (step.kind === 'said') promised = JSON.parse(step.line) as Acknowledged;
		else {
			const disk = step.file === file ? database : journal;
			if (step.kind !== 'sync') disk.pending.push(step);
			else {
				disk.durable = onDisk(disk.durable, disk.pending);
				disk.pending = [];
			}
		}
	}
}

/** The file as it may lie there: of what was not yet synced, any part. */
function afterCut({ durable, pending }: Disk, random: () => number): Buffer {
	// None, some or all: a disk that writes at once is as possible as one that waits.
	const share = [0, 0.2, 0.5, 0.9, 1][Math.floor(random() * 5)] ?? 1;
	const kept = pending.flatMap(sectors).filter(() => random() < share);
	return onDisk(durable, kept);
}

/** A write as the sectors that it is made of; a truncation as it is. */
function sectors(step: Change): Change[] {
	if (step.kind === 'truncate') return [step];
	const parts: Change[] = [];
	for (let from = 0; from < step.data.length;) {
		const offset = step.offset + from;
		const to = Math.min(step.data.length, from + SECTOR - (offset % SECTOR));
		parts.push({ ...step, offset, data: step.data.subarray(from, to) });
		from = to;
	}
	return parts;
}

/** The file after these changes, in order; what lies between is zero. */
function onDisk(before: Buffer, changes: Change[]): Buffer {
	const end = (c: Change) => (c.kind === 'truncate' ? c.size : c.offset + c.data.length);
	const image = Buffer.alloc(changes.reduce((n, c) => Math.max(n, end(c)), before.length));
	before.copy(image);
	let size = before.length;
	for (const change of changes) {
		if (change.kind === 'truncate') {
			image.fill(0, change.size);
			size = change.size;
		} else {
			change.data.copy(image, change.offset);
			size = Math.max(size, end(change));
		}
	}
	return image.subarray(0, size);
}

/** Opens what is left of the database as the program would, and asks for what was promised. */
function judge(
	{ folder, sections }: Traced,
	[database, journal]: readonly [Buffer, Buffer],
	promised: Acknowledged,
	report: PowerReport
): void {
	mkdirSync(folder);
	const file = join(folder, 'barnbokslut.sqlite');
	writeFileSync(file, database);
	writeFileSync(`${file}-wal`, journal);
	const wrong = (kind: 'corrupt' | 'lost' | 'torn', what: string) => {
		report[kind] += 1;
		if (report[kind] === 1) report.examples.push(`cut ${report.cuts}, ${kind}: ${what}`);
	};
	try {
		openStore({ file, migrations: resolve('drizzle') }).close();
		const record = readRecord(file, sections);
		if (record.integrity !== 'ok') wrong('corrupt', record.integrity);
		const short = record.sections.filter(
			(s) =>
				s.log.length < (promised[s.id]?.seq ?? 0) ||
				s.transitions < (promised[s.id]?.transitions ?? 0)
		);
		if (short.length > 0)
			wrong('lost', `stored ${short[0]?.seq}, promised ${promised[short[0]?.id ?? '']?.seq}`);
		const faults = record.sections.flatMap(workflowFaults);
		if (faults.length > 0) wrong('torn', faults.join(', '));
	} catch (error) {
		wrong('corrupt', String(error));
	}
	rmSync(folder, { recursive: true });
}
