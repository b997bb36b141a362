import { ok, refuse } from '#core/result.ts';
import { grantRowsOf, hasOtherAdministrator } from '#server/store/people-roles.ts';
import { deleteGrants, insertGrant } from '#server/store/people.ts';
import { deleteSessionsOf } from '#server/store/sessions.ts';
import { checkedGrants, grantKey, type GrantInput } from './checked-grants.ts';
import { audit, type Command } from './context.ts';
import { lastAdministrator, managedPerson } from './people-manager.ts';

export type { GrantInput } from './checked-grants.ts';

/**
 * Gives a person exactly these roles by hand; what is not in the list is withdrawn, at once (A6). Roles
 * that follow a claim of the sign-in service are not touched (U7), and the last administrator stays one
 * (U6). `seen`: the ids of the rows that the form showed; refused as `moved` when they are others (S10).
 */
export const setGrants: Command<
	{ by: string; personId: string; grants: GrantInput[]; seen?: string[] },
	null
> = async (tx, input, context) => {
	const found = await managedPerson(tx, input.by, input.personId);
	if (!found.ok) return found;
	const { actor, person } = found.value;
	const { municipalityId } = actor;
	const rows = await grantRowsOf(tx, person.id);
	const given = rows.filter((row) => row.source === 'hand');
	if (input.seen && sorted(input.seen) !== sorted(given.map(({ id }) => id)))
		return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });
	const { grants, problems } = await checkedGrants(tx, municipalityId, input.grants, given);
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	const isIn = (some: readonly { role: string }[]) => some.some((g) => g.role === 'administrator');
	const staysOne = isIn(grants) || isIn(rows.filter((row) => row.source === 'claim'));
	const losesIt = person.active && isIn(rows) && !staysOne;
	if (losesIt && !(await hasOtherAdministrator(tx, municipalityId, person.id)))
		return lastAdministrator();

	await deleteGrants(tx, person.id);
	for (const g of grants)
		await insertGrant(tx, { id: context.newId(), municipalityId, personId: person.id, ...g });
	// U1: who becomes an administrator signs in anew: no id from before has that power.
	if (!isIn(rows) && isIn(grants)) await deleteSessionsOf(tx, person.id);
	const keys = (some: readonly GrantInput[]) => new Set(some.map(grantKey));
	const [before, after] = [keys(given), keys(grants)];
	await audit(tx, actor, context, {
		act: 'person.grants',
		detail: {
			personId: person.id,
			grants,
			given: grants.filter((g) => !before.has(grantKey(g))),
			withdrawn: given
				.filter((g) => !after.has(grantKey(g)))
				.map(({ role, departmentId, authorityId, reportId }) => ({
					role,
					departmentId,
					authorityId,
					reportId
				}))
		}
	});
	return ok(null);
};

const sorted = (ids: readonly string[]): string => [...ids].sort().join();
