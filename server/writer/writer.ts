import type { Result } from '#core/result.ts';
import type { Command, Context } from '#server/commands/context.ts';
import {
	LOG_ONLY,
	type CommandInput,
	type CommandName,
	type CommandOutput,
	type Commands
} from '#server/commands/index.ts';
import type { Store } from '#server/store/store.ts';

/**
 * The one writer: every change of the database goes through it, one command at a time. In production
 * it lives in a thread of its own, so that a slow disk does not stop the event loop.
 */
export interface Writer {
	run<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Result<CommandOutput<N>>>;
	close(): Promise<void>;
}

/** Runs one command of `commands` in a transaction of its own. */
export function runCommand<N extends CommandName>(
	store: Store,
	commands: Commands,
	name: N,
	input: CommandInput<N>,
	context: Context
): Promise<Result<CommandOutput<N>>> {
	const command = commands[name] as unknown as Command<CommandInput<N>, CommandOutput<N>>;
	return store.write((tx) => command(tx, input, context), { logOnly: LOG_ONLY.has(name) });
}
