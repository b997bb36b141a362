import { valueOf } from '../../../../refusals.ts';
import { lateAction } from './acts.ts';
import type { Actions, PageServerLoad } from './$types';

/** A report's late contributions (L3). */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const asked = event.url.searchParams;
	const filter = (['open', 'accepted', 'declined', 'all'] as const).find(
		(one) => one === asked.get('state')
	);
	const shown = filter ?? 'open';
	const page = await app.views.late(actor, {
		reportId: event.params.id,
		state: shown === 'all' ? null : shown,
		done: asked.get('decided')
	});
	return { ...valueOf(page, event), shown };
};

export const actions = {
	accept: lateAction('accept'),
	decline: lateAction('decline')
} satisfies Actions;
