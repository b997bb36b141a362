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
