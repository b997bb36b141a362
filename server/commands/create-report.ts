import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { sectionsOf, TEMPLATE_VARIANTS, type TemplateVariant } from '#core/template.ts';
import { barnbokslut } from '#core/templates/barnbokslut.ts';
import type { DocNode } from '#core/publication.ts';
import { seedUpdate } from '#schema/content.ts';
import { appendUpdate } from '#server/store/log.ts';
import { getAuthority, listDepartments } from '#server/store/organisation.ts';
import { insertReport, setReportIndicators, slugIsTaken } from '#server/store/reports.ts';
import { insertSection } from '#server/store/sections.ts';
import { listFigures } from '#server/store/indicators.ts';
import { actorOf, audit, permit, type Command } from './context.ts';
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
	const { municipalityId, grants } = actor.value;
	const allowed = permit(actor.value, 'report.create', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const problems: FieldProblem[] = [];
	const authority = await getAuthority(tx, input.authorityId);
	const coordinates = grants.some(
		(g) => g.role === 'coordinator' && g.authorityId === input.authorityId && g.reportId === null
	);
	if (authority?.municipalityId !== municipalityId || !coordinates)
		problems.push({ field: 'authorityId', problem: 'unknown' });
	if (!isVariant(input.variant)) problems.push({ field: 'variant', problem: 'unknown' });
	if (!Number.isInteger(input.reportYear) || input.reportYear < 1990 || input.reportYear > 2100)
		problems.push({ field: 'reportYear', problem: 'period' });
	const title = input.title.trim();
	if (title === '' || title.length > 200) problems.push({ field: 'title', problem: 'length' });
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
	const sections: { id: string; key: string }[] = [];
	for (const [position, s] of sectionsOf(barnbokslut, input.variant).entries()) {
		const id = context.newId();
		const owner = departments.find(
			(d) => d.templateRole === s.owner && d.authorityId === input.authorityId
		);
		await insertSection(tx, {
			id,
			municipalityId,
			reportId,
			key: s.key,
			position,
			number: s.number,
			title: s.title,
			chapterKey: s.chapter.key,
			chapterNumber: s.chapter.number,
			chapterTitle: s.chapter.title,
			departmentId: owner?.id ?? null,
			articles: s.articles,
			required: s.required,
			requiredBlocks: s.requiredBlocks,
			help: s.help,
			stateAt: context.now
		});
		const doc = input.content?.[s.key] ?? { type: 'doc', content: s.initial };
		await appendUpdate(
			tx,
			{ id, municipalityId, epoch: 1, seq: 0 },
			{ personId: null, at: context.now, bytes: seedUpdate(doc) }
		);
		sections.push({ id, key: s.key });
	}
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
