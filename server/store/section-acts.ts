import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { AuditEvent } from './audit.ts';
import { auditEvent } from './schema.ts';
import type { SectionRow } from './sections.ts';
import type { Tx } from './store.ts';

/** The report's acts that make or fix texts of its sections. */
const OF_REPORT = ['report.publish', 'word.import'];

/** R3: the events of the trail that a section's history tells of, the newest first. */
export async function listSectionActs(
	tx: Tx,
	section: Pick<SectionRow, 'id' | 'reportId'>,
	acts: readonly string[]
): Promise<AuditEvent[]> {
	return tx.db
		.select()
		.from(auditEvent)
		.where(
			and(
				eq(auditEvent.reportId, section.reportId),
				inArray(auditEvent.act, [...acts]),
				or(
					eq(auditEvent.sectionId, section.id),
					and(isNull(auditEvent.sectionId), inArray(auditEvent.act, OF_REPORT))
				)
			)
		)
		.orderBy(desc(auditEvent.seq))
		.all();
}
