import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** How many writes a second a folder's disk takes and keeps, measured for a quarter of a second. */
export async function fsyncs(folder: string): Promise<number> {
	const own = mkdtempSync(join(folder, '.doctor-'));
	try {
		const file = openSync(join(own, 'page'), 'w');
		const page = Buffer.alloc(4096, 1);
		const began = performance.now();
		let done = 0;
		while (performance.now() - began < 250) {
			writeSync(file, page);
			fsyncSync(file);
			done += 1;
		}
		closeSync(file);
		return (done * 1000) / (performance.now() - began);
	} finally {
		rmSync(own, { recursive: true, force: true });
	}
}
