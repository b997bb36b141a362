import { redirect } from '@sveltejs/kit';
import { field } from '../../../../../form.ts';
import { refusalError, refusedForm, valueOf } from '../../../../../refusals.ts';
import { countsOf } from '../../../../account/data/kept.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const personId = event.params.id;
	const data = valueOf(await app.views.personalData(actor, { personId }), event);
	const { name, email, closedAt } = data.account;
	return {
		person: { id: personId, name, email, isClosed: closedAt !== null },
		isMe: actor?.personId === personId,
		counts: countsOf(data)
	};
};

export const actions = {
	erase: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const reason = field(form, 'reason');
		const asked = { by: actor.personId, personId: event.params.id, reason };
		// Nobody is forgotten by a slip: what cannot be undone is ticked first.
		const refused = (problem: string, at: string) => {
			const refusal = { code: 'invalid' as const, problems: [{ field: at, problem }] };
			return refusedForm(refusal, { refusal, reason }, event);
		};
		if (field(form, 'sure') !== 'yes') return refused('tick', 'sure');
		const erased = await app.commands.erasePerson(asked);
		if (!erased.ok) {
			if (erased.refusal.code === 'reasonNeeded') return refused('missing', 'reason');
			return refusedForm(erased.refusal, { refusal: erased.refusal, reason }, event);
		}
		redirect(303, '/settings/people');
	}
} satisfies Actions;
