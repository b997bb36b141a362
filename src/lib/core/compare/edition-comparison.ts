import type { EditionModel } from '../publication.ts';
import { compareFigures, type FiguresComparison } from './figures.ts';
import { comparePromises, type PromisesComparison } from './promises.ts';
import { compareSections, type SectionChange } from './sections.ts';
import { newBudget } from './words.ts';

/** What differs between two editions. */
export type EditionComparison = {
	/** Two editions of one report: the newer corrects the older, and is no account of another year. */
	sameReport: boolean;
	figures: FiguresComparison;
	/** Null for two editions of one report: a plan is followed up in the next year's. */
	promises: PromisesComparison | null;
	/** In the newer edition's order. */
	sections: SectionChange[];
};

/**
 * Holds two editions side by side: figures, promises, text. Pure and bounded: the same models always
 * give the same answer, and texts with too little in common are shown as replaced.
 */
export function compareEditions(before: EditionModel, after: EditionModel): EditionComparison {
	const sameReport = before.slug === after.slug;
	return {
		sameReport,
		figures: compareFigures(before, after),
		promises: sameReport ? null : comparePromises(before, after),
		sections: compareSections(before, after, newBudget())
	};
}
