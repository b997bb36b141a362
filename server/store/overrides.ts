import { and, asc, eq } from 'drizzle-orm';
import { auditEvent } from './schema.ts';
import type { Tx } from './store.ts';

/**
 * Overrides of findings (C1). Each is an act on the record and nothing else: its line in the audit
 * trail, which nobody can change or remove, is the override. So none exists without its reason, and
 * it stands exactly as long as its finding has the same key.
 */

export const OVERRIDE_ACT = 'section.override';

export type Override = { finding: string; by: string; at: number; reason: string };

/** The overrides of a section, the oldest first. */
export async function listOverrides(
	tx: Tx,
	section: { id: string; reportId: string }
): Promise<Override[]> {
	const lines = tx.db
		.select()
		.from(auditEvent)
		.where(
			and(
				// By the report, of which there is an index.
				eq(auditEvent.reportId, section.reportId),
				eq(auditEvent.sectionId, section.id),
				eq(auditEvent.act, OVERRIDE_ACT)
			)
		)
		.orderBy(asc(auditEvent.seq))
		.all();
	return lines.flatMap(({ detail, personName, at, reason }) => {
		const finding = detail['finding'];
		return typeof finding === 'string'
			? [{ finding, by: personName, at, reason: reason ?? '' }]
			: [];
	});
}

/** The keys of the findings that somebody took upon them. */
export async function overriddenIn(
	tx: Tx,
	section: { id: string; reportId: string }
): Promise<Set<string>> {
	return new Set((await listOverrides(tx, section)).map((o) => o.finding));
}
