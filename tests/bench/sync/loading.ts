import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { cpuSeconds } from '../machine.ts';
import type { LoadOrder } from './load/order.ts';

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
export async function rest(servers: readonly { pid: number }[]): Promise<void> {
	const end = Date.now() + 180_000;
	for (;;) {
		const used = () => servers.reduce((sum, { pid }) => sum + cpuSeconds(pid), 0);
		const before = used();
		await new Promise((go) => setTimeout(go, 500));
		if (used() - before <= 0.5 * REST || Date.now() > end) return;
	}
}
