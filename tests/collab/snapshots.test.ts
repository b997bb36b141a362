import type { RoomPorts } from '#server/collab/ports.ts';
import { Snapshots } from '#server/collab/snapshots.ts';
import { expect, test } from 'vitest';

/** A store that takes `took` milliseconds of the clock for a snapshot. */
function store(took: number) {
	const world = { now: 1_000_000, stored: [] as number[] };
	const ports: Pick<RoomPorts, 'clock' | 'compact'> = {
		clock: () => world.now,
		compact: async ({ seq }) => {
			world.now += took;
			world.stored.push(seq);
			return true;
		}
	};
	const snapshots = new Snapshots(0, ports as RoomPorts);
	const add = (seq: number) =>
		snapshots.add({ sectionId: 's', epoch: 1, seq, bytes: new Uint8Array() });
	return { world, snapshots, add };
}

test('[D8] many letters are a snapshot every few seconds, so that each is proved in a moment', async () => {
	const { world, snapshots, add } = store(8);
	expect(snapshots.isDue(50_000)).toBe(false);
	world.now += 2000;
	expect(snapshots.isDue(999)).toBe(false);
	expect(snapshots.isDue(1000)).toBe(true);
	await add(1000);
	world.now += 1999;
	expect(snapshots.isDue(9000)).toBe(false);
	world.now += 1;
	expect(snapshots.isDue(9000)).toBe(true);
	expect(snapshots.isDue(1999)).toBe(false);
});

test('[D8] a text that takes long to prove takes a hundredth of the time at most', async () => {
	const { world, snapshots, add } = store(400);
	world.now += 5000;
	await add(2000);
	world.now += 39_999;
	expect(snapshots.isDue(99_000)).toBe(false);
	world.now += 1;
	expect(snapshots.isDue(99_000)).toBe(true);
});

test('[D8] a snapshot that the store does not take is due again', async () => {
	const { world, snapshots, add } = store(5);
	const failing = new Snapshots(0, {
		clock: () => world.now,
		compact: () => Promise.reject(new Error('no'))
	} as unknown as RoomPorts);
	await expect(
		failing.add({ sectionId: 's', epoch: 1, seq: 2000, bytes: new Uint8Array() })
	).rejects.toThrow('no');
	world.now += 5000;
	expect(failing.isDue(2000)).toBe(true);
	await add(2000);
	expect(snapshots.lag(2000)).toBe(0);
});
