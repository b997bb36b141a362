import { valueOf } from '../../../refusals.ts';
import type { LayoutServerLoad } from './$types';

/** What stands above every page of the report. */
export const load: LayoutServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const head = await app.views.reportHead(actor, { reportId: event.params.id });
	return { head: valueOf(head, event) };
};
