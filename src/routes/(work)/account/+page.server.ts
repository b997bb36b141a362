import type { Refusal } from '#core/result.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { field } from '../../form.ts';
import { refusalError, refusedForm, valueOf } from '../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor, sessionId } = event.locals;
	const page = valueOf(await app.views.account(actor, { sessionHash: sessionId }), event);
	const said = event.url.searchParams.get('done');
	const done: 'password' | 'sessions' | null =
		said === 'password' || said === 'sessions' ? said : null;
	return { ...page, passwordSignIn: app.accounts.passwordSignIn, done };
};

/** Who acts, and in which session; nobody else comes further. */
function ownOf(event: RequestEvent): { by: string; sessionHash: string } {
	const { actor, sessionId } = event.locals;
	if (!actor || sessionId === null) return refusalError({ code: 'notSignedIn' }, event);
	return { by: actor.personId, sessionHash: sessionId };
}

export const actions = {
	password: async (event) => {
		const own = ownOf(event);
		const { app, actor } = event.locals;
		const { email } = valueOf(
			await app.views.account(actor, { sessionHash: own.sessionHash }),
			event
		);
		const form = await event.request.formData();
		// The present password is tried like one at the door: who has found an open browser guesses as little.
		const changed = await app.limits.signIn({ email, address: event.getClientAddress() }, () =>
			app.accounts.changePassword({
				...own,
				present: field(form, 'present'),
				password: field(form, 'password')
			})
		);
		if (!changed.ok) {
			const refusal = atItsField(changed.refusal);
			return refusedForm(refusal, { refusal, about: 'password' as const }, event);
		}
		redirect(303, '/account?done=password');
	},
	end: async (event) => {
		const own = ownOf(event);
		const ref = field(await event.request.formData(), 'ref');
		valueOf(await event.locals.app.commands.endOwnSessions({ ...own, which: { ref } }), event);
		redirect(303, '/account?done=sessions');
	},
	endOthers: async (event) => {
		const own = ownOf(event);
		valueOf(await event.locals.app.commands.endOwnSessions({ ...own, which: 'others' }), event);
		redirect(303, '/account?done=sessions');
	}
} satisfies Actions;

/** A wrong present password is said at the field where it was typed. */
const atItsField = (refusal: Refusal): Refusal =>
	refusal.code === 'wrongCredentials'
		? { code: 'invalid', problems: [{ field: 'present', problem: 'presentPassword' }] }
		: refusal;
