import { comparePeople, type PeopleComparison } from '#core/people-compare.ts';
import type { KnownParts, ProposedPerson } from '#core/people-table.ts';
import { createHash } from 'node:crypto';
import { listAuthorities, listOpenDepartments } from './organisation.ts';
import { emailsElsewhere, listPeople } from './people.ts';
import { listGrants } from './people-roles.ts';
import type { Tx } from './store.ts';

/** What a table of people would do now, and the mark by which its decision is known to be of this (S10). */
export async function comparedPeople(
	tx: Tx,
	municipalityId: string,
	proposed: readonly ProposedPerson[]
): Promise<PeopleComparison & { seen: string }> {
	const grants = Map.groupBy(await listGrants(tx, municipalityId), (g) => g.personId);
	const people = await listPeople(tx, municipalityId);
	const elsewhere = new Set(await emailsElsewhere(tx, municipalityId));
	const compared = comparePeople(
		proposed,
		people.map(({ id, name, email, active }) => ({
			id,
			name,
			email,
			active,
			// A coordinator of one report is not one of the whole authority.
			grants: (grants.get(id) ?? []).filter(({ reportId }) => reportId === null)
		})),
		elsewhere
	);
	const seen = createHash('sha256').update(JSON.stringify(compared)).digest('hex');
	return { ...compared, seen };
}

/** What the names in a table can mean: nothing that is closed. */
export async function knownParts(tx: Tx, municipalityId: string): Promise<KnownParts> {
	return {
		departments: (await listOpenDepartments(tx, municipalityId)).map((d) => ({
			id: d.id,
			name: d.name,
			abbreviation: d.abbreviation,
			authorityId: d.authorityId
		})),
		authorities: (await listAuthorities(tx, municipalityId))
			.filter(({ closedAt }) => closedAt === null)
			.map(({ id, name }) => ({ id, name }))
	};
}
