import { fuzz } from '../fuzz/fuzz.ts';

/** Seeds of a piece: one for each section that is attacked at once. */
const SEEDS = 100;
const PIECE = 100_000;

/** A process of its own for some frames of `soakFuzz`: the first one, and how many. */
const [first = 0, frames = 1] = process.argv.slice(2).map(Number);
const seed = Number(process.env['SEED'] ?? 1_000_000) + Math.ceil(first / PIECE) * SEEDS;
process.send?.(await fuzz(seed, frames), () => process.exit(0));
