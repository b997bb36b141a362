import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field, fields } from '../../../form.ts';
import { refusalError, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	return {
		page: valueOf(await app.views.fetching(actor, null), event),
		fetch: valueOf(await app.kolada.state(actor), event)
	};
};

const HERE = '/indicators/kolada';

/** Every year from one to the other. */
function yearsOf(from: string, to: string): string[] {
	const [first, last] = [Number(from), Number(to)];
	if (!Number.isInteger(first) || !Number.isInteger(last) || last - first > 100) return [];
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => String(first + i));
}

export const actions = {
	start: async (event) => {
		const { app, actor } = event.locals;
		const form = await event.request.formData();
		const ask = {
			indicatorIds: fields(form, 'indicatorIds'),
			series: fields(form, 'series'),
			years: yearsOf(field(form, 'from'), field(form, 'to')),
			code: field(form, 'code')
		};
		const started = await app.kolada.start(actor, ask);
		if (started.ok) redirect(303, HERE);
		const { refusal } = started;
		if (refusal.code === 'notSignedIn') refusalError(refusal, event);
		const typed = { ...ask, from: field(form, 'from'), to: field(form, 'to') };
		return fail(REFUSAL_STATUS[refusal.code], { start: { refusal, typed } });
	},
	cancel: async (event) => {
		const { app, actor } = event.locals;
		valueOf(await app.kolada.cancel(actor), event);
		redirect(303, HERE);
	},
	settle: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const settled = await app.commands.settleNotice({
			by: actor.personId,
			noticeId: field(form, 'noticeId'),
			take: form.get('act') === 'take'
		});
		if (settled.ok) redirect(303, `${HERE}#notices`);
		const { refusal } = settled;
		return fail(REFUSAL_STATUS[refusal.code], { settle: { refusal } });
	}
} satisfies Actions;
