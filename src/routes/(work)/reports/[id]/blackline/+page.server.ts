import { valueOf } from '../../../../refusals.ts';
import type { PageServerLoad } from './$types';

/** Two versions of the report, section by section: `?from=REF&to=REF`, of editions or `now`. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const asked = (name: string) => event.url.searchParams.get(name);
	const reportId = event.params.id;
	const page = await app.views.reportBlackline(actor, {
		reportId,
		from: asked('from'),
		to: asked('to')
	});
	return valueOf(page, event);
};
