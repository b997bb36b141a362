import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Builds when there is no build, or when a source is newer than it: `npm start` needs no other step. */

const SOURCES = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package.json'];
const MARK = 'build/handler.js';

function newest(path: string): number {
	const stat = statSync(path);
	if (!stat.isDirectory()) return stat.mtimeMs;
	return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

export function isBuilt(): boolean {
	return existsSync(MARK) && statSync(MARK).mtimeMs >= Math.max(...SOURCES.map(newest));
}

if (!isBuilt()) {
	console.log('Building …');
	// Whoever asks, a test among them: what is built is what people get.
	const env = { ...process.env, NODE_ENV: 'production' };
	execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit', env });
}
