import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field, fields } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import { grantsOf } from '../grant-form.ts';
import { offerShown } from '../shown-link.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = valueOf(await app.views.newPerson(actor, null), event);
	return {
		...page,
		mails: app.mails.server !== null,
		invites: app.accounts.passwordSignIn
	};
};

export const actions = {
	default: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const invite = field(form, 'invite');
		const values = {
			name: field(form, 'name'),
			email: field(form, 'email'),
			grants: fields(form, 'grant'),
			invite
		};
		const by = actor.personId;
		const { name, email } = values;
		const added = await app.commands.addPerson({ by, name, email, grants: grantsOf(form) });
		if (!added.ok)
			return fail(REFUSAL_STATUS[added.refusal.code], { refusal: added.refusal, values });
		const { personId } = added.value;
		if (invite !== 'mail' && invite !== 'link')
			redirect(303, `/settings/people/${personId}?done=added`);
		// A link that opens an account is in this answer and nowhere else.
		event.setHeaders({ 'cache-control': 'no-store' });
		const asked = { by, personId, purpose: 'invitation', mail: invite === 'mail' } as const;
		return { personId, name, link: valueOf(await offerShown(app, asked, email.trim()), event) };
	}
} satisfies Actions;
