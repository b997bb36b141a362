import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field, fields } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = valueOf(await app.views.previews(actor, { reportId: event.params.id }), event);
	// Only what is so is told: the address can be typed.
	const { searchParams } = event.url;
	const by = (id: string | null) => page.released.find((one) => one.id === id);
	const withdrawn = by(searchParams.get('withdrawn'));
	return {
		...page,
		done: {
			released: by(searchParams.get('released')) ?? null,
			withdrawn: withdrawn?.withdrawn ? withdrawn : null
		}
	};
};

export const actions = {
	release: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const readers = fields(form, 'readers');
		const message = field(form, 'message');
		const hash = field(form, 'hash');
		const reportId = event.params.id;
		const by = actor.personId;
		const done = await app.commands.releasePreview({ by, reportId, hash, readers, message });
		if (done.ok) redirect(303, `/reports/${reportId}/preview?released=${done.value.previewId}`);
		const { refusal } = done;
		return fail(REFUSAL_STATUS[refusal.code], { refusal, values: { readers, message } });
	},
	withdraw: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const previewId = field(await event.request.formData(), 'previewId');
		const done = await app.commands.withdrawPreview({ by: actor.personId, previewId });
		if (done.ok) redirect(303, `/reports/${event.params.id}/preview?withdrawn=${previewId}`);
		const { refusal } = done;
		return fail(REFUSAL_STATUS[refusal.code], { refusal, values: { readers: [], message: '' } });
	}
} satisfies Actions;
