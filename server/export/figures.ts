import { readIndicator, type FixedFigure, type IndicatorReading } from '#core/indicator.ts';
import type { EditionModel } from '#core/publication.ts';
import { canonicalJson } from '#schema/content.ts';
import type { Anchors, Place } from './anchors.ts';

/** An indicator of the edition, with the figures that were fixed at submission (I5). */
export type ShownIndicator = {
	id: string;
	fixed: FixedFigure;
	reading: IndicatorReading;
	/** Where the reader finds more; null when it is only counted. */
	place: Place | null;
};

export type EditionFigures = {
	/** What the summary counts, in its order; all there are when there is no summary (I4). */
	counted: ShownIndicator[];
	/** Whether a section has a summary of indicators that says what to count. */
	hasSummary: boolean;
	/** All indicators of the edition: the counted ones first. */
	all: ShownIndicator[];
	/** Indicators whose sections were approved with different figures, and those sections' numbers. */
	differing: { title: string; numbers: string[] }[];
};

/** The reading of figures as they were fixed: nothing is fetched or computed from elsewhere. */
export const read = (fixed: FixedFigure): IndicatorReading => readIndicator(fixed.figures);

/**
 * The edition's indicators. What the summary counts is told with the figures that were approved with
 * the summary; the others with those of the section that shows them.
 */
export function figuresOf(model: EditionModel, anchors: Anchors): EditionFigures {
	const summary = model.sections.find(({ content }) => content.counted.length > 0)?.content;
	const shown = (id: string, fixed: FixedFigure): ShownIndicator => ({
		id,
		fixed,
		reading: read(fixed),
		place: bestPlace(anchors.places, id)
	});
	const counted = (summary?.counted ?? []).flatMap((id) => {
		const fixed = summary?.figures[id];
		return fixed ? [shown(id, fixed)] : [];
	});
	const ids = new Set(counted.map(({ id }) => id));
	const others = anchors.places.flatMap(({ indicatorId: id }) => {
		if (ids.has(id)) return [];
		const place = bestPlace(anchors.places, id);
		const section = model.sections.find(({ content }) => content.key === place?.sectionKey);
		const fixed = section?.content.figures[id];
		if (!fixed) return [];
		ids.add(id);
		return [shown(id, fixed)];
	});
	const all = [...counted, ...others];
	const hasSummary = summary !== undefined;
	return {
		counted: hasSummary ? counted : all,
		hasSummary,
		all,
		differing: all.flatMap((one) => {
			const numbers = sectionsThatDiffer(model, one.id);
			const { title } = one.fixed.figures.indicator;
			return numbers.length > 0 ? [{ title, numbers }] : [];
		})
	};
}

/** Where an indicator is told at its fullest. */
function bestPlace(places: Place[], id: string): Place | null {
	const own = places.filter((place) => place.indicatorId === id);
	return own.find((place) => place.kind === 'indicator') ?? own[0] ?? null;
}

/**
 * The numbers of all sections that hold the indicator, when they do not say the same of it; else
 * none. A change that readers cannot see (a new definition, a version) is no difference.
 */
function sectionsThatDiffer(model: EditionModel, id: string): string[] {
	const versions = new Set<string>();
	const numbers: string[] = [];
	for (const { content } of model.sections) {
		const fixed = content.figures[id];
		if (!fixed) continue;
		numbers.push(content.number);
		versions.add(canonicalJson([fixed.sentence, fixed.figures.values.map(printed)]));
	}
	return versions.size > 1 ? numbers : [];
}

const printed = (value: FixedFigure['figures']['values'][number]) => [
	value.series,
	value.breakdown,
	value.period,
	value.status,
	value.value
];
