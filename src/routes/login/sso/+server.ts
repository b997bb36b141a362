import { redirect } from '@sveltejs/kit';
import { safeNext } from '../../next.ts';
import type { RequestHandler } from './$types';
import { notSignedIn, serviceFor } from './service.ts';

/** U7: to the municipality's own sign-in service, and from there to `callback`. */
export const GET: RequestHandler = async (event) => {
	const { locals, request, url } = event;
	const service = await serviceFor(event);
	const next = safeNext(url.searchParams.get('next'));
	if (locals.actor) redirect(303, next);
	const begun = await service.begin(next, request.headers.get('cookie'));
	if (begun === null) redirect(303, notSignedIn('unreachable', next));
	locals.setCookies.push(...begun.cookies);
	redirect(303, begun.location);
};
