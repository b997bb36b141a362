import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedUpdate } from '#schema/content.ts';
import { CONTENDERS, startContender, type Contender, type ContenderName } from './contenders.ts';
import { makeRooms, templateText } from './rooms.ts';

/** What `npm run bench` was asked for, as far as the sync server is concerned. */
export type SyncOptions = {
	/** The parts that were asked for by name; none means all. */
	byName: readonly string[];
	/** One repetition, and short: to see whether a change was one. */
	quick: boolean;
	/** How often each server is measured; null for as often as each part thinks right. */
	repetitions: number | null;
	/** The servers to measure. */
	only: readonly ContenderName[];
};

/** How often a part measures each server that would do it `usual` times. */
export const timesOf = ({ quick, repetitions }: SyncOptions, usual: number): number =>
	repetitions ?? (quick ? 1 : usual);

/** All servers, running at once on one machine, and the rooms that they are measured in. */
export type Field = {
	contenders: Contender[];
	/** A file with the text that every room begins with. */
	seed: string;
	/** So many rooms that nobody has been in. */
	rooms(count: number): string[];
	stop(): Promise<void>;
};

/**
 * Starts the servers and makes the rooms. Ours has sections of new reports, since a room has to exist;
 * all of them come from the template, and the rivals get the same kind of text by their first client.
 */
export async function openField(options: SyncOptions, roomCount: number): Promise<Field> {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-bench-'));
	const contenders: Contender[] = [];
	const stop = async () => {
		await Promise.all(contenders.map((contender) => contender.stop()));
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		// Ours always runs: it makes the rooms and their text.
		for (const name of CONTENDERS)
			if (name === 'ours' || options.only.includes(name))
				contenders.push(await startContender(name));
		const ours = contenders.find(({ name }) => name === 'ours');
		if (ours === undefined) throw new Error('ours does not run');
		const fresh = await makeRooms(ours, roomCount);
		const seed = join(folder, 'seed');
		writeFileSync(seed, seedUpdate(await templateText(ours)));
		return {
			contenders: contenders.filter(({ name }) => options.only.includes(name)),
			seed,
			rooms: (count) => {
				const taken = fresh.splice(0, count);
				if (taken.length < count) throw new Error('there are not enough rooms');
				return taken;
			},
			stop
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
