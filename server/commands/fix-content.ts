import type { FixedFigure } from '#core/indicator.ts';
import { readIndicator } from '#core/indicator.ts';
import type { DocNode, FixedContent, FixedDepartment } from '#core/publication.ts';
import { indicatorSentence } from '#core/sentence.ts';
import { rollUpsIn } from '#core/taken-in.ts';
import { docJson, loadDoc } from '#schema/content.ts';
import { departmentIds, hasPlan, hasSummary, indicatorIds } from '#schema/text.ts';
import { SCHEMA_VERSION } from '#schema/version.ts';
import { nextPublication } from '#server/store/figure-fetches.ts';
import { getFigures } from '#server/store/indicators.ts';
import { documentBytes } from '#server/store/log.ts';
import { listLineage } from '#server/store/lineage.ts';
import { getMunicipality, listDepartments } from '#server/store/organisation.ts';
import { listReportIndicators } from '#server/store/reports.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { takenInNow } from './taken-in.ts';

/** The section's text as it is stored now, in canonical form. */
export async function currentDoc(
	tx: Tx,
	section: Pick<Section, 'id' | 'epoch'>
): Promise<{ doc: DocNode; seq: number }> {
	const { seq, parts } = await documentBytes(tx, section);
	const ydoc = loadDoc(parts);
	const doc = docJson(ydoc);
	ydoc.destroy();
	return { doc, seq };
}

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
	const lineage = hasPlan(doc) ? await listLineage(tx, section.reportId) : [];
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
		...(lineage.length === 0
			? {}
			: { lineage: lineage.map(({ kind, from, to }) => ({ kind, from, to })) }),
		...(shows.size === 0 ? {} : { takenIn })
	};
}
