import { formatNumber } from '#core/format.ts';
import { BARNBOKSLUT_SET } from '#core/kpi-set.ts';
import { REFUSAL_STATUS, type Refusal } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { refusalError, valueOf } from '../../../refusals.ts';
import { descriptionInput, typedDescription, type TypedDescription } from '../description-form.ts';
import type { Actions, PageServerLoad, PageServerLoadEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { mayEdit } = valueOf(await app.views.indicatorRights(actor, null), event);
	if (!mayEdit) refusalError({ code: 'forbidden', why: 'role' }, event);
	const kpi = event.url.searchParams.get('kpi') ?? '';
	return kpi === '' ? { proposed: null, source: null } : proposalOf(kpi, event);
};

/** What Kolada's title proposes, for a person to confirm; the form is empty where there is none. */
async function proposalOf(
	kpiId: string,
	{ locals: { app, actor, lang } }: PageServerLoadEvent
): Promise<{ proposed: TypedDescription | null; source: { title: string } | Refusal | null }> {
	const found = await app.kolada.findKpis(actor, [kpiId]);
	if (!found.ok) return { proposed: null, source: found.refusal };
	const [kpi] = found.value;
	if (!kpi) return { proposed: null, source: { code: 'notFound' } };
	const { title, subject, unit, decimals, wishedDirection, tolerance } = kpi.proposal;
	const entry = BARNBOKSLUT_SET.find((e) => e.kpiId === kpi.id);
	return {
		source: { title: kpi.title },
		proposed: {
			title,
			subject,
			kpiId: kpi.id,
			unit,
			decimals: String(decimals),
			wishedDirection: entry?.wished ?? wishedDirection,
			tolerance: tolerance === 0 ? '' : formatNumber(tolerance, 1, lang),
			definition: kpi.definition,
			note: entry?.note?.sv ?? ''
		}
	};
}

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const values = typedDescription(await event.request.formData());
		const made = await app.commands.saveIndicator({
			by: actor.personId,
			indicatorId: null,
			version: 0,
			input: descriptionInput(values)
		});
		if (!made.ok) return fail(REFUSAL_STATUS[made.refusal.code], { refusal: made.refusal, values });
		redirect(303, `/indicators/${made.value.indicatorId}`);
	}
} satisfies Actions;
