import { redirect } from '@sveltejs/kit';
import { valueOf } from '../refusals.ts';
import type { RequestHandler } from './$types';

/** Ends the session (U1): the store forgets it, the browser is told to. */
export const POST: RequestHandler = async (event) => {
	const { request, locals } = event;
	const { accounts, signInService } = locals.app;
	const page = (await signInService?.afterSignOut(locals.sessionId)) ?? '/';
	const { cookie } = valueOf(await accounts.signOut(request.headers.get('cookie')), event);
	locals.setCookies.push(cookie);
	redirect(303, page);
};
