import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const fromReportId = event.url.searchParams.get('from');
	return valueOf(await app.views.rollOverPage(actor, { fromReportId }), event);
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const values = { title: field(form, 'title'), reportYear: field(form, 'reportYear') };
		const typed = values.reportYear.trim();
		const made = await app.commands.rollOverReport({
			by: actor.personId,
			fromReportId: field(form, 'from'),
			title: values.title,
			reportYear: /^\d{4}$/.test(typed) ? Number(typed) : NaN
		});
		if (!made.ok) return fail(REFUSAL_STATUS[made.refusal.code], { refusal: made.refusal, values });
		redirect(303, `/reports/${made.value.reportId}/board`);
	}
} satisfies Actions;
