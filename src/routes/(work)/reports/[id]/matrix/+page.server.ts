import { valueOf } from '../../../../refusals.ts';
import type { PageServerLoad } from './$types';

/** What each department says of each article, by the one or by the other. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = valueOf(await app.views.matrix(actor, { reportId: event.params.id }), event);
	const by = event.url.searchParams.get('by') === 'department' ? 'department' : 'article';
	return { ...page, by } as const;
};
