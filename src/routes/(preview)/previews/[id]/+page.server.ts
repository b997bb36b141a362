import { valueOf } from '../../../refusals.ts';
import type { PageServerLoad } from './$types';

/** A5: judged at each request, kept by nobody, found by no search engine. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	event.setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' });
	const preview = valueOf(await app.views.preview(actor, { previewId: event.params.id }), event);
	return { preview };
};
