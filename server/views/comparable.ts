import { getReport } from '#server/store/reports.ts';
import { listEditions, type Edition } from '#server/store/editions.ts';
import type { Tx } from '#server/store/store.ts';
import { getWithdrawal } from '#server/store/withdrawals.ts';

export type EditionRow = Omit<Edition, 'model'>;

/** What an edition may be held against. */
export type Comparable = {
	/** The newest edition of the nearest earlier year, else the one before it of the same report. */
	natural: EditionRow | null;
	/** The newest of each earlier year, the latest year first; then the earlier ones of the same report. */
	all: EditionRow[];
};

/** P2: what was taken back is not shown, and so not compared with. */
const isShown = async (tx: Tx, { id }: EditionRow): Promise<boolean> =>
	(await getWithdrawal(tx, id, 'html')) === undefined;

/** The editions before this one, of the same authority. */
export async function comparableWith(tx: Tx, edition: EditionRow): Promise<Comparable> {
	const authority = (await getReport(tx, edition.reportId))?.authorityId;
	const all = (await listEditions(tx)).filter(
		({ municipalityId }) => municipalityId === edition.municipalityId
	);
	const newest = new Map<string, EditionRow>();
	const sameReport: EditionRow[] = [];
	// Of each year the newest comes first.
	for (const one of all.toSorted(
		(a, b) => b.reportYear - a.reportYear || b.publishedAt - a.publishedAt
	)) {
		const isEarlier = one.reportYear < edition.reportYear;
		const isBefore = one.reportId === edition.reportId && one.number < edition.number;
		if ((!isEarlier && !isBefore) || newest.has(one.reportId)) continue;
		if (!(await isShown(tx, one))) continue;
		if (isBefore) sameReport.push(one);
		else if ((await getReport(tx, one.reportId))?.authorityId === authority)
			newest.set(one.reportId, one);
	}
	const years = [...newest.values()];
	return { natural: years[0] ?? sameReport[0] ?? null, all: [...years, ...sameReport] };
}
