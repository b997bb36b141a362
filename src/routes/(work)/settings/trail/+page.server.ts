import { valueOf } from '../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = Number(event.url.searchParams.get('page') ?? '1');
	return valueOf(await app.views.trail(actor, { page }), event);
};
