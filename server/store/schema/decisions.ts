import { sql } from 'drizzle-orm';
import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { FORMS } from '#core/forms.ts';
import { bytes, id, json } from './columns.ts';
import { municipalityId } from './of-municipality.ts';
import { report, section } from './reports.ts';

/** What was fixed, approved and published, and the trail of every act. */

/** S2: what was fixed at a submission; approval refers to its hash. */
export const fixedContent = sqliteTable(
	'fixed_content',
	{
		id: id(),
		municipalityId: municipalityId(),
		sectionId: text('section_id')
			.notNull()
			.references(() => section.id),
		seq: integer('seq').notNull(),
		hash: text('hash').notNull(),
		/** Canonical JSON of `FixedContent`: exactly the bytes that were hashed. */
		content: text('content').notNull(),
		submittedBy: text('submitted_by').notNull(),
		submittedAt: integer('submitted_at').notNull()
	},
	(t) => [index('fixed_section').on(t.sectionId)]
);

/** S4, S5: an approval and, when it was reopened, its end; the record stays. */
export const approval = sqliteTable(
	'approval',
	{
		id: id(),
		municipalityId: municipalityId(),
		sectionId: text('section_id')
			.notNull()
			.references(() => section.id),
		fixedId: text('fixed_id')
			.notNull()
			.references(() => fixedContent.id),
		hash: text('hash').notNull(),
		approvedBy: text('approved_by').notNull(),
		approvedAt: integer('approved_at').notNull(),
		voidedBy: text('voided_by'),
		voidedAt: integer('voided_at'),
		voidReason: text('void_reason')
	},
	(t) => [index('approval_section').on(t.sectionId)]
);

/** P2: never updated; a trigger refuses it. */
export const edition = sqliteTable(
	'edition',
	{
		id: id(),
		municipalityId: municipalityId(),
		reportId: text('report_id')
			.notNull()
			.references(() => report.id),
		slug: text('slug').notNull(),
		number: integer('number').notNull(),
		title: text('title').notNull(),
		reportYear: integer('report_year').notNull(),
		/** SHA-256 of `model`. */
		hash: text('hash').notNull(),
		/** Canonical JSON of `EditionModel`. */
		model: text('model').notNull(),
		publishedBy: text('published_by').notNull(),
		publishedAt: integer('published_at').notNull()
	},
	(t) => [uniqueIndex('edition_slug').on(t.slug, t.number)]
);

/** The forms made from an edition's model, each with its hash. */
export const editionFile = sqliteTable(
	'edition_file',
	{
		municipalityId: municipalityId(),
		editionId: text('edition_id')
			.notNull()
			.references(() => edition.id),
		form: text('form', { enum: FORMS }).notNull(),
		hash: text('hash').notNull(),
		bytes: bytes('bytes').notNull()
	},
	(t) => [primaryKey({ columns: [t.editionId, t.form] })]
);

/** S9: one line an act, in the act's own transaction; never changed or removed. */
export const auditEvent = sqliteTable(
	'audit_event',
	{
		seq: integer('seq').primaryKey({ autoIncrement: true }),
		municipalityId: municipalityId(),
		at: integer('at').notNull(),
		/** Null for the server itself. */
		personId: text('person_id'),
		/** The name at the time: the record outlives the account. */
		personName: text('person_name').notNull(),
		act: text('act').notNull(),
		reportId: text('report_id'),
		sectionId: text('section_id'),
		from: text('from_state'),
		to: text('to_state'),
		reason: text('reason'),
		hash: text('hash'),
		detail: json<Record<string, unknown>>('detail')
			.notNull()
			.default(sql`'{}'`)
	},
	(t) => [index('audit_report').on(t.reportId, t.seq)]
);

/**
 * D11: the trail as a chain. Each line's hash covers the line as it stands and the hash before it, so that a
 * line that was changed, removed or put in between is found. Rows are added with their lines.
 */
export const auditChain = sqliteTable('audit_chain', {
	seq: integer('seq')
		.primaryKey()
		.references(() => auditEvent.seq),
	/** SHA-256, hexadecimal. */
	hash: text('hash').notNull()
});
