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
 * A section of an edition as search knows it. Its words stand in the full-text tables `passage_stems` and
 * `passage_trigrams` (a migration makes them), whose rowid is `id`. It never changes.
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
		/** The id of the section on the edition's page. */
		anchor: text('anchor').notNull(),
		number: text('number').notNull(),
		title: text('title').notNull(),
		/** The owning department's name; null when the coordinator owned the section. */
		department: text('department'),
		articles: json<number[]>('articles').notNull(),
		/** The indicators that it shows, as they were called. */
		indicators: json<{ key: string; title: string }[]>('indicators').notNull()
	},
	(t) => [index('passage_edition').on(t.editionId)]
);

/** What a passage says, a line for each block: what hits are shown from. */
export const passageText = sqliteTable('passage_text', {
	id: integer('id')
		.primaryKey()
		.references(() => passage.id),
	municipalityId: municipalityId(),
	text: text('text').notNull()
});

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
