import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { forgetSessions } from './api.ts';

/** The real process, as an operator starts it. */

export type Running = { child: ChildProcess; base: string };

/** How a process ended and what it said. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null };

const environment = (env: Record<string, string>) => ({
	...process.env,
	VITEST: '',
	NODE_ENV: '',
	...env
});

/**
 * Starts `server/main.ts` and waits until it says where it listens.
 * @param errors `pipe` to read its standard error at `child.stderr`
 */
export async function startProcess(
	env: Record<string, string>,
	errors: 'inherit' | 'pipe' = 'inherit'
): Promise<Running> {
	const child = spawn(process.execPath, ['server/main.ts'], {
		env: environment(env),
		stdio: ['ignore', 'pipe', errors]
	});
	const { stdout } = child;
	if (!stdout) throw new Error('the process has no standard output');
	const base = await new Promise<string>((resolve, reject) => {
		createInterface(stdout).on('line', (line) => {
			const address = /listening on (http\S+)/.exec(line)?.[1];
			if (address !== undefined) resolve(address);
		});
		child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
	});
	// The system may give the address of a server that has ended.
	forgetSessions(base);
	return { child, base };
}

/** Sends the signal and waits for the end. */
export function end(child: ChildProcess, signal: NodeJS.Signals): Promise<Ended> {
	if (child.exitCode !== null || child.signalCode !== null)
		return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
	const ended = new Promise<Ended>((done) =>
		child.once('exit', (code, by) => done({ code, signal: by }))
	);
	child.kill(signal);
	return ended;
}

/** Starts the process where it cannot start: what it says and its exit code. */
export function startInVain(
	env: Record<string, string>
): Promise<{ code: number | null; said: string[] }> {
	return new Promise((done) => {
		const child = spawn(process.execPath, ['server/main.ts'], {
			env: environment(env),
			stdio: ['ignore', 'pipe', 'pipe']
		});
		onTestFinished(() => void child.kill('SIGKILL'));
		const said: string[] = [];
		createInterface(child.stderr).on('line', (line) => said.push(line));
		child.stdout.resume();
		child.once('close', (code) => done({ code, said }));
	});
}

/** An empty folder that goes with the test. */
export function testFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-test-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
