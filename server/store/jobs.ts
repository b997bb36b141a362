import { isUnderWay, type JobKind, type JobState } from '#core/job.ts';
import { and, asc, desc, eq, inArray, lte, notInArray, sql } from 'drizzle-orm';
import { job, person } from './schema.ts';
import type { Tx } from './store.ts';

export type Job = typeof job.$inferSelect;

/** A job with the name of the person who asked for it; null for the server itself. */
export type NamedJob = Job & { name: string | null };

const UNDER_WAY: JobState[] = ['waiting', 'running'];

export async function insertJob(tx: Tx, row: typeof job.$inferInsert): Promise<void> {
	tx.db.insert(job).values(row).run();
}

export async function getJob(tx: Tx, id: string): Promise<Job | undefined> {
	return tx.db.select().from(job).where(eq(job.id, id)).get();
}

export async function changeJob(tx: Tx, id: string, change: Partial<Job>): Promise<void> {
	tx.db.update(job).set(change).where(eq(job.id, id)).run();
}

export async function deleteJob(tx: Tx, id: string): Promise<void> {
	tx.db.delete(job).where(eq(job.id, id)).run();
}

/** The job of the kind that has waited longest and may be begun now. */
export async function nextJob(tx: Tx, kind: JobKind, now: number): Promise<Job | undefined> {
	return tx.db
		.select()
		.from(job)
		.where(and(eq(job.kind, kind), eq(job.state, 'waiting'), lte(job.notBefore, now)))
		.orderBy(asc(job.notBefore), asc(job.createdAt), asc(job.id))
		.limit(1)
		.get();
}

/** Those that are said to be under way, of all municipalities. */
export async function listRunningJobs(tx: Tx): Promise<Job[]> {
	return tx.db.select().from(job).where(eq(job.state, 'running')).all();
}

/** The kinds of which something waits. */
export async function waitingKinds(tx: Tx): Promise<JobKind[]> {
	return tx.db
		.selectDistinct({ kind: job.kind })
		.from(job)
		.where(eq(job.state, 'waiting'))
		.all()
		.map(({ kind }) => kind);
}

/** The municipality's last job of the kind: the one that is under way, else the newest. */
export async function latestJob(
	tx: Tx,
	municipalityId: string,
	kind: JobKind
): Promise<NamedJob | undefined> {
	const found = named(tx)
		.where(and(eq(job.municipalityId, municipalityId), eq(job.kind, kind)))
		.orderBy(desc(inArray(job.state, UNDER_WAY)), desc(job.createdAt), sql`${job}.rowid DESC`)
		.limit(1)
		.get();
	return found && withName(found);
}

/** The jobs about one edition, whatever became of them. */
export async function jobsOfEdition(tx: Tx, editionId: string): Promise<Job[]> {
	return tx.db
		.select()
		.from(job)
		.where(
			and(
				eq(job.kind, 'completeEdition'),
				eq(sql`json_extract(${job.input}, '$.editionId')`, editionId)
			)
		)
		.all();
}

/** The municipality's jobs, what is under way first, then the newest. */
export async function listJobs(tx: Tx, municipalityId: string, limit: number): Promise<NamedJob[]> {
	const rows = named(tx)
		.where(eq(job.municipalityId, municipalityId))
		.orderBy(desc(job.createdAt), sql`${job}.rowid DESC`)
		.limit(limit)
		.all()
		.map(withName);
	return [
		...rows.filter((row) => isUnderWay(row.state)),
		...rows.filter((row) => !isUnderWay(row.state))
	];
}

/** Takes away what was over before the time; how many. */
export async function deleteJobsBefore(tx: Tx, time: number): Promise<number> {
	return tx.db
		.delete(job)
		.where(and(notInArray(job.state, UNDER_WAY), lte(job.endedAt, time)))
		.run().changes;
}

const named = (tx: Tx) =>
	tx.db.select({ job, name: person.name }).from(job).leftJoin(person, eq(person.id, job.createdBy));

const withName = (row: { job: Job; name: string | null }): NamedJob => ({
	...row.job,
	name: row.name
});
