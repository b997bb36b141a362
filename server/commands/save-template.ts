import { ok, refuse } from '#core/result.ts';
import { readDraft, type TemplateDraft } from '#core/template-draft.ts';
import type { Template } from '#core/template.ts';
import { listOpenDepartments } from '#server/store/organisation.ts';
import { getPerson } from '#server/store/people.ts';
import { insertTemplateVersion } from '#server/store/templates.ts';
import { audit, type Command } from './context.ts';
import { keyMaker, ownTemplateFor } from './own-template.ts';

/**
 * The next version of a template of the municipality's. `seen` is the version that the person changed
 * (S10). Versions before it stay, and so do the reports that were made of them (Y5).
 */
export const saveTemplate: Command<
	{ by: string; templateId: string; seen: number; draft: TemplateDraft },
	{ version: number }
> = async (tx, { by, templateId, seen, draft }, context) => {
	const found = await ownTemplateFor(tx, by, templateId);
	if (!found.ok) return found;
	const { actor, own } = found.value;
	if (own.version !== seen)
		return refuse({
			code: 'moved',
			happened: 'valueChanged',
			by: (await getPerson(tx, own.savedBy))?.name ?? null,
			at: own.savedAt
		});
	const { municipalityId } = actor;
	const current = own.definition;
	const departments = await listOpenDepartments(tx, municipalityId);
	const { title, chapters, problems } = readDraft(draft, {
		current,
		owners: ownersOf(
			current,
			departments.map((d) => d.id)
		),
		keyFor: await keyMaker(tx, templateId, context)
	});
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	const version = own.version + 1;
	const definition: Template = { ...current, version, title, chapters };
	await insertTemplateVersion(tx, {
		municipalityId,
		templateId,
		version,
		definition,
		savedBy: actor.personId,
		savedAt: context.now
	});
	await audit(tx, actor, context, {
		act: 'template.save',
		detail: { templateId, version, title }
	});
	return ok({ version });
};

/** Who may own a section: the coordinator, a department, or a role that the template has already. */
export const ownersOf = (current: Template, departmentIds: string[]): Set<string> =>
	new Set([
		'coordinator',
		...departmentIds,
		...current.chapters.flatMap((c) => c.sections.map((s) => s.owner))
	]);
