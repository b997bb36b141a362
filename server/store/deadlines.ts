import type { Deadline } from '#core/deadline.ts';
import { eq } from 'drizzle-orm';
import { report, section } from './schema.ts';
import type { Tx } from './store.ts';

/** R6: the day by which the report's sections are to be submitted; null for none. */
export async function setReportDueOn(tx: Tx, reportId: string, dueOn: Deadline | null) {
	tx.db.update(report).set({ dueOn }).where(eq(report.id, reportId)).run();
}

/** The section's own day; null for the report's. It is no part of the text: a lock does not hold it. */
export async function setSectionDueOn(tx: Tx, sectionId: string, dueOn: Deadline | null) {
	tx.db.update(section).set({ dueOn }).where(eq(section.id, sectionId)).run();
}
