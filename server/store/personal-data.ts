import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import {
	apiToken,
	auditEvent,
	comment,
	commentWording,
	grant,
	identity,
	lateContribution,
	mail,
	notice,
	noticeSetting,
	person,
	sectionWriter,
	thread
} from './schema.ts';
import { forgetIdentities } from './identities.ts';
import { deleteLinksOf } from './one-time-links.ts';
import { deleteSessionsOf } from './sessions.ts';
import type { Tx } from './store.ts';

/**
 * What is kept about a person (U9). Two kinds: what is theirs and goes when they are forgotten (`forget`),
 * and the record of what was done, in which they stay by id.
 */

/** What belongs to the account: ways in, what it is told, what it chose. No hashes. */
export async function ownRows(tx: Tx, personId: string) {
	const { db } = tx;
	return {
		identities: db.select().from(identity).where(eq(identity.personId, personId)).all(),
		tokens: db
			.select({
				name: apiToken.name,
				scope: apiToken.scope,
				createdAt: apiToken.createdAt,
				expiresAt: apiToken.expiresAt,
				lastUsedAt: apiToken.lastUsedAt,
				revokedAt: apiToken.revokedAt
			})
			.from(apiToken)
			.where(eq(apiToken.personId, personId))
			.all(),
		notices: db
			.select({ kind: notice.kind, at: notice.at, readAt: notice.readAt, mail: notice.mail })
			.from(notice)
			.where(eq(notice.personId, personId))
			.orderBy(asc(notice.at))
			.all(),
		choices: db
			.select({ kind: noticeSetting.kind, way: noticeSetting.way })
			.from(noticeSetting)
			.where(eq(noticeSetting.personId, personId))
			.all(),
		mails: db.select().from(mail).where(eq(mail.personId, personId)).orderBy(mail.createdAt).all()
	};
}

/** What the person said and proposed, in their own words, the oldest first. */
export async function ownWords(tx: Tx, personId: string) {
	const { db } = tx;
	const comments = db
		.select({ comment, sectionId: thread.sectionId })
		.from(comment)
		.innerJoin(thread, eq(thread.id, comment.threadId))
		.where(eq(comment.personId, personId))
		.orderBy(asc(comment.at))
		.all();
	const wordings = db
		.select({
			commentId: commentWording.commentId,
			at: commentWording.at,
			text: commentWording.text
		})
		.from(commentWording)
		.innerJoin(comment, eq(comment.id, commentWording.commentId))
		.where(eq(comment.personId, personId))
		.orderBy(asc(commentWording.version))
		.all();
	const suggestions = db
		.select()
		.from(thread)
		.where(and(eq(thread.createdBy, personId), isNotNull(thread.proposed)))
		.orderBy(asc(thread.createdAt))
		.all();
	const late = db
		.select({
			sectionId: lateContribution.sectionId,
			at: lateContribution.at,
			text: lateContribution.text,
			state: lateContribution.state,
			decidedAt: lateContribution.decidedAt
		})
		.from(lateContribution)
		.where(eq(lateContribution.personId, personId))
		.orderBy(asc(lateContribution.at))
		.all();
	return { comments, wordings, suggestions, late };
}

/** The ids of the sections that the person has written in. */
export async function sectionsWrittenBy(tx: Tx, personId: string): Promise<string[]> {
	return tx.db
		.select({ id: sectionWriter.sectionId })
		.from(sectionWriter)
		.where(eq(sectionWriter.personId, personId))
		.all()
		.map(({ id }) => id);
}

/** The lines of the trail that say what the person did, and those of others that say something of them. */
export async function auditLinesOf(tx: Tx, personId: string) {
	const { db } = tx;
	const about = sql`json_extract(${auditEvent.detail}, '$.personId') = ${personId}`;
	const isNotTheirs = sql`${auditEvent.personId} is not ${personId}`;
	return {
		did: db
			.select()
			.from(auditEvent)
			.where(eq(auditEvent.personId, personId))
			.orderBy(asc(auditEvent.seq))
			.all(),
		about: db
			.select({ at: auditEvent.at, act: auditEvent.act })
			.from(auditEvent)
			.where(and(about, isNotTheirs))
			.orderBy(asc(auditEvent.seq))
			.all()
	};
}

/**
 * U9: forgets a person. Name and address become `as`; ways in, roles, notices, choices and mails go, but for a
 * mark by which the sign-in service's name for them is refused (`forgetIdentities`). The
 * row stays, for what they did refers to it: log, approvals, editions, comments, late contributions and
 * the trail are not touched, so that the record stays true and its hashes right. Lines of the trail keep
 * the name that they were written with.
 * @param as a name that is nobody's, and an address that no mail reaches and nobody has
 */
export async function forget(
	tx: Tx,
	personId: string,
	as: { name: string; email: string },
	now: number
) {
	const { db } = tx;
	await deleteSessionsOf(tx, personId);
	await deleteLinksOf(tx, personId);
	await forgetIdentities(tx, personId);
	db.delete(apiToken).where(eq(apiToken.personId, personId)).run();
	db.delete(grant).where(eq(grant.personId, personId)).run();
	db.delete(notice).where(eq(notice.personId, personId)).run();
	db.delete(noticeSetting).where(eq(noticeSetting.personId, personId)).run();
	db.delete(mail).where(eq(mail.personId, personId)).run();
	db.update(person)
		.set({ ...as, passwordHash: null, passwordSetAt: null, active: false, erasedAt: now })
		.where(eq(person.id, personId))
		.run();
}
