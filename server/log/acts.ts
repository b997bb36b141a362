import type { CommandName } from '#server/commands/index.ts';
import type { Writer } from '#server/writer/writer.ts';
import type { Log } from './log.ts';

/** What happens at every keystroke, or by the clock. */
const OFTEN: ReadonlySet<CommandName> = new Set<CommandName>([
	'appendUpdates',
	'compactSection',
	'endExpiredSessions',
	'extendSession',
	'gatherMail',
	'keepMails',
	'probeStore',
	'takeMail',
	'tellDeadlines'
]);

/** Who watches how many acts wait. */
export interface QueueWatcher {
	waiting(change: 1 | -1): void;
}

/** The same writer, with a line for each act: its name, who, what it was about by id, and how it ended. */
export function loggedWriter(writer: Writer, log: Log, watcher: QueueWatcher): Writer {
	return {
		...writer,
		run: async (name, input) => {
			const began = performance.now();
			watcher.waiting(1);
			try {
				const result = await writer.run(name, input);
				const ms = Math.round((performance.now() - began) * 10) / 10;
				if (!result.ok) {
					const line = { act: name, ...who(input), refused: result.refusal.code, ms };
					if (result.refusal.code === 'notSaved') log.warn(line, 'act');
					else if (OFTEN.has(name)) log.debug(line, 'act');
					else log.info(line, 'act');
				} else {
					const line = { act: name, ...who(input), ...ids(input), ...ids(result.value), ms };
					if (OFTEN.has(name)) log.debug(line, 'act');
					else log.info(line, 'act');
				}
				return result;
			} finally {
				watcher.waiting(-1);
			}
		}
	};
}

/** Ids are ours: short, and without a space. What was refused may hold anything under such a name. */
const ID = /^[\w.-]{1,64}$/;

function who(input: unknown): { by?: string } {
	const by = fields(input)['by'];
	return typeof by === 'string' && ID.test(by) ? { by } : {};
}

function ids(of: unknown): Record<string, string> {
	const found = Object.entries(fields(of)).filter(
		(pair): pair is [string, string] =>
			pair[0].endsWith('Id') &&
			pair[0] !== 'externalId' &&
			typeof pair[1] === 'string' &&
			ID.test(pair[1])
	);
	return Object.fromEntries(found);
}

const fields = (of: unknown): Record<string, unknown> =>
	typeof of === 'object' && of !== null ? (of as Record<string, unknown>) : {};
