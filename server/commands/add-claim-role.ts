import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { insertClaimRole, listClaimRoles } from '#server/store/identities.ts';
import { checkedGrants, grantKey, type GrantInput } from './checked-grants.ts';
import { audit, type Command } from './context.ts';
import { peopleManager } from './people-manager.ts';

/** Longer than any group's name or id, in characters. */
const LONGEST_VALUE = 200;

/**
 * U7: a value of the sign-in service's claim carries a role from now on, for everybody who signs in with
 * it. It is compared letter for letter.
 */
export const addClaimRole: Command<
	{ by: string; value: string; grant: GrantInput },
	{ claimRoleId: string }
> = async (tx, input, context) => {
	const found = await peopleManager(tx, input.by);
	if (!found.ok) return found;
	const { municipalityId } = found.value;
	const value = input.value.trim();
	const { grants, problems: wrong } = await checkedGrants(tx, municipalityId, [
		{ ...input.grant, reportId: null }
	]);
	const problems: FieldProblem[] = wrong.map(({ field, problem }) => ({
		field: field.replace(/^grants\.0\./, ''),
		problem
	}));
	if (value === '') problems.push({ field: 'value', problem: 'missing' });
	else if (value.length > LONGEST_VALUE || /\p{Cc}/u.test(value))
		problems.push({ field: 'value', problem: 'claimValue' });
	const [grant] = grants;
	if (problems.length > 0 || !grant) return refuse({ code: 'invalid', problems });
	const rows = await listClaimRoles(tx, municipalityId);
	if (rows.some((row) => row.value === value && grantKey(row) === grantKey(grant)))
		return refuse({ code: 'invalid', problems: [{ field: 'value', problem: 'claimTaken' }] });
	const { role, departmentId, authorityId } = grant;
	const row = { value, role, departmentId, authorityId };
	const id = context.newId();
	await insertClaimRole(tx, { id, municipalityId, ...row });
	await audit(tx, found.value, context, { act: 'claim.add', detail: row });
	return ok({ claimRoleId: id });
};
