import type { Actor } from '#core/access.ts';
import type { ReportKind } from '#core/report-kind.ts';
import type { TemplateVariant } from '#core/template.ts';
import { getAuthority } from '#server/store/organisation.ts';
import type { Tx } from '#server/store/store.ts';
import { countStates, type Counts } from './counts.ts';
import { editionCards, newestOfEach, type EditionCard } from './editions.ts';
import { seenReports, seenSections } from './seen.ts';

/** A working report on its shelf. */
export type ReportCard = {
	id: string;
	title: string;
	reportYear: number;
	kind: ReportKind;
	variant: TemplateVariant;
	authority: string;
	counts: Counts;
	/** The newest edition; null when nothing is published. */
	edition: EditionCard | null;
};

/** One year's reports. */
export type Shelf = { year: number; reports: ReportCard[] };

/** The reports that the person may see, a shelf a year, the newest year first. */
export async function shelvesFor(tx: Tx, actor: Actor): Promise<Shelf[]> {
	const newest = newestOfEach(await editionCards(tx));
	const shelves = new Map<number, Shelf>();
	for (const report of await seenReports(tx, actor)) {
		const sections = (await seenSections(tx, actor, report.id)).map((s) => s.section);
		const shelf = shelves.get(report.reportYear) ?? { year: report.reportYear, reports: [] };
		shelves.set(report.reportYear, shelf);
		shelf.reports.push({
			id: report.id,
			title: report.title,
			reportYear: report.reportYear,
			kind: report.kind,
			variant: report.variant,
			authority: (await getAuthority(tx, report.authorityId))?.name ?? '',
			counts: countStates(sections),
			edition: newest.find((e) => e.reportId === report.id) ?? null
		});
	}
	return [...shelves.values()];
}
