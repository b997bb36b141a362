import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	return valueOf(await app.views.newReport(actor, null), event);
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const values = {
			title: field(form, 'title'),
			reportYear: field(form, 'reportYear'),
			authorityId: field(form, 'authorityId'),
			variant: field(form, 'variant')
		};
		const typed = values.reportYear.trim();
		const reportYear = /^\d{4}$/.test(typed) ? Number(typed) : NaN;
		const made = await app.commands.createReport({ by: actor.personId, ...values, reportYear });
		if (!made.ok) return fail(REFUSAL_STATUS[made.refusal.code], { refusal: made.refusal, values });
		redirect(303, `/reports/${made.value.reportId}/board`);
	}
} satisfies Actions;
