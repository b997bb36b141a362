import type { Actor, Role } from '#core/access.ts';
import { permit } from '#core/permit.ts';
import { personState, type PersonState } from '#core/person-state.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { listAuthorities, listDepartments } from '#server/store/organisation.ts';
import type { ListedPerson, WaysIn } from '#server/store/people-list.ts';
import type { GrantRow } from '#server/store/people-roles.ts';
import { listReports } from '#server/store/reports.ts';
import type { Tx } from '#server/store/store.ts';

/** A role as it is shown. */
export type ShownGrant = {
	id: string;
	role: Role;
	departmentId: string | null;
	authorityId: string | null;
	reportId: string | null;
	/** The department, or the authority and perhaps the report; empty for other roles. */
	of: string;
	/** U7: it follows a claim of the sign-in service, and is changed there. */
	isClaim: boolean;
};

/** Who looks, when they may manage people. */
export function lookingAtPeople(actor: Actor | null): Result<Actor> {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'people.manage', { kind: 'municipality', municipalityId });
	return allowed.ok ? ok(actor) : allowed;
}

/** Says roles with the names of what they are for. */
export async function grantNamer(
	tx: Tx,
	municipalityId: string
): Promise<(g: GrantRow) => ShownGrant> {
	const departments = new Map(
		(await listDepartments(tx, municipalityId)).map((d) => [d.id, d.name])
	);
	const authorities = new Map(
		(await listAuthorities(tx, municipalityId)).map((a) => [a.id, a.name])
	);
	const reports = new Map((await listReports(tx, municipalityId)).map((r) => [r.id, r.title]));
	return ({ id, role, departmentId, authorityId, reportId, source }) => ({
		id,
		role,
		departmentId,
		authorityId,
		reportId,
		of: [
			departments.get(departmentId ?? ''),
			authorities.get(authorityId ?? ''),
			reports.get(reportId ?? '')
		]
			.filter((name) => name !== undefined)
			.join(', '),
		isClaim: source === 'claim'
	});
}

export const stateOf = (
	{ id, active, hasPassword }: ListedPerson,
	ways: Pick<WaysIn, 'invited' | 'known'>
): PersonState =>
	personState({
		active,
		hasWayIn: hasPassword || ways.known.has(id),
		isInvited: ways.invited.has(id)
	});
