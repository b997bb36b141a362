import type { Actor } from '#core/access.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { LIMITS } from '#core/template-draft.ts';
import {
	TEMPLATE_VARIANTS,
	type RequiredBlock,
	type Template,
	type TemplateChapter,
	type TemplateVariant
} from '#core/template.ts';
import { hasVariants, ofVariant, templateOf } from '#core/templates.ts';
import { listOpenDepartments } from '#server/store/organisation.ts';
import { listSections } from '#server/store/sections.ts';
import {
	getTemplate,
	insertTemplate,
	insertTemplateVersion,
	templateAt
} from '#server/store/templates.ts';
import type { Tx } from '#server/store/store.ts';
import { audit, reportFor, type Command } from './context.ts';
import { templateManager } from './own-template.ts';

/** One of ours in a variant, one of the municipality's, or how a report is built now. */
export type TemplateSource =
	{ template: string; variant?: string | undefined } | { reportId: string };

/** A new template of the municipality's, like another or like a report. Sections keep their keys. */
export const copyTemplate: Command<
	{ by: string; from: TemplateSource; title: string },
	{ templateId: string }
> = async (tx, { by, from, title: typed }, context) => {
	const actor = await templateManager(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId, personId } = actor.value;
	const source =
		'reportId' in from
			? await ofReport(tx, actor.value, from.reportId)
			: await ofTemplate(tx, actor.value, from);
	if (!source.ok) return source;
	const title = typed.replace(/\s+/gu, ' ').trim();
	if (title === '' || title.length > LIMITS.title)
		return refuse({ code: 'invalid', problems: [{ field: 'title', problem: 'length' }] });
	const templateId = context.newId();
	const definition: Template = { ...source.value, key: templateId, version: 1, title };
	await insertTemplate(tx, { id: templateId, municipalityId });
	await insertTemplateVersion(tx, {
		municipalityId,
		templateId,
		version: 1,
		definition,
		savedBy: personId,
		savedAt: context.now
	});
	await audit(tx, actor.value, context, {
		act: 'template.copy',
		detail: { templateId, title, from }
	});
	return ok({ templateId });
};

const unknown = (field: string) =>
	refuse({ code: 'invalid', problems: [{ field, problem: 'unknown' }] });

async function ofTemplate(
	tx: Tx,
	{ municipalityId }: Actor,
	{ template: key, variant = 'full' }: Extract<TemplateSource, { template: string }>
): Promise<Result<Template>> {
	const own = await getTemplate(tx, key);
	if (own) return own.municipalityId === municipalityId ? ok(own.definition) : unknown('from');
	const ours = templateOf(key);
	if (!ours || !isVariant(variant)) return unknown('from');
	return ok(
		await withOwners(tx, municipalityId, hasVariants(ours) ? ofVariant(ours, variant) : ours)
	);
}

/** Roles as the departments that have them here; one that several have, or none, stays a role. */
async function withOwners(tx: Tx, municipalityId: string, template: Template): Promise<Template> {
	const departments = await listOpenDepartments(tx, municipalityId);
	const ownerOf = (owner: string): string => {
		const [first, ...others] = departments.filter((d) => d.templateRole === owner);
		return first && others.length === 0 ? first.id : owner;
	};
	return {
		...template,
		chapters: template.chapters.map((c) => ({
			...c,
			sections: c.sections.map((s) => ({ ...s, owner: ownerOf(s.owner) }))
		}))
	};
}

/** How a report that the person may read is built now; fixed first texts are those of its own template. */
async function ofReport(tx: Tx, { personId }: Actor, reportId: string): Promise<Result<Template>> {
	const found = await reportFor(tx, personId, 'report.read', reportId);
	if (!found.ok) return found;
	const { report } = found.value;
	const made = await templateAt(tx, report.templateKey, report.templateVersion);
	const first = new Map(
		made?.chapters.flatMap((c) => c.sections).map((s) => [s.key, s.initial]) ?? []
	);
	const chapters = new Map<string, TemplateChapter>();
	for (const s of await listSections(tx, report.id)) {
		const chapter = chapters.get(s.chapterKey) ?? {
			key: s.chapterKey,
			title: s.chapterTitle,
			sections: []
		};
		chapters.set(s.chapterKey, chapter);
		chapter.sections.push({
			key: s.key,
			title: s.title,
			owner: s.departmentId ?? 'coordinator',
			articles: s.articles,
			required: s.required,
			requiredBlocks: s.requiredBlocks as RequiredBlock[],
			help: s.help,
			initial: first.get(s.key) ?? [],
			variants: [...TEMPLATE_VARIANTS]
		});
	}
	return ok({
		key: '',
		version: 0,
		kind: report.kind,
		title: report.title,
		chapters: [...chapters.values()]
	});
}

const isVariant = (text: string): text is TemplateVariant =>
	(TEMPLATE_VARIANTS as readonly string[]).includes(text);
