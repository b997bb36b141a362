import { spawn } from 'node:child_process';

export type Ran = { code: number | null; said: string; complained: string; ms: number };

/** Runs `npm run backup`, `restore` or `verify` as npm does, on a DATA_DIR; `fileLimit` in KiB is a full disk. */
export function run(
	name: 'backup' | 'restore' | 'verify',
	dataDir: string,
	options: { args?: string[]; fileLimit?: number } = {}
): Promise<Ran> {
	const env = { ...process.env, VITEST: '', NODE_ENV: '', DATA_DIR: dataDir };
	const words = [`server/operating/${name}.ts`, ...(options.args ?? [])];
	const began = performance.now();
	const child =
		options.fileLimit === undefined
			? spawn(process.execPath, words, { env })
			: spawn(
					'bash',
					[
						'-c',
						`trap '' XFSZ; ulimit -S -f ${options.fileLimit}; exec "$0" "$@"`,
						process.execPath,
						...words
					],
					{ env }
				);
	let [said, complained] = ['', ''];
	child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
	return new Promise((done) =>
		child.once('close', (code) => done({ code, said, complained, ms: performance.now() - began }))
	);
}
