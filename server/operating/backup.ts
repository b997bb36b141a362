import { constants, setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import '../loading.ts';

/** `npm run backup [-- --to DIR] [--keep N]`: a whole, checked copy of the database while people write (D7). */

const { EXIT, GiveUp, runCommand } = await import('./say.ts');
const { placesFrom } = await import('./places.ts');
const { makeBackup } = await import('./backup/make-backup.ts');
const { keepNewest } = await import('./backup/keep-newest.ts');

const USAGE = 'Use: npm run backup [-- --to DIR] [--keep N], N a whole number from 1.';

function asked(): { to: string | undefined; keep: number | null } {
	try {
		const { values } = parseArgs({
			options: { to: { type: 'string' }, keep: { type: 'string' } }
		});
		if (values.keep !== undefined && !/^[1-9]\d{0,5}$/.test(values.keep)) throw new Error('keep');
		return { to: values.to, keep: values.keep === undefined ? null : Number(values.keep) };
	} catch {
		throw new GiveUp(USAGE);
	}
}

// What it makes is its owner's alone, from the first byte.
process.umask(0o077);
// Who writes comes first.
setPriority(constants.priority.PRIORITY_LOW);

await runCommand(async () => {
	const places = placesFrom(process.env);
	const { to = places.backups, keep } = asked();
	const began = performance.now();
	const { path, manifest } = await makeBackup({ file: places.file, to, now: Date.now() });
	const removed = keep === null ? 0 : keepNewest(to, keep, Date.now());
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	const head = manifest.chain ? `line ${manifest.chain.seq}, ${manifest.chain.hash}` : 'none';
	console.log(
		`Backup ${path}: ${manifest.bytes} bytes in ${seconds} s, sha256 ${manifest.sha256}, head of the chain ${head}${removed > 0 ? `, ${removed} older removed` : ''}.`
	);
	return EXIT.done;
});
