import { may, type Actor } from '#core/access.ts';
import { proposedBreakdowns } from '#core/breakdown.ts';
import type { ComparisonGroup, IndicatorFigures, NextPublication } from '#core/indicator.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import { indicatorIds } from '#schema/text.ts';
import { listOpenNotices, nextPublication } from '#server/store/figure-fetches.ts';
import { listGroups } from '#server/store/comparison-groups.ts';
import { getFigures, listBreakdowns, listFigures } from '#server/store/indicators.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import type { Tx } from '#server/store/store.ts';
import { livingDoc, lockedContent } from './documents.ts';
import type { View } from './index.ts';
import { seenReports, seenSections } from './seen.ts';

/** A section that shows an indicator. */
export type Use = {
	reportId: string;
	reportTitle: string;
	sectionKey: string;
	number: string;
	title: string;
};

export type IndicatorRow = { figures: IndicatorFigures; uses: Use[] };
export type IndicatorsPage = {
	rows: IndicatorRow[];
	municipality: string;
	mayEdit: boolean;
	/** The person may ask Kolada. */
	mayFetch: boolean;
	/** What fetches found and nobody has settled; 0 for who may not. */
	waiting: number;
};

/** All indicators with what is known of them and where they are shown. */
export const indicators: View<null, IndicatorsPage> = async (tx, actor) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'indicator.read', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const uses = await usesFor(tx, actor);
	const mayFetch = may(actor, 'indicator.fetch', { kind: 'municipality', municipalityId }).may;
	return ok({
		rows: (await listFigures(tx, municipalityId)).map((figures) => ({
			figures,
			uses: uses.get(figures.indicator.id) ?? []
		})),
		municipality: (await getMunicipality(tx, municipalityId))?.name ?? '',
		mayEdit: may(actor, 'indicator.edit', { kind: 'municipality', municipalityId }).may,
		mayFetch,
		waiting: mayFetch ? (await listOpenNotices(tx, municipalityId)).length : 0
	});
};

/** Whether the person may make indicators and change them. */
export const indicatorRights: View<null, { mayEdit: boolean }> = async (_tx, actor) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const thing = { kind: 'municipality', municipalityId: actor.municipalityId } as const;
	const allowed = permit(actor, 'indicator.read', thing);
	return allowed.ok ? ok({ mayEdit: may(actor, 'indicator.edit', thing).may }) : allowed;
};

export type IndicatorPage = IndicatorRow & {
	municipality: string;
	/** Every group that a value can be entered for. */
	groups: ComparisonGroup[];
	/** The parts that a form proposes: the genders, those that the municipality has, languages. */
	breakdowns: string[];
	/** What the source publishes next; null where it has not said. */
	next: NextPublication | null;
	mayEdit: boolean;
};

/** One indicator with everything that is known of it. */
export const indicator: View<{ indicatorId: string }, IndicatorPage> = async (
	tx,
	actor,
	params
) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const thing = { kind: 'municipality', municipalityId } as const;
	const allowed = permit(actor, 'indicator.read', thing);
	if (!allowed.ok) return allowed;
	const figures = await getFigures(tx, municipalityId, params.indicatorId);
	if (!figures) return refuse({ code: 'notFound' });
	return ok({
		figures,
		uses: (await usesFor(tx, actor)).get(params.indicatorId) ?? [],
		municipality: (await getMunicipality(tx, municipalityId))?.name ?? '',
		groups: await listGroups(tx, municipalityId),
		breakdowns: proposedBreakdowns(await listBreakdowns(tx, municipalityId)),
		next: await nextPublication(tx, figures.indicator),
		mayEdit: may(actor, 'indicator.edit', thing).may
	});
};

/** By indicator: the sections that refer to it, of those that the person may read (A8). */
export async function usesFor(tx: Tx, actor: Actor): Promise<Map<string, Use[]>> {
	const uses = new Map<string, Use[]>();
	for (const report of await seenReports(tx, actor))
		for (const { section: s } of await seenSections(tx, actor, report.id)) {
			const doc = (await lockedContent(tx, s))?.content.doc ?? (await livingDoc(tx, s));
			for (const id of indicatorIds(doc)) {
				const list = uses.get(id) ?? [];
				uses.set(id, list);
				list.push({
					reportId: report.id,
					reportTitle: report.title,
					sectionKey: s.key,
					number: s.number,
					title: s.title
				});
			}
		}
	return uses;
}
