import type { Role } from '#core/access.ts';
import { redirect } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, refusedForm, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = valueOf(await app.views.signIn(actor, { now: app.clock() }), event);
	const asked = event.url.searchParams;
	return {
		...page,
		passwordSignIn: app.accounts.passwordSignIn,
		service: (await app.signInService?.state()) ?? null,
		done: asked.has('added') ? 'added' : asked.has('removed') ? 'removed' : null
	} as const;
};

export const actions = {
	add: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const typed = { value: field(form, 'value'), role: field(form, 'role') };
		const [said = '', of = null] = typed.role.split(':');
		// A role that nobody knows is refused by the act.
		const role = said as Role;
		const added = await app.commands.addClaimRole({
			by: actor.personId,
			value: typed.value,
			grant: {
				role,
				departmentId: role === 'writer' ? of : null,
				authorityId: role === 'coordinator' ? of : null
			}
		});
		if (!added.ok) return refusedForm(added.refusal, { refusal: added.refusal, typed }, event);
		redirect(303, '/settings/sign-in?added');
	},
	remove: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const claimRoleId = field(await event.request.formData(), 'claimRoleId');
		const removed = await app.commands.removeClaimRole({ by: actor.personId, claimRoleId });
		if (!removed.ok)
			return refusedForm(removed.refusal, { refusal: removed.refusal, typed: null }, event);
		redirect(303, '/settings/sign-in?removed');
	}
} satisfies Actions;
