import { REFUSAL_STATUS } from '#core/result.ts';
import { draftOf } from '#core/template-draft.ts';
import { edited, readAct } from '#core/template-edit.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';
import { draftIn } from './draft-form.ts';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const found = await app.views.template(actor, { templateId: event.params.id });
	const { template, ...page } = valueOf(found, event);
	const sections = template.chapters.flatMap((c) => c.sections);
	return {
		...page,
		id: template.key,
		stored: draftOf(template),
		/** Sections that begin with a fixed text. */
		withText: sections.filter((s) => s.initial.length > 0).map((s) => s.key),
		/** Roles that own sections, where no department was found for them. */
		owners: [...new Set(sections.map((s) => s.owner))],
		done: event.url.searchParams.has('done')
	};
};

export const actions = {
	/** Without a script: the form comes back with the change made, and nothing is saved. */
	change: async (event) => {
		const form = await event.request.formData();
		const act = readAct(field(form, 'act'));
		const draft = draftIn(form);
		return {
			draft: act ? edited(draft, act) : draft,
			seen: Number(field(form, 'seen')),
			refusal: null
		};
	},
	save: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const draft = draftIn(form);
		const seen = Number(field(form, 'seen'));
		const templateId = event.params.id;
		const saved = await app.commands.saveTemplate({ by: actor.personId, templateId, seen, draft });
		if (!saved.ok) {
			const { refusal } = saved;
			return fail(REFUSAL_STATUS[refusal.code], { refusal, draft, seen: null });
		}
		redirect(303, `/templates/${templateId}?done`);
	},
	archive: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const templateId = event.params.id;
		const archived = field(form, 'archived') === 'true';
		const done = await app.commands.archiveTemplate({ by: actor.personId, templateId, archived });
		if (!done.ok) {
			const { refusal } = done;
			return fail(REFUSAL_STATUS[refusal.code], { refusal, draft: null, seen: null });
		}
		redirect(303, `/templates/${templateId}`);
	}
} satisfies Actions;
