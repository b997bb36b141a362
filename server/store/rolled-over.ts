import type { EditionModel } from '#core/publication.ts';
import { rollOver, type CarriedSection, type RolledOver } from '#core/rollover/roll-over.ts';
import { listDepartments } from './organisation.ts';
import type { Edition } from './editions.ts';
import type { Report } from './reports.ts';
import { listSections, type Section } from './sections.ts';
import type { Tx } from './store.ts';
import { templateAt } from './templates.ts';

/** A department of another authority that a section was shared with or given to last year. */
export type Outsider = { number: string; title: string; department: string };

/**
 * What next year's report is made of, from this report and its newest edition. Changes nothing. A4: what
 * is another authority's to see is an act of its own on the record, so that is not carried but told.
 */
export async function rolledOver(
	tx: Tx,
	report: Report,
	edition: Edition,
	newId: () => string
): Promise<RolledOver & { outsiders: Outsider[] }> {
	const departments = await listDepartments(tx, report.municipalityId);
	const closed = departments.filter(({ closedAt }) => closedAt !== null).map(({ id }) => id);
	const others = new Map(
		departments.filter((d) => d.authorityId !== report.authorityId).map((d) => [d.id, d.name])
	);
	const sections = await listSections(tx, report.id);
	const rolled = rollOver({
		structure: sections.map((section) => carried(section, others, closed)),
		model: JSON.parse(edition.model) as EditionModel,
		template: (await templateAt(tx, report.templateKey, report.templateVersion)) ?? null,
		departments,
		newId
	});
	const outsiders = sections.flatMap(({ number, title, departmentId, sharedWith }) =>
		[departmentId ?? '', ...sharedWith].flatMap((id) => {
			const department = others.get(id);
			return department === undefined ? [] : [{ number, title, department }];
		})
	);
	return { ...rolled, outsiders };
}

/** What is closed gets nothing new: its sections are the coordinator's to give to somebody. */
function carried(s: Section, others: Map<string, string>, closed: string[]): CarriedSection {
	const isOwn = (id: string) => !others.has(id) && !closed.includes(id);
	return {
		key: s.key,
		number: s.number,
		title: s.title,
		chapter: { key: s.chapterKey, number: s.chapterNumber, title: s.chapterTitle },
		departmentId: s.departmentId !== null && isOwn(s.departmentId) ? s.departmentId : null,
		articles: s.articles,
		required: s.required,
		requiredBlocks: s.requiredBlocks,
		help: s.help,
		sharedWith: s.sharedWith.filter(isOwn),
		rowsOnly: s.rowsOnly.filter(isOwn)
	};
}
