import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id } from './columns.ts';

export const municipality = sqliteTable('municipality', {
	id: id(),
	name: text('name').notNull(),
	/** SCB's code, `2182`; empty where there is none. */
	code: text('code').notNull().default(''),
	/** A7, a setting, on by default. */
	fourEyes: integer('four_eyes', { mode: 'boolean' }).notNull().default(true),
	demo: integer('demo', { mode: 'boolean' }).notNull().default(false),
	createdAt: integer('created_at').notNull()
});
