import type { Actor } from '#core/access.ts';
import { driftOf, driftSentence, type Drift } from '#core/drift.ts';
import type { IndicatorFigures } from '#core/indicator.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import { getFigures } from '#server/store/indicators.ts';
import type { Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { lockedContent } from './documents.ts';
import type { View } from './index.ts';
import { seenReport, seenReports, seenSections } from './seen.ts';

/** I6: an indicator in a locked section whose fixed values are no longer those of today. */
export type DriftRow = {
	reportId: string;
	reportTitle: string;
	sectionId: string;
	sectionKey: string;
	number: string;
	title: string;
	state: 'submitted' | 'approved';
	indicatorId: string;
	indicatorTitle: string;
	drifts: (Drift & { sentence: { sv: string; en: string } })[];
};

/** The differences in one report's locked sections. Nothing in them changes by it. */
export const drift: View<{ reportId: string }, DriftRow[]> = async (tx, actor, { reportId }) => {
	const seen = await seenReport(tx, actor, 'report.read', reportId);
	if (!seen.ok) return seen;
	return ok(await driftIn(tx, seen.value.actor, seen.value.report, null));
};

/** The same of one indicator, in every report that the person may see. */
export const indicatorDrift: View<{ indicatorId: string }, DriftRow[]> = async (
	tx,
	actor,
	{ indicatorId }
) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'indicator.read', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const rows: DriftRow[] = [];
	for (const report of await seenReports(tx, actor))
		rows.push(...(await driftIn(tx, actor, report, indicatorId)));
	return ok(rows);
};

async function driftIn(
	tx: Tx,
	actor: Actor,
	report: { id: string; title: string; municipalityId: string },
	only: string | null
): Promise<DriftRow[]> {
	const rows: DriftRow[] = [];
	const today: Today = new Map();
	for (const { section } of await seenSections(tx, actor, report.id))
		rows.push(...(await driftOfSection(tx, report, section, { only, today })));
	return rows;
}

/** What was read of each indicator, so that it is read once. */
type Today = Map<string, IndicatorFigures | null>;

/** The differences in one section; none in a draft, whose figures are those of today. */
export async function driftOfSection(
	tx: Tx,
	report: { id: string; title: string; municipalityId: string },
	section: Section,
	{ only = null, today = new Map() }: { only?: string | null; today?: Today } = {}
): Promise<DriftRow[]> {
	const rows: DriftRow[] = [];
	const { state } = section;
	const locked = await lockedContent(tx, section);
	if (locked === null || state === 'draft') return rows;
	for (const [indicatorId, { figures }] of Object.entries(locked.content.figures)) {
		if (only !== null && indicatorId !== only) continue;
		const now =
			today.get(indicatorId) ?? (await getFigures(tx, report.municipalityId, indicatorId)) ?? null;
		today.set(indicatorId, now);
		const drifts = driftOf(figures, now).map((one) => ({
			...one,
			sentence: {
				sv: driftSentence(one, figures, { state, lang: 'sv' }),
				en: driftSentence(one, figures, { state, lang: 'en' })
			}
		}));
		if (drifts.length === 0) continue;
		rows.push({
			reportId: report.id,
			reportTitle: report.title,
			sectionId: section.id,
			sectionKey: section.key,
			number: section.number,
			title: section.title,
			state,
			indicatorId,
			indicatorTitle: figures.indicator.title,
			drifts
		});
	}
	return rows;
}
