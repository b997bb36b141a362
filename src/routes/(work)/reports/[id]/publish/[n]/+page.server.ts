import { FORMS, type Form } from '#core/forms.ts';
import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field, fields } from '../../../../../form.ts';
import { refusalError, valueOf } from '../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { id: reportId, n } = event.params;
	const number = /^[1-9]\d{0,4}$/.test(n) ? Number(n) : 0;
	const edition = valueOf(await app.views.publishedEdition(actor, { reportId, number }), event);
	const asked = event.url.searchParams.get('withdrawn')?.split(',') ?? [];
	// Only what is so is told: the address can be typed.
	const done = edition.forms.filter(({ form, withdrawn }) => withdrawn && asked.includes(form));
	return { ...edition, done: done.map(({ form }) => form) };
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const chosen = fields(form, 'forms');
		const forms: Form[] = FORMS.filter((one) => chosen.includes(one));
		const reason = field(form, 'reason');
		const editionId = field(form, 'editionId');
		const by = actor.personId;
		const done = await app.commands.withdrawForms({ by, editionId, forms, reason });
		if (done.ok) redirect(303, `?withdrawn=${done.value.forms.join(',')}`);
		const { refusal } = done;
		return fail(REFUSAL_STATUS[refusal.code], { refusal, values: { forms, reason } });
	}
} satisfies Actions;
