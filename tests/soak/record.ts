import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { placesFrom } from '#server/operating/places.ts';
import { join } from 'node:path';
import { run } from '../operating/command.ts';
import { flipBackup, newestIn, restoreDrill } from '../operating/drill.ts';
import { openToHarm } from '../operating/flips.ts';
import { flipEach, proved } from '../operating/harm.ts';
import { fillRecord, folder, saveTo } from '../operating/rich-record.ts';
import { prepare } from '../support/prepared.ts';
import { mulberry } from '../support/random.ts';
import { seedOfRun } from './told.ts';

/** D11: so many changed bits in a record of every kind of row, each of which the proof must name. */
export async function soakRecord(flips: number): Promise<boolean> {
	const seed = seedOfRun();
	const app = await createApp({
		file: ':memory:',
		migrations: 'drizzle',
		origin: 'http://localhost:3000'
	});
	await ensureDemo(app);
	await fillRecord(app);
	let clean: () => void = () => undefined;
	const file = join(
		folder((done) => (clean = done)),
		'record.sqlite'
	);
	await saveTo(app, file);
	await app.close();
	const db = openToHarm(file);
	const random = mulberry(seed);
	const columns = proved(db);
	let [done, missed] = [0, 0];
	while (done < flips) {
		const round = flipEach(db, columns, random);
		done += round.done;
		missed += round.missed.length;
		for (const one of round.missed) console.log(`seed ${seed}:`, one.flip);
	}
	db.close();
	clean();
	console.log(`  ${done} flips in ${columns.length} columns, ${missed} not found`);
	return missed === 0;
}

/** D7: backups while 50 people write, the restore drill, and bits changed in a backup. */
export async function soakBackup(rounds: number): Promise<boolean> {
	const prepared = await prepare();
	const problems: string[] = [];
	try {
		for (let n = 0; n < rounds; n++) {
			const seed = seedOfRun() + n;
			const drill = await restoreDrill({ prepared, writers: 50, seed, calmMs: 5000, backups: 5 });
			const { problems: found, ...figures } = drill;
			console.log(figures);
			problems.push(...found.map((line) => `seed ${seed}: ${line}`));
		}
		const { dataDir } = prepared.copy();
		await run('backup', dataDir);
		const backup = newestIn(join(dataDir, 'backups'));
		const places = placesFrom({ DATA_DIR: dataDir });
		problems.push(
			...(await flipBackup({ places, backup, times: 100, random: mulberry(seedOfRun()) }))
		);
	} finally {
		prepared.remove();
	}
	for (const line of problems) console.log(`  ${line}`);
	return problems.length === 0;
}
