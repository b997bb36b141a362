import type { EditionModel } from '#core/publication.ts';
import { rollOver, type RolledOver } from '#core/rollover/roll-over.ts';
import { listDepartments } from './organisation.ts';
import type { Edition } from './editions.ts';
import type { Report } from './reports.ts';
import { listSections } from './sections.ts';
import type { Tx } from './store.ts';
import { templateAt } from './templates.ts';

/** What next year's report is made of, from this report and its newest edition. Changes nothing. */
export async function rolledOver(
	tx: Tx,
	report: Report,
	edition: Edition,
	newId: () => string
): Promise<RolledOver> {
	const sections = await listSections(tx, report.id);
	return rollOver({
		structure: sections.map((s) => ({
			...s,
			chapter: { key: s.chapterKey, number: s.chapterNumber, title: s.chapterTitle }
		})),
		model: JSON.parse(edition.model) as EditionModel,
		template: (await templateAt(tx, report.templateKey, report.templateVersion)) ?? null,
		departments: await listDepartments(tx, report.municipalityId),
		newId
	});
}
