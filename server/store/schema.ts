import type { ValueBasis } from '#core/indicator.ts';
import type { FetchedKpi, NoticeDetail } from '#core/fetched.ts';
import { sql } from 'drizzle-orm';
import {
	blob,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';

/**
 * Every table. Times are milliseconds since 1970 unless said otherwise; ids are opaque texts made by
 * the server. Every table that belongs to a municipality carries its id (scale: sharded by it).
 */

const id = () => text('id').primaryKey();
const municipalityId = () =>
	text('municipality_id')
		.notNull()
		.references(() => municipality.id);
const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
const bytes = (name: string) => blob(name, { mode: 'buffer' }).$type<Uint8Array>();

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

export const report = sqliteTable(
	'report',
	{
		id: id(),
		municipalityId: municipalityId(),
		authorityId: text('authority_id')
			.notNull()
			.references(() => authority.id),
		kind: text('kind', { enum: ['barnbokslut'] }).notNull(),
		templateKey: text('template_key').notNull(),
		templateVersion: integer('template_version').notNull(),
		variant: text('variant', { enum: ['municipal', 'board', 'full'] }).notNull(),
		title: text('title').notNull(),
		/** The address of its editions, `/r/{slug}`. */
		slug: text('slug').notNull(),
		reportYear: integer('report_year').notNull(),
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
			.references(() => department.id)
	},
	(t) => [primaryKey({ columns: [t.sectionId, t.departmentId] })]
);

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
		bytes: bytes('bytes').notNull()
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
		bytes: bytes('bytes').notNull()
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
		hash: text('hash')
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

export const comparisonGroup = sqliteTable('comparison_group', {
	id: id(),
	municipalityId: municipalityId(),
	kind: text('kind', { enum: ['similar', 'nation', 'allMunicipalities', 'own'] }).notNull(),
	name: text('name').notNull(),
	year: integer('year'),
	members: json<string[]>('members').notNull(),
	externalId: text('external_id'),
	/** The source's ids of `members`, in their order; empty where only the names are known. */
	memberIds: json<string[]>('member_ids')
		.notNull()
		.default(sql`'[]'`),
	/** Raised at each change: the token against lost updates (S10). */
	version: integer('version').notNull().default(1)
});

export const indicator = sqliteTable(
	'indicator',
	{
		id: id(),
		municipalityId: municipalityId(),
		key: text('key').notNull(),
		kpiId: text('kpi_id'),
		title: text('title').notNull(),
		subject: text('subject').notNull(),
		unit: text('unit').notNull(),
		decimals: integer('decimals').notNull(),
		wishedDirection: text('wished_direction', { enum: ['high', 'low', 'none'] }).notNull(),
		tolerance: real('tolerance').notNull(),
		definition: text('definition').notNull(),
		note: text('note').notNull().default(''),
		version: integer('version').notNull().default(1)
	},
	(t) => [uniqueIndex('indicator_key').on(t.municipalityId, t.key)]
);

export const indicatorValue = sqliteTable(
	'indicator_value',
	{
		municipalityId: municipalityId(),
		indicatorId: text('indicator_id')
			.notNull()
			.references(() => indicator.id),
		/** `own` or a comparison group's id. */
		series: text('series').notNull(),
		breakdown: text('breakdown').notNull().default(''),
		period: text('period').notNull(),
		status: text('status', {
			enum: ['value', 'missing', 'suppressed', 'notApplicable']
		}).notNull(),
		value: real('value'),
		sourceKind: text('source_kind', { enum: ['fetched', 'entered'] }).notNull(),
		sourceText: text('source_text').notNull(),
		sourceAt: integer('source_at').notNull(),
		sourceBy: text('source_by'),
		/** I7: of which members a group's value was made. */
		basis: json<ValueBasis>('basis')
	},
	(t) => [primaryKey({ columns: [t.indicatorId, t.series, t.breakdown, t.period] })]
);

export const statedComparison = sqliteTable(
	'stated_comparison',
	{
		municipalityId: municipalityId(),
		indicatorId: text('indicator_id')
			.notNull()
			.references(() => indicator.id),
		/** `previous` or a comparison group's id. */
		against: text('against').notNull(),
		period: text('period').notNull(),
		level: text('level', { enum: ['higher', 'lower', 'equal'] }),
		judgement: text('judgement', { enum: ['better', 'worse', 'equal'] }),
		sourceKind: text('source_kind', { enum: ['fetched', 'entered'] }).notNull(),
		sourceText: text('source_text').notNull(),
		sourceAt: integer('source_at').notNull(),
		sourceBy: text('source_by')
	},
	(t) => [primaryKey({ columns: [t.indicatorId, t.against, t.period] })]
);

/** What was fetched, and when: one row a fetch. */
export const figureFetch = sqliteTable(
	'figure_fetch',
	{
		id: id(),
		municipalityId: municipalityId(),
		at: integer('at').notNull(),
		personId: text('person_id').notNull(),
		/** The address that was asked. */
		base: text('base').notNull(),
		/** The code under which the source knows the municipality. */
		code: text('code').notNull(),
		/** What each measure was called and defined as at that time. */
		kpis: json<FetchedKpi[]>('kpis').notNull()
	},
	(t) => [index('figure_fetch_at').on(t.municipalityId, t.at)]
);

/** What the source says of an indicator's measure, as people know it. */
export const indicatorSource = sqliteTable('indicator_source', {
	indicatorId: text('indicator_id')
		.primaryKey()
		.references(() => indicator.id),
	municipalityId: municipalityId(),
	kpiId: text('kpi_id').notNull(),
	/** As a person last knew it: a new title is a notice until somebody has seen it. */
	title: text('title').notNull(),
	definition: text('definition').notNull(),
	/** What the source will publish next, and when; null where it does not say. */
	nextPeriod: text('next_period'),
	nextDate: text('next_date'),
	/** The last fetch in which it was found. */
	fetchId: text('fetch_id')
		.notNull()
		.references(() => figureFetch.id),
	at: integer('at').notNull()
});

/** What a fetch found and did not write over: for a person to settle, once (I9). */
export const figureNotice = sqliteTable(
	'figure_notice',
	{
		id: id(),
		municipalityId: municipalityId(),
		at: integer('at').notNull(),
		what: text('what', {
			enum: ['typed', 'valueGone', 'title', 'definition', 'kpiGone', 'members', 'groupGone']
		}).notNull(),
		/** Of what it is: one open notice for each. */
		key: text('key').notNull(),
		indicatorId: text('indicator_id').references(() => indicator.id),
		groupId: text('group_id').references(() => comparisonGroup.id),
		detail: json<NoticeDetail>('detail').notNull(),
		state: text('state', { enum: ['open', 'taken', 'left', 'passed'] })
			.notNull()
			.default('open'),
		settledBy: text('settled_by'),
		settledAt: integer('settled_at')
	},
	(t) => [index('figure_notice_key').on(t.municipalityId, t.key)]
);

/** The indicators that a report's summary counts, in order (I4). */
export const reportIndicator = sqliteTable(
	'report_indicator',
	{
		municipalityId: municipalityId(),
		reportId: text('report_id')
			.notNull()
			.references(() => report.id),
		indicatorId: text('indicator_id')
			.notNull()
			.references(() => indicator.id),
		position: integer('position').notNull()
	},
	(t) => [primaryKey({ columns: [t.reportId, t.indicatorId] })]
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
		form: text('form', { enum: ['html'] }).notNull(),
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
