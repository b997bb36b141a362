import { deviceOf } from '#core/device.ts';
import { redirect } from '@sveltejs/kit';
import { safeNext } from '../../../next.ts';
import { valueOf } from '../../../refusals.ts';
import { notSignedIn, serviceFor } from '../service.ts';
import type { RequestHandler } from './$types';

/** U7: back from the sign-in service. Whoever had a session in this browser has it no more. */
export const GET: RequestHandler = async (event) => {
	const { locals, request, url } = event;
	const service = await serviceFor(event);
	const header = request.headers.get('cookie');
	const finished = await service.finish(url.searchParams, header);
	const { cookies } = finished;
	// It comes back in a cookie, which is the browser's word: it is looked at again.
	const next = safeNext(finished.next);
	locals.setCookies.push(...cookies);
	if (finished.personId === null) redirect(303, notSignedIn(finished.why, next));
	const { accounts } = locals.app;
	valueOf(await accounts.signOut(header), event);
	const device = deviceOf(request.headers.get('user-agent'));
	const { cookie } = valueOf(await accounts.begin(finished.personId, 'oidc', device), event);
	// A session of before may have been given more time on this very request.
	locals.setCookies.splice(0, locals.setCookies.length, ...cookies, cookie);
	redirect(303, next);
};
