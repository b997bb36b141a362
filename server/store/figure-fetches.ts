import type { FetchedKpi, FigureNotice, NoticeDetail, NoticeState } from '#core/fetched.ts';
import type { Indicator, NextPublication } from '#core/indicator.ts';
import { and, desc, eq, sql } from 'drizzle-orm';
import { figureFetch, figureNotice, indicatorSource } from './schema.ts';
import type { Tx } from './store.ts';

export type FigureFetch = typeof figureFetch.$inferSelect;
export type IndicatorSource = typeof indicatorSource.$inferSelect;

export async function insertFetch(tx: Tx, row: FigureFetch) {
	tx.db.insert(figureFetch).values(row).run();
}

/** The municipality's newest fetch. */
export async function latestFetch(
	tx: Tx,
	municipalityId: string
): Promise<FigureFetch | undefined> {
	return tx.db
		.select()
		.from(figureFetch)
		.where(eq(figureFetch.municipalityId, municipalityId))
		.orderBy(desc(figureFetch.at))
		.limit(1)
		.get();
}

/** What the source says of an indicator's measure, as people know it. */
export async function getSource(tx: Tx, indicatorId: string): Promise<IndicatorSource | undefined> {
	return tx.db
		.select()
		.from(indicatorSource)
		.where(eq(indicatorSource.indicatorId, indicatorId))
		.get();
}

/** What the source means to publish next; null where it has not said, or was asked of another measure. */
export async function nextPublication(
	tx: Tx,
	{ id, kpiId }: Pick<Indicator, 'id' | 'kpiId'>
): Promise<NextPublication | null> {
	const source = await getSource(tx, id);
	if (source === undefined || source.kpiId !== kpiId) return null;
	const { nextPeriod: period, nextDate: date } = source;
	return period === null && date === null ? null : { period, date };
}

/** What the source says of all of the municipality's indicators. */
export async function listSources(tx: Tx, municipalityId: string): Promise<IndicatorSource[]> {
	return tx.db
		.select()
		.from(indicatorSource)
		.where(eq(indicatorSource.municipalityId, municipalityId))
		.all();
}

export async function putSource(tx: Tx, row: IndicatorSource) {
	tx.db
		.insert(indicatorSource)
		.values(row)
		.onConflictDoUpdate({ target: indicatorSource.indicatorId, set: row })
		.run();
}

/** A person has seen what the measure is called, or how it is defined, now. */
export async function changeSource(
	tx: Tx,
	indicatorId: string,
	change: Partial<Pick<FetchedKpi['found'] & object, 'title' | 'definition'>>
) {
	tx.db
		.update(indicatorSource)
		.set(change)
		.where(eq(indicatorSource.indicatorId, indicatorId))
		.run();
}

export async function insertNotice(
	tx: Tx,
	row: Omit<FigureNotice, 'state'> & { municipalityId: string; key: string }
) {
	tx.db
		.insert(figureNotice)
		.values({ ...row, what: row.detail.what })
		.run();
}

type NoticeRow = typeof figureNotice.$inferSelect;

const toNotice = (r: NoticeRow): FigureNotice => ({
	id: r.id,
	at: r.at,
	indicatorId: r.indicatorId,
	groupId: r.groupId,
	detail: r.detail,
	state: r.state
});

/** The last notice of the same matter, settled or not. */
export async function latestNotice(
	tx: Tx,
	municipalityId: string,
	key: string
): Promise<{ id: string; state: NoticeState; detail: NoticeDetail } | undefined> {
	return (
		tx.db
			.select()
			.from(figureNotice)
			.where(and(eq(figureNotice.municipalityId, municipalityId), eq(figureNotice.key, key)))
			// Two may be of one moment: the one that was added last is the last.
			.orderBy(desc(figureNotice.at), desc(sql`rowid`))
			.limit(1)
			.get()
	);
}

export async function getNotice(
	tx: Tx,
	municipalityId: string,
	id: string
): Promise<FigureNotice | undefined> {
	const row = tx.db
		.select()
		.from(figureNotice)
		.where(and(eq(figureNotice.municipalityId, municipalityId), eq(figureNotice.id, id)))
		.get();
	return row && toNotice(row);
}

/** What nobody has settled, the newest first. */
export async function listOpenNotices(tx: Tx, municipalityId: string): Promise<FigureNotice[]> {
	return tx.db
		.select()
		.from(figureNotice)
		.where(and(eq(figureNotice.municipalityId, municipalityId), eq(figureNotice.state, 'open')))
		.orderBy(desc(figureNotice.at), figureNotice.key)
		.all()
		.map(toNotice);
}

/** Ends a notice; `by` is null where it went away by itself. */
export async function endNotice(
	tx: Tx,
	id: string,
	end: { state: Exclude<NoticeState, 'open'>; by: string | null; at: number }
) {
	tx.db
		.update(figureNotice)
		.set({ state: end.state, settledBy: end.by, settledAt: end.at })
		.where(eq(figureNotice.id, id))
		.run();
}
