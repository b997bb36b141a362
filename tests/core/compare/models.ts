import type { IndicatorFigures } from '#core/indicator.ts';
import type { DocNode, EditionModel } from '#core/publication.ts';
import { doc, p } from '#server/demo/write.ts';
import { edition, section, type SectionOf } from '../../export/support/edition.ts';

/** Editions of two years with what a test is about, and nothing else. */

export const lines = (...texts: string[]): DocNode => doc(...texts.map((text) => p(text)));

/** An edition of the given sections, whose texts may be given as lines. */
export const made = (
	sections: (Omit<SectionOf, 'doc'> & { doc: DocNode | string[] })[],
	year = 2022,
	figures: IndicatorFigures[] = [],
	over: Partial<EditionModel> = {}
): EditionModel =>
	edition(
		sections.map((one) =>
			section(
				{ ...one, doc: Array.isArray(one.doc) ? lines(...one.doc) : one.doc },
				figures,
				one.counted ?? []
			)
		),
		{
			reportYear: year,
			title: `Barnbokslut ${year}`,
			slug: `barnbokslut-${year}`,
			...over
		}
	);

/** An edition that shows these figures in its one section, and counts them. */
export const figuresOf = (year: number, ...figures: IndicatorFigures[]): EditionModel =>
	made(
		[{ key: 'summary', doc: ['Text.'], counted: figures.map((f) => f.indicator.id) }],
		year,
		figures
	);
