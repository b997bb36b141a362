import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launch } from './browser.ts';
import { end, startProcess } from './processes.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The address of a running demo. */
		base: string;
	}
}

/** Builds what is not built and starts the real process on a demo of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	execFileSync(process.execPath, ['tools/built.ts'], { stdio: 'inherit' });
	// Files of tests run beside each other: what the browser unpacks is there before the first wants it.
	await (await launch()).close();
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-e2e-'));
	const { child, base } = await startProcess({ DATA_DIR: folder, PORT: '0' });
	project.provide('base', base);
	return async () => {
		await end(child, 'SIGTERM');
		rmSync(folder, { recursive: true, force: true });
	};
}
