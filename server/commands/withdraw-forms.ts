import { FORMS, type Form } from '#core/forms.ts';
import { ok, refuse } from '#core/result.ts';
import { getEdition } from '#server/store/editions.ts';
import { insertWithdrawal, listWithdrawals } from '#server/store/withdrawals.ts';
import { audit, reportFor, type Command } from './context.ts';

/** What is taken back with a form, because it holds the same words. */
const WITH: Partial<Record<Form, Form[]>> = { html: ['offline'], pdf: ['large'] };

/** Every form that goes when these go: the archive holds them all, so it always goes. */
export function withdrawnWith(forms: readonly Form[]): Form[] {
	const all = new Set<Form>(forms);
	for (const form of forms) for (const other of WITH[form] ?? []) all.add(other);
	if (all.size > 0) all.add('zip');
	return FORMS.filter((form) => all.has(form));
}

/**
 * P2: takes forms of an edition back that hold what must not be shown. The bytes stay in the record and
 * readers are told why they see none; the edition's other forms go on. What goes is told in the trail.
 */
export const withdrawForms: Command<
	{ by: string; editionId: string; forms: Form[]; reason: string },
	{ forms: Form[] }
> = async (tx, input, context) => {
	const edition = await getEdition(tx, input.editionId);
	if (!edition) return refuse({ code: 'notFound' });
	const found = await reportFor(tx, input.by, 'report.publish', edition.reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	const reason = input.reason.trim();
	if (reason === '') return refuse({ code: 'reasonNeeded' });
	const gone = new Set((await listWithdrawals(tx, edition.id)).map(({ form }) => form));
	const forms = withdrawnWith(input.forms).filter((form) => !gone.has(form));
	if (input.forms.length === 0)
		return refuse({ code: 'invalid', problems: [{ field: 'forms', problem: 'required' }] });
	if (forms.length === 0) return refuse({ code: 'moved', happened: 'done', by: null, at: null });
	for (const form of forms)
		await insertWithdrawal(tx, {
			municipalityId: edition.municipalityId,
			editionId: edition.id,
			form,
			reason,
			withdrawnBy: actor.personId,
			withdrawnAt: context.now
		});
	await audit(tx, actor, context, {
		act: 'edition.withdraw',
		reportId: report.id,
		hash: edition.hash,
		reason,
		detail: { editionId: edition.id, number: edition.number, forms }
	});
	return ok({ forms });
};
