import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { people } from '#server/demo/people.ts';
import { seedUpdate } from '#schema/content.ts';
import type { DocNode } from '#core/publication.ts';
import { loadNow, syncMilliseconds } from '../machine.ts';
import { quantile, short } from '../numbers.ts';
import { getJson, serve, serveOurs, signIn, thisYear, type Served } from '../processes.ts';
import { printTable, type Row } from '../table.ts';
import type { LoadOrder, LoadResult } from './load.ts';

const run = promisify(execFile);
const REPETITIONS = 3;
const SCENES = [
	{ name: '1 room, 20 people', rooms: 1, clientsARoom: 20 },
	{ name: '20 rooms, 5 people in each', rooms: 20, clientsARoom: 5 }
];
const LETTERS_A_SECOND = 5;

async function load(order: LoadOrder): Promise<LoadResult> {
	const { stdout } = await run(
		process.execPath,
		['tests/bench/sync/load.ts', JSON.stringify(order)],
		{ maxBuffer: 512 * 1024 * 1024 }
	);
	return JSON.parse(stdout) as LoadResult;
}

/**
 * The sync server against a relay that keeps and checks nothing: the same stock clients type the same
 * into the same text, server and load each in a process of its own, in turns.
 * @returns false when a letter did not arrive
 */
export async function benchSync(): Promise<boolean> {
	const relay = await serve('tests/bench/sync/relay.ts');
	const ours = await serveOurs();
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-load-'));
	try {
		const cookie = await signIn(ours.base, people.coordinator.email);
		const report = await thisYear(ours.base, cookie);
		const rooms = report.sections.filter((s) => s.state === 'draft').map((s) => s.id);
		// The relay has no text; its clients bring that of one section with them.
		const longest = report.sections.find((s) => s.key === 'current.preconditions');
		const { content } = (await getJson(ours.base, cookie, `sections/${longest?.id ?? ''}`)) as {
			content: DocNode;
		};
		const seed = join(folder, 'seed');
		writeFileSync(seed, seedUpdate(content));
		console.log(
			`\nSync server: ${LETTERS_A_SECOND} letters a second and person, ${REPETITIONS} runs each, in turns.\n` +
				`${loadNow()}; one fsync takes ${short(syncMilliseconds(ours.folder))} ms here.`
		);
		let whole = true;
		for (const scene of SCENES) {
			const results: { ours: LoadResult[]; relay: LoadResult[] } = { ours: [], relay: [] };
			const order = (served: Served): LoadOrder => ({
				ws: `${served.ws}/collab`,
				pid: served.pid,
				headers: { cookie, origin: ours.base },
				rooms: rooms.slice(0, scene.rooms),
				seed: served === ours ? null : seed,
				clientsARoom: scene.clientsARoom,
				lettersASecond: LETTERS_A_SECOND,
				warmSeconds: 1.5,
				seconds: 6
			});
			for (let i = 0; i < REPETITIONS; i += 1) {
				results.relay.push(await load(order(relay)));
				results.ours.push(await load(order(ours)));
			}
			print(scene.name, results);
			const lost = results.ours.reduce((sum, r) => sum + r.lost, 0);
			if (lost > 0) console.log(`${lost} letters did not arrive.`);
			whole &&= lost === 0;
		}
		return whole;
	} finally {
		await Promise.all([relay.stop(), ours.stop()]);
		rmSync(folder, { recursive: true, force: true });
	}
}

function print(name: string, { ours, relay }: { ours: LoadResult[]; relay: LoadResult[] }): void {
	const each = (of: (r: LoadResult) => number): Pick<Row, 'ours' | 'other'> => ({
		ours: ours.map(of),
		other: relay.map(of)
	});
	const rows: Row[] = [];
	for (const q of [0.5, 0.95, 0.99])
		rows.push({
			label: `seen by others, p${q * 100}, ms`,
			...each((r) => quantile(r.fanOut, q))
		});
	for (const q of [0.5, 0.95, 0.99])
		rows.push({
			label: `acknowledged as on disk, p${q * 100}, ms`,
			ours: ours.map((r) => quantile(r.acknowledged, q)),
			other: []
		});
	rows.push({
		label: 'CPU of the server, s for 10,000 letters',
		...each((r) => (r.cpuSeconds / r.updates) * 10_000)
	});
	printTable(`${name} (${loadNow()})`, { ours: 'ours', other: 'bare relay' }, rows);
}
