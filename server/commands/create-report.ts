import { madeTitle, readMeta, TITLE_OF } from '#core/report-kind.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { sectionsOf, TEMPLATE_VARIANTS, type TemplateVariant } from '#core/template.ts';
import { hasVariants } from '#core/templates.ts';
import { barnbokslut } from '#core/templates/barnbokslut.ts';
import type { DocNode } from '#core/publication.ts';
import { listOpenDepartments } from '#server/store/organisation.ts';
import { insertReport, setReportIndicators, slugIsTaken } from '#server/store/reports.ts';
import { listIndicators } from '#server/store/indicators.ts';
import { templatesInUse } from '#server/store/templates.ts';
import { actorOf, audit, permit, type Command } from './context.ts';
import { insertSections, newReportProblems } from './new-sections.ts';
import { freeSlug } from './slug.ts';

/**
 * A new report from a template: its sections with owners, tags, required blocks and help, and the
 * first content of each, which only the server makes, once. The report keeps the version that it was
 * made from (Y5). The coordinator must hold the role for the whole authority.
 */
export const createReport: Command<
	{
		by: string;
		authorityId: string;
		/** The key of one of ours or the id of one of the municipality's; barnbokslut when it is not said. */
		template?: string | undefined;
		/** Which of the template's; needed where it has several, of no meaning where it has not. */
		variant?: string | undefined;
		reportYear: number;
		/** Not needed where the kind makes it of what the report says of itself. */
		title?: string | undefined;
		/** What a report of its kind says of itself, by field. */
		meta?: Record<string, string | undefined> | undefined;
		/** Content by section key instead of the template's (the demo). */
		content?: Record<string, DocNode>;
	},
	{ reportId: string; sections: { id: string; key: string }[] }
> = async (tx, input, context) => {
	const actor = await actorOf(tx, input.by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'report.create', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const templateKey = input.template ?? barnbokslut.key;
	const template = (await templatesInUse(tx, municipalityId)).find((t) => t.key === templateKey);
	const kind = template?.kind ?? barnbokslut.kind;
	const variant = template && !hasVariants(template) ? 'full' : (input.variant ?? '');
	const said = readMeta(kind, input.meta ?? {});
	const title = madeTitle(kind, said.meta) ?? (input.title ?? '').trim();
	const problems: FieldProblem[] = [
		...(await newReportProblems(tx, actor.value, { ...input, title })).filter(
			// What people do not name lacks what its title is made of.
			({ field }) => field !== 'title' || title !== '' || !TITLE_OF[kind]
		),
		...said.problems
	];
	for (const field of title === '' ? (TITLE_OF[kind] ?? []) : [])
		if (!said.meta[field]) problems.push({ field: `meta.${field}`, problem: 'missing' });
	if (!template) problems.push({ field: 'template', problem: 'unknown' });
	else if (!isVariant(variant)) problems.push({ field: 'variant', problem: 'unknown' });
	if (problems.length > 0 || !template || !isVariant(variant))
		return refuse({ code: 'invalid', problems });

	const reportId = context.newId();
	await insertReport(tx, {
		id: reportId,
		municipalityId,
		authorityId: input.authorityId,
		kind,
		meta: said.meta,
		templateKey: template.key,
		templateVersion: template.version,
		variant,
		title,
		slug: await freeSlug(title, 'rapport', (slug) => slugIsTaken(tx, slug)),
		reportYear: input.reportYear,
		createdAt: context.now,
		createdBy: actor.value.personId
	});
	const departments = await listOpenDepartments(tx, municipalityId);
	// A4: a department of another authority owns nothing here before somebody says so.
	const owned = (owner: string) =>
		departments.find(
			(d) => [d.templateRole, d.id].includes(owner) && d.authorityId === input.authorityId
		);
	const sections = await insertSections(
		tx,
		{ id: reportId, municipalityId },
		sectionsOf(template, variant).map((s) => ({
			...s,
			departmentId: owned(s.owner)?.id ?? null,
			doc: input.content?.[s.key] ?? { type: 'doc', content: s.initial }
		})),
		context
	);
	await setReportIndicators(tx, {
		municipalityId,
		reportId,
		indicatorIds: (await listIndicators(tx, municipalityId)).map(({ id }) => id)
	});
	await audit(tx, actor.value, context, {
		act: 'report.create',
		reportId,
		detail: {
			title,
			template: template.key,
			version: template.version,
			variant,
			reportYear: input.reportYear
		}
	});
	return ok({ reportId, sections });
};

const isVariant = (text: string): text is TemplateVariant =>
	(TEMPLATE_VARIANTS as readonly string[]).includes(text);
