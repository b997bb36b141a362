import { expect, test } from 'vitest';
import { clockJumps } from './clock.ts';

test('[D2] [A6] a clock that jumps a day forward and back: acknowledgements go on, order is by number, sessions end by their expiry alone', async () => {
	const report = await clockJumps({ jumps: 6, seed: 3601 });
	expect(report.problems).toEqual([]);
	expect(report.jumps).toBe(6);
}, 120_000);
