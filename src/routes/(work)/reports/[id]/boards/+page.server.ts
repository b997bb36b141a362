import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** The editions of other authorities that the report takes in, and those that it could. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	return {
		page: valueOf(await app.views.boards(actor, { reportId: event.params.id }), event),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	takeIn: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const editionId = field(await event.request.formData(), 'editionId');
		const input = { by: actor.personId, reportId: event.params.id, editionId };
		const taken = await app.commands.takeInEdition(input);
		if (!taken.ok) return fail(REFUSAL_STATUS[taken.refusal.code], { refusal: taken.refusal });
		const done = taken.value.replaced === null ? 'taken' : 'changed';
		redirect(303, `/reports/${event.params.id}/boards?done=${done}`);
	},
	leaveOut: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const editionId = field(await event.request.formData(), 'editionId');
		const input = { by: actor.personId, reportId: event.params.id, editionId };
		const left = await app.commands.leaveOutEdition(input);
		if (!left.ok) return fail(REFUSAL_STATUS[left.refusal.code], { refusal: left.refusal });
		redirect(303, `/reports/${event.params.id}/boards?done=leftOut`);
	}
} satisfies Actions;
