import { STATEMENT_FIELDS, type Statement } from '#core/statement.ts';
import { redirect } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, refusedForm, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = valueOf(await app.views.statement(actor, null), event);
	return { ...page, done: event.url.searchParams.has('done') };
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const typed: Statement = Object.fromEntries(
			STATEMENT_FIELDS.map((name) => [name, field(form, name)])
		);
		const saved = await app.commands.saveStatement({
			by: actor.personId,
			seenAt: Number(field(form, 'seenAt')),
			statement: typed
		});
		if (!saved.ok) return refusedForm(saved.refusal, { refusal: saved.refusal, typed }, event);
		redirect(303, '/settings/accessibility?done');
	}
} satisfies Actions;
