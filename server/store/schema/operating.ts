import type { JobKind, JobProgress, JobState } from '#core/job.ts';
import type { Refusal } from '#core/result.ts';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, json } from './columns.ts';
import { municipality } from './municipality.ts';
import { municipalityId } from './of-municipality.ts';

/** What keeps an installation running, and what it says of itself. */

/** O6: long work. It is begun anew when the program ended under it, and its person sees how far it is. */
export const job = sqliteTable(
	'job',
	{
		id: id(),
		municipalityId: municipalityId(),
		kind: text('kind').$type<JobKind>().notNull(),
		/** What it was asked for; ids and plain values, no text of a section. */
		input: json<Record<string, unknown>>('input').notNull(),
		state: text('state').$type<JobState>().notNull(),
		progress: json<JobProgress>('progress').notNull(),
		/** What came of it; null until it is done. */
		result: json<Record<string, unknown>>('result'),
		/** Why it was given up; null for others. */
		refusal: json<Refusal>('refusal'),
		/** Who asked for it; null for the server itself. */
		createdBy: text('created_by'),
		createdAt: integer('created_at').notNull(),
		startedAt: integer('started_at'),
		endedAt: integer('ended_at'),
		/** How often it was begun. */
		attempts: integer('attempts').notNull().default(0),
		/** Not begun before this time. */
		notBefore: integer('not_before').notNull()
	},
	(t) => [index('job_state').on(t.state, t.notBefore), index('job_kind').on(t.kind, t.createdAt)]
);

/** The statement on accessibility (lagen om tillgänglighet till digital offentlig service), as it is now. */
export const accessibilityStatement = sqliteTable('accessibility_statement', {
	municipalityId: text('municipality_id')
		.primaryKey()
		.references(() => municipality.id),
	/** The fields of `#core/statement.ts`; what is not there is not said yet. */
	fields: json<Record<string, string>>('fields').notNull(),
	changedBy: text('changed_by').notNull(),
	changedAt: integer('changed_at').notNull()
});
