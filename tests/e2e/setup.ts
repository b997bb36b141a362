import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		/** The address of a running demo. */
		base: string;
	}
}

/** Builds what is not built and starts the real process on a demo of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	execFileSync(process.execPath, ['tools/built.ts'], { stdio: 'inherit' });
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-e2e-'));
	const { child, base } = await startProcess({ DATA_DIR: folder, PORT: '0' });
	project.provide('base', base);
	return async () => {
		child.kill('SIGTERM');
		await new Promise((done) => child.once('exit', done));
		rmSync(folder, { recursive: true, force: true });
	};
}

/** Starts `server/main.ts` and waits until it says where it listens. */
export async function startProcess(
	env: Record<string, string>
): Promise<{ child: ChildProcess; base: string }> {
	const child = spawn(process.execPath, ['server/main.ts'], {
		env: { ...process.env, VITEST: '', NODE_ENV: '', ...env },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const base = await new Promise<string>((resolve, reject) => {
		createInterface(child.stdout).on('line', (line) => {
			const address = /listening on (http\S+)/.exec(line)?.[1];
			if (address) resolve(address);
		});
		child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
	});
	return { child, base };
}
