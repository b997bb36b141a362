import { FORMS, type Form } from '#core/forms.ts';
import type { Decision, EditionModel } from '#core/publication.ts';
import { ok, refuse } from '#core/result.ts';
import { findEdition, listEditionFiles } from '#server/store/editions.ts';
import { getPerson } from '#server/store/people.ts';
import { listWithdrawals } from '#server/store/withdrawals.ts';
import type { View } from './index.ts';
import { seenReport } from './seen.ts';

export type PublishedForm = {
	form: Form;
	/** In bytes; null while it is not made yet. */
	size: number | null;
	withdrawn: { reason: string; by: string; at: number } | null;
};

export type PublishedEdition = {
	report: { id: string; title: string };
	id: string;
	slug: string;
	number: number;
	publishedAt: number;
	publishedBy: string;
	hash: string;
	note: string;
	decision: Decision;
	forms: PublishedForm[];
};

/** One edition of a report for who answers for it: its forms, and what was taken back. */
export const publishedEdition: View<
	{ reportId: string; number: number },
	PublishedEdition
> = async (tx, actor, params) => {
	const found = await seenReport(tx, actor, 'report.publish', params.reportId);
	if (!found.ok) return found;
	const { report } = found.value;
	const edition = await findEdition(tx, report.slug, params.number);
	if (!edition) return refuse({ code: 'notFound' });
	const sizes = new Map((await listEditionFiles(tx, edition.id)).map((f) => [f.form, f.size]));
	const taken = await listWithdrawals(tx, edition.id);
	const forms: PublishedForm[] = [];
	for (const form of FORMS) {
		const back = taken.find((one) => one.form === form);
		const by = back ? ((await getPerson(tx, back.withdrawnBy))?.name ?? '') : '';
		forms.push({
			form,
			size: sizes.get(form) ?? null,
			withdrawn: back ? { reason: back.reason, by, at: back.withdrawnAt } : null
		});
	}
	const { note, decision } = JSON.parse(edition.model) as EditionModel;
	return ok({
		report: { id: report.id, title: report.title },
		id: edition.id,
		slug: edition.slug,
		number: edition.number,
		publishedAt: edition.publishedAt,
		publishedBy: (await getPerson(tx, edition.publishedBy))?.name ?? '',
		hash: edition.hash,
		note,
		decision,
		forms
	});
};
