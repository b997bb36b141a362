import { readFileSync } from 'node:fs';
import type { Target } from './order.ts';

/** The text that the first client of a room brings; null where the room has it. */
export const seedOf = ({ seed }: Pick<Target, 'seed'>): Uint8Array | null =>
	seed === null ? null : new Uint8Array(readFileSync(seed));
