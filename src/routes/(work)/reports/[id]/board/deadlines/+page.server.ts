import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field, texts } from '../../../../../form.ts';
import { refusalError, valueOf } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const board = valueOf(await app.views.board(actor, { reportId: event.params.id }), event);
	if (!board.mayManage) return refusalError({ code: 'forbidden', why: 'role' }, event);
	return { board };
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const dayOf = (name: string) => field(form, name).trim() || null;
		const wished = (name: string) => ({ seen: dayOf(`seen:${name}`), dueOn: dayOf(name) });
		const names = Object.keys(texts(form)).filter((name) => form.has(`seen:${name}`));
		const saved = await app.commands.setDeadlines({
			by: actor.personId,
			reportId: event.params.id,
			report: names.includes('report') ? wished('report') : undefined,
			sections: names
				.filter((name) => name !== 'report')
				.map((sectionId) => ({ sectionId, ...wished(sectionId) }))
		});
		if (!saved.ok) {
			const { refusal } = saved;
			const values = Object.fromEntries(names.map((name) => [name, field(form, name)]));
			return fail(REFUSAL_STATUS[refusal.code], { refusal, values });
		}
		redirect(303, `/reports/${event.params.id}/board?days`);
	}
} satisfies Actions;
