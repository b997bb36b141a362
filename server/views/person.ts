import type { PersonState } from '#core/person-state.ts';
import { ok, refuse } from '#core/result.ts';
import { listAuthorities, listOpenDepartments } from '#server/store/organisation.ts';
import { listedPeople, waysIn, type WayIn } from '#server/store/people-list.ts';
import { grantRowsOf, hasOtherAdministrator } from '#server/store/people-roles.ts';
import { listReports } from '#server/store/reports.ts';
import type { Tx } from '#server/store/store.ts';
import type { View } from './index.ts';
import { grantNamer, lookingAtPeople, stateOf, type ShownGrant } from './people-parts.ts';

/** What a role can be given for: nothing that is closed. */
export type RoleChoices = {
	departments: { id: string; name: string; authority: string }[];
	authorities: { id: string; name: string }[];
	reports: { id: string; title: string; authorityId: string }[];
};

export type PersonPage = {
	person: {
		id: string;
		name: string;
		email: string;
		state: PersonState;
		hasPassword: boolean;
		/** Known to the sign-in service. */
		isKnown: boolean;
		createdAt: number;
		closedAt: number | null;
		/** Until when their invitation is open. */
		invitedUntil: number | null;
		last: WayIn | null;
		sessions: number;
	};
	grants: ShownGrant[];
	choices: RoleChoices;
	isMe: boolean;
	/** U6: nobody else could administer the installation. */
	isLastAdministrator: boolean;
};

/** One person of the municipality, as administrators see them. */
export const person: View<{ personId: string; now: number }, PersonPage> = async (
	tx,
	actor,
	{ personId, now }
) => {
	const allowed = lookingAtPeople(actor);
	if (!allowed.ok) return allowed;
	const { municipalityId } = allowed.value;
	const one = (await listedPeople(tx, municipalityId)).find(({ id }) => id === personId);
	if (!one) return refuse({ code: 'notFound' });
	const ways = await waysIn(tx, municipalityId, now);
	const grants = (await grantRowsOf(tx, one.id)).map(await grantNamer(tx, municipalityId));
	const { id, name, email, hasPassword, createdAt, closedAt } = one;
	return ok({
		person: {
			id,
			name,
			email,
			state: stateOf(one, ways),
			hasPassword,
			isKnown: ways.known.has(id),
			createdAt,
			closedAt,
			invitedUntil: ways.invited.get(id) ?? null,
			last: ways.last.get(id) ?? null,
			sessions: ways.sessions.get(id) ?? 0
		},
		grants,
		choices: await roleChoices(tx, municipalityId),
		isMe: id === allowed.value.personId,
		isLastAdministrator:
			one.active &&
			grants.some(({ role }) => role === 'administrator') &&
			!(await hasOtherAdministrator(tx, municipalityId, id))
	});
};

/** What a new person can be given. */
export const newPerson: View<null, { choices: RoleChoices }> = async (tx, actor) => {
	const allowed = lookingAtPeople(actor);
	if (!allowed.ok) return allowed;
	return ok({ choices: await roleChoices(tx, allowed.value.municipalityId) });
};

async function roleChoices(tx: Tx, municipalityId: string): Promise<RoleChoices> {
	const all = await listAuthorities(tx, municipalityId);
	const names = new Map(all.map((a) => [a.id, a.name]));
	const authorities = all.filter(({ closedAt }) => closedAt === null);
	return {
		departments: (await listOpenDepartments(tx, municipalityId)).map((d) => ({
			id: d.id,
			name: d.name,
			authority: names.get(d.authorityId) ?? ''
		})),
		authorities: authorities.map(({ id, name }) => ({ id, name })),
		reports: (await listReports(tx, municipalityId))
			.filter((r) => authorities.some((a) => a.id === r.authorityId))
			.map(({ id, title, authorityId }) => ({ id, title, authorityId }))
	};
}
