import type { Refusal } from '#core/result.ts';

/** A form of the page that was refused: which of them, why, and what was typed as a name. */
export type Refused = { of: string; refusal: Refusal; typed: string };

/** The refusal of one form, and no other's. */
export const refusedAt = (refused: Refused | null, of: string): Refused | null =>
	refused?.of === of ? refused : null;
