import type { Role } from '#core/access.ts';
import { PERSON_STATES, type PersonState } from '#core/person-state.ts';
import { ok } from '#core/result.ts';
import { fold } from '#core/values-table.ts';
import { listedPeople, waysIn, type WayIn } from '#server/store/people-list.ts';
import { listGrants } from '#server/store/people-roles.ts';
import type { View } from './index.ts';
import { listPage, type ListPage } from './list-page.ts';
import { grantNamer, lookingAtPeople, stateOf, type ShownGrant } from './people-parts.ts';

export type PersonLine = {
	id: string;
	name: string;
	email: string;
	state: PersonState;
	grants: ShownGrant[];
	last: WayIn | null;
};

export type PeoplePage = ListPage & {
	people: PersonLine[];
	/** How many there are of each state, whatever is looked for. */
	counts: Record<PersonState, number>;
	/** How many were found, on all pages. */
	found: number;
};

export type PeopleAsked = {
	state: PersonState | null;
	/** `none`: those without any role. */
	role: Role | 'none' | null;
	/** Words of a name, an address, or what a role is for. */
	text: string;
	/** From 1; what is beyond the last is the last. */
	page: number;
	now: number;
};

/** People, by name, as they are looked for. */
export const people: View<PeopleAsked, PeoplePage> = async (tx, actor, asked) => {
	const allowed = lookingAtPeople(actor);
	if (!allowed.ok) return allowed;
	const { municipalityId } = allowed.value;
	const ways = await waysIn(tx, municipalityId, asked.now);
	const named = await grantNamer(tx, municipalityId);
	const grants = Map.groupBy(await listGrants(tx, municipalityId), (g) => g.personId);
	const all = (await listedPeople(tx, municipalityId)).map((one): PersonLine => ({
		id: one.id,
		name: one.name,
		email: one.email,
		state: stateOf(one, ways),
		grants: (grants.get(one.id) ?? []).map(named),
		last: ways.last.get(one.id) ?? null
	}));
	const words = fold(asked.text).split(' ').filter(Boolean);
	const found = all.filter((one) => {
		if (asked.state !== null && one.state !== asked.state) return false;
		if (asked.role === 'none' && one.grants.length > 0) return false;
		if (asked.role !== null && asked.role !== 'none')
			if (!one.grants.some(({ role }) => role === asked.role)) return false;
		const text = fold([one.name, one.email, ...one.grants.map((g) => g.of)].join(' '));
		return words.every((word) => text.includes(word));
	});
	found.sort((a, b) => byName.compare(a.name, b.name) || (a.email < b.email ? -1 : 1));
	const { page, pages, limit, offset } = listPage(asked.page, found.length);
	return ok({
		people: found.slice(offset, offset + limit),
		counts: Object.fromEntries(
			PERSON_STATES.map((state) => [state, all.filter((one) => one.state === state).length])
		) as Record<PersonState, number>,
		found: found.length,
		page,
		pages
	});
};

const byName = new Intl.Collator('sv');
