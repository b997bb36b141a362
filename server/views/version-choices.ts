import { listApprovals, listFixed } from '#server/store/approvals.ts';
import { listEditions } from '#server/store/editions.ts';
import { listNamedVersions } from '#server/store/named-versions.ts';
import { earlierEditions } from '#server/store/previous.ts';
import { getReport } from '#server/store/reports.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { getWithdrawal } from '#server/store/withdrawals.ts';

/** A version that a page lets people choose; `at` in milliseconds since 1970. */
export type VersionChoice = { ref: string; at: number } & (
	| { kind: 'now' }
	/** An update of the log that nobody named: only as somebody asked for it. */
	| { kind: 'draft' }
	| { kind: 'named'; name: string }
	/** What was fixed at a submission, by what became of it: an approval stands, or stood. */
	| { kind: 'submitted' | 'returned' | 'approved' | 'reopened' }
	| EditionChoice
);

export type EditionChoice = {
	ref: string;
	at: number;
	kind: 'edition';
	title: string;
	number: number;
	reportYear: number;
};

/**
 * The versions of a section that people speak of, the newest first: now, those with a name, what was
 * submitted and approved, its report's editions, and last year's. The caller has asked `may`.
 */
export async function versionChoices(tx: Tx, section: Section): Promise<VersionChoice[]> {
	const named = (await listNamedVersions(tx, section.id)).map(
		({ seq, name, namedAt }): VersionChoice => ({
			ref: `seq-${seq}`,
			at: namedAt,
			kind: 'named',
			name
		})
	);
	const approvals = await listApprovals(tx, section.id);
	const fixed = (await listFixed(tx, section.id)).map(({ id, submittedAt }, i): VersionChoice => {
		const ref = `fixed-${id}`;
		const approval = approvals.findLast((one) => one.fixedId === id);
		if (approval)
			return {
				ref,
				at: approval.approvedAt,
				kind: approval.voidedAt === null ? 'approved' : 'reopened'
			};
		// Only the newest can be waiting; what lies before it was returned, or nothing could be submitted.
		const isWaiting = i === 0 && section.state === 'submitted';
		return { ref, at: submittedAt, kind: isWaiting ? 'submitted' : 'returned' };
	});
	const editions = await editionChoices(tx, section.reportId, section.key);
	const at = section.editedAt ?? section.stateAt;
	return [
		{ ref: 'now', at, kind: 'now' },
		...[...named, ...fixed].toSorted((a, b) => b.at - a.at),
		...editions
	];
}

/**
 * The editions that a report, or one of its sections, can be held against: its own, the newest first, then
 * those of earlier years. What was taken back is none of them.
 * @param key of a section that must be in those of earlier years; null for the whole report
 */
export async function editionChoices(
	tx: Tx,
	reportId: string,
	key: string | null
): Promise<EditionChoice[]> {
	const report = await getReport(tx, reportId);
	if (!report) return [];
	const all = await listEditions(tx);
	const earlier = (await earlierEditions(tx, report))
		.filter(({ keys }) => key === null || keys.has(key))
		.flatMap(({ id }) => all.filter((one) => one.id === id));
	const found: EditionChoice[] = [];
	for (const one of [...all.filter((e) => e.reportId === reportId), ...earlier]) {
		if (await getWithdrawal(tx, one.id, 'html')) continue;
		const { id, publishedAt, title, number, reportYear } = one;
		found.push({
			ref: `edition-${id}`,
			at: publishedAt,
			kind: 'edition',
			title,
			number,
			reportYear
		});
	}
	return found;
}
