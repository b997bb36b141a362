import type { Refusal } from '#core/result.ts';
import { TOKEN_SCOPES } from '#core/token.ts';
import { redirect } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, refusedForm, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/account/tokens';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = valueOf(await app.views.apiTokens(actor, { now: app.clock() }), event);
	return { ...page, scopes: TOKEN_SCOPES, revoked: event.url.searchParams.has('revoked') };
};

export const actions = {
	/** The key is in the answer and nowhere else: no address leads to it. */
	make: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const typed = {
			name: field(form, 'name'),
			scope: field(form, 'scope'),
			days: field(form, 'days')
		};
		const days = /^\d{1,4}$/.test(typed.days.trim()) ? Number(typed.days) : 0;
		const made = await app.tokens.make({ ...typed, by: actor.personId, days });
		if (!made.ok) return refusedForm(made.refusal, refused(made.refusal, typed), event);
		return { refusal: null, typed: null, made: made.value };
	},
	revoke: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const tokenId = field(await event.request.formData(), 'token');
		const done = await app.commands.revokeToken({ by: actor.personId, tokenId });
		if (!done.ok) return refusedForm(done.refusal, refused(done.refusal, null), event);
		redirect(303, `${HERE}?revoked`);
	}
} satisfies Actions;

type Typed = { name: string; scope: string; days: string };

const refused = (refusal: Refusal, typed: Typed | null) => ({ refusal, typed, made: null });
