import { MAIL_STATES } from '#core/mail.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const asked = event.url.searchParams;
	const state = MAIL_STATES.find((one) => one === asked.get('state')) ?? null;
	const page = Number(asked.get('page') ?? '1');
	const shown = valueOf(await app.views.mails(actor, { state, page }), event);
	const retried = asked.get('retried');
	return {
		...shown,
		state,
		server: app.mails.server,
		test: shown.mails.find(({ id }) => id === asked.get('test')) ?? null,
		retried: retried !== null && /^\d+$/.test(retried) ? Number(retried) : null
	};
};

/** The person who acts; nobody else comes further. */
function personOf(event: RequestEvent): string {
	return event.locals.actor?.personId ?? refusalError({ code: 'notSignedIn' }, event);
}

export const actions = {
	test: async (event) => {
		const { app } = event.locals;
		const by = personOf(event);
		const sends = app.mails.server !== null;
		const made = await app.commands.testMail({ by, origin: app.origin, sends });
		const { mailId } = valueOf(made, event);
		app.mails.nudge();
		redirect(303, `/settings/mail?test=${mailId}`);
	},
	retry: async (event) => {
		const { app } = event.locals;
		const by = personOf(event);
		const state = field(await event.request.formData(), 'state');
		if (state !== 'failed' && state !== 'kept') error(400);
		const { mails } = valueOf(await app.commands.retryMails({ by, state }), event);
		app.mails.nudge();
		redirect(303, `/settings/mail?retried=${mails}`);
	}
} satisfies Actions;
