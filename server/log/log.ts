import pino, { type Logger } from 'pino';
import { readable } from './readable.ts';
import { safeError } from './safe-error.ts';

/**
 * O7: the log of the process. What is logged is the name of what happened and ids, counts and durations;
 * never a text, a title, a name, an address of a person, a token or a path. An error goes under `error`.
 */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** From much to nothing, as LOG_LEVEL says. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where lines go; each ends with a line feed. */
export interface Destination {
	write(line: string): void;
	/** Writes at once what it still holds: the process ends. */
	flush: () => void;
}

/**
 * A log that writes lines of JSON: `level` by name, `time` in ISO 8601 (UTC), `msg`, and what belongs to it.
 * @param destination anything that takes lines
 */
export function openLog(destination: Pick<Destination, 'write'>, level: LogLevel): Log {
	return pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
			serializers: { error: (error: unknown) => safeError(error) }
		},
		{ write: (line) => destination.write(escaped(line)) }
	);
}

/** The standard error as people read it: a trial on one's own machine. */
export function readableErrors(): Destination {
	return { write: (line) => void process.stderr.write(readable(line)), flush: () => undefined };
}

/** What a trial says without being asked; also what those say who were given no log: tests, tools. */
export const trialLog: Log = openLog(readableErrors(), 'warn');

/** JSON escapes control signs; DEL, C1 and the two ends of line of Unicode move a cursor as well. */
function escaped(line: string): string {
	return line.replace(
		/[\u007f-\u009f\u2028\u2029]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
