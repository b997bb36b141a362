/** What is told of an error: names, codes and places in our code; `said` without what people wrote. */
export type SafeError = {
	name: string;
	code?: string;
	said: string;
	/** The frames of the stack alone. */
	at: string[];
	causes?: SafeError[];
};

const MOST = { said: 300, frames: 12, causes: 3, depth: 3 };

/** A place in code, as the engine writes it; nothing that a message could hold passes for one by length. */
const FRAME =
	/^\s+at (?:[\w$.<>[\] #]{1,120} \()?(?:file:\/\/|node:|\/)[^\s()"]{1,240}:\d+:\d+\)?$/;

/**
 * O7: an error as a log may hold it. What engines and libraries quote in their messages (a body that is
 * no JSON, the values of a question to the database, a reader's address) is somebody's text, so all that
 * stands in quotes or brackets goes, and what looks like an address, a secret or a number of a person.
 */
export function safeError(error: unknown, depth = 0): SafeError {
	if (error instanceof ToldError) return error.told;
	if (!(error instanceof Error)) return { name: typeof error, said: scrubbed(text(error)), at: [] };
	const { message, stack = '' } = error;
	// The stack begins with the message, which may hold lines that look like frames.
	const behind = stack.indexOf(message) + message.length;
	const frames = message !== '' && !stack.includes(message) ? [] : stack.slice(behind).split('\n');
	const causes = [
		...(error instanceof AggregateError ? (error.errors as unknown[]) : []),
		error.cause
	]
		.filter((cause) => cause !== undefined)
		.slice(0, MOST.causes);
	const { code } = error as { code?: unknown };
	return {
		name: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
		...(typeof code === 'string' && /^\w{1,60}$/.test(code) ? { code } : {}),
		said: scrubbed(message),
		at: frames
			.filter((line) => FRAME.test(line))
			.slice(0, MOST.frames)
			.map((line) => line.trim()),
		...(causes.length > 0 && depth < MOST.depth
			? { causes: causes.map((cause) => safeError(cause, depth + 1)) }
			: {})
	};
}

const text = (value: unknown) => (typeof value === 'string' ? value : 'no error was thrown');

/** A message without what it quotes and what looks like an address, a secret or a person's number. */
export function scrubbed(message: string): string {
	const [question = ''] = message.split(/\nparams:/);
	return (
		question
			// From the first quote to the last: what is quoted may itself hold quotes.
			.replace(/(["'`“”«»])[^]*["'`“”«»]/g, '$1…$1')
			.replace(/\{[^]*\}|\[[^]*\]|<[^]*>/g, '…')
			.replace(/\S*@\S*/g, '…')
			.replace(/\b(?:\d{2})?\d{6}[-+ ]?\d{4}\b/g, '…')
			.replace(/\/(invitation|reset|first)\/[^\s/?]*/g, '/$1/…')
			.replace(/[\w+/=-]{24,}/g, '…')
			.replace(/\s+/g, ' ')
			.slice(0, MOST.said)
	);
}

/** An error of another thread or process, as it told it. */
export class ToldError extends Error {
	override name = 'ToldError';
	readonly told: SafeError;

	constructor(told: SafeError) {
		super(`${told.name}: ${told.said}`);
		this.told = told;
	}
}
