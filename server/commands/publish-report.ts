import type { MadeForm } from '#core/forms.ts';
import { ok, refuse } from '#core/result.ts';
import { insertEdition } from '#server/store/editions.ts';
import { audit, type Command } from './context.ts';
import { indexEdition } from './index-edition.ts';
import { keepForms } from './keep-forms.ts';
import { prepareEdition, type EditionAsked } from './prepare-edition.ts';

/**
 * P1: makes an edition from approved content alone, in one transaction, with all its forms. These were
 * made before, of the model that `hash` names and for the number that was next; when either is another by
 * now, somebody has acted in between and nothing is published.
 */
export const publishReport: Command<
	EditionAsked & { number: number; hash: string; forms: MadeForm[] },
	{ editionId: string; slug: string; number: number; hash: string }
> = async (tx, input, context) => {
	const prepared = await prepareEdition(tx, input);
	if (!prepared.ok) return prepared;
	const { actor, report, model, json, hash } = prepared.value;
	if (hash !== input.hash)
		return refuse({ code: 'moved', happened: 'textChanged', by: null, at: null });
	const { slug, number } = model;
	const editionId = context.newId();
	const { municipalityId } = report;
	await insertEdition(tx, {
		id: editionId,
		municipalityId,
		reportId: report.id,
		slug,
		number,
		title: report.title,
		reportYear: report.reportYear,
		hash,
		model: json,
		publishedBy: actor.personId,
		publishedAt: input.publishedAt
	});
	await keepForms(tx, { municipalityId, editionId }, input.forms);
	await indexEdition(tx, { municipalityId, editionId, model });
	await audit(tx, actor, context, {
		act: 'report.publish',
		reportId: report.id,
		hash,
		reason: model.note === '' ? null : model.note,
		detail: { editionId, number, decision: model.decision }
	});
	return ok({ editionId, slug, number, hash });
};
