import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const found = await app.views.publication(actor, { reportId: event.params.id });
	const page = valueOf(found, event);
	// Only what is there is told: the address can be typed.
	const published = page.editions.find(
		(e) => String(e.number) === event.url.searchParams.get('published')
	);
	return { ...page, published: published ?? null };
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
		// Who saw the page that said so expects it: somebody else may have published meanwhile.
		const number = Number(field(form, 'number')) || null;
		const by = actor.personId;
		const done = await app.publishing.publish({ by, reportId, decision, note, number });
		if (done.ok) redirect(303, `/reports/${reportId}/publish?published=${done.value.number}`);
		const { refusal } = done;
		return fail(REFUSAL_STATUS[refusal.code], { refusal, values: { ...decision, note } });
	}
} satisfies Actions;
