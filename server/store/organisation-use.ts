import { and, eq, ne, sql } from 'drizzle-orm';
import { authority, department, grant, person, report, section, sectionShare } from './schema.ts';
import type { Tx } from './store.ts';

/** What a part of the organisation has: what is told before it is closed, and hinders its moving. */
export type Use = {
	/** Sections that are not approved, which it owns or shares; of an authority: those of its reports. */
	sections: number;
	/** People with an open account who write for it; of an authority: who coordinate it. */
	people: number;
	/** Departments that are open; none of a department. */
	departments: number;
};

type Counted = { id: string; n: number };

const uses = (sections: Counted[], people: Counted[], departments: Counted[]) => {
	const nOf = (some: Counted[], id: string) =>
		some.reduce((sum, one) => sum + (one.id === id ? one.n : 0), 0);
	return (id: string): Use => ({
		sections: nOf(sections, id),
		people: nOf(people, id),
		departments: nOf(departments, id)
	});
};

const n = sql<number>`count(*)`;
const isOpen = ne(section.state, 'approved');

/** What each department of the municipality has. */
export async function departmentUses(tx: Tx, municipalityId: string): Promise<(id: string) => Use> {
	const id = sql<string>`${section.departmentId}`;
	const owned = tx.db
		.select({ id, n })
		.from(section)
		.where(and(eq(section.municipalityId, municipalityId), isOpen))
		.groupBy(section.departmentId)
		.all();
	const shared = tx.db
		.select({ id: sectionShare.departmentId, n })
		.from(sectionShare)
		.innerJoin(section, eq(section.id, sectionShare.sectionId))
		.where(and(eq(section.municipalityId, municipalityId), isOpen))
		.groupBy(sectionShare.departmentId)
		.all();
	const writers = peopleBy(tx, municipalityId, 'writer', grant.departmentId);
	return uses([...owned, ...shared], writers, []);
}

/** What each authority of the municipality has. */
export async function authorityUses(tx: Tx, municipalityId: string): Promise<(id: string) => Use> {
	const sections = tx.db
		.select({ id: report.authorityId, n })
		.from(section)
		.innerJoin(report, eq(report.id, section.reportId))
		.where(and(eq(section.municipalityId, municipalityId), isOpen))
		.groupBy(report.authorityId)
		.all();
	const coordinators = peopleBy(tx, municipalityId, 'coordinator', grant.authorityId);
	const departments = tx.db
		.select({ id: authority.id, n })
		.from(department)
		.innerJoin(authority, eq(authority.id, department.authorityId))
		.where(and(eq(authority.municipalityId, municipalityId), sql`${department.closedAt} is null`))
		.groupBy(authority.id)
		.all();
	return uses(sections, coordinators, departments);
}

/** How many people with an open account have the role, by what it is of. */
function peopleBy(
	tx: Tx,
	municipalityId: string,
	role: 'writer' | 'coordinator',
	of: typeof grant.departmentId | typeof grant.authorityId
): Counted[] {
	return tx.db
		.select({ id: sql<string>`${of}`, n: sql<number>`count(distinct ${person.id})` })
		.from(grant)
		.innerJoin(person, eq(person.id, grant.personId))
		.where(
			and(eq(grant.municipalityId, municipalityId), eq(grant.role, role), eq(person.active, true))
		)
		.groupBy(of)
		.all();
}
