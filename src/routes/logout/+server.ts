import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Ends the session (U1): the store forgets it, the browser is told to. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const { accounts, signInService } = locals.app;
	const page = (await signInService?.afterSignOut(locals.sessionId)) ?? '/';
	const { cookie } = await accounts.signOut(request.headers.get('cookie'));
	locals.setCookies.push(cookie);
	redirect(303, page);
};
