import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../../../../../form.ts';
import { refusalError, valueOf } from '../../../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** One version of a section, to be read, named and brought back (R3); `?ask=restore` asks whether it shall be. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { id: reportId, sectionId, ref } = event.params;
	const asked = event.url.searchParams;
	const view = await app.views.sectionVersion(actor, { reportId, sectionId, ref });
	return {
		page: valueOf(view, event),
		asks: asked.get('ask') === 'restore',
		named: asked.has('named')
	};
};

/** The number of the update that the address names; NaN of any other version. */
const seqOf = (ref: string): number => Number(/^seq-(\d{1,15})$/.exec(ref)?.[1]);

export const actions = {
	restore: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const { id, sectionId, ref } = event.params;
		const form = await event.request.formData();
		const done = await app.commands.restoreSection({
			by: actor.personId,
			sectionId,
			seq: seqOf(ref),
			seenSeq: Number(field(form, 'seenSeq'))
		});
		if (done.ok) redirect(303, `/reports/${id}/sections/${sectionId}/history?restored`);
		const { refusal } = done;
		return fail(REFUSAL_STATUS[refusal.code], { refusal, act: 'restore' as const, name: '' });
	},
	name: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const { id, sectionId, ref } = event.params;
		const name = field(await event.request.formData(), 'name');
		const by = actor.personId;
		const done = await app.commands.nameVersion({ by, sectionId, seq: seqOf(ref), name });
		if (done.ok) redirect(303, `/reports/${id}/sections/${sectionId}/history/${ref}?named`);
		const { refusal } = done;
		return fail(REFUSAL_STATUS[refusal.code], { refusal, act: 'name' as const, name });
	}
} satisfies Actions;
