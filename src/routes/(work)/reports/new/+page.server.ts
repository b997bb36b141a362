import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, valueOf } from '../../../refusals.ts';
import { metaOf } from '../meta-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = valueOf(await app.views.newReport(actor, null), event);
	const { templates, authorities } = page;
	const key = event.url.searchParams.get('template');
	return {
		authorities,
		templates,
		/** What the report will be made of; null while that is not chosen. */
		template: templates.find((t) => t.key === key) ?? null
	};
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const values = {
			template: field(form, 'template'),
			title: field(form, 'title'),
			reportYear: field(form, 'reportYear'),
			authorityId: field(form, 'authorityId'),
			variant: field(form, 'variant'),
			meta: metaOf(form)
		};
		const typed = values.reportYear.trim();
		const reportYear = /^\d{4}$/.test(typed) ? Number(typed) : NaN;
		const made = await app.commands.createReport({ by: actor.personId, ...values, reportYear });
		if (!made.ok) return fail(REFUSAL_STATUS[made.refusal.code], { refusal: made.refusal, values });
		redirect(303, `/reports/${made.value.reportId}/board`);
	}
} satisfies Actions;
