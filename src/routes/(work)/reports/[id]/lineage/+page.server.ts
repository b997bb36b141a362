import { LINEAGE_KINDS, type LineageLink } from '#core/lineage.ts';
import { REFUSAL_STATUS, refuse, type Refusal } from '#core/result.ts';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { field, fields, idInAddress } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where last year's areas went (Y3). */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const lineage = valueOf(await app.views.lineage(actor, { reportId: event.params.id }), event);
	return {
		lineage,
		changing: lineage.mayManage ? event.url.searchParams.get('change') : null
	};
};

const links = v.array(
	v.object({
		kind: v.picklist(LINEAGE_KINDS),
		from: v.array(v.string()),
		to: v.array(v.string())
	})
);

/** The links of a form that confirms several; undefined where they are not understood. */
function linksOf(form: FormData): LineageLink[] | undefined {
	try {
		const read = v.safeParse(
			links,
			fields(form, 'link').map((one) => JSON.parse(one) as unknown)
		);
		return read.success ? read.output : undefined;
	} catch {
		return undefined; // No JSON: not a form of ours.
	}
}

type Event = RequestEvent<{ id: string }> & { locals: App.Locals };

const refused = (refusal: Refusal, form: FormData) =>
	fail(REFUSAL_STATUS[refusal.code], {
		refusal,
		key: field(form, 'key'),
		values: { kind: field(form, 'kind'), from: fields(form, 'from'), to: fields(form, 'to') }
	});

const back = (event: Event, form: FormData): never =>
	redirect(303, `/reports/${event.params.id}/lineage#${idInAddress(field(form, 'back'))}`);

export const actions = {
	/** One way, as it was proposed or as the person chose it. */
	confirm: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const kind = LINEAGE_KINDS.find((one) => one === field(form, 'kind'));
		const done = kind
			? await app.commands.confirmLineage({
					by: actor.personId,
					reportId: event.params.id,
					links: [{ kind, from: fields(form, 'from'), to: fields(form, 'to') }],
					seen: fields(form, 'seen')
				})
			: refuse({ code: 'invalid', problems: [{ field: 'kind', problem: 'unknown' }] });
		return done.ok ? back(event, form) : refused(done.refusal, form);
	},
	/** All that are sure, as they stood on the page. */
	confirmSure: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const done = await app.commands.confirmLineage({
			by: actor.personId,
			reportId: event.params.id,
			links: linksOf(form) ?? [],
			seen: fields(form, 'seen')
		});
		return done.ok ? back(event, form) : refused(done.refusal, form);
	},
	undo: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const done = await app.commands.undoLineage({
			by: actor.personId,
			reportId: event.params.id,
			linkId: field(form, 'linkId')
		});
		return done.ok ? back(event, form) : refused(done.refusal, form);
	}
} satisfies Actions;
