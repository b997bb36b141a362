import { execFileSync } from 'node:child_process';
import { brotliCompressSync } from 'node:zlib';
import { launch } from '../e2e/browser.ts';
import { serveOurs } from './processes.ts';

/** What the pages weigh: the scripts of the writing page, and all of a reader's page. */
export async function benchWeight(): Promise<boolean> {
	console.log('\nWeight');
	let good = true;
	try {
		execFileSync(process.execPath, ['tools/size.ts'], { stdio: 'inherit' });
	} catch {
		// It has said why.
		good = false;
	}
	const ours = await serveOurs();
	const browser = await launch();
	try {
		const page = await browser.newPage();
		const parts: Promise<{ kind: string; bytes: number }>[] = [];
		page.on('response', (response) =>
			parts.push(
				response.body().then((body) => {
					const kind = response.request().resourceType();
					// Letters are packed as they are.
					return {
						kind,
						bytes: kind === 'font' ? body.length : brotliCompressSync(body).length
					};
				})
			)
		);
		await page.goto(`${ours.base}/r/barnbokslut-2022`, { waitUntil: 'load' });
		const all = await Promise.all(parts);
		const kB = (bytes: number) => (bytes / 1000).toFixed(1);
		const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
		const scripts = all.filter(({ kind }) => kind === 'script').length;
		console.log(
			`A reader's page of a whole report takes ${kB(total)} kB packed, ${scripts} scripts: ` +
				all.map(({ kind, bytes }) => `${kind} ${kB(bytes)}`).join(', ')
		);
		return good && scripts === 0;
	} finally {
		await browser.close();
		await ours.stop();
	}
}
