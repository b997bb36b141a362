import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, valueOf } from '../../../refusals.ts';
import { descriptionInput, typedDescription } from '../description-form.ts';
import { isRemoval, typedFields, valuesToPut } from '../value-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { searchParams } = event.url;
	const found = await app.views.indicator(actor, { indicatorId: event.params.id });
	const drift = await app.views.indicatorDrift(actor, { indicatorId: event.params.id });
	return {
		...valueOf(found, event),
		/** I6: locked sections that show another number than there is today. */
		drift: valueOf(drift, event),
		done: searchParams.get('done'),
		/** The value that is being corrected. */
		correcting: searchParams.has('series')
			? {
					series: searchParams.get('series') ?? '',
					breakdown: searchParams.get('breakdown') ?? '',
					period: searchParams.get('period') ?? ''
				}
			: null
	};
};

export const actions = {
	value: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const typed = typedFields(form);
		const indicatorId = event.params.id;
		const put = await app.commands.putIndicatorValues({
			by: actor.personId,
			indicatorId,
			version: Number(field(form, 'version')),
			values: valuesToPut(form, typed)
		});
		if (!put.ok) return fail(REFUSAL_STATUS[put.refusal.code], { value: { ...put, typed } });
		redirect(303, `/indicators/${indicatorId}?done=${isRemoval(form) ? 'removed' : 'saved'}`);
	},
	description: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const typed = typedDescription(form);
		const indicatorId = event.params.id;
		const saved = await app.commands.saveIndicator({
			by: actor.personId,
			indicatorId,
			version: Number(field(form, 'version')),
			input: descriptionInput(typed)
		});
		if (!saved.ok)
			return fail(REFUSAL_STATUS[saved.refusal.code], { description: { ...saved, typed } });
		redirect(303, `/indicators/${indicatorId}?done=described`);
	}
} satisfies Actions;
