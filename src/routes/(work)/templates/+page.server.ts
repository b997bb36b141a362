import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../form.ts';
import { refusalError, valueOf } from '../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = valueOf(await app.views.templates(actor, null), event);
	const { searchParams } = event.url;
	const report = searchParams.get('report');
	return { ...page, from: searchParams.get('from') ?? (report === null ? '' : `report:${report}`) };
};

/** `report:{id}`, `template:{key}` or `template:{key}:{variant}`, as the form's choices are written. */
function sourceOf(from: string) {
	const [kind, key = '', variant] = from.split(':');
	return kind === 'report' ? { reportId: key } : { template: key, variant };
}

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const values = { from: field(form, 'from'), title: field(form, 'title') };
		const made = await app.commands.copyTemplate({
			by: actor.personId,
			from: sourceOf(values.from),
			title: values.title
		});
		if (!made.ok) return fail(REFUSAL_STATUS[made.refusal.code], { refusal: made.refusal, values });
		redirect(303, `/templates/${made.value.templateId}`);
	}
} satisfies Actions;
