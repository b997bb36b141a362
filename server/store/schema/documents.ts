import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { bytes, id, json } from './columns.ts';
import { municipalityId } from './of-municipality.ts';
import { section } from './reports.ts';

/** A section's text: its log, what is derived of it, and what came too late. */

/**
 * The log's tail: the stored updates that no row of `section_history` holds yet. What the twin emitted,
 * in order (W7). A trigger lets a row go when a pack covers it, and never otherwise (D9).
 */
export const sectionUpdate = sqliteTable(
	'section_update',
	{
		municipalityId: municipalityId(),
		sectionId: text('section_id')
			.notNull()
			.references(() => section.id),
		epoch: integer('epoch').notNull(),
		seq: integer('seq').notNull(),
		/** Null for the server's own updates (first content, repairs). */
		personId: text('person_id'),
		at: integer('at').notNull(),
		bytes: bytes('bytes').notNull(),
		/** D11: what `verify` holds the row against; null only in rows that are older than seals. */
		seal: bytes('seal')
	},
	(t) => [primaryKey({ columns: [t.sectionId, t.epoch, t.seq] })]
);

/** D9: a run of the log, packed (`pack.ts`). Rows are added in order; triggers refuse every other change. */
export const sectionHistory = sqliteTable(
	'section_history',
	{
		municipalityId: municipalityId(),
		sectionId: text('section_id')
			.notNull()
			.references(() => section.id),
		epoch: integer('epoch').notNull(),
		/** The first and the last update in it, without a gap between them. */
		fromSeq: integer('from_seq').notNull(),
		toSeq: integer('to_seq').notNull(),
		bytes: bytes('bytes').notNull(),
		/** D11: as `sectionUpdate.seal`. */
		seal: bytes('seal')
	},
	(t) => [primaryKey({ columns: [t.sectionId, t.epoch, t.fromSeq] })]
);

/**
 * The whole document at `seq`: opening reads it and the updates after it. It is derived from the log,
 * so that each epoch keeps its newest alone.
 */
export const sectionSnapshot = sqliteTable(
	'section_snapshot',
	{
		municipalityId: municipalityId(),
		sectionId: text('section_id')
			.notNull()
			.references(() => section.id),
		epoch: integer('epoch').notNull(),
		seq: integer('seq').notNull(),
		at: integer('at').notNull(),
		bytes: bytes('bytes').notNull(),
		/** D10: 0 is a Yjs update v1 as it is, from before there were others; 1 is the same in zstd. */
		format: integer('format').notNull().default(0),
		/** Null in format 0, like `hash`. */
		stateVector: bytes('state_vector'),
		/** SHA-256 of the text's canonical JSON. */
		hash: text('hash'),
		/** D11: as `sectionUpdate.seal`. */
		seal: bytes('seal')
	},
	(t) => [primaryKey({ columns: [t.sectionId, t.epoch, t.seq] })]
);

/**
 * A7: the last update that each person wrote. It answers for the log, whose packed part is not asked
 * who wrote. It knows no epochs: a rebuilt document has the same writers, and `seq` goes on.
 */
export const sectionWriter = sqliteTable(
	'section_writer',
	{
		municipalityId: municipalityId(),
		sectionId: text('section_id')
			.notNull()
			.references(() => section.id),
		personId: text('person_id').notNull(),
		lastSeq: integer('last_seq').notNull()
	},
	(t) => [primaryKey({ columns: [t.sectionId, t.personId] })]
);

/** W5: a Yjs client id belongs to the person who used it first. */
export const clientClaim = sqliteTable(
	'client_claim',
	{
		municipalityId: municipalityId(),
		sectionId: text('section_id')
			.notNull()
			.references(() => section.id),
		epoch: integer('epoch').notNull(),
		clientId: integer('client_id').notNull(),
		personId: text('person_id').notNull()
	},
	(t) => [primaryKey({ columns: [t.sectionId, t.epoch, t.clientId] })]
);

/** L1, L5: what met a lock, a lost right or the deletion of its passage. */
export const lateContribution = sqliteTable(
	'late_contribution',
	{
		id: id(),
		municipalityId: municipalityId(),
		sectionId: text('section_id')
			.notNull()
			.references(() => section.id),
		epoch: integer('epoch').notNull(),
		/** The last update that the author's client had seen. */
		baseSeq: integer('base_seq').notNull(),
		personId: text('person_id').notNull(),
		departmentId: text('department_id'),
		at: integer('at').notNull(),
		/** The refusal's code, or `deleted` (L5); and what locked the section. */
		why: text('why').notNull(),
		lock: json<unknown>('lock'),
		bytes: bytes('bytes').notNull(),
		/** The passages that the update would have added or changed, as plain text. */
		text: text('text').notNull(),
		/** L4: what became of it, decided once. */
		state: text('state', { enum: ['open', 'accepted', 'declined'] })
			.notNull()
			.default('open'),
		decidedBy: text('decided_by'),
		decidedAt: integer('decided_at'),
		/** Why it was declined. */
		reason: text('reason')
	},
	(t) => [index('late_section').on(t.sectionId)]
);
