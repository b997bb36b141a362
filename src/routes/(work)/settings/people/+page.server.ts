import { refusalError, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';
import { askedOf } from './asked.ts';
import { inviteSome } from './invite-some.ts';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const asked = askedOf(event.url.searchParams);
	const shown = valueOf(await app.views.people(actor, { ...asked, now: app.clock() }), event);
	return {
		...shown,
		asked,
		mails: app.mails.server !== null,
		invites: app.accounts.passwordSignIn
	};
};

export const actions = {
	invite: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		// Links that open accounts are in this answer and nowhere else.
		event.setHeaders({ 'cache-control': 'no-store' });
		return { invited: valueOf(await inviteSome(app, actor, form.get('by') === 'mail'), event) };
	}
} satisfies Actions;
