import { ALL_MUNICIPALITIES, NATION } from '#core/comparison.ts';
import { yearOf } from '#core/format.ts';
import { REFUSAL_STATUS, type Refusal } from '#core/result.ts';
import { fail, redirect } from '@sveltejs/kit';
import { field } from '../../../../form.ts';
import { refusalError, valueOf } from '../../../../refusals.ts';
import { namedMembers, unknownMembers } from './members.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, actor } = event.locals;
	// Who may see the page at all.
	valueOf(await app.kolada.state(actor), event);
	const groups = valueOf(await app.views.comparisonGroups(actor, null), event);
	const { searchParams } = event.url;
	const query = searchParams.get('q')?.trim() ?? '';
	const none = {
		groups,
		query,
		done: searchParams.has('done'),
		/** The group whose members are being changed, and the one whose members were. */
		changing: searchParams.get('change'),
		changed: groups.find(({ id }) => id === searchParams.get('changed')) ?? null,
		hits: null,
		refusal: null as Refusal | null
	};
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
				year: hasMembers(externalId) ? (found?.value.year ?? yearOf(app.clock())) : null,
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
		const found = await namedMembers(event.locals, typed.members);
		if (!found.ok) return no(found.refusal);
		const { members, unknown } = found.value;
		if (unknown.length > 0) return no(unknownMembers, unknown);
		const saved = await app.commands.saveGroup({
			by: actor.personId,
			groupId: null,
			version: 0,
			input: { kind: 'own', name: typed.name, year: Number(typed.year), members, externalId: '' }
		});
		return saved.ok ? redirect(303, DONE) : no(saved.refusal);
	},
	/** Changes the members and the year of a chosen group (I7), if it is still the one that was seen. */
	change: async (event) => {
		const { app, actor } = event.locals;
		if (!actor) return refusalError({ code: 'notSignedIn' }, event);
		const form = await event.request.formData();
		const groupId = field(form, 'groupId');
		const typed = { year: field(form, 'year'), members: field(form, 'members') };
		const no = (refusal: Refusal, unknown: string[] = []) =>
			fail(REFUSAL_STATUS[refusal.code], { change: { groupId, refusal, typed, unknown } });
		const groups = valueOf(await app.views.comparisonGroups(actor, null), event);
		const group = groups.find(({ id, kind }) => id === groupId && kind === 'own');
		if (!group) return refusalError({ code: 'notFound' }, event);
		const version = Number(field(form, 'version'));
		// Told at once: the source may take its time, or not answer at all.
		if (version !== group.version)
			return no({ code: 'moved', happened: 'valueChanged', by: null, at: null });
		const found = await namedMembers(event.locals, typed.members);
		if (!found.ok) return no(found.refusal);
		const { members, unknown } = found.value;
		if (unknown.length > 0) return no(unknownMembers, unknown);
		const saved = await app.commands.saveGroup({
			by: actor.personId,
			groupId,
			version,
			input: {
				kind: group.kind,
				name: group.name,
				year: Number(typed.year),
				members,
				externalId: group.externalId ?? ''
			}
		});
		if (!saved.ok) return no(saved.refusal);
		redirect(303, `/indicators/kolada/groups?changed=${encodeURIComponent(groupId)}`);
	}
} satisfies Actions;
