import type { Person } from '#server/store/people.ts';
import { deleteGrantRows, listClaimRoles } from '#server/store/identities.ts';
import { listAuthorities, listOpenDepartments } from '#server/store/organisation.ts';
import { grantRowsOf, hasOtherAdministrator } from '#server/store/people-roles.ts';
import { insertGrant } from '#server/store/people.ts';
import { deleteSessionsOf } from '#server/store/sessions.ts';
import type { Tx } from '#server/store/store.ts';
import { grantKey, plainGrant, type PlainGrant } from './checked-grants.ts';
import type { Context } from './context.ts';

/** What became of a person's roles; `keptLast`: they stay administrator, for there is no other. */
export type Followed = { given: PlainGrant[]; withdrawn: PlainGrant[]; keptLast: boolean };

/** The roles that these values of the service's claim carry; each once. */
export async function claimedGrants(
	tx: Tx,
	municipalityId: string,
	values: readonly string[]
): Promise<PlainGrant[]> {
	const said = new Set(values);
	const carried = (await listClaimRoles(tx, municipalityId)).filter(({ value }) => said.has(value));
	return [...new Map(carried.map((row) => [grantKey(row), plainGrant(row)])).values()];
}

/**
 * U7: makes the person's roles that follow a claim exactly those that the service says; those given by
 * hand stay. What is closed is given to nobody anew, and the last administrator stays one (U6).
 */
export async function followClaims(
	tx: Tx,
	person: Pick<Person, 'id' | 'municipalityId'>,
	values: readonly string[],
	context: Context
): Promise<Followed> {
	const { municipalityId, id: personId } = person;
	const rows = await grantRowsOf(tx, personId);
	const held = rows.filter(({ source }) => source === 'claim');
	const has = new Set(held.map(grantKey));
	const wanted = await claimedGrants(tx, municipalityId, values);
	const isOffered = await offered(tx, municipalityId);
	const given = wanted.filter((g) => !has.has(grantKey(g)) && isOffered(g));
	const wantedKeys = new Set(wanted.map(grantKey));
	const gone = held.filter((row) => !wantedKeys.has(grantKey(row)));

	const isOne = (some: readonly { role: string }[]) => some.some((g) => g.role === 'administrator');
	const staysOne = isOne(wanted) || isOne(rows.filter(({ source }) => source === 'hand'));
	const keptLast =
		isOne(gone) && !staysOne && !(await hasOtherAdministrator(tx, municipalityId, personId));
	const withdrawn = keptLast ? gone.filter(({ role }) => role !== 'administrator') : gone;

	await deleteGrantRows(
		tx,
		withdrawn.map(({ id }) => id)
	);
	for (const g of given)
		await insertGrant(tx, {
			id: context.newId(),
			municipalityId,
			personId,
			...g,
			source: 'claim'
		});
	// U1: as with a role given by hand, no session from before has that power.
	if (!isOne(rows) && isOne(given)) await deleteSessionsOf(tx, personId);
	return { given, withdrawn: withdrawn.map(plainGrant), keptLast };
}

/** Whether a role is offered for something new: neither its department nor its authority is closed. */
async function offered(tx: Tx, municipalityId: string): Promise<(g: PlainGrant) => boolean> {
	const departments = new Set((await listOpenDepartments(tx, municipalityId)).map(({ id }) => id));
	const authorities = new Set(
		(await listAuthorities(tx, municipalityId))
			.filter(({ closedAt }) => closedAt === null)
			.map(({ id }) => id)
	);
	return ({ departmentId, authorityId }) =>
		(departmentId === null || departments.has(departmentId)) &&
		(authorityId === null || authorities.has(authorityId));
}
