import type { FixedFigure } from '#core/indicator.ts';
import { readIndicator } from '#core/indicator.ts';
import type { DocNode, FixedContent, FixedDepartment } from '#core/publication.ts';
import { indicatorSentence } from '#core/sentence.ts';
import { inOrderOf, isSaidIn, standing } from '#core/lineage-areas.ts';
import type { LineageLink } from '#core/lineage.ts';
import { rollUpsIn } from '#core/taken-in.ts';
import { departmentIds, hasPlan, hasSummary, indicatorIds } from '#schema/text.ts';
import { SCHEMA_VERSION } from '#schema/version.ts';
import { nextPublication } from '#server/store/figure-fetches.ts';
import { getFigures } from '#server/store/indicators.ts';
import { listLineage } from '#server/store/lineage.ts';
import { getMunicipality, listDepartments } from '#server/store/organisation.ts';
import { listReportIndicators } from '#server/store/reports.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { plansOf, reportAreas } from './report-areas.ts';
import { takenInNow } from './taken-in.ts';

export { currentDoc } from './report-areas.ts';

/** The departments that the text's areas name, as they are called now. */
async function fixedDepartments(
	tx: Tx,
	municipalityId: string,
	doc: DocNode
): Promise<FixedDepartment[]> {
	const ids = departmentIds(doc);
	if (ids.length === 0) return [];
	const known = await listDepartments(tx, municipalityId);
	return ids.flatMap((id) => {
		const found = known.find((d) => d.id === id);
		return found ? [{ id, name: found.name, abbreviation: found.abbreviation }] : [];
	});
}

/** Y3: what was confirmed of the plan's areas, and of those that went nowhere, as far as they still exist. */
async function fixedLineage(tx: Tx, section: Section): Promise<LineageLink[]> {
	const confirmed = await listLineage(tx, section.reportId);
	if (confirmed.length === 0) return [];
	const sides = await reportAreas(tx, section.reportId);
	const own = plansOf(sides).find((plan) => plan.section.id === section.id)?.ids ?? new Set();
	return inOrderOf(standing(confirmed, sides), sides)
		.filter((link) => isSaidIn(link, own))
		.map(({ kind, from, to }) => ({ kind, from, to }));
}

/**
 * What a submission fixes (S2, I5): text, title, tags, and of every indicator that the section
 * refers to the numbers, the sentence made of them, and what its source publishes next. A summary
 * refers to all that the report counts.
 */
export async function fixContent(tx: Tx, section: Section, doc: DocNode): Promise<FixedContent> {
	const municipality = await getMunicipality(tx, section.municipalityId);
	const ids = new Set(indicatorIds(doc));
	const counted = hasSummary(doc) ? await listReportIndicators(tx, section.reportId) : [];
	for (const id of counted) ids.add(id);
	const figures: Record<string, FixedFigure> = {};
	for (const id of ids) {
		const known = await getFigures(tx, section.municipalityId, id);
		if (!known) continue;
		const sentence = indicatorSentence(readIndicator(known), known, {
			lang: 'sv',
			municipality: municipality?.name ?? ''
		});
		const next = await nextPublication(tx, known.indicator);
		// Absent and not null where nothing is known: so the hash stays what it was before.
		figures[id] = { figures: known, sentence, ...(next === null ? {} : { next }) };
	}
	const departments = await fixedDepartments(tx, section.municipalityId, doc);
	const lineage = hasPlan(doc) ? await fixedLineage(tx, section) : [];
	const shows = rollUpsIn(doc);
	const takenIn = await takenInNow(tx, section.reportId, shows);
	return {
		schemaVersion: SCHEMA_VERSION,
		key: section.key,
		number: section.number,
		title: section.title,
		articles: section.articles,
		department: section.departmentName,
		counted,
		doc,
		figures,
		...(departments.length === 0 ? {} : { departments }),
		...(lineage.length === 0 ? {} : { lineage }),
		...(shows.size === 0 ? {} : { takenIn })
	};
}
