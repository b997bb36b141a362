import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { texts } from '../../../form.ts';
import { refusalError, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const kinds = valueOf(await app.views.noticeWays(actor, null), event);
	return { kinds, done: event.url.searchParams.has('done') };
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const ways = texts(form);
		const chosen = await app.commands.chooseNotices({ by: actor.personId, ways });
		if (!chosen.ok)
			return fail(REFUSAL_STATUS[chosen.refusal.code], { refusal: chosen.refusal, ways });
		redirect(303, '/notices/settings?done');
	}
} satisfies Actions;
