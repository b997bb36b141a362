import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { texts } from '../../../form.ts';
import { refusalError, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = valueOf(await app.views.departments(actor, null), event);
	return { ...page, done: event.url.searchParams.has('done') };
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const values = texts(form);
		const saved = await app.commands.saveAbbreviations({
			by: actor.personId,
			abbreviations: values
		});
		if (!saved.ok)
			return fail(REFUSAL_STATUS[saved.refusal.code], { refusal: saved.refusal, values });
		redirect(303, '/settings/departments?done');
	}
} satisfies Actions;
