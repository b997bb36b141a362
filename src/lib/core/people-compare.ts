import type { PeopleRowProblem, ProposedGrant, ProposedPerson } from './people-table.ts';

/** A person who is stored, as an import is held against them. */
export type StoredPerson = {
	id: string;
	name: string;
	email: string;
	active: boolean;
	grants: ProposedGrant[];
};

export type ChangedPerson = {
	proposed: ProposedPerson;
	id: string;
	/** What they were called, where that changes; else null. */
	nameBefore: string | null;
	/** The roles that they do not have yet. */
	added: ProposedGrant[];
};

export type PeopleComparison = {
	fresh: ProposedPerson[];
	/** How many are what the table says already. */
	same: number;
	changed: ChangedPerson[];
	/** People whose accounts are closed, or whose addresses are in use elsewhere. */
	problems: PeopleRowProblem[];
};

const key = ({ role, departmentId, authorityId }: ProposedGrant) =>
	[role, departmentId, authorityId].join();

/**
 * Holds proposed people against those who are stored. Nothing is taken from anybody: roles that the
 * table does not name stay.
 * @param elsewhere addresses that people of other municipalities have
 */
export function comparePeople(
	proposed: readonly ProposedPerson[],
	stored: readonly StoredPerson[],
	elsewhere: ReadonlySet<string>
): PeopleComparison {
	const byEmail = new Map(stored.map((one) => [one.email, one]));
	const found: PeopleComparison = { fresh: [], same: 0, changed: [], problems: [] };
	for (const one of proposed) {
		const before = byEmail.get(one.email);
		const no = (problem: 'isClosed' | 'otherInstallation') =>
			found.problems.push({ row: one.row, column: 'email', problem, found: one.email });
		if (!before) {
			if (elsewhere.has(one.email)) no('otherInstallation');
			else found.fresh.push(one);
			continue;
		}
		if (!before.active) {
			no('isClosed');
			continue;
		}
		const has = new Set(before.grants.map(key));
		const added = one.grants.filter((g) => !has.has(key(g)));
		const nameBefore = before.name === one.name ? null : before.name;
		if (added.length === 0 && nameBefore === null) found.same += 1;
		else found.changed.push({ proposed: one, id: before.id, nameBefore, added });
	}
	return found;
}
