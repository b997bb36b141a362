import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { bytes, id, json } from './columns.ts';
import { edition } from './decisions.ts';
import { municipality } from './municipality.ts';
import { municipalityId } from './of-municipality.ts';

/** What stands around editions: what was withdrawn, what search finds, who sends them. */

/** P2: a form that readers are not shown any more. The bytes stay: the record is not ours to destroy. */
export const withdrawal = sqliteTable(
	'withdrawal',
	{
		municipalityId: municipalityId(),
		editionId: text('edition_id')
			.notNull()
			.references(() => edition.id),
		form: text('form').notNull(),
		/** What readers are told. */
		reason: text('reason').notNull(),
		withdrawnBy: text('withdrawn_by').notNull(),
		withdrawnAt: integer('withdrawn_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.editionId, t.form] })]
);

/**
 * A section of an edition as search knows it. Its words stand once more in the full-text tables
 * `passage_words` and `passage_trigrams` (a migration makes them), whose rowid is `id`.
 */
export const passage = sqliteTable(
	'passage',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		municipalityId: municipalityId(),
		editionId: text('edition_id')
			.notNull()
			.references(() => edition.id),
		sectionKey: text('section_key').notNull(),
		number: text('number').notNull(),
		title: text('title').notNull(),
		/** The owning department's name; null when the coordinator owned the section. */
		department: text('department'),
		articles: json<number[]>('articles').notNull(),
		/** Keys of the indicators that it shows. */
		indicators: json<string[]>('indicators').notNull(),
		/** What is said in it, as plain text. */
		text: text('text').notNull()
	},
	(t) => [index('passage_edition').on(t.editionId)]
);

/** Who publishes (`Sender`), as it is now; editions keep what it was. */
export const sender = sqliteTable('sender', {
	municipalityId: text('municipality_id')
		.primaryKey()
		.references(() => municipality.id),
	accent: text('accent').notNull().default(''),
	logoId: text('logo_id'),
	logoAlt: text('logo_alt').notNull().default(''),
	unit: text('unit').notNull().default(''),
	email: text('email').notNull().default(''),
	phone: text('phone').notNull().default(''),
	web: text('web').notNull().default(''),
	changedBy: text('changed_by').notNull(),
	changedAt: integer('changed_at').notNull()
});

/** Every logo that was ever used: editions point at theirs. */
export const logo = sqliteTable('logo', {
	id: id(),
	municipalityId: municipalityId(),
	type: text('type', { enum: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] }).notNull(),
	width: integer('width').notNull(),
	height: integer('height').notNull(),
	sha256: text('sha256').notNull(),
	bytes: bytes('bytes').notNull(),
	addedBy: text('added_by').notNull(),
	addedAt: integer('added_at').notNull()
});
