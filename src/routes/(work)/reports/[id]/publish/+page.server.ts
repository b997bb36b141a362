import { REFUSAL_STATUS } from '#core/result.ts';
import { fail } from '@sveltejs/kit';
import { field } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	return valueOf(await app.views.publication(actor, { reportId: event.params.id }), event);
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const decision = {
			body: field(form, 'body'),
			date: field(form, 'date'),
			paragraph: field(form, 'paragraph'),
			registryNumber: field(form, 'registryNumber')
		};
		const note = field(form, 'note');
		const reportId = event.params.id;
		const by = actor.personId;
		const done = await app.commands.publishReport({ by, reportId, decision, note });
		if (done.ok) return { published: done.value };
		const { refusal } = done;
		return fail(REFUSAL_STATUS[refusal.code], { refusal, values: { ...decision, note } });
	}
} satisfies Actions;
