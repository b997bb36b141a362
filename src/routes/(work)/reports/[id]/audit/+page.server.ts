import { valueOf } from '../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const sectionKey = event.url.searchParams.get('section') || null;
	const reportId = event.params.id;
	const audit = valueOf(await app.views.audit(actor, { reportId, sectionKey }), event);
	return { audit, sectionKey };
};
