import { expect, test } from 'vitest';
import { failingBatch } from './batch-fails.ts';
import { fullDisk } from './disk-full.ts';
import { slowDisk } from './disk-slow.ts';

test('[D5] [O4] a full disk: nothing is acknowledged or shown, reading goes on, health says so, and with room all is stored once', async () => {
	const report = await fullDisk({ rounds: 2, seed: 3301 });
	expect(report.problems).toEqual([]);
	expect(report.waiting).toBeGreaterThan(10);
}, 300_000);

test('[D1] [W6] a slow disk: pings, reads and quiet sections are answered while a commit waits, and nothing is shown before it', async () => {
	const report = await slowDisk({ holds: 5, seed: 3401 });
	expect(report.problems).toEqual([]);
	expect(report.words).toBeGreaterThanOrEqual(5 * 2 * 2 * 5);
}, 300_000);

test('[D5] [W11] a store that fails in the middle of a batch: nobody sees what came after, and afterwards all is stored once', async () => {
	const report = await failingBatch({ rounds: 3, seed: 3501 });
	expect(report.problems).toEqual([]);
	expect(report.failures).toBeGreaterThan(0);
}, 300_000);
