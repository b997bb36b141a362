import { refusalError, valueOf } from '../../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

/** Two versions of a section as one text: `?from=REF&to=REF`. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const asked = (name: string) => event.url.searchParams.get(name);
	const { sectionId } = event.params;
	const page = valueOf(
		await app.views.sectionBlackline(actor, { sectionId, from: asked('from'), to: asked('to') }),
		event
	);
	if (page.section.reportId !== event.params.id) refusalError({ code: 'notFound' }, event);
	return page;
};
