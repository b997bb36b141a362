import type { PageServerLoad } from './$types';
import { valueOf } from './refusals.ts';

/** Published editions for anyone; for who is signed in, what awaits them. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	return { start: valueOf(await app.views.start(actor, null), event) };
};
