import type { Role } from '#core/access.ts';
import type { TokenScope } from '#core/token.ts';
import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { id } from './columns.ts';
import { municipalityId } from './of-municipality.ts';

/** Who there is, what they may do, and how they are signed in. */

/** A nämnd or styrelse: an authority of its own in law (A4). */
export const authority = sqliteTable('authority', {
	id: id(),
	municipalityId: municipalityId(),
	name: text('name').notNull(),
	/** Offered for nothing new; what it has stays its own. */
	closedAt: integer('closed_at')
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
	templateRole: text('template_role').notNull().default(''),
	/** Offered for nothing new; what it has stays its own. */
	closedAt: integer('closed_at')
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
		createdAt: integer('created_at').notNull(),
		/** When the account was closed; its rights ended then. */
		closedAt: integer('closed_at'),
		/** U9: when name, address and ways to sign in were removed; the row stays for what refers to it. */
		erasedAt: integer('erased_at'),
		passwordSetAt: integer('password_set_at')
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
		reportId: text('report_id'),
		/** U7: `claim` comes from the sign-in service and goes with the next sign-in that lacks it. */
		source: text('source', { enum: ['hand', 'claim'] })
			.notNull()
			.default('hand')
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
		createdAt: integer('created_at').notNull(),
		/** How it was begun. */
		via: text('via', { enum: ['password', 'oidc', 'link'] })
			.notNull()
			.default('password'),
		/** The browser and system as the person is shown them, `Firefox, Windows`; empty where unknown. */
		device: text('device').notNull().default('')
	},
	(t) => [index('session_person').on(t.personId)]
);

/** One-time links, stored hashed (U3). */
export const oneTimeLink = sqliteTable(
	'one_time_link',
	{
		tokenHash: text('token_hash').primaryKey(),
		purpose: text('purpose', {
			enum: ['firstAdministrator', 'invitation', 'passwordReset']
		}).notNull(),
		/** Whose account it opens; null for the first administrator, who has none yet. */
		personId: text('person_id').references(() => person.id),
		/** Who made it; null for the server itself, and for who asked for their own. */
		createdBy: text('created_by'),
		/** Null for a link from before this was kept. */
		createdAt: integer('created_at'),
		expiresAt: integer('expires_at').notNull(),
		usedAt: integer('used_at')
	},
	(t) => [index('one_time_link_person').on(t.personId)]
);

/** U7: who a subject of a sign-in service is here. */
export const identity = sqliteTable(
	'identity',
	{
		municipalityId: municipalityId(),
		/** The service's address, `iss`. */
		issuer: text('issuer').notNull(),
		/** Its name for the person, `sub`. */
		subject: text('subject').notNull(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		createdAt: integer('created_at').notNull(),
		lastUsedAt: integer('last_used_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('identity_person').on(t.personId)]
);

/** U7: which role a value of the sign-in service's claim carries. */
export const claimRole = sqliteTable('claim_role', {
	id: id(),
	municipalityId: municipalityId(),
	/** As the service says it: a group's name or id. */
	value: text('value').notNull(),
	role: text('role').$type<Role>().notNull(),
	departmentId: text('department_id').references(() => department.id),
	authorityId: text('authority_id').references(() => authority.id)
});

/** U8: a person's key for programs, by the SHA-256 of it. */
export const apiToken = sqliteTable(
	'api_token',
	{
		id: id(),
		municipalityId: municipalityId(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/** What the person calls it. */
		name: text('name').notNull(),
		tokenHash: text('token_hash').notNull(),
		scope: text('scope').$type<TokenScope>().notNull(),
		createdAt: integer('created_at').notNull(),
		expiresAt: integer('expires_at').notNull(),
		/** To the hour; null for one that was never used. */
		lastUsedAt: integer('last_used_at'),
		revokedAt: integer('revoked_at')
	},
	(t) => [uniqueIndex('api_token_hash').on(t.tokenHash), index('api_token_person').on(t.personId)]
);
