import { valueOf } from '../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const asked = event.url.searchParams;
	const sectionKey = asked.get('section') || null;
	const page = Number(asked.get('page') ?? '1');
	const reportId = event.params.id;
	const audit = valueOf(await app.views.audit(actor, { reportId, sectionKey, page }), event);
	return { audit, sectionKey };
};
