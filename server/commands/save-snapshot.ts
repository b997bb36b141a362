import { ok, refuse } from '#core/result.ts';
import { insertSnapshot } from '#server/store/log.ts';
import { getSection } from '#server/store/sections.ts';
import type { Command } from './context.ts';

/**
 * Adds a snapshot of a room's document, so that the next opening is quick. The log stays (D9). It is
 * the server's own housekeeping and leaves no audit line.
 */
export const saveSnapshot: Command<
	{ sectionId: string; epoch: number; seq: number; bytes: Uint8Array },
	null
> = async (tx, input, context) => {
	const section = await getSection(tx, input.sectionId);
	if (section?.epoch !== input.epoch || section.seq < input.seq)
		return refuse({ code: 'otherEpoch' });
	await insertSnapshot(tx, section, { seq: input.seq, at: context.now, bytes: input.bytes });
	return ok(null);
};
