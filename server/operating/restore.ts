import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import '../loading.ts';

/** `npm run restore -- FILE [--check]`: puts a backup in the place of the database, which is kept aside (D7). */

const { EXIT, GiveUp, runCommand } = await import('./say.ts');
const { placesFrom } = await import('./places.ts');
const { restoreBackup } = await import('./restore/restore-backup.ts');
const { outcome } = await import('./restore/outcome.ts');

function asked(): { backup: string; checkOnly: boolean } {
	try {
		const { values, positionals } = parseArgs({
			options: { check: { type: 'boolean' } },
			allowPositionals: true
		});
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0) throw new Error('one file');
		return { backup: resolve(file), checkOnly: values.check ?? false };
	} catch {
		throw new GiveUp('Use: npm run restore -- FILE [--check].');
	}
}

// What it makes is its owner's alone, from the first byte.
process.umask(0o077);

await runCommand(async () => {
	const options = { ...asked(), places: placesFrom(process.env), now: Date.now() };
	const restored = await restoreBackup(options);
	for (const line of outcome(options, restored)) console.log(line);
	return EXIT.done;
});
