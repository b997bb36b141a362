import type { MadeForm } from '#core/forms.ts';
import type { EditionInput, PrintProblem } from '#server/export/input.ts';
import type { FormsMade } from '#server/export/forms.ts';
import { trialLog, type Log } from '#server/log/log.ts';
import { ToldError, type SafeError } from '#server/log/safe-error.ts';
import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A report of 300 pages takes ten seconds, on a busy machine a minute: this ends a runaway. */
const LIMITS = { ms: 300_000, heapMb: 1024 };

/** Thrown when the program ends before the forms are made. */
export class Ended extends Error {
	override name = 'Ended';
}

/** What is asked for; `kept` are forms that are there already. */
export type FormsAsked = { input: EditionInput; kept: MadeForm[] };

export type Answer = { made: FormsMade } | { bug: SafeError };

/**
 * Makes the forms of an edition in a process that lives for it alone. The libraries that set type and
 * draw are native code, which is fed what people write: whatever it does to itself, those who write
 * meanwhile go on, and its memory goes with it. A process that is ended by the system, or takes too long,
 * is a problem of the whole text.
 * @throws Ended when `signal` says so
 * @throws Error when our own code in it fails, which is a bug and not a property of the text
 */
export function formsInProcess(
	asked: FormsAsked,
	signal: AbortSignal,
	limits = LIMITS,
	log: Log = trialLog
): Promise<FormsMade> {
	const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [], {
		serialization: 'advanced',
		execArgv: [`--max-old-space-size=${limits.heapMb}`]
	});
	// Those who write come first. One that could not be started says so by its error.
	if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
	return new Promise<FormsMade>((resolve, reject) => {
		const failed = (problem: PrintProblem['problem']) =>
			resolve({ ok: false, problems: [{ section: null, problem, excerpt: '' }], forms: [] });
		const late = setTimeout(() => {
			log.error({ ms: limits.ms }, 'the forms of an edition took too long and are not made');
			failed('size');
		}, limits.ms);
		const end = () => reject(new Ended('the program ends'));
		signal.addEventListener('abort', end, { once: true });
		child.once('message', (answer: Answer) =>
			'bug' in answer ? reject(new ToldError(answer.bug)) : resolve(answer.made)
		);
		child.on('error', reject);
		child.once('exit', (code, by) => {
			clearTimeout(late);
			signal.removeEventListener('abort', end);
			// It waits for its end by us; nobody else has heard of this one.
			if (by !== 'SIGKILL') log.error({ code, signal: by }, 'the process that makes forms ended');
			failed('refused');
		});
		if (signal.aborted) end();
		// One that ended before it could read says so by its end.
		else child.send(asked, () => undefined);
	}).finally(() => child.kill('SIGKILL'));
}
