import { ok, refuse } from '#core/result.ts';
import { deleteLineage, listLineage } from '#server/store/lineage.ts';
import { named, unlocked } from './confirm-lineage.ts';
import { audit, reportFor, type Command } from './context.ts';
import { reportAreas } from './report-areas.ts';

/** Y3: takes a confirmed link back; its areas are without a confirmed way again. */
export const undoLineage: Command<{ by: string; reportId: string; linkId: string }, null> = async (
	tx,
	input,
	context
) => {
	const found = await reportFor(tx, input.by, 'report.manage', input.reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	const link = (await listLineage(tx, report.id)).find(({ id }) => id === input.linkId);
	// Whoever was faster has taken it back, or confirmed another in its place.
	if (!link) return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });
	const sides = await reportAreas(tx, report.id);
	const open = unlocked(sides, [link]);
	if (!open.ok) return open;
	await deleteLineage(tx, link.id);
	await audit(tx, actor, context, {
		act: 'lineage.undo',
		reportId: report.id,
		sectionId: null,
		detail: named(link, sides)
	});
	return ok(null);
};
