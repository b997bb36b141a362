import { valueOf } from '../../../refusals.ts';
import type { PageServerLoad } from './$types';
import { countsOf } from './kept.ts';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const data = valueOf(await app.views.personalData(actor, { personId: null }), event);
	return { counts: countsOf(data) };
};
