import { ok, refuse } from '#core/result.ts';
import { sectionsOf, TEMPLATE_VARIANTS, type TemplateVariant } from '#core/template.ts';
import { barnbokslut } from '#core/templates/barnbokslut.ts';
import type { DocNode } from '#core/publication.ts';
import { listDepartments } from '#server/store/organisation.ts';
import { insertReport, setReportIndicators, slugIsTaken } from '#server/store/reports.ts';
import { listFigures } from '#server/store/indicators.ts';
import { actorOf, audit, permit, type Command } from './context.ts';
import { insertSections, newReportProblems } from './new-sections.ts';
import { freeSlug } from './slug.ts';

/**
 * A new report from the template: its sections with owners, tags, required blocks and help, and the
 * first content of each, which only the server makes, once. The coordinator must hold the role for
 * the whole authority.
 */
export const createReport: Command<
	{
		by: string;
		authorityId: string;
		variant: string;
		reportYear: number;
		title: string;
		/** Content by section key instead of the template's (demo, later the rollover). */
		content?: Record<string, DocNode>;
	},
	{ reportId: string; sections: { id: string; key: string }[] }
> = async (tx, input, context) => {
	const actor = await actorOf(tx, input.by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'report.create', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const title = input.title.trim();
	const problems = await newReportProblems(tx, actor.value, { ...input, title });
	if (!isVariant(input.variant)) problems.push({ field: 'variant', problem: 'unknown' });
	if (problems.length > 0 || !isVariant(input.variant))
		return refuse({ code: 'invalid', problems });

	const reportId = context.newId();
	await insertReport(tx, {
		id: reportId,
		municipalityId,
		authorityId: input.authorityId,
		kind: barnbokslut.kind,
		templateKey: barnbokslut.key,
		templateVersion: barnbokslut.version,
		variant: input.variant,
		title,
		slug: await freeSlug(title, 'rapport', (slug) => slugIsTaken(tx, slug)),
		reportYear: input.reportYear,
		createdAt: context.now,
		createdBy: actor.value.personId
	});
	const departments = await listDepartments(tx, municipalityId);
	const owned = (role: string) =>
		departments.find((d) => d.templateRole === role && d.authorityId === input.authorityId);
	const sections = await insertSections(
		tx,
		{ id: reportId, municipalityId },
		sectionsOf(barnbokslut, input.variant).map((s) => ({
			...s,
			departmentId: owned(s.owner)?.id ?? null,
			doc: input.content?.[s.key] ?? { type: 'doc', content: s.initial }
		})),
		context
	);
	await setReportIndicators(tx, {
		municipalityId,
		reportId,
		indicatorIds: (await listFigures(tx, municipalityId)).map((f) => f.indicator.id)
	});
	await audit(tx, actor.value, context, {
		act: 'report.create',
		reportId,
		detail: { title, variant: input.variant, reportYear: input.reportYear }
	});
	return ok({ reportId, sections });
};

const isVariant = (text: string): text is TemplateVariant =>
	(TEMPLATE_VARIANTS as readonly string[]).includes(text);
