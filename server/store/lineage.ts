import type { LineageLink } from '#core/lineage.ts';
import { asc, eq } from 'drizzle-orm';
import { areaLineage } from './schema.ts';
import type { Tx } from './store.ts';

/** A step of an area's way that a person confirmed (Y3). */
export type ConfirmedLink = LineageLink & { id: string; confirmedBy: string; confirmedAt: number };

/** What was confirmed of the report's areas, in the order in which it was. */
export async function listLineage(tx: Tx, reportId: string): Promise<ConfirmedLink[]> {
	return tx.db
		.select({
			id: areaLineage.id,
			kind: areaLineage.kind,
			from: areaLineage.from,
			to: areaLineage.to,
			confirmedBy: areaLineage.confirmedBy,
			confirmedAt: areaLineage.confirmedAt
		})
		.from(areaLineage)
		.where(eq(areaLineage.reportId, reportId))
		.orderBy(asc(areaLineage.confirmedAt), asc(areaLineage.id))
		.all();
}

export async function insertLineage(tx: Tx, row: typeof areaLineage.$inferInsert) {
	tx.db.insert(areaLineage).values(row).run();
}

export async function deleteLineage(tx: Tx, id: string) {
	tx.db.delete(areaLineage).where(eq(areaLineage.id, id)).run();
}
