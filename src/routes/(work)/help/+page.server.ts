import { redirect } from '@sveltejs/kit';
import { refusalError, valueOf } from '../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	if (!actor) return refusalError({ code: 'notSignedIn' }, event);
	const firstSteps = valueOf(await app.views.firstSteps(actor, null), event);
	return { firstSteps, all: event.url.searchParams.has('all') };
};

const YEAR = 365 * 24 * 60 * 60;

export const actions = {
	/** The first steps are not shown on the start page of this browser any more. */
	putAway: ({ cookies, locals }) => {
		const secure = locals.app.origin.startsWith('https:');
		cookies.set('first-steps', 'away', { path: '/', maxAge: YEAR, sameSite: 'lax', secure });
		redirect(303, '/');
	}
} satisfies Actions;
