import type { Refusal } from '#core/result.ts';
import { redirect } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, refusedForm, valueOf } from '../../../refusals.ts';
import { formWithFile } from '../../../sent-file.ts';
import type { Actions, PageServerLoad } from './$types';

const NAMES = ['accent', 'logoAlt', 'unit', 'email', 'phone', 'web'] as const;
export type TypedSender = Record<(typeof NAMES)[number], string>;

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = valueOf(await app.views.sender(actor, null), event);
	const { sender } = page;
	const stored: TypedSender = {
		accent: sender?.accent ?? '',
		logoAlt: sender?.logo?.alt ?? '',
		unit: sender?.contact.unit ?? '',
		email: sender?.contact.email ?? '',
		phone: sender?.contact.phone ?? '',
		web: sender?.contact.web ?? ''
	};
	return {
		municipality: page.municipality,
		changedAt: page.changedAt,
		changedBy: page.changedBy,
		stored,
		/** Its bytes in the address, so that a browser shows no older one. */
		logo: sender?.logo ? `/settings/sender/logo?${sender.logo.sha256.slice(0, 12)}` : null,
		/** What a save has just done; another for each, so that the form begins anew. */
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const no = (refusal: Refusal, values: TypedSender | null, hadFile: boolean) =>
			refusedForm(refusal, { refusal, values, hadFile }, event);
		const often = await app.limits.take('filePerson', actor.personId);
		if (!often.ok) return no(often.refusal, null, false);
		const form = await formWithFile(event.request, 1_000_000);
		if (!form)
			return no(
				{ code: 'invalid', problems: [{ field: 'logo', problem: 'logoLarge' }] },
				null,
				true
			);
		const typed = Object.fromEntries(NAMES.map((name) => [name, field(form, name)])) as TypedSender;
		const file = form.get('logo');
		const chosen = file instanceof File && file.name !== '' ? file : null;
		const saved = await app.commands.saveSender({
			by: actor.personId,
			seenAt: Number(field(form, 'seenAt')),
			input: typed,
			logo: chosen ? { bytes: await chosen.bytes() } : form.has('remove') ? 'remove' : 'keep'
		});
		if (!saved.ok) return no(saved.refusal, typed, chosen !== null);
		redirect(303, `/settings/sender?done=${saved.value.changedAt}`);
	}
} satisfies Actions;
