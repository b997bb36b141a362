import Database from 'better-sqlite3';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { short } from '../numbers.ts';
import { serve } from '../processes.ts';
import { printComparison, printHeading } from './comparison.ts';
import { keeps, startContender, type Contender } from './contenders.ts';
import { bytesOf, onDisk, type OnDisk } from './disk.ts';
import { timesOf, type SyncOptions } from './field.ts';
import type { OpenMeasured, Target, TraceMeasured } from './load/order.ts';
import { load, rest, type Outcome } from './loading.ts';
import { makeRooms } from './rooms.ts';
import { note, withText, type Series } from './series.ts';

/** How many steps of the history are under way while it is typed in. */
const IN_FLIGHT = 400;
/** Longer than any server here waits before it stores or compacts what came. */
const LATE = 12_000;

/** A server that has the document, and the rooms that it is in. */
type Typed = {
	contender: Contender;
	room: string;
	warmRoom: string;
	/** How many characters the text has. */
	length: number;
	/** Its files as they were when all was typed. */
	copy: string;
};

/**
 * Opens a document with a long real history, on a server that was started again; before that, what it
 * takes on disk.
 * @returns false when ours would not, or when there is no trace although `opening` was asked for
 */
export async function benchOpening(options: SyncOptions): Promise<boolean> {
	const trace = process.env['BENCH_TRACE'];
	if (trace === undefined || !existsSync(trace)) {
		console.log(
			'\nOpening is left out: BENCH_TRACE must name a recorded history, as tests/bench/README.md says.'
		);
		return !options.byName.includes('opening');
	}
	return withText(100, async (_seed, folder) => {
		const state = join(folder, 'state');
		const series: Series<OpenMeasured> = { runs: new Map(), good: true };
		const servers: Typed[] = [];
		try {
			printHeading('A document with a long real history: typed in step by step');
			for (const name of options.only.filter(keeps)) {
				const contender = await startContender(name);
				const typed = await typeIn({ contender, trace, state, folder });
				if ('failed' in typed) {
					console.log(`${name}: ${typed.failed}`);
					series.good &&= name !== 'ours';
					await contender.stop();
				} else servers.push(typed.result);
			}
			printHeading('Opening it cold: on a server that was just started');
			const length = servers[0]?.length ?? 0;
			for (let i = 0; i < timesOf(options, 5); i += 1) {
				if (existsSync(state)) note(series, 'floor', await openFloor({ folder, state, length }));
				for (const typed of servers) await openTyped(series, typed);
			}
		} finally {
			await Promise.all(servers.map(({ contender }) => contender.stop()));
		}
		printComparison(
			'cold opening',
			[
				{ label: 'all bytes at the client, ms', of: (m) => m.bytesAt },
				{ label: 'text in the client, ms', of: (m) => m.textAt },
				{ label: 'KiB sent', of: (m) => m.bytes / 1024 },
				{ label: 'server CPU, ms', of: (m) => m.serverCpu * 1000 },
				{ label: 'server grew, MiB', of: (m) => m.grown / 1024 }
			],
			series.runs
		);
		return series.good;
	});
}

async function typeIn({
	contender,
	trace,
	state,
	folder
}: {
	contender: Contender;
	trace: string;
	state: string;
	folder: string;
}): Promise<Outcome<Typed>> {
	const [room = '', warmRoom = ''] = await makeRooms(contender, 2);
	// In order, so that what a server does at its end is done; then, and after the typing.
	await contender.restart('stop');
	const before = bytesOf(contender.folder);
	const typed = await load<TraceMeasured>({
		scene: 'trace',
		target: contender.target(null),
		rooms: [room],
		trace,
		inFlight: IN_FLIGHT,
		state
	});
	if ('failed' in typed) return typed;
	await new Promise((go) => setTimeout(go, LATE));
	await rest([contender]);
	const copy = join(folder, contender.name);
	await contender.restart('stop', {
		between: () => cpSync(contender.folder, copy, { recursive: true })
	});
	tell(contender.name, typed.result, onDisk(contender, room, before));
	return { result: { contender, room, warmRoom, length: typed.result.length, copy } };
}

function tell(name: string, typed: TraceMeasured, disk: OnDisk): void {
	const KiB = (bytes: number | null) => (bytes === null ? '-' : `${short(bytes / 1024)} KiB`);
	const each =
		disk.history === null ? '-' : `${short(disk.history / typed.updates)} bytes a step of it`;
	console.log(
		`${name}: typed in ${short(typed.seconds)} s (${short(typed.updates / typed.seconds)} steps/s, ` +
			`server CPU ${short(typed.serverCpu)} s, load ${short(typed.loadCpu)} s); ` +
			`snapshot ${KiB(disk.snapshot)}, history ${KiB(disk.history)} = ${each}` +
			(disk.updates === null ? '' : ` (stored as ${disk.updates} updates)`) +
			`, files grew by ${KiB(disk.files)}`
	);
}

/** One opening; y-leveldb compacts at the first, so that it is opened twice on the files as typed. */
async function openTyped(series: Series<OpenMeasured>, typed: Typed): Promise<void> {
	const { contender, room, warmRoom, length, copy } = typed;
	const asTyped = () => {
		rmSync(contender.folder, { recursive: true });
		cpSync(copy, contender.folder, { recursive: true });
	};
	const open = (target: Target) =>
		load<OpenMeasured>({ scene: 'open', target, rooms: [room], warmRoom, length });
	await contender.restart('stop', { between: asTyped });
	await rest([contender]);
	const { name } = contender;
	const isLeveldb = name === 'yws-leveldb';
	note(series, isLeveldb ? `${name}, first` : name, await open(contender.target(null)));
	if (!isLeveldb) return;
	await rest([contender]);
	await contender.restart('stop');
	note(series, `${name}, again`, await open(contender.target(null)));
}

async function openFloor({
	folder,
	state,
	length
}: {
	folder: string;
	state: string;
	length: number;
}): Promise<Outcome<OpenMeasured>> {
	const file = join(folder, 'floor.sqlite');
	if (!existsSync(file)) {
		const database = new Database(file);
		database.exec('CREATE TABLE document (name TEXT PRIMARY KEY, bytes BLOB NOT NULL)');
		database.prepare('INSERT INTO document VALUES (?, ?)').run('long', readFileSync(state));
		database.close();
	}
	const served = await serve('tests/bench/sync/floor.ts', { DATABASE: file });
	try {
		const target: Target = {
			dialect: 'y-websocket',
			pid: served.pid,
			ws: served.ws,
			people: [{}],
			acknowledges: false,
			inspector: null,
			seed: null
		};
		return await load({ scene: 'open', target, rooms: ['long'], warmRoom: 'small', length });
	} finally {
		await served.stop();
	}
}
