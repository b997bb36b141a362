import { makeForms } from '#server/export/forms.ts';
import { safeError } from '#server/log/safe-error.ts';
import { flushCompileCache } from 'node:module';
import type { Answer, FormsAsked } from './forms-process.ts';

/** Makes forms once and waits to be ended, by whoever asked, or with them. */

async function answerTo({ input, kept }: FormsAsked): Promise<Answer> {
	try {
		return { made: await makeForms(input, kept) };
	} catch (error) {
		return { bug: safeError(error) };
	}
}

process.once('disconnect', () => process.exit());
process.once('message', (asked: FormsAsked) => {
	void answerTo(asked).then((answer) => {
		flushCompileCache();
		// Whoever asked may be gone by now; then this process goes as well.
		process.send?.(answer, (error: Error | null) => {
			if (error) process.exit();
		});
	});
});
