import type { NoticeKind, NoticeWay } from '#core/notice.ts';
import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { notice, noticeSetting } from './schema.ts';
import type { Tx } from './store.ts';

export type Notice = typeof notice.$inferSelect;

export async function insertNotice(tx: Tx, row: typeof notice.$inferInsert) {
	tx.db.insert(notice).values(row).run();
}

/** What the person chose for the kind; undefined where they have not. */
export async function chosenWay(
	tx: Tx,
	personId: string,
	kind: NoticeKind
): Promise<NoticeWay | undefined> {
	return tx.db
		.select({ way: noticeSetting.way })
		.from(noticeSetting)
		.where(and(eq(noticeSetting.personId, personId), eq(noticeSetting.kind, kind)))
		.get()?.way;
}

/** The ids of those who were told that the section has to be there by `day`, in this kind of notice. */
export async function toldOfDay(
	tx: Tx,
	sectionId: string,
	kind: 'due' | 'overdue',
	day: string
): Promise<Set<string>> {
	const told = tx.db
		.select({ personId: notice.personId, detail: notice.detail })
		.from(notice)
		.where(and(eq(notice.sectionId, sectionId), eq(notice.kind, kind)))
		.all();
	return new Set(told.filter((one) => one.detail['day'] === day).map((one) => one.personId));
}

/** The person's notices, the newest first, at most `limit`. */
export async function listNotices(tx: Tx, personId: string, limit: number): Promise<Notice[]> {
	return tx.db
		.select()
		.from(notice)
		.where(eq(notice.personId, personId))
		.orderBy(desc(notice.at), desc(notice.id))
		.limit(limit)
		.all();
}

/** A notice of that person; what others are told is not theirs. */
export async function getNotice(tx: Tx, personId: string, id: string): Promise<Notice | undefined> {
	return tx.db
		.select()
		.from(notice)
		.where(and(eq(notice.id, id), eq(notice.personId, personId)))
		.get();
}

/** The person's notices that they have not read, the newest first, at most `limit`. */
export async function listUnread(tx: Tx, personId: string, limit: number): Promise<Notice[]> {
	return tx.db
		.select()
		.from(notice)
		.where(and(eq(notice.personId, personId), isNull(notice.readAt)))
		.orderBy(desc(notice.at), desc(notice.id))
		.limit(limit)
		.all();
}

/**
 * Marks unread notices of a person as read: those until a moment (milliseconds since 1970, inclusive),
 * of one kind about one section when `of` is given.
 */
export async function markRead(
	tx: Tx,
	personId: string,
	{ until, of }: { until: number; of?: { kind: NoticeKind; sectionId: string } },
	readAt: number
): Promise<void> {
	tx.db
		.update(notice)
		.set({ readAt })
		.where(
			and(
				eq(notice.personId, personId),
				isNull(notice.readAt),
				lte(notice.at, until),
				...(of ? [eq(notice.kind, of.kind), eq(notice.sectionId, of.sectionId)] : [])
			)
		)
		.run();
}

/** Marks one notice as read. */
export async function markOneRead(tx: Tx, id: string, readAt: number): Promise<void> {
	tx.db
		.update(notice)
		.set({ readAt })
		.where(and(eq(notice.id, id), isNull(notice.readAt)))
		.run();
}

/** Marks all that anybody was told until now as read, and as nothing to be mailed. */
export async function settleNotices(tx: Tx): Promise<void> {
	tx.db
		.update(notice)
		.set({ readAt: sql`${notice.at}`, mail: 'none' })
		.where(isNull(notice.readAt))
		.run();
}

/** What the person chose, by kind; kinds that they said nothing of are not there. */
export async function chosenWays(
	tx: Tx,
	personId: string
): Promise<Partial<Record<NoticeKind, NoticeWay>>> {
	const rows = tx.db
		.select({ kind: noticeSetting.kind, way: noticeSetting.way })
		.from(noticeSetting)
		.where(eq(noticeSetting.personId, personId))
		.all();
	return Object.fromEntries(rows.map(({ kind, way }) => [kind, way]));
}

export async function chooseWay(tx: Tx, row: typeof noticeSetting.$inferInsert) {
	const { personId, kind, way } = row;
	tx.db
		.insert(noticeSetting)
		.values(row)
		.onConflictDoUpdate({ target: [noticeSetting.personId, noticeSetting.kind], set: { way } })
		.run();
	// What waits for a mail that is not wanted any more is not mailed.
	if (way !== 'mail')
		tx.db
			.update(notice)
			.set({ mail: 'none' })
			.where(and(eq(notice.personId, personId), eq(notice.kind, kind), eq(notice.mail, 'waiting')))
			.run();
}
