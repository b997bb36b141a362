import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id } from './columns.ts';
import { municipalityId } from './of-municipality.ts';

/** Who there is, what they may do, and how they are signed in. */

/** A nämnd or styrelse: an authority of its own in law (A4). */
export const authority = sqliteTable('authority', {
	id: id(),
	municipalityId: municipalityId(),
	name: text('name').notNull()
});

export const department = sqliteTable('department', {
	id: id(),
	municipalityId: municipalityId(),
	authorityId: text('authority_id')
		.notNull()
		.references(() => authority.id),
	name: text('name').notNull(),
	/** How tables call it, `SVF`; readers get the list of those that occur. Empty for none. */
	abbreviation: text('abbreviation').notNull().default(''),
	/** Finds the department that a template means: `social`, `education`, `culture`; empty for others. */
	templateRole: text('template_role').notNull().default('')
});

export const person = sqliteTable(
	'person',
	{
		id: id(),
		municipalityId: municipalityId(),
		/** Lower case. */
		email: text('email').notNull(),
		name: text('name').notNull(),
		/** PHC string of Argon2id; null where the person cannot sign in by password. */
		passwordHash: text('password_hash'),
		active: integer('active', { mode: 'boolean' }).notNull().default(true),
		createdAt: integer('created_at').notNull()
	},
	(t) => [uniqueIndex('person_email').on(t.email)]
);

/** A1. `departmentId` for writers, `authorityId` and perhaps `reportId` for coordinators. */
export const grant = sqliteTable(
	'role_grant',
	{
		id: id(),
		municipalityId: municipalityId(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		role: text('role', {
			enum: ['administrator', 'coordinator', 'writer', 'councilMember']
		}).notNull(),
		departmentId: text('department_id').references(() => department.id),
		authorityId: text('authority_id').references(() => authority.id),
		reportId: text('report_id')
	},
	(t) => [index('role_grant_person').on(t.personId)]
);

/** Sessions by the SHA-256 of their id: a stolen database gives no valid cookie (U1). */
export const session = sqliteTable(
	'session',
	{
		idHash: text('id_hash').primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		expiresAt: integer('expires_at').notNull(),
		createdAt: integer('created_at').notNull()
	},
	(t) => [index('session_person').on(t.personId)]
);

/** One-time links, stored hashed (U3). */
export const oneTimeLink = sqliteTable('one_time_link', {
	tokenHash: text('token_hash').primaryKey(),
	purpose: text('purpose', { enum: ['firstAdministrator'] }).notNull(),
	expiresAt: integer('expires_at').notNull(),
	usedAt: integer('used_at')
});
