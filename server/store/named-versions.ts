import { desc, eq } from 'drizzle-orm';
import { namedVersion } from './schema.ts';
import type { Tx } from './store.ts';

export type NamedVersion = typeof namedVersion.$inferSelect;

export async function insertNamedVersion(tx: Tx, row: typeof namedVersion.$inferInsert) {
	tx.db.insert(namedVersion).values(row).run();
}

/** R3: the versions of a section that people have named, the newest text first. */
export async function listNamedVersions(tx: Tx, sectionId: string): Promise<NamedVersion[]> {
	return tx.db
		.select()
		.from(namedVersion)
		.where(eq(namedVersion.sectionId, sectionId))
		.orderBy(desc(namedVersion.seq), desc(namedVersion.namedAt))
		.all();
}
