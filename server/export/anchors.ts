import { anchorName, AROUND, sectionAnchors, takeId } from '#core/anchors.ts';
import type { EditionModel, FixedContent } from '#core/publication.ts';
import { walk } from '#schema/text.ts';
import { notesOf, type Note } from './notes.ts';

/** A place in a section where an indicator is shown. */
export type Place = {
	sectionKey: string;
	/** The section's number, for the reader. */
	number: string;
	indicatorId: string;
	kind: 'indicator' | 'figure';
	/** The id of the block on the page. */
	anchor: string;
};

/**
 * The ids of a page: stable, so that links to an edition stay good, and each used once. Sections are
 * named by their keys, indicators by theirs, never by their wording.
 */
export type Anchors = {
	/** By section key. */
	sections: Map<string, string>;
	/** By chapter key; the id of the chapter's own text where it has one. */
	chapters: Map<string, string>;
	/** Every place that shows an indicator, in order. */
	places: Place[];
	/** Every footnote, in order. */
	notes: Note[];
	answer: string;
	promises: string;
	ways: string;
	keyFigures: string;
	contents: string;
	abbreviations: string;
	matrix: string;
	record: string;
	cite: string;
	/** On the page around the article, which lists the files. */
	formats: string;
};

/** True when the section is the chapter's own text, which stands right under the chapter's heading. */
export const isChaptersOwn = (content: FixedContent, chapter: { key: string }): boolean =>
	content.key === chapter.key;

/** The ids of everything on the edition's page that is linked to. */
export function anchorsOf(model: EditionModel): Anchors {
	const sections = sectionAnchors(model.sections.map(({ content }) => content.key));
	const taken = new Set([AROUND.formats, ...AROUND.others, ...sections.values()]);
	const take = (wished: string): string => takeId(taken, wished);
	const chapters = new Map(
		model.chapters.map(({ key }) => [key, sections.get(key) ?? take(anchorName(key))])
	);
	const fixed = {
		answer: take('svar'),
		promises: take('loften'),
		keyFigures: take('nyckeltal'),
		contents: take('innehall'),
		matrix: take('artiklar'),
		record: take('godkannanden'),
		cite: take('citera'),
		formats: AROUND.formats
	};
	const places = placesOf(model, take);
	const notes = notesOf(inOrder(model), take);
	// Taken last, so that what has an id in editions from before keeps it.
	const abbreviations = take('forkortningar');
	const ways = take('loftenas-vag');
	return { sections, chapters, places, notes, abbreviations, ways, ...fixed };
}

/** The sections as the page has them: of each chapter its own text first. */
const inOrder = ({ chapters, sections }: EditionModel): EditionModel['sections'] =>
	chapters.flatMap((chapter) => {
		const all = sections.filter(({ chapterKey }) => chapterKey === chapter.key);
		const isOwn = ({ content }: (typeof all)[number]) => isChaptersOwn(content, chapter);
		return [...all.filter(isOwn), ...all.filter((section) => !isOwn(section))];
	});

function placesOf(model: EditionModel, take: (wished: string) => string): Place[] {
	const places: Omit<Place, 'anchor'>[] = [];
	const keys = new Map<string, string>();
	for (const { content } of model.sections)
		walk(content.doc, ({ type, attrs }) => {
			if (type !== 'indicator' && type !== 'figure') return;
			const { key: sectionKey, number } = content;
			const id = attrs?.['indicator'];
			const indicatorId = typeof id === 'string' ? id : '';
			const key = content.figures[indicatorId]?.figures.indicator.key ?? indicatorId;
			keys.set(indicatorId, key);
			places.push({ sectionKey, number, indicatorId, kind: type });
		});
	// The plain name goes to the place that tells most: a whole block before a lone figure.
	const anchors = new Map<Omit<Place, 'anchor'>, string>();
	for (const kind of ['indicator', 'figure'] as const)
		for (const place of places)
			if (place.kind === kind)
				anchors.set(place, take(`nyckeltal-${anchorName(keys.get(place.indicatorId) ?? 'okant')}`));
	return places.map((place) => ({ ...place, anchor: anchors.get(place) ?? '' }));
}
