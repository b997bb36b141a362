import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Who is not signed in has nothing to leave. */
export const load: PageServerLoad = ({ locals }) => {
	if (locals.actor === null) redirect(303, '/');
};
