import { nameProblem, readEmail, tidyName } from '#core/person-fields.ts';
import { PEOPLE_LIMITS, type ProposedPerson } from '#core/people-table.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { comparedPeople } from '#server/store/people-imported.ts';
import { grantRowsOf } from '#server/store/people-roles.ts';
import { insertGrant, insertPerson, setPersonFields } from '#server/store/people.ts';
import { deleteSessionsOf } from '#server/store/sessions.ts';
import { checkedGrants, grantKey, type GrantInput, type PlainGrant } from './checked-grants.ts';
import { audit, type Command } from './context.ts';
import { peopleManager } from './people-manager.ts';

/**
 * Adds the people of a table and the roles that they lack, in one transaction; nothing is removed (U6).
 * Refused as `moved` when something has changed since the preview, whose mark is `seen` (S10); who sends
 * people past our own reading of files is held to the same law.
 */
export const importPeople: Command<
	{ by: string; people: ProposedPerson[]; seen: string },
	{ added: number; changed: number }
> = async (tx, input, context) => {
	const found = await peopleManager(tx, input.by);
	if (!found.ok) return found;
	const actor = found.value;
	const { municipalityId } = actor;
	if (input.people.length > PEOPLE_LIMITS.rows) return refuse({ code: 'tooLarge', limit: 'rows' });
	const problems: FieldProblem[] = [];
	/** Where each role is first named: the same few stand in thousands of rows. */
	const named = new Map<string, { at: string; grant: GrantInput }>();
	for (const [i, { name, email, grants }] of input.people.entries()) {
		const wrong = nameProblem(name);
		if (wrong ?? name !== tidyName(name))
			problems.push({ field: `people.${i}.name`, problem: wrong ?? 'unseen' });
		if (readEmail(email) !== email) problems.push({ field: `people.${i}.email`, problem: 'email' });
		for (const [j, grant] of grants.entries()) {
			const at = `people.${i}.grants.${j}`;
			if (!named.has(grantKey(grant))) named.set(grantKey(grant), { at, grant });
		}
	}
	for (const { at, grant } of named.values()) {
		const checked = await checkedGrants(tx, municipalityId, [grant]);
		problems.push(
			...checked.problems.map((p) => ({ ...p, field: p.field.replace('grants.0', at) }))
		);
	}
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	const { fresh, changed, seen } = await comparedPeople(tx, municipalityId, input.people);
	if (seen !== input.seen)
		return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });
	if (fresh.length + changed.length === 0) return ok({ added: 0, changed: 0 });

	const give = async (personId: string, grants: readonly Omit<PlainGrant, 'reportId'>[]) => {
		for (const { role, departmentId, authorityId } of grants)
			await insertGrant(tx, {
				id: context.newId(),
				municipalityId,
				personId,
				role,
				departmentId,
				authorityId
			});
		return { personId, grants };
	};
	const added = [];
	for (const { name, email, grants } of fresh) {
		const personId = context.newId();
		await insertPerson(tx, { id: personId, municipalityId, email, name, createdAt: context.now });
		added.push(await give(personId, grants));
	}
	const became = [];
	for (const { id, proposed, nameBefore, added: roles } of changed) {
		if (nameBefore !== null) await setPersonFields(tx, id, { name: proposed.name });
		// U1: as with a role given by hand, no session from before has that power.
		if (isOne(roles) && !isOne(await grantRowsOf(tx, id))) await deleteSessionsOf(tx, id);
		became.push({ ...(await give(id, roles)), renamed: nameBefore !== null });
	}
	await audit(tx, actor, context, { act: 'person.import', detail: { added, changed: became } });
	return ok({ added: added.length, changed: became.length });
};

const isOne = (some: readonly { role: string }[]): boolean =>
	some.some(({ role }) => role === 'administrator');
