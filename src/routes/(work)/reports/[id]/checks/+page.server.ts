import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the checks find in the report's sections (C1). */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	return valueOf(await app.views.checks(actor, { reportId: event.params.id }), event);
};

export const actions = {
	override: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const sectionId = field(form, 'sectionId');
		const finding = field(form, 'finding');
		const reason = field(form, 'reason');
		const by = actor.personId;
		const done = await app.commands.overrideFinding({ by, sectionId, finding, reason });
		if (done.ok) redirect(303, `/reports/${event.params.id}/checks`);
		const { refusal } = done;
		return fail(REFUSAL_STATUS[refusal.code], { sectionId, finding, reason, refusal });
	}
} satisfies Actions;
