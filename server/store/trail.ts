import { and, count, desc, eq, isNull } from 'drizzle-orm';
import type { AuditEvent } from './audit.ts';
import { auditEvent } from './schema.ts';
import type { Tx } from './store.ts';

/** The trail's lines about people, organisation and settings: those of no report. */
const ofInstallation = (municipalityId: string) =>
	and(eq(auditEvent.municipalityId, municipalityId), isNull(auditEvent.reportId));

/** The newest first, from `offset` on. */
export async function listInstallationAudit(
	tx: Tx,
	municipalityId: string,
	{ limit, offset }: { limit: number; offset: number }
): Promise<AuditEvent[]> {
	return tx.db
		.select()
		.from(auditEvent)
		.where(ofInstallation(municipalityId))
		.orderBy(desc(auditEvent.seq))
		.limit(limit)
		.offset(offset)
		.all();
}

export async function countInstallationAudit(tx: Tx, municipalityId: string): Promise<number> {
	const row = tx.db
		.select({ lines: count() })
		.from(auditEvent)
		.where(ofInstallation(municipalityId))
		.get();
	return row?.lines ?? 0;
}
