import { valueOf } from '../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	return valueOf(await app.views.reports(actor, null), event);
};
