import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import type { UpdateOutcome, RoomBatch } from '#server/commands/append-updates.ts';
import type { Context } from '#server/commands/context.ts';
import { commands } from '#server/commands/index.ts';
import { renderEdition } from '#server/export/index.ts';
import { openStore, StartError, type Store } from '#server/store/store.ts';
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Ask, WriterOptions } from './thread.ts';
import { runCommand } from './writer.ts';

/**
 * The writer's thread. Commands run in the order in which they came. Updates that came while a
 * commit was under way are stored together: one transaction, one fsync, for all rooms (D1).
 */

const port = parentPort;
if (!port) throw new Error('worker.ts runs as a worker thread only');
const answer = (a: Answer) => port.postMessage(a);

type Job = Exclude<Ask, { close: true }>;
const jobs: Job[] = [];
let working = false;
let closing = false;

const context = (now: number): Context => ({ now, newId: randomUUID, renderEdition });

function start(): Store | null {
	try {
		return openStore(workerData as WriterOptions);
	} catch (error) {
		if (!(error instanceof StartError)) throw error;
		answer({ failedToStart: error.message });
		return null;
	}
}

const store = start();
if (store) {
	port.on('message', (ask: Ask) => {
		if ('close' in ask) closing = true;
		else jobs.push(ask);
		if (!working) void work(store);
	});
	answer({ ready: true });
} else port.close();

async function work(open: Store): Promise<void> {
	working = true;
	for (;;) {
		// Lets the messages in that arrived during the last commit.
		await new Promise((resolve) => setImmediate(resolve));
		const job = jobs.shift();
		if (!job) break;
		if (job.name === 'appendUpdates') await append(open, [job, ...takeUpdates()]);
		else await one(open, job);
	}
	working = false;
	if (!closing) return;
	open.close();
	port?.close();
}

/** The updates at the head of the queue: nothing overtakes another command. */
function takeUpdates(): Job[] {
	let n = 0;
	while (n < 500 && jobs[n]?.name === 'appendUpdates') n++;
	return jobs.splice(0, n);
}

async function one(open: Store, job: Job): Promise<void> {
	try {
		const result = await runCommand(open, commands, job.name, job.input as never, context(job.now));
		answer({ id: job.id, result });
	} catch (error) {
		answer({
			id: job.id,
			bug: error instanceof Error ? (error.stack ?? error.message) : 'unknown'
		});
	}
}

/** Several batches as one command; each question gets its part of the answer. */
async function append(open: Store, batch: Job[]): Promise<void> {
	const inputs = batch.map((job) => (job.input as { rooms: RoomBatch[] }).rooms);
	const now = Math.max(...batch.map((job) => job.now));
	try {
		const result = await runCommand(
			open,
			commands,
			'appendUpdates',
			{ rooms: inputs.flat() },
			context(now)
		);
		let at = 0;
		for (const [i, job] of batch.entries()) {
			const length = inputs[i]?.length ?? 0;
			const part: Result<{ rooms: UpdateOutcome[][] }> = result.ok
				? ok({ rooms: result.value.rooms.slice(at, at + length) })
				: result;
			at += length;
			answer({ id: job.id, result: part });
		}
	} catch (error) {
		const bug = error instanceof Error ? (error.stack ?? error.message) : 'unknown';
		for (const job of batch) answer({ id: job.id, bug });
	}
}
