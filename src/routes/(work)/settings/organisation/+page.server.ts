import { REFUSAL_STATUS, type Refusal } from '#core/result.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { field } from '../../../form.ts';
import { refusalError, valueOf } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	const page = valueOf(await app.views.organisation(actor, null), event);
	return { ...page, done: event.url.searchParams.get('done') };
};

/** Who acts; nobody else comes further. */
const personOf = (event: RequestEvent): string =>
	event.locals.actor?.personId ?? refusalError({ code: 'notSignedIn' }, event);

const done = (what: string): never => redirect(303, `/settings/organisation?done=${what}`);

/** `of`: the form that was refused, by its place on the page. */
const no = (of: string, refusal: Refusal, typed = '') =>
	fail(REFUSAL_STATUS[refusal.code], { of, refusal, typed });

function kindOf(form: FormData): 'authority' | 'department' {
	const kind = field(form, 'kind');
	if (kind !== 'authority' && kind !== 'department') error(400);
	return kind;
}

export const actions = {
	municipality: async (event) => {
		const form = await event.request.formData();
		const saved = await event.locals.app.commands.saveMunicipality({
			by: personOf(event),
			name: field(form, 'name'),
			fourEyes: form.has('fourEyes'),
			seen: { name: field(form, 'seenName'), fourEyes: field(form, 'seenFourEyes') === 'true' }
		});
		return saved.ok ? done('saved') : no('municipality', saved.refusal, field(form, 'name'));
	},
	add: async (event) => {
		const form = await event.request.formData();
		const kind = kindOf(form);
		const name = field(form, 'name');
		const part =
			kind === 'authority' ? { kind } : { kind, authorityId: field(form, 'authorityId') };
		const added = await event.locals.app.commands.addPart({ by: personOf(event), name, ...part });
		if (added.ok) return done('added');
		return no(`add-${kind === 'authority' ? '' : field(form, 'authorityId')}`, added.refusal, name);
	},
	change: async (event) => {
		const form = await event.request.formData();
		const id = field(form, 'id');
		const name = field(form, 'name');
		const authorityId = field(form, 'authorityId');
		const changed = await event.locals.app.commands.changePart({
			by: personOf(event),
			kind: kindOf(form),
			id,
			name,
			...(authorityId === '' ? {} : { authorityId })
		});
		return changed.ok ? done('saved') : no(`change-${id}`, changed.refusal, name);
	},
	close: async (event) => {
		const form = await event.request.formData();
		const id = field(form, 'id');
		const anyway = form.has('anyway');
		const closed = await event.locals.app.commands.closePart({
			by: personOf(event),
			kind: kindOf(form),
			id,
			anyway
		});
		return closed.ok ? done('closed') : no(`close-${id}`, closed.refusal);
	},
	reopen: async (event) => {
		const form = await event.request.formData();
		const id = field(form, 'id');
		const reopened = await event.locals.app.commands.reopenPart({
			by: personOf(event),
			kind: kindOf(form),
			id
		});
		return reopened.ok ? done('reopened') : no(`reopen-${id}`, reopened.refusal);
	}
} satisfies Actions;
