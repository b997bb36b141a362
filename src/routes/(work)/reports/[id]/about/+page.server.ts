import { REFUSAL_STATUS } from '#core/result.ts';
import type { ReportMeta } from '#core/report-kind.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import { metaOf } from '../../meta-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const found = await app.views.aboutReport(actor, { reportId: event.params.id });
	return { ...valueOf(found, event), done: event.url.searchParams.has('done') };
};

/** What the page showed when it was opened: hidden fields, so that it works without a script. */
const seenIn = (form: FormData): { title: string; meta: ReportMeta } => ({
	title: field(form, 'seen.title'),
	meta: Object.fromEntries(
		[...form].flatMap(([name, value]) =>
			name.startsWith('seen.meta.') && typeof value === 'string'
				? [[name.slice('seen.meta.'.length), value]]
				: []
		)
	)
});

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const values = { title: field(form, 'title'), meta: metaOf(form) };
		const reportId = event.params.id;
		const saved = await app.commands.saveReportMeta({
			by: actor.personId,
			reportId,
			seen: seenIn(form),
			...values
		});
		if (!saved.ok) {
			const { refusal } = saved;
			return fail(REFUSAL_STATUS[refusal.code], { refusal, values });
		}
		redirect(303, `/reports/${reportId}/about?done`);
	}
} satisfies Actions;
