import type { Actor } from '#core/access.ts';
import type { Result } from '#core/result.ts';
import {
	commands,
	type CommandInput,
	type CommandName,
	type CommandOutput
} from '#server/commands/index.ts';
import type { Store, Tx } from '#server/store/store.ts';
import { views, type Views } from '#server/views/index.ts';
import type { Writer } from '#server/writer/writer.ts';

/** Commands and views as the app offers them: each by its name, with the store behind it. */

/** Runs a command by name; the one writer does them one after the other. */
export type BoundCommands = {
	[N in CommandName]: (input: CommandInput<N>) => Promise<Result<CommandOutput<N>>>;
};

/** Reads a view by name. */
export type BoundViews = {
	[N in keyof Views]: Views[N] extends (
		tx: Tx,
		actor: Actor | null,
		params: infer P
	) => Promise<Result<infer T>>
		? (actor: Actor | null, params: P) => Promise<Result<T>>
		: never;
};

export function bindCommands(writer: Writer): BoundCommands {
	const bound = Object.keys(commands).map((name) => [
		name,
		(input: never) => writer.run(name as CommandName, input)
	]);
	return Object.fromEntries(bound) as BoundCommands;
}

export function bindViews(store: Store): BoundViews {
	const bound = Object.entries(views).map(([name, view]) => [
		name,
		(actor: Actor | null, params: never) =>
			store.read((tx): Promise<unknown> => view(tx, actor, params))
	]);
	return Object.fromEntries(bound) as BoundViews;
}
