import { REFUSAL_STATUS, type Result } from '#core/result.ts';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { field } from '../../../../../form.ts';
import { refusalError, valueOf } from '../../../../../refusals.ts';
import { lateAction } from '../../late/acts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The desk of whoever approves a section. */
export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const { id: reportId, sectionId } = event.params;
	const asked = event.url.searchParams;
	const page = await app.views.desk(actor, {
		reportId,
		sectionId,
		changes: asked.get('show') === 'changes',
		done: asked.get('done'),
		lateDone: asked.get('decided')
	});
	const ask = (['return', 'reopen'] as const).find((act) => act === asked.get('ask'));
	return { ...valueOf(page, event), ask: ask ?? null };
};

type Commands = App.Locals['app']['commands'];
type Decide = (
	commands: Commands,
	input: { by: string; sectionId: string },
	form: FormData
) => Promise<Result<unknown>>;

/** An act on the section; then on to the next that waits, which says what became of this one. */
const decide =
	(act: 'approve' | 'return' | 'reopen', work: Decide) =>
	async (event: RequestEvent<{ id: string; sectionId: string }>) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const { id: reportId, sectionId } = event.params;
		const form = await event.request.formData();
		const done = await work(app.commands, { by: actor.personId, sectionId }, form);
		if (!done.ok) {
			const { refusal } = done;
			return fail(REFUSAL_STATUS[refusal.code], { refusal, act, reason: field(form, 'reason') });
		}
		const past = { done: sectionId, lateDone: null, changes: false };
		const after = await app.views.desk(actor, { reportId, sectionId, ...past });
		const next = act !== 'reopen' && after.ok ? after.value.next : null;
		redirect(303, `/reports/${reportId}/sections/${next?.id ?? sectionId}?done=${sectionId}`);
	};

export const actions = {
	approve: decide('approve', (commands, input, form) =>
		commands.approveSection({ ...input, hash: field(form, 'hash') })
	),
	return: decide('return', (commands, input, form) =>
		commands.returnSection({ ...input, reason: field(form, 'reason') })
	),
	reopen: decide('reopen', (commands, input, form) =>
		commands.reopenSection({ ...input, reason: field(form, 'reason') })
	),
	override: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const { sectionId } = event.params;
		const form = await event.request.formData();
		const finding = field(form, 'finding');
		const reason = field(form, 'reason');
		const by = actor.personId;
		const done = await app.commands.overrideFinding({ by, sectionId, finding, reason });
		if (done.ok) redirect(303, `${event.url.pathname}#findings`);
		const { refusal } = done;
		return fail(REFUSAL_STATUS[refusal.code], { refusal, finding, reason });
	},
	accept: lateAction('accept'),
	decline: lateAction('decline')
} satisfies Actions;
