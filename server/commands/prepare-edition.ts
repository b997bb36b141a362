import type { Actor } from '#core/access.ts';
import { readyToPublish, type Decision, type EditionModel } from '#core/publication.ts';
import { metaHinders } from '#core/report-kind.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import { listEditions, newestEditionNumber } from '#server/store/editions.ts';
import { getPerson } from '#server/store/people.ts';
import type { Report } from '#server/store/reports.ts';
import { listSections } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { approvedBody, approvedNow } from './approved-body.ts';
import { reportFor } from './context.ts';

/** What a person asks for when they publish, and what only the server knows. */
export type EditionAsked = {
	by: string;
	reportId: string;
	decision: Decision;
	/** Why this edition follows another; needed from the second on (P2). */
	note: string;
	/** The number that the person expects it to have; null for whichever comes next (S10). */
	number: number | null;
	/** The time that the edition will bear, in milliseconds since 1970. */
	publishedAt: number;
	/** The public address of the installation, `https://…`; empty when it has none. */
	origin: string;
};

export type PreparedEdition = {
	actor: Actor;
	report: Report;
	model: EditionModel;
	/** Canonical JSON of the model, and its SHA-256. */
	json: string;
	hash: string;
};

/**
 * The edition that would be published now (P1): of approved content alone, the stored canonical JSON
 * that was hashed at submission; a Y.Doc is not read (P3). Changes nothing: it is done once to make
 * the forms, and once more in the transaction that stores them.
 */
export async function prepareEdition(
	tx: Tx,
	asked: EditionAsked
): Promise<Result<PreparedEdition>> {
	const found = await reportFor(tx, asked.by, 'report.publish', asked.reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	const { approved, facts, findings } = await approvedNow(tx, await listSections(tx, report.id));
	const decision = trimmed(asked.decision);
	const ready = readyToPublish(facts, decision, [
		...metaHinders(report.kind, report.meta),
		...findings
	]);
	if (!ready.ok) return ready;
	const number = (await newestEditionNumber(tx, report.id)) + 1;
	if (asked.number !== null && asked.number !== number) return publishedMeanwhile(tx, report.id);
	const note = asked.note.trim();
	if (number > 1 && note === '') return refuse({ code: 'reasonNeeded' });

	const model: EditionModel = {
		...(await approvedBody(tx, report, approved)),
		format: 1,
		number,
		slug: report.slug,
		publishedAt: asked.publishedAt,
		...(asked.origin === '' ? {} : { address: `${asked.origin}/r/${report.slug}/v/${number}` }),
		note,
		decision
	};
	const json = canonicalJson(model);
	return ok({ actor, report, model, json, hash: sha256Hex(json) });
}

/** Somebody else has published since the person looked. */
async function publishedMeanwhile(tx: Tx, reportId: string): Promise<Result<never>> {
	const newest = (await listEditions(tx)).find((e) => e.reportId === reportId);
	const by = newest ? ((await getPerson(tx, newest.publishedBy))?.name ?? null) : null;
	const at = newest?.publishedAt ?? null;
	return refuse({ code: 'moved', happened: 'published', by, at });
}

const trimmed = (d: Decision): Decision => ({
	body: d.body.trim(),
	date: d.date.trim(),
	paragraph: d.paragraph.trim(),
	registryNumber: d.registryNumber.trim()
});
