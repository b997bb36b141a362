import type { Template } from '#core/template.ts';
import { TEMPLATES, templateOf } from '#core/templates.ts';
import { and, eq } from 'drizzle-orm';
import { template, templateVersion } from './schema.ts';
import type { Tx } from './store.ts';

/** A template of the municipality's own, with its newest version. */
export type OwnTemplate = {
	id: string;
	municipalityId: string;
	version: number;
	archivedAt: number | null;
	definition: Template;
	savedBy: string;
	savedAt: number;
};

const newest = (tx: Tx) =>
	tx.db
		.select({
			id: template.id,
			municipalityId: template.municipalityId,
			version: template.version,
			archivedAt: template.archivedAt,
			definition: templateVersion.definition,
			savedBy: templateVersion.savedBy,
			savedAt: templateVersion.savedAt
		})
		.from(template)
		.innerJoin(
			templateVersion,
			and(
				eq(templateVersion.templateId, template.id),
				eq(templateVersion.version, template.version)
			)
		);

/** The template of that id as it is now, archived or not. */
export async function getTemplate(tx: Tx, id: string): Promise<OwnTemplate | undefined> {
	return newest(tx).where(eq(template.id, id)).get();
}

/** The municipality's own templates, those that are archived too, by title. */
export async function listTemplates(tx: Tx, municipalityId: string): Promise<OwnTemplate[]> {
	const all = newest(tx).where(eq(template.municipalityId, municipalityId)).all();
	return all.sort((a, b) => a.definition.title.localeCompare(b.definition.title, 'sv'));
}

/** Every version of a template that was ever saved, the oldest first (Y5). */
export async function listTemplateVersions(tx: Tx, id: string): Promise<Template[]> {
	return tx.db
		.select({ definition: templateVersion.definition })
		.from(templateVersion)
		.where(eq(templateVersion.templateId, id))
		.orderBy(templateVersion.version)
		.all()
		.map((v) => v.definition);
}

/** What new reports can be made of: ours, then the municipality's own that are in use. */
export async function templatesInUse(tx: Tx, municipalityId: string): Promise<Template[]> {
	const own = await listTemplates(tx, municipalityId);
	return [
		...TEMPLATES,
		...own.filter((t) => t.archivedAt === null).map(({ definition }) => definition)
	];
}

/**
 * The template that a report was made of, in the version that it was made of (Y5). Of ours only the
 * newest is known: its sections keep their keys from version to version.
 */
export async function templateAt(
	tx: Tx,
	key: string,
	version: number
): Promise<Template | undefined> {
	const own = tx.db
		.select({ definition: templateVersion.definition })
		.from(templateVersion)
		.where(and(eq(templateVersion.templateId, key), eq(templateVersion.version, version)))
		.get();
	return own?.definition ?? templateOf(key);
}

export async function insertTemplate(tx: Tx, row: { id: string; municipalityId: string }) {
	tx.db
		.insert(template)
		.values({ ...row, version: 1, archivedAt: null })
		.run();
}

/** Adds a version and makes it the newest. The versions before it stay as they are (Y5). */
export async function insertTemplateVersion(tx: Tx, row: typeof templateVersion.$inferInsert) {
	tx.db.insert(templateVersion).values(row).run();
	tx.db.update(template).set({ version: row.version }).where(eq(template.id, row.templateId)).run();
}

/** Takes a template out of use, or back into it with null. */
export async function setTemplateArchived(tx: Tx, id: string, archivedAt: number | null) {
	tx.db.update(template).set({ archivedAt }).where(eq(template.id, id)).run();
}
