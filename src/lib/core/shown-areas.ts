import { areaTableOf, rolledUp, type Area, type AreaTable, type Measure } from './areas.ts';
import type { DocNode } from './publication.ts';

/**
 * What readers see of a table of areas: rows that say nothing are left out. Measures keep the numbers
 * that they have where people write, for a comment may name one.
 */
export function shownAreas(node: DocNode, path: number[] = []): AreaTable {
	const table = areaTableOf(node, path);
	const areas = table.areas.map(shownArea).filter((area) => !isEmpty(area));
	return { ...table, areas };
}

function shownArea(area: Area): Area {
	const measures = area.measures.filter(saysSomething);
	const kept = new Set(measures.map(({ number }) => number));
	const results = area.results
		.filter(({ text }) => text !== '')
		.map((result) => {
			const named = result.measures.filter((n) => kept.has(n));
			return { ...result, measures: named, isNamed: result.isNamed && named.length > 0 };
		});
	return { ...area, measures, results, status: rolledUp(measures.map(({ status }) => status)) };
}

/** A status alone says nothing of anything. */
const saysSomething = ({ text, comments }: Measure): boolean => text !== '' || comments.length > 0;

const isEmpty = ({ title, measures, results }: Area): boolean =>
	title === '' && measures.length === 0 && results.length === 0;
