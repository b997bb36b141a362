import { count } from 'drizzle-orm';
import { job, mail } from './schema.ts';
import type { Tx } from './store.ts';

/** Numbers for the operator: what waits and what became of it, of all municipalities together. */

export async function countAllMails(tx: Tx) {
	return tx.db.select({ state: mail.state, n: count() }).from(mail).groupBy(mail.state).all();
}

export async function countJobs(tx: Tx) {
	return tx.db
		.select({ kind: job.kind, state: job.state, n: count() })
		.from(job)
		.groupBy(job.kind, job.state)
		.all();
}
