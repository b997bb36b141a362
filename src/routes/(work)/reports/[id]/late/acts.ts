import { REFUSAL_STATUS } from '#core/result.ts';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { field } from '../../../../form.ts';
import { refusalError } from '../../../../refusals.ts';

/**
 * Takes a late contribution in, or declines it (L4); then back to the page that asked. A refusal comes back
 * with the contribution that it is about and what was typed.
 */
export const lateAction =
	(how: 'accept' | 'decline') =>
	async (event: RequestEvent): Promise<ReturnType<typeof refused>> => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const lateId = field(form, 'lateId');
		const reason = field(form, 'reason');
		const by = actor.personId;
		const done =
			how === 'accept'
				? await app.commands.acceptLate({ by, lateId })
				: await app.commands.declineLate({ by, lateId, reason });
		if (done.ok) redirect(303, `${event.url.pathname}?decided=${encodeURIComponent(lateId)}`);
		return refused({ refusal: done.refusal, lateId, reason });
	};

const refused = (data: {
	refusal: Parameters<typeof refusalError>[0];
	lateId: string;
	reason: string;
}) => fail(REFUSAL_STATUS[data.refusal.code], data);
