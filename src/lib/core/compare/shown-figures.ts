import type { FixedFigure } from '../indicator.ts';
import type { DocNode, EditionModel, FixedContent } from '../publication.ts';

/** A section as readers know it. */
export type SectionName = { key: string; number: string; title: string };

export const nameOf = ({ key, number, title }: FixedContent): SectionName => ({
	key,
	number,
	title
});

/** An indicator of an edition with its fixed figures, and the section that tells most of it. */
export type ShownFigure = { fixed: FixedFigure; section: SectionName };

type Place = { id: string; whole: boolean; content: FixedContent };

function placesOf(model: EditionModel): Place[] {
	const places: Place[] = [];
	for (const { content } of model.sections) {
		const read = ({ type, attrs, content: inner }: DocNode): void => {
			const id = attrs?.['indicator'];
			if ((type === 'indicator' || type === 'figure') && typeof id === 'string')
				places.push({ id, whole: type === 'indicator', content });
			inner?.forEach(read);
		};
		read(content.doc);
	}
	return places;
}

/**
 * The indicators of an edition, each once: those that its summary counts first, with the figures that
 * were approved with the summary; the others with those of the section that shows them.
 */
export function shownFigures(model: EditionModel): ShownFigure[] {
	const summary = model.sections.find(({ content }) => content.counted.length > 0)?.content;
	const best = new Map<string, Place>();
	for (const place of placesOf(model)) {
		const known = best.get(place.id);
		if (!known || (place.whole && !known.whole)) best.set(place.id, place);
	}
	const ids = new Set([...(summary?.counted ?? []), ...best.keys()]);
	return [...ids].flatMap((id) => {
		const counting = summary?.counted.includes(id) ? summary : undefined;
		const told = best.get(id)?.content ?? counting;
		const fixed = (counting ?? told)?.figures[id];
		return told && fixed ? [{ fixed, section: nameOf(told) }] : [];
	});
}
