import { REFUSAL_STATUS, type Result } from '#core/result.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** The writing room: the whole report with every section's text. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	return valueOf(await app.views.report(actor, { reportId: event.params.id }), event);
};

type Act = (
	commands: App.Locals['app']['commands'],
	input: { by: string; sectionId: string },
	form: FormData
) => Promise<Result<unknown>>;

/** An act on one section; a refusal comes back with the section that it is about. */
const sectionAction = (act: Act) => async (event: RequestEvent) => {
	const { app, actor } = event.locals;
	if (!actor) return refusalError({ code: 'notSignedIn' }, event);
	const form = await event.request.formData();
	const sectionId = field(form, 'sectionId');
	const done = await act(app.commands, { by: actor.personId, sectionId }, form);
	if (done.ok) return { sectionId };
	const { refusal } = done;
	return fail(REFUSAL_STATUS[refusal.code], { sectionId, refusal });
};

export const actions = {
	submit: sectionAction((commands, input, form) =>
		commands.submitSection({ ...input, seenSeq: Number(field(form, 'seenSeq')) })
	),
	approve: sectionAction((commands, input, form) =>
		commands.approveSection({ ...input, hash: field(form, 'hash') })
	),
	return: sectionAction((commands, input, form) =>
		commands.returnSection({ ...input, reason: field(form, 'reason') })
	),
	reopen: sectionAction((commands, input, form) =>
		commands.reopenSection({ ...input, reason: field(form, 'reason') })
	)
} satisfies Actions;
