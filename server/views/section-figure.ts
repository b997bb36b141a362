import type { IndicatorFigures, NextPublication } from '#core/indicator.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse } from '#core/result.ts';
import { nextPublication } from '#server/store/figure-fetches.ts';
import { getFigures } from '#server/store/indicators.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import { seenSection } from './api-section.ts';
import { lockedContent } from './documents.ts';
import type { View } from './index.ts';
import { usesFor, type Use } from './indicators.ts';

/** What stands behind a number that a section shows. */
export type SectionFigure = {
	figures: IndicatorFigures;
	/** What the source publishes next; null where it has not said. */
	next: NextPublication | null;
	/** The figures are those that were fixed at the section's submission (I5). */
	isFixed: boolean;
	municipality: string;
	uses: Use[];
};

/**
 * An indicator as a section shows it: in a draft as it is today, in a locked section as it was fixed. A
 * draft is asked about any indicator, for the block may not be stored yet.
 */
export const sectionFigure: View<
	{ sectionId: string; indicatorId: string },
	SectionFigure
> = async (tx, actor, { sectionId, indicatorId }) => {
	const seen = await seenSection(tx, actor, sectionId);
	if (!seen.ok) return seen;
	const { actor: person, section } = seen.value;
	const { municipalityId } = person;
	const allowed = permit(person, 'indicator.read', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const locked = await lockedContent(tx, section);
	const fixed = locked?.content.figures[indicatorId];
	const figures =
		locked === null ? await getFigures(tx, municipalityId, indicatorId) : fixed?.figures;
	if (!figures) return refuse({ code: 'notFound' });
	return ok({
		figures,
		next: locked === null ? await nextPublication(tx, figures.indicator) : (fixed?.next ?? null),
		isFixed: locked !== null,
		municipality: (await getMunicipality(tx, municipalityId))?.name ?? '',
		uses: (await usesFor(tx, person)).get(indicatorId) ?? []
	});
};
