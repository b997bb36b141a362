import type { KnownGroup } from '#core/fetched.ts';
import type { ComparisonGroup, ValueBasis } from '#core/indicator.ts';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { comparisonGroup, indicatorValue } from './schema.ts';
import { prepared, type Tx } from './store.ts';

const groupRows = (db: Tx['db']) =>
	db
		.select()
		.from(comparisonGroup)
		.where(eq(comparisonGroup.municipalityId, sql.placeholder('municipalityId')))
		.orderBy(asc(comparisonGroup.name))
		.prepare();

/** The municipality's groups, by name. */
export async function listGroups(tx: Tx, municipalityId: string): Promise<ComparisonGroup[]> {
	const groups = await listKnownGroups(tx, municipalityId);
	return groups.map(({ id, kind, name, year, members, externalId }) => ({
		id,
		kind,
		name,
		year,
		members,
		externalId
	}));
}

/** The groups with the source's ids of their members, by name. */
export async function listKnownGroups(tx: Tx, municipalityId: string): Promise<KnownGroup[]> {
	return prepared(tx, groupRows)
		.all({ municipalityId })
		.map(({ municipalityId: _, ...group }) => group);
}

export async function insertGroup(
	tx: Tx,
	municipalityId: string,
	group: ComparisonGroup & Partial<KnownGroup>
) {
	tx.db
		.insert(comparisonGroup)
		.values({ ...group, municipalityId })
		.run();
}

/** What may change of a group; never its kind (I7). */
export type GroupChange = Partial<
	Pick<KnownGroup, 'name' | 'year' | 'members' | 'memberIds' | 'externalId'>
>;

/**
 * I7: a group's values that do not say whom they were made of were made of the group as it is. Told
 * before the group changes, so that they stay those of the old members.
 */
export async function keepBasis(tx: Tx, { id, year, members }: ComparisonGroup) {
	// Who took the mean, and of how many values, nobody has said.
	const basis: ValueBasis = { mean: 'source', year, members, count: 0 };
	tx.db
		.update(indicatorValue)
		.set({ basis })
		.where(and(eq(indicatorValue.series, id), isNull(indicatorValue.basis)))
		.run();
}

/** Changes a group and raises its version, if it still is the one that was seen. */
export async function changeGroup(
	tx: Tx,
	municipalityId: string,
	id: string,
	seenVersion: number,
	change: GroupChange
): Promise<boolean> {
	return (
		tx.db
			.update(comparisonGroup)
			.set({ ...change, version: seenVersion + 1 })
			.where(
				and(
					eq(comparisonGroup.id, id),
					eq(comparisonGroup.municipalityId, municipalityId),
					eq(comparisonGroup.version, seenVersion)
				)
			)
			.run().changes === 1
	);
}
