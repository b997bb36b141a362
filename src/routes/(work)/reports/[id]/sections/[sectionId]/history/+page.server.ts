import { valueOf } from '../../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

/** What became of a section's text (R3): `?person=ID&page=N`. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { id: reportId, sectionId } = event.params;
	const asked = event.url.searchParams;
	const person = asked.get('person') || null;
	const page = Number(asked.get('page') ?? 1);
	const view = await app.views.sectionHistory(actor, { reportId, sectionId, person, page });
	return { history: valueOf(view, event), person, restored: asked.has('restored') };
};
