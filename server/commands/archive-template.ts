import { ok } from '#core/result.ts';
import { setTemplateArchived } from '#server/store/templates.ts';
import { audit, type Command } from './context.ts';
import { ownTemplateFor } from './own-template.ts';

/** Takes a template out of use, or back into it. Reports that were made of it notice nothing (Y5). */
export const archiveTemplate: Command<
	{ by: string; templateId: string; archived: boolean },
	{ archivedAt: number | null }
> = async (tx, { by, templateId, archived }, context) => {
	const found = await ownTemplateFor(tx, by, templateId);
	if (!found.ok) return found;
	const { actor, own } = found.value;
	// Done already: nothing has happened that the trail should tell.
	if ((own.archivedAt !== null) === archived) return ok({ archivedAt: own.archivedAt });
	const archivedAt = archived ? context.now : null;
	await setTemplateArchived(tx, templateId, archivedAt);
	await audit(tx, actor, context, {
		act: archived ? 'template.archive' : 'template.restore',
		detail: { templateId, title: own.definition.title }
	});
	return ok({ archivedAt });
};
