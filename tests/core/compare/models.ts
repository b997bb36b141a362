import { compareEditions } from '#core/compare/edition-comparison.ts';
import type { SectionChange } from '#core/compare/sections.ts';
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

export const PARK = 'Vi har byggt en park i söder som barnen själva har ritat.';
export const LIBRARY = 'Biblioteket har öppet på lördagar sedan i våras.';
export const POOL = 'Simhallen är stängd under ombyggnaden, och många saknar den.';

export const compare = (before: EditionModel, after: EditionModel): SectionChange[] =>
	compareEditions(before, after).sections;
export const one = (before: DocNode | string[], after: DocNode | string[]): SectionChange => {
	const [found] = compare(
		made([{ key: 's', doc: before }]),
		made([{ key: 's', doc: after }], 2023)
	);
	if (!found) throw new Error('no section');
	return found;
};
/** What has become of each passage: its mark, and where it stood and stands. */
export const steps = ({ passages }: SectionChange): string[] =>
	passages.map(
		({ mark, was, now, moved }) => `${mark}${moved ? ' moved' : ''} ${was ?? '-'}>${now ?? '-'}`
	);
export const shown = ({ passages }: SectionChange): string[] =>
	passages.map(({ segments }) =>
		segments
			.map(({ kind, text }) =>
				kind === 'same' ? text : kind === 'added' ? `{${text}}` : `[${text}]`
			)
			.join('')
	);
