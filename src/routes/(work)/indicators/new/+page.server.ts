import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { refusalError, valueOf } from '../../../refusals.ts';
import { descriptionInput, typedDescription } from '../description-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { mayEdit } = valueOf(await app.views.indicators(actor, null), event);
	if (!mayEdit) refusalError({ code: 'forbidden', why: 'role' }, event);
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const values = typedDescription(await event.request.formData());
		const made = await app.commands.saveIndicator({
			by: actor.personId,
			indicatorId: null,
			version: 0,
			input: descriptionInput(values)
		});
		if (!made.ok) return fail(REFUSAL_STATUS[made.refusal.code], { refusal: made.refusal, values });
		redirect(303, `/indicators/${made.value.indicatorId}`);
	}
} satisfies Actions;
