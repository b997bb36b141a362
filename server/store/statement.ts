import type { Statement } from '#core/statement.ts';
import { eq } from 'drizzle-orm';
import { accessibilityStatement } from './schema.ts';
import type { Tx } from './store.ts';

export type StoredStatement = { fields: Statement; changedBy: string; changedAt: number };

/** What the municipality has said; undefined where it has said nothing yet. */
export async function getStatement(
	tx: Tx,
	municipalityId: string
): Promise<StoredStatement | undefined> {
	return tx.db
		.select()
		.from(accessibilityStatement)
		.where(eq(accessibilityStatement.municipalityId, municipalityId))
		.get();
}

export async function putStatement(
	tx: Tx,
	row: {
		municipalityId: string;
		fields: Record<string, string>;
		changedBy: string;
		changedAt: number;
	}
): Promise<void> {
	const { municipalityId: _, ...set } = row;
	tx.db
		.insert(accessibilityStatement)
		.values(row)
		.onConflictDoUpdate({ target: accessibilityStatement.municipalityId, set })
		.run();
}
