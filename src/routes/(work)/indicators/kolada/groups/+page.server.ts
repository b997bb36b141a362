import { ALL_MUNICIPALITIES, NATION } from '#core/comparison.ts';
import { REFUSAL_STATUS, type Refusal } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	// Who may see the page at all.
	valueOf(await app.kolada.state(actor), event);
	const groups = valueOf(await app.views.comparisonGroups(actor, null), event);
	const query = event.url.searchParams.get('q')?.trim() ?? '';
	const done = event.url.searchParams.has('done');
	const none = { groups, query, done, hits: null, refusal: null as Refusal | null };
	if (query === '') return none;
	const found = await app.kolada.searchGroups(actor, query);
	if (found.ok) return { ...none, hits: found.value };
	if (found.refusal.code === 'notSignedIn') refusalError(found.refusal, event);
	return { ...none, refusal: found.refusal };
};

const DONE = '/indicators/kolada/groups?done';

/** A group that counts the whole country is its own name; all others have members. */
const hasMembers = (externalId: string) =>
	externalId !== NATION && externalId !== ALL_MUNICIPALITIES;

export const actions = {
	/** Adds a group of the source's, with the members that it has today. */
	add: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const externalId = field(form, 'externalId');
		const name = field(form, 'name');
		const no = (refusal: Refusal) =>
			fail(REFUSAL_STATUS[refusal.code], { add: { refusal, externalId, name } });
		const found = externalId === NATION ? null : await app.kolada.findGroup(actor, externalId);
		if (found && !found.ok) return no(found.refusal);
		const saved = await app.commands.saveGroup({
			by: actor.personId,
			groupId: null,
			version: 0,
			input: {
				kind: found?.value.kind ?? 'nation',
				name,
				// Kolada's län and networks bear no year: they are what they are in this one.
				year: hasMembers(externalId)
					? (found?.value.year ?? new Date(app.clock()).getFullYear())
					: null,
				members: hasMembers(externalId) ? (found?.value.members ?? []) : [],
				externalId
			}
		});
		return saved.ok ? redirect(303, DONE) : no(saved.refusal);
	},
	/** Makes a group of municipalities that somebody has named. */
	make: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const typed = {
			name: field(form, 'name'),
			year: field(form, 'year'),
			members: field(form, 'members')
		};
		const no = (refusal: Refusal, unknown: string[] = []) =>
			fail(REFUSAL_STATUS[refusal.code], { make: { refusal, typed, unknown } });
		const found = await app.kolada.findMembers(actor, typed.members.split(/[,;\n]/));
		if (!found.ok) return no(found.refusal);
		const { members, unknown } = found.value;
		if (unknown.length > 0)
			return no({ code: 'invalid', problems: [{ field: 'members', problem: 'unknown' }] }, unknown);
		const saved = await app.commands.saveGroup({
			by: actor.personId,
			groupId: null,
			version: 0,
			input: { kind: 'own', name: typed.name, year: Number(typed.year), members, externalId: '' }
		});
		return saved.ok ? redirect(303, DONE) : no(saved.refusal);
	}
} satisfies Actions;
