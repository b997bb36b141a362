import { REFUSAL_STATUS, type Refusal, type Result } from '#core/result.ts';
import { refusalWords } from '#messages/refusal.ts';
import { error, redirect } from '@sveltejs/kit';
import { loginFor } from './next.ts';

/** What turning a refusal into an answer needs of Kit's event. */
export type At = { url: URL; locals: Pick<App.Locals, 'app' | 'lang'> };

/**
 * A refusal as the answer to a page: to the login page and back where nobody is signed in, else its
 * status with its words. The one place where pages do so.
 */
export function refusalError(refusal: Refusal, { url, locals }: At): never {
	if (refusal.code === 'notSignedIn') redirect(303, loginFor(url));
	const { what, then } = refusalWords(refusal, locals.lang, locals.app.clock());
	error(REFUSAL_STATUS[refusal.code], { message: what, then, code: refusal.code });
}

/** The value of a view or command that a page cannot do without. */
export function valueOf<T>(result: Result<T>, at: At): T {
	return result.ok ? result.value : refusalError(result.refusal, at);
}
