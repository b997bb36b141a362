import type { Anchor, ThreadState } from '#core/review.ts';
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import { comment, commentWording, thread } from './schema.ts';
import type { Tx } from './store.ts';

/** S6: what is said about a section, beside its document. */

export type Thread = typeof thread.$inferSelect;
export type Comment = typeof comment.$inferSelect;
export type CommentWording = typeof commentWording.$inferSelect;

export async function insertThread(tx: Tx, row: typeof thread.$inferInsert): Promise<void> {
	tx.db.insert(thread).values(row).run();
}

export async function insertComment(tx: Tx, row: typeof comment.$inferInsert): Promise<void> {
	tx.db.insert(comment).values(row).run();
}

export async function getThread(tx: Tx, id: string): Promise<Thread | undefined> {
	return tx.db.select().from(thread).where(eq(thread.id, id)).get();
}

export async function getComment(tx: Tx, id: string): Promise<Comment | undefined> {
	return tx.db.select().from(comment).where(eq(comment.id, id)).get();
}

/** The section's threads, the oldest first. */
export async function listThreads(tx: Tx, sectionId: string): Promise<Thread[]> {
	return tx.db
		.select()
		.from(thread)
		.where(eq(thread.sectionId, sectionId))
		.orderBy(asc(thread.createdAt), asc(sql`rowid`))
		.all();
}

/** The comments of a thread, the oldest first. */
export async function listComments(tx: Tx, threadId: string): Promise<Comment[]> {
	return tx.db
		.select()
		.from(comment)
		.where(eq(comment.threadId, threadId))
		.orderBy(asc(comment.at), asc(sql`rowid`))
		.all();
}

/** The comments of all threads of a section, the oldest first. */
export async function listSectionComments(tx: Tx, sectionId: string): Promise<Comment[]> {
	return tx.db
		.select()
		.from(comment)
		.where(inArray(comment.threadId, idsOf(tx, sectionId)))
		.orderBy(asc(comment.at), asc(sql`rowid`))
		.all();
}

/** How the comments of a section read before they were edited, the oldest first. */
export async function listSectionWordings(tx: Tx, sectionId: string): Promise<CommentWording[]> {
	const comments = tx.db
		.select({ id: comment.id })
		.from(comment)
		.where(inArray(comment.threadId, idsOf(tx, sectionId)));
	return tx.db
		.select()
		.from(commentWording)
		.where(inArray(commentWording.commentId, comments))
		.orderBy(asc(commentWording.version))
		.all();
}

const idsOf = (tx: Tx, sectionId: string) =>
	tx.db.select({ id: thread.id }).from(thread).where(eq(thread.sectionId, sectionId));

/** How many threads the section has, of every kind and state. */
export async function countThreads(tx: Tx, sectionId: string): Promise<number> {
	const found = tx.db
		.select({ n: count() })
		.from(thread)
		.where(eq(thread.sectionId, sectionId))
		.get();
	return found?.n ?? 0;
}

/**
 * What is open in a section: `open` counts comments' threads and suggestions alike, `mustMeet` those of
 * them that must be met before the approval.
 */
export async function openThreads(
	tx: Tx,
	sectionId: string
): Promise<{ open: number; mustMeet: number }> {
	const found = tx.db
		.select({ open: count(), mustMeet: sql<number>`coalesce(sum(${thread.mustMeet}), 0)` })
		.from(thread)
		.where(and(eq(thread.sectionId, sectionId), eq(thread.state, 'open')))
		.get();
	return found ?? { open: 0, mustMeet: 0 };
}

/**
 * Moves a thread to another state, if it still has the version that was seen.
 * @returns false when somebody else was first (S10)
 */
export async function setThreadState(
	tx: Tx,
	input: {
		threadId: string;
		seenVersion: number;
		state: ThreadState;
		by: string;
		at: number;
		reason: string | null;
	}
): Promise<boolean> {
	const done = tx.db
		.update(thread)
		.set({
			state: input.state,
			stateBy: input.by,
			stateAt: input.at,
			stateReason: input.reason,
			version: input.seenVersion + 1
		})
		.where(and(eq(thread.id, input.threadId), eq(thread.version, input.seenVersion)))
		.run();
	return done.changes === 1;
}

/** The thread stands in another document of its section (D9). */
export async function moveThread(
	tx: Tx,
	threadId: string,
	to: { epoch: number; anchor: Anchor | null }
): Promise<void> {
	tx.db.update(thread).set(to).where(eq(thread.id, threadId)).run();
}

/** Rewords a comment; how it read before is kept. */
export async function rewordComment(
	tx: Tx,
	before: Comment,
	change: { text: string; mentions: string[]; at: number }
): Promise<void> {
	const { municipalityId, version, text } = before;
	tx.db
		.insert(commentWording)
		.values({
			municipalityId,
			commentId: before.id,
			version,
			at: before.editedAt ?? before.at,
			text
		})
		.run();
	tx.db
		.update(comment)
		.set({
			text: change.text,
			mentions: change.mentions,
			editedAt: change.at,
			version: version + 1
		})
		.where(eq(comment.id, before.id))
		.run();
}

/** Marks a comment as withdrawn. Its words stay in the store; nobody is given them any more. */
export async function markWithdrawn(tx: Tx, commentId: string, at: number): Promise<void> {
	tx.db.update(comment).set({ withdrawnAt: at }).where(eq(comment.id, commentId)).run();
}
