import { lineageSides, type LineageSides } from '#core/lineage-areas.ts';
import type { DocNode } from '#core/publication.ts';
import { docJson, loadDoc } from '#schema/content.ts';
import { documentBytes } from '#server/store/log.ts';
import { listSections, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';

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

/** What the report follows up and plans, as its sections stand now; a locked text cannot have changed. */
export async function reportAreas(tx: Tx, reportId: string): Promise<LineageSides<Section>> {
	const read: { section: Section; doc: DocNode }[] = [];
	for (const section of await listSections(tx, reportId))
		read.push({ section, doc: (await currentDoc(tx, section)).doc });
	return lineageSides(read);
}

/** The ids of the areas that each section with a plan holds. */
export function plansOf(sides: LineageSides<Section>): { section: Section; ids: Set<string> }[] {
	const plans = new Map<string, { section: Section; ids: Set<string> }>();
	for (const { area, section } of sides.planned) {
		const plan = plans.get(section.id) ?? { section, ids: new Set<string>() };
		plan.ids.add(area.id);
		plans.set(section.id, plan);
	}
	return [...plans.values()];
}
