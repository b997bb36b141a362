import type { NoticeKind, NoticeWay } from '#core/notice.ts';
import type { Anchor, ThreadKind, ThreadState } from '#core/review.ts';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, json } from './columns.ts';
import { municipalityId } from './of-municipality.ts';
import { person } from './people.ts';
import { report, section } from './reports.ts';

/** What is said about a text, what people are told, and what they read before the decision. */

/** S6: a comment's thread or a suggestion; beside the document, so that a locked text does not change. */
export const thread = sqliteTable(
	'thread',
	{
		id: id(),
		municipalityId: municipalityId(),
		sectionId: text('section_id')
			.notNull()
			.references(() => section.id),
		/** The document that `anchor` points into (D9). */
		epoch: integer('epoch').notNull(),
		kind: text('kind').$type<ThreadKind>().notNull(),
		/** Null: the section as a whole. */
		anchor: json<Anchor>('anchor'),
		/** The passage as it was when the thread began. */
		quote: text('quote').notNull(),
		/** It must be met before the section is approved. */
		mustMeet: integer('must_meet', { mode: 'boolean' }).notNull().default(false),
		/** Of a suggestion: what is to stand in place of `quote`. */
		proposed: text('proposed'),
		state: text('state').$type<ThreadState>().notNull().default('open'),
		stateBy: text('state_by').references(() => person.id),
		stateAt: integer('state_at'),
		stateReason: text('state_reason'),
		/** Raised at each change of state (S10). */
		version: integer('version').notNull().default(1),
		createdBy: text('created_by')
			.notNull()
			.references(() => person.id),
		createdAt: integer('created_at').notNull()
	},
	(t) => [index('thread_section').on(t.sectionId)]
);

export const comment = sqliteTable(
	'comment',
	{
		id: id(),
		municipalityId: municipalityId(),
		threadId: text('thread_id')
			.notNull()
			.references(() => thread.id),
		personId: text('person_id')
			.notNull()
			.references(() => person.id),
		at: integer('at').notNull(),
		text: text('text').notNull(),
		/** The ids of the people who are named in it. */
		mentions: json<string[]>('mentions').notNull(),
		/** Its number among its wordings. */
		version: integer('version').notNull().default(1),
		editedAt: integer('edited_at'),
		withdrawnAt: integer('withdrawn_at')
	},
	(t) => [index('comment_thread').on(t.threadId)]
);

/** How a comment read before it was edited; never changed. */
export const commentWording = sqliteTable(
	'comment_wording',
	{
		municipalityId: municipalityId(),
		commentId: text('comment_id')
			.notNull()
			.references(() => comment.id),
		version: integer('version').notNull(),
		at: integer('at').notNull(),
		text: text('text').notNull()
	},
	(t) => [primaryKey({ columns: [t.commentId, t.version] })]
);

/** A version of a section that somebody gave a name; what acts made is known from the trail. */
export const namedVersion = sqliteTable(
	'named_version',
	{
		id: id(),
		municipalityId: municipalityId(),
		sectionId: text('section_id')
			.notNull()
			.references(() => section.id),
		epoch: integer('epoch').notNull(),
		seq: integer('seq').notNull(),
		name: text('name').notNull(),
		namedBy: text('named_by')
			.notNull()
			.references(() => person.id),
		namedAt: integer('named_at').notNull()
	},
	(t) => [index('named_version_section').on(t.sectionId)]
);

/**
 * Something that a person is told. It holds ids and no words of a text: what it says is made when it is
 * shown, of what the person may see then (A8).
 */
export const notice = sqliteTable(
	'notice',
	{
		id: id(),
		municipalityId: municipalityId(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id),
		kind: text('kind').$type<NoticeKind>().notNull(),
		at: integer('at').notNull(),
		/** Who caused it; null for the server itself. */
		actorId: text('actor_id').references(() => person.id),
		reportId: text('report_id').references(() => report.id),
		sectionId: text('section_id').references(() => section.id),
		threadId: text('thread_id').references(() => thread.id),
		/** What `kind` needs beside: the id of a preview, of a late contribution, a day. */
		detail: json<Record<string, string>>('detail').notNull(),
		readAt: integer('read_at'),
		/** `waiting` for the next mail, in one, or never to be. */
		mail: text('mail', { enum: ['waiting', 'mailed', 'none'] }).notNull()
	},
	(t) => [
		index('notice_person').on(t.personId, t.at),
		index('notice_mail').on(t.mail, t.at),
		index('notice_section').on(t.sectionId)
	]
);

/** What a person chose for a kind; `DEFAULT_WAY` where there is no row. */
export const noticeSetting = sqliteTable(
	'notice_setting',
	{
		municipalityId: municipalityId(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id),
		kind: text('kind').$type<NoticeKind>().notNull(),
		way: text('way').$type<NoticeWay>().notNull()
	},
	(t) => [primaryKey({ columns: [t.personId, t.kind] })]
);

/** Mails that were made: sent, to be sent, or kept because nobody has said how to send them. */
export const mail = sqliteTable(
	'mail',
	{
		id: id(),
		municipalityId: municipalityId(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id),
		/** The address at that time. */
		to: text('to_address').notNull(),
		subject: text('subject').notNull(),
		text: text('text').notNull(),
		createdAt: integer('created_at').notNull(),
		/** `kept`: no way to send it was configured. `failed`: it was given up. */
		state: text('state', { enum: ['waiting', 'sent', 'kept', 'failed'] }).notNull(),
		attempts: integer('attempts').notNull().default(0),
		/** Not tried before this time. */
		notBefore: integer('not_before').notNull(),
		sentAt: integer('sent_at'),
		/** Why the last attempt failed. */
		error: text('error')
	},
	(t) => [index('mail_state').on(t.state, t.notBefore)]
);

/** A5: what named council members read before the decision: approved content as it was at the release. */
export const preview = sqliteTable(
	'preview',
	{
		id: id(),
		municipalityId: municipalityId(),
		reportId: text('report_id')
			.notNull()
			.references(() => report.id),
		/** Canonical JSON of its model, and the SHA-256 of that. */
		model: text('model').notNull(),
		hash: text('hash').notNull(),
		/** What the coordinator says to its readers; empty for nothing. */
		message: text('message').notNull(),
		releasedBy: text('released_by')
			.notNull()
			.references(() => person.id),
		releasedAt: integer('released_at').notNull(),
		withdrawnBy: text('withdrawn_by').references(() => person.id),
		withdrawnAt: integer('withdrawn_at')
	},
	(t) => [index('preview_report').on(t.reportId)]
);

export const previewReader = sqliteTable(
	'preview_reader',
	{
		municipalityId: municipalityId(),
		previewId: text('preview_id')
			.notNull()
			.references(() => preview.id),
		personId: text('person_id')
			.notNull()
			.references(() => person.id)
	},
	(t) => [
		primaryKey({ columns: [t.previewId, t.personId] }),
		index('preview_reader_person').on(t.personId)
	]
);
