import { REFUSAL_STATUS, type Refusal, type Result } from '#core/result.ts';
import { refusalWords } from '#messages/refusal.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { loginFor } from './next.ts';

/** What turning a refusal into an answer needs of Kit's event. */
export type At = {
	url: URL;
	locals: Pick<App.Locals, 'app' | 'lang'> & Partial<Pick<App.Locals, 'retryAfter'>>;
};

/** O8: the time to wait, which goes out as a header (`hooks.server.ts`). */
function noteWait(refusal: Refusal, locals: At['locals']): void {
	if (refusal.code === 'tooFast' && refusal.after !== undefined) locals.retryAfter = refusal.after;
}

/**
 * A refusal as the answer to a page: to the login page and back where nobody is signed in, else its
 * status with its words. The one place where pages do so.
 */
export function refusalError(refusal: Refusal, { url, locals }: At): never {
	if (refusal.code === 'notSignedIn') redirect(303, loginFor(url));
	noteWait(refusal, locals);
	const { what, then } = refusalWords(refusal, locals.lang, locals.app.clock());
	error(REFUSAL_STATUS[refusal.code], { message: what, then, code: refusal.code });
}

/** The value of a view or command that a page cannot do without. */
export function valueOf<T>(result: Result<T>, at: At): T {
	return result.ok ? result.value : refusalError(result.refusal, at);
}

/** A refusal as the answer to a form: its status, the time to wait, and what the page shows of it. */
export function refusedForm<T extends Record<string, unknown>>(
	refusal: Refusal,
	data: T,
	{ locals }: Pick<At, 'locals'>
) {
	noteWait(refusal, locals);
	return fail(REFUSAL_STATUS[refusal.code], data);
}

/** O8: the same for an answer that a route makes itself. */
export const waitHeader = (refusal: Refusal): Record<string, string> =>
	refusal.code === 'tooFast' && refusal.after !== undefined
		? { 'retry-after': String(refusal.after) }
		: {};
