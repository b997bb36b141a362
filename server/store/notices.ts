import type { NoticeKind, NoticeWay } from '#core/notice.ts';
import { and, eq } from 'drizzle-orm';
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
