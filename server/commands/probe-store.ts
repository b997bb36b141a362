import { ok } from '#core/result.ts';
import { touch } from '#server/store/store.ts';
import type { Command } from './context.ts';

/** O4: writes one page of the database, with what it already says: refused where nothing can be stored. */
export const probeStore: Command<null, null> = async (tx) => {
	await touch(tx);
	return ok(null);
};
