import type { Actor } from '#core/access.ts';
import type { MadeForm } from '#core/forms.ts';
import { ok, refuse } from '#core/result.ts';
import { insertEdition } from '#server/store/editions.ts';
import { reportThing, type Report } from '#server/store/reports.ts';
import { listSections } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { audit, type Command, type Context } from './context.ts';
import { indexEdition } from './index-edition.ts';
import { keepForms } from './keep-forms.ts';
import { coordinatorsOf, notify, writersOf } from './notify.ts';
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
	await tell(tx, context, actor, report, editionId);
	return ok({ editionId, slug, number, hash });
};

/** N1: who wrote it and who coordinates it hears that it is published. */
async function tell(tx: Tx, context: Context, actor: Actor, report: Report, editionId: string) {
	const sections = await listSections(tx, report.id);
	const departments = sections.flatMap((s) => [s.departmentId ?? [], s.sharedWith].flat());
	const { municipalityId } = report;
	const to = [
		...(await coordinatorsOf(tx, reportThing(report))),
		...(await writersOf(tx, { municipalityId, departmentId: null, sharedWith: departments }))
	];
	await notify(tx, context, actor, {
		kind: 'published',
		to,
		about: { report },
		detail: { editionId }
	});
}
