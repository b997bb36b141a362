import { areaTableNode } from '#core/area-nodes.ts';
import type { AreaPurpose, MeasureStatus } from '#core/areas.ts';
import type { DocNode } from '#core/publication.ts';
import { departments, type DepartmentRole } from '#server/demo/people.ts';
import { typeset } from '#server/demo/write.ts';

/**
 * Development areas: what was promised, how it went, what is promised next. Titles and statuses are
 * those of Göteborgs Stads barnbokslut 2024 (socialförvaltningen Nordost); departments, measures,
 * expected results and comments are our own.
 */
export type DemoArea = {
	/** What its ids are made of: the same in the plan and in what became of it. */
	name: string;
	title: string;
	departments: DepartmentRole[];
	articles?: number[];
	responsible?: string;
	due?: string;
	/** Status and comment as the follow-up has them. */
	measures: { text: string; status?: MeasureStatus; comment?: string }[];
	/** `measures` by their numbers, where not all are meant. */
	results: { text: string; measures?: number[] }[];
};

/** The measures of an area that nobody has followed up yet. */
export const planned = (...texts: string[]): DemoArea['measures'] =>
	texts.map((text) => ({ text }));

/** Expected results that follow from all of the area. */
export const expected = (...texts: string[]): DemoArea['results'] =>
	texts.map((text) => ({ text }));

/** Expected results of which each follows from the measure with its number. */
export const eachExpected = (...texts: string[]): DemoArea['results'] =>
	texts.map((text, i) => ({ text, measures: [i + 1] }));

/** Areas as a plan, or as the follow-up of one, which says nothing of what was hoped for. */
export const areaTable = (purpose: AreaPurpose, caption: string, areas: DemoArea[]): DocNode =>
	areaTableNode(
		purpose,
		caption,
		areas.map((area) => {
			const id = `demo-omrade-${area.name}`;
			const measureId = (number: number): string => `${id}-atgard-${number}`;
			const isPlan = purpose === 'plan';
			return {
				id,
				title: typeset(area.title),
				departments: area.departments.map(idOf),
				articles: area.articles ?? [],
				responsible: area.responsible ?? '',
				due: area.due ?? '',
				measures: area.measures.map(({ text, status, comment }, i) => ({
					id: measureId(i + 1),
					text: typeset(text),
					status: isPlan ? null : (status ?? null),
					comments: isPlan || comment === undefined ? [] : [typeset(comment)]
				})),
				results: isPlan
					? area.results.map(({ text, measures = [] }, i) => ({
							id: `${id}-resultat-${i + 1}`,
							text: typeset(text),
							measures: measures.map(measureId)
						}))
					: []
			};
		})
	);

function idOf(role: DepartmentRole): string {
	const found = departments.find(({ templateRole }) => templateRole === role);
	if (!found) throw new Error(`The demo has no department of the role ${role}`);
	return found.id;
}
