import { failingBatch } from '../faults/batch-fails.ts';
import { clockJumps } from '../faults/clock.ts';
import { fullDisk } from '../faults/disk-full.ts';
import { slowDisk } from '../faults/disk-slow.ts';
import { seedOfRun, told } from './told.ts';

/** D5: a disk that takes no more. */
export const soakFull = async (rounds: number): Promise<boolean> =>
	told(await fullDisk({ rounds, seed: seedOfRun() }));

/** D1: commits that take up to a second. */
export const soakSlow = async (holds: number): Promise<boolean> =>
	told(await slowDisk({ holds, seed: seedOfRun() }));

/** D5: a store that fails in the middle of a batch. */
export const soakBatch = async (rounds: number): Promise<boolean> =>
	told(await failingBatch({ rounds, seed: seedOfRun() }));

/** A clock that jumps. */
export const soakClock = async (jumps: number): Promise<boolean> =>
	told(await clockJumps({ jumps, seed: seedOfRun() }));
