import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { seedUpdate } from '#schema/content.ts';
import type { DocNode } from '#core/publication.ts';
import { cpuSeconds } from '../machine.ts';
import { getJson } from '../processes.ts';
import { CONTENDERS, needRivals, startContender } from './contenders.ts';
import type { Contender, ContenderName } from './contenders.ts';
import type { LoadOrder } from './load/order.ts';

/** What `npm run bench` was asked for, as far as the sync server is concerned. */
export type SyncOptions = {
	/** One repetition, and short: to see whether a change was one. */
	quick: boolean;
	/** The servers to measure. */
	only: readonly ContenderName[];
};

/** All servers, running at once on one machine, and the rooms that they are measured in. */
export type Field = {
	contenders: Contender[];
	/** A file with the text that every room begins with. */
	seed: string;
	/** On the disk that ours writes to. */
	folder: string;
	/** So many rooms that nobody has been in. */
	rooms(count: number): string[];
	stop(): Promise<void>;
};

const SECTIONS_A_REPORT = 31;
/** The section of the template whose text all rooms begin with. */
const TEXT = 'current.preconditions';

/**
 * Starts the servers and makes the rooms. Ours has sections of new reports, since a room has to exist;
 * all of them come from the template, and the rivals get the same kind of text by their first client.
 */
export async function openField(options: SyncOptions, roomCount: number): Promise<Field> {
	needRivals();
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-bench-'));
	const contenders: Contender[] = [];
	const stop = async () => {
		await Promise.all(contenders.map((contender) => contender.stop()));
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		// Ours always runs: it makes the rooms and their text.
		for (const name of CONTENDERS)
			if (name === 'ours' || options.only.includes(name))
				contenders.push(await startContender(name));
		const ours = contenders.find(({ name }) => name === 'ours');
		if (ours === undefined) throw new Error('ours does not run');
		const fresh: string[] = [];
		const seed = join(folder, 'seed');
		for (let i = 0; i < Math.ceil(roomCount / SECTIONS_A_REPORT); i += 1) {
			const { sections } = await newReport(ours, `Mätning ${i + 1}`);
			fresh.push(...sections.map((section) => section.id));
			if (i > 0) continue;
			const model = sections.find(({ key }) => key === TEXT);
			writeFileSync(seed, seedUpdate(await contentOf(ours, model?.id ?? '')));
		}
		return {
			contenders: contenders.filter(({ name }) => options.only.includes(name)),
			seed,
			folder,
			rooms: (count) => {
				const taken = fresh.splice(0, count);
				if (taken.length < count) throw new Error('there are not enough rooms');
				return taken;
			},
			stop
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

type NewReport = { sections: { id: string; key: string }[] };

async function newReport(ours: Contender, title: string): Promise<NewReport> {
	const answer = await fetch(`${ours.base}/api/v1/reports`, {
		method: 'POST',
		headers: { ...ours.target('').people[0], 'content-type': 'application/json' },
		body: JSON.stringify({ title, reportYear: 2024, variant: 'full' })
	});
	if (!answer.ok)
		throw new Error(`a report cannot be made: ${answer.status} ${await answer.text()}`);
	return (await answer.json()) as NewReport;
}

async function contentOf(ours: Contender, sectionId: string): Promise<DocNode> {
	const cookie = ours.target('').people[0]?.['cookie'] ?? '';
	const section = (await getJson(ours.base, cookie, `sections/${sectionId}`)) as {
		content: DocNode;
	};
	return section.content;
}

/** What an order led to: figures, or why the server would not. */
export type Outcome<T> = { result: T } | { failed: string };

/** Has the load process carry out an order. */
export async function load<T>(order: LoadOrder): Promise<Outcome<T>> {
	const child = spawn(process.execPath, ['tests/bench/sync/load/main.ts'], {
		stdio: ['pipe', 'pipe', 'inherit']
	});
	child.stdin.end(JSON.stringify(order));
	const ended = new Promise<number | null>((done) => child.once('exit', done));
	const answer = await text(child.stdout);
	const code = await ended;
	if (code !== 0) throw new Error(`the load process ended with ${code}`);
	return JSON.parse(answer) as Outcome<T>;
}

/** Below this share of one core a server counts as at rest. */
const REST = 0.03;

/**
 * Waits until no server has anything left to do of what was asked before (y-leveldb writes for minutes
 * after a burst), so that it is not measured with the next one.
 */
export async function rest(contenders: readonly Contender[]): Promise<void> {
	const end = Date.now() + 120_000;
	for (;;) {
		const used = () => contenders.reduce((sum, { pid }) => sum + cpuSeconds(pid), 0);
		const before = used();
		await new Promise((go) => setTimeout(go, 500));
		if (used() - before <= 0.5 * REST || Date.now() > end) return;
	}
}
