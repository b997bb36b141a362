import type { Context } from '#server/commands/context.ts';
import { commands } from '#server/commands/index.ts';
import { renderEdition } from '#server/export/index.ts';
import { safeError } from '#server/log/safe-error.ts';
import { openStore, StartError, type Store } from '#server/store/store.ts';
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Ask, WriterOptions } from './thread.ts';
import { runCommand } from './writer.ts';

/**
 * The writer's thread: commands run one at a time, in the order in which they came. What the rooms
 * write meanwhile is grouped before it comes here (D1).
 */

const port = parentPort;
if (!port) throw new Error('work.ts runs in a worker thread only');
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
	for (let job = jobs.shift(); job; job = jobs.shift()) await run(open, job);
	working = false;
	if (!closing) return;
	open.close();
	port?.close();
}

async function run(open: Store, job: Job): Promise<void> {
	try {
		const result = await runCommand(open, commands, job.name, job.input as never, context(job.now));
		answer({ id: job.id, result });
	} catch (error) {
		answer({ id: job.id, bug: safeError(error) });
	}
}
