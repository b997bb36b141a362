import { redirect } from '@sveltejs/kit';
import { field } from '../../form.ts';
import { refusalError, valueOf } from '../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = Number(event.url.searchParams.get('page') ?? 1);
	return { notices: valueOf(await app.views.notices(actor, { page }), event) };
};

export const actions = {
	readAll: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		// What came after the page was made was not seen.
		const until = Number(field(await event.request.formData(), 'until'));
		if (!Number.isSafeInteger(until)) return refusalError({ code: 'invalid', problems: [] }, event);
		valueOf(await app.commands.readNotices({ by: actor.personId, until }), event);
		redirect(303, '/notices');
	}
} satisfies Actions;
