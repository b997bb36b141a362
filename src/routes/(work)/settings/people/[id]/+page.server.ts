import { REFUSAL_STATUS, type Refusal } from '#core/result.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { field, fields } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import { grantsOf } from '../grant-form.ts';
import { offerShown } from '../shown-link.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const asked = { personId: event.params.id, now: app.clock() };
	const page = valueOf(await app.views.person(actor, asked), event);
	return {
		...page,
		mails: app.mails.server !== null,
		invites: app.accounts.passwordSignIn,
		done: event.url.searchParams.get('done')
	};
};

type At = RequestEvent & { params: { id: string } };

/** Who acts, on whom. */
function askedBy(event: At): { by: string; personId: string } {
	const by = event.locals.actor?.personId ?? refusalError({ code: 'notSignedIn' }, event);
	return { by, personId: event.params.id };
}

const here = ({ params }: At, done: string): never =>
	redirect(303, `/settings/people/${encodeURIComponent(params.id)}?done=${done}`);

const no = <const F extends string>(form: F, refusal: Refusal) =>
	fail(REFUSAL_STATUS[refusal.code], { form, refusal });

export const actions = {
	change: async (event) => {
		const form = await event.request.formData();
		const values = { name: field(form, 'name'), email: field(form, 'email') };
		const seen = { name: field(form, 'seenName'), email: field(form, 'seenEmail') };
		const saved = await event.locals.app.commands.changePerson({
			...askedBy(event),
			...values,
			seen
		});
		if (saved.ok) return here(event, 'saved');
		const { refusal } = saved;
		return fail(REFUSAL_STATUS[refusal.code], { form: 'change' as const, refusal, values });
	},
	grants: async (event) => {
		const form = await event.request.formData();
		const saved = await event.locals.app.commands.setGrants({
			...askedBy(event),
			grants: grantsOf(form),
			seen: fields(form, 'seen')
		});
		if (saved.ok) return here(event, 'grants');
		const { refusal } = saved;
		const ticked = fields(form, 'grant');
		return fail(REFUSAL_STATUS[refusal.code], { form: 'grants' as const, refusal, ticked });
	},
	link: async (event) => {
		const { app, actor } = event.locals;
		const asked = askedBy(event);
		const form = await event.request.formData();
		const purpose = field(form, 'purpose');
		if (purpose !== 'invitation' && purpose !== 'passwordReset') error(400);
		const now = app.clock();
		const { person } = valueOf(
			await app.views.person(actor, { personId: asked.personId, now }),
			event
		);
		const mail = field(form, 'by') === 'mail';
		const link = await offerShown(app, { ...asked, purpose, mail }, person.email);
		if (!link.ok) return no('link', link.refusal);
		// A link that opens an account is in this answer and nowhere else.
		event.setHeaders({ 'cache-control': 'no-store' });
		return { form: 'link' as const, link: link.value };
	},
	sessions: async (event) => {
		const ended = await event.locals.app.commands.endPersonSessions(askedBy(event));
		valueOf(ended, event);
		return here(event, 'sessions');
	},
	close: async (event) => {
		const asked = askedBy(event);
		const closed = await event.locals.app.commands.closePerson(asked);
		if (!closed.ok) return no('close', closed.refusal);
		if (asked.by === asked.personId) redirect(303, '/login');
		return here(event, 'closed');
	},
	reopen: async (event) => {
		const reopened = await event.locals.app.commands.reopenPerson(askedBy(event));
		return reopened.ok ? here(event, 'reopened') : no('close', reopened.refusal);
	}
} satisfies Actions;
