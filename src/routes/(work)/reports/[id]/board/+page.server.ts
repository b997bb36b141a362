import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field, fields } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { searchParams } = event.url;
	const board = valueOf(await app.views.board(actor, { reportId: event.params.id }), event);
	return {
		board,
		filter: searchParams.get('state') ?? '',
		byDay: searchParams.get('order') === 'day',
		daysSaved: searchParams.has('days'),
		changing: board.mayManage ? searchParams.get('change') : null,
		changed: searchParams.get('changed')
	};
};

/** "2, 3, 12" as numbers; what is no number becomes NaN, which the command refuses. */
const articlesOf = (typed: string): number[] =>
	typed
		.split(/[\s,;]+/)
		.filter(Boolean)
		.map(Number);

export const actions = {
	change: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const key = field(form, 'key');
		const values = {
			title: field(form, 'title'),
			departmentId: field(form, 'departmentId'),
			articles: field(form, 'articles'),
			sharedWith: fields(form, 'sharedWith'),
			rowsOnly: fields(form, 'rowsOnly')
		};
		const changed = await app.commands.changeSection({
			by: actor.personId,
			sectionId: field(form, 'sectionId'),
			version: Number(field(form, 'version')),
			title: values.title,
			departmentId: values.departmentId === '' ? null : values.departmentId,
			articles: articlesOf(values.articles),
			sharedWith: values.sharedWith,
			rowsOnly: values.rowsOnly
		});
		if (!changed.ok) {
			const { refusal } = changed;
			return fail(REFUSAL_STATUS[refusal.code], { refusal, key, values });
		}
		redirect(303, `/reports/${event.params.id}/board?changed=${encodeURIComponent(key)}`);
	}
} satisfies Actions;
