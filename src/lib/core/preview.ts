import type { EditionBody, EditionModel } from './publication.ts';

/** The most that a coordinator says to the readers of a preview, in characters. */
export const MESSAGE_MAX = 2000;

/** A section of the report that a preview does not hold, by its name alone. */
export type MissingSection = { number: string; title: string; required: boolean };

/**
 * A5: what named council members read before the decision: the sections that were approved at the release,
 * as an edition would hold them. It has no number, no address and no decision, and no clock: the same
 * content has the same hash.
 */
export type PreviewModel = EditionBody & {
	format: 1;
	missing: MissingSection[];
};

/**
 * A preview in the shape that the renderer of editions takes. What an edition says of its publication is
 * empty; who prints it leaves those parts out.
 * @param day when it was released, in milliseconds since 1970
 */
export const asEdition = ({ missing: _, ...body }: PreviewModel, day: number): EditionModel => ({
	...body,
	number: 0,
	slug: '',
	publishedAt: day,
	note: '',
	decision: { body: '', date: '', paragraph: '', registryNumber: '' }
});
