import { nameProblem, readEmail, tidyName } from '#core/person-fields.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { findPersonByEmail, insertGrant, insertPerson } from '#server/store/people.ts';
import { checkedGrants, type GrantInput } from './checked-grants.ts';
import { audit, type Command } from './context.ts';
import { peopleManager } from './people-manager.ts';

/**
 * U6: a person with their roles. They have no way in before they are invited, or known to the sign-in
 * service. That an address is taken is told here, for administrators see all people anyway.
 */
export const addPerson: Command<
	{ by: string; name: string; email: string; grants: GrantInput[] },
	{ personId: string }
> = async (tx, input, context) => {
	const found = await peopleManager(tx, input.by);
	if (!found.ok) return found;
	const { municipalityId } = found.value;
	const email = readEmail(input.email);
	const { grants, problems: wrongRoles } = await checkedGrants(tx, municipalityId, input.grants);
	const problems: FieldProblem[] = [...wrongRoles];
	const wrongName = nameProblem(input.name);
	if (wrongName) problems.push({ field: 'name', problem: wrongName });
	if (email === null) problems.push({ field: 'email', problem: 'email' });
	else if (await findPersonByEmail(tx, email))
		problems.push({ field: 'email', problem: 'emailTaken' });
	if (problems.length > 0 || email === null) return refuse({ code: 'invalid', problems });
	const personId = context.newId();
	await insertPerson(tx, {
		id: personId,
		municipalityId,
		email,
		name: tidyName(input.name),
		createdAt: context.now
	});
	for (const g of grants)
		await insertGrant(tx, { id: context.newId(), municipalityId, personId, ...g });
	await audit(tx, found.value, context, { act: 'person.add', detail: { personId, grants } });
	return ok({ personId });
};
