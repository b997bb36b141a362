import { commands } from '#server/commands/index.ts';
import type { Context } from '#server/commands/context.ts';
import type { Store } from '#server/store/store.ts';
import { runCommand, type Writer } from './writer.ts';

/** A writer in the same thread, for a database in memory and for tests with their own clock. */
export function inlineWriter(store: Store, context: () => Context): Writer {
	return {
		run: (name, input) => runCommand(store, commands, name, input, context()),
		close: async () => undefined
	};
}
