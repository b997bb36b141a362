import type { DocNode } from '#core/publication.ts';
import { p, steps, table } from '#server/demo/write.ts';

/**
 * Development areas: what was promised, how it went, what is promised next. Titles, departments and
 * statuses are those of Göteborgs Stads barnbokslut 2024 (socialförvaltningen Nordost); measures,
 * expected results and comments are our own words.
 */

/** The departments' abbreviations, in the order in which they are explained. */
export const UNITS = {
	SVF: 'Stadsområde, välfärd och fritid',
	FIP: 'Familjehemsvård, interna boenden samt placering',
	FOR: 'Familjemottagning och resurser barn och vuxna',
	BOU: 'Barn och unga',
	V: 'Vuxen',
	F: 'Försörjningsstöd'
} as const;

type Unit = keyof typeof UNITS;

/** An area as it stands in a plan. */
export type PlanArea = {
	area: string;
	units: Unit[];
	measures: string[];
	expected: string[];
};

/** The same area a year later. */
export type FollowedArea = PlanArea & {
	status: 'Genomförd' | 'Påbörjad';
	comment: string[];
};

/**
 * What a cell holds. Several things are numbered, so that a comment or a result can name the measure
 * that it is about; those that already say which measures they answer to stand as they are.
 */
const entries = (texts: string[]): DocNode[] =>
	texts.length === 1 || texts.some((text) => /^\d/.test(text))
		? texts.map((text) => p(text))
		: [steps(...texts)];

const FOLLOW_UP_HEAD = [
	'Utvecklingsområde från föregående år',
	'Avdelning',
	'Åtgärder',
	'Status',
	'Kommentar'
];

/** The follow-up table: one row an area. */
export const followUpTable = (caption: string, areas: FollowedArea[]): DocNode =>
	table(
		caption,
		FOLLOW_UP_HEAD,
		areas.map((a) => [
			a.area,
			a.units.join(', '),
			entries(a.measures),
			a.status,
			entries(a.comment)
		]),
		'followUp'
	);

/** The plan table: one row an area. */
export const planTable = (caption: string, areas: PlanArea[]): DocNode =>
	table(
		caption,
		['Utvecklingsområde', 'Avdelning', 'Åtgärder', 'Förväntade resultat'],
		areas.map((a) => [a.area, a.units.join(', '), entries(a.measures), entries(a.expected)]),
		'plan'
	);
