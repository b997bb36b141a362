import { REPORT_KINDS, type ReportMeta } from '#core/report-kind.ts';
import { sql } from 'drizzle-orm';
import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { bytes, id, json } from './columns.ts';
import { municipalityId } from './of-municipality.ts';
import { authority, department, person } from './people.ts';

/** Reports, their sections and what belongs to a report. */

export const report = sqliteTable(
	'report',
	{
		id: id(),
		municipalityId: municipalityId(),
		authorityId: text('authority_id')
			.notNull()
			.references(() => authority.id),
		kind: text('kind', { enum: REPORT_KINDS }).notNull(),
		/** What a report of its kind says of itself. */
		meta: json<ReportMeta>('meta')
			.notNull()
			.default(sql`'{}'`),
		/** Y1: the report of the year before, whose newest edition this one was made from. */
		previousReportId: text('previous_report_id'),
		templateKey: text('template_key').notNull(),
		templateVersion: integer('template_version').notNull(),
		variant: text('variant', { enum: ['municipal', 'board', 'full'] }).notNull(),
		title: text('title').notNull(),
		/** The address of its editions, `/r/{slug}`. */
		slug: text('slug').notNull(),
		reportYear: integer('report_year').notNull(),
		/** The day by which its sections are to be submitted, `2026-03-31`. */
		dueOn: text('due_on'),
		createdAt: integer('created_at').notNull(),
		createdBy: text('created_by').references(() => person.id)
	},
	(t) => [uniqueIndex('report_slug').on(t.slug)]
);

export const section = sqliteTable(
	'section',
	{
		id: id(),
		municipalityId: municipalityId(),
		reportId: text('report_id')
			.notNull()
			.references(() => report.id),
		/** Stable from year to year and unique in the report: `figures.economy`. */
		key: text('key').notNull(),
		position: integer('position').notNull(),
		number: text('number').notNull(),
		title: text('title').notNull(),
		chapterKey: text('chapter_key').notNull(),
		chapterNumber: text('chapter_number').notNull(),
		chapterTitle: text('chapter_title').notNull(),
		/** The owning department; null when the coordinator owns it. */
		departmentId: text('department_id').references(() => department.id),
		articles: json<number[]>('articles').notNull(),
		required: integer('required', { mode: 'boolean' }).notNull(),
		requiredBlocks: json<string[]>('required_blocks').notNull(),
		/** A day of its own, before or after the report's. */
		dueOn: text('due_on'),
		/** Questions to the writer; never published. */
		help: json<string[]>('help').notNull(),
		state: text('state', { enum: ['draft', 'submitted', 'approved'] })
			.notNull()
			.default('draft'),
		/** Raised at each change of state, title, order, owner or tags: decides who came first (S10). */
		version: integer('version').notNull().default(1),
		/** Who brought it into `state`, and when. */
		stateBy: text('state_by').references(() => person.id),
		stateAt: integer('state_at').notNull(),
		/** The number of the last stored update; it goes on from one epoch to the next. */
		seq: integer('seq').notNull().default(0),
		/** D9: raised by restore, rebuild and migration of the document. */
		epoch: integer('epoch').notNull().default(1),
		/** When somebody last wrote in it, and who. */
		editedAt: integer('edited_at'),
		editedBy: text('edited_by').references(() => person.id),
		/** Up to which `seq` writing counts as approved: who wrote after it may not approve (A7). */
		approvedSeq: integer('approved_seq').notNull().default(0)
	},
	(t) => [
		uniqueIndex('section_key').on(t.reportId, t.key),
		index('section_report').on(t.reportId, t.position)
	]
);

/** A section shared with a department beside its owner (A3, A4). */
export const sectionShare = sqliteTable(
	'section_share',
	{
		municipalityId: municipalityId(),
		sectionId: text('section_id')
			.notNull()
			.references(() => section.id),
		departmentId: text('department_id')
			.notNull()
			.references(() => department.id),
		/** It changes the rows that name it, and nothing else. */
		rowsOnly: integer('rows_only', { mode: 'boolean' }).notNull().default(false)
	},
	(t) => [primaryKey({ columns: [t.sectionId, t.departmentId] })]
);

export const image = sqliteTable('image', {
	id: id(),
	municipalityId: municipalityId(),
	reportId: text('report_id')
		.notNull()
		.references(() => report.id),
	type: text('type', { enum: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] }).notNull(),
	width: integer('width').notNull(),
	height: integer('height').notNull(),
	sha256: text('sha256').notNull(),
	bytes: bytes('bytes').notNull(),
	addedBy: text('added_by').notNull(),
	addedAt: integer('added_at').notNull()
});
