import { valueOf } from '../../../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

/** Who wrote what of a section's text as it stands (R4). */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { id: reportId, sectionId } = event.params;
	return valueOf(await app.views.sectionAuthors(actor, { reportId, sectionId }), event);
};
