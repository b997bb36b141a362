import { ok, refuse } from '#core/result.ts';
import { deleteClaimRole, deleteGrantRows, listClaimRoles } from '#server/store/identities.ts';
import { hasOtherAdministrator, listGrants } from '#server/store/people-roles.ts';
import { grantKey } from './checked-grants.ts';
import { audit, type Command } from './context.ts';
import { lastAdministrator, peopleManager } from './people-manager.ts';

/**
 * U7: a value of the sign-in service's claim carries a role no more. Where no other value carries it,
 * those who had it by a claim lose it at once (A6); those who sign in anew have what is said then.
 */
export const removeClaimRole: Command<
	{ by: string; claimRoleId: string },
	{ people: number }
> = async (tx, input, context) => {
	const found = await peopleManager(tx, input.by);
	if (!found.ok) return found;
	const { municipalityId } = found.value;
	const rows = await listClaimRoles(tx, municipalityId);
	const row = rows.find(({ id }) => id === input.claimRoleId);
	if (!row) return refuse({ code: 'notFound' });
	const key = grantKey(row);
	const isCarried = rows.some((other) => other.id !== row.id && grantKey(other) === key);
	const all = await listGrants(tx, municipalityId);
	const lost = isCarried
		? []
		: all.filter((grant) => grant.source === 'claim' && grantKey(grant) === key);
	await deleteClaimRole(tx, row.id);
	for (const { id, personId } of lost) {
		await deleteGrantRows(tx, [id]);
		const isByHand = all.some((g) => g.id !== id && g.personId === personId && g.role === row.role);
		if (row.role !== 'administrator' || isByHand) continue;
		if (!(await hasOtherAdministrator(tx, municipalityId, personId))) return lastAdministrator();
	}
	const { value, role, departmentId, authorityId } = row;
	await audit(tx, found.value, context, {
		act: 'claim.remove',
		detail: { value, role, departmentId, authorityId, people: lost.map((g) => g.personId) }
	});
	return ok({ people: lost.length });
};
