import { newOrders } from './area-order.ts';
import type { Area, AreaPurpose, MeasureStatus } from './areas.ts';
import type { DocNode } from './publication.ts';

/** What a new area is made of; what is left out is empty. Ids are the caller's to give. */
export type NewArea = {
	id: string;
	title: string;
	departments?: string[];
	articles?: number[];
	responsible?: string;
	due?: string;
	measures?: {
		id: string;
		text: string | DocNode[];
		status?: MeasureStatus | null;
		comments?: string[];
	}[];
	/** `measures` by their ids. */
	results?: { id: string; text: string; measures?: string[] }[];
};

/** A table of areas as document JSON, its rows in the order given. */
export function areaTableNode(purpose: AreaPurpose, caption: string, areas: NewArea[]): DocNode {
	const orders = newOrders(areas.length);
	return {
		type: 'areaTable',
		attrs: { purpose, caption },
		content: areas.map((area, i) => areaNode(area, orders[i] ?? ''))
	};
}

/** One area as document JSON, at the place `order` among its like. */
export function areaNode(area: NewArea, order: string): DocNode {
	const { id, title, measures = [], results = [] } = area;
	const orders = newOrders(measures.length);
	const resultOrders = newOrders(results.length);
	return {
		type: 'area',
		attrs: {
			id,
			order,
			departments: area.departments ?? [],
			articles: area.articles ?? [],
			responsible: area.responsible ?? '',
			due: area.due ?? ''
		},
		content: [
			textblock('areaTitle', title),
			...measures.map((m, i) => ({
				type: 'measure',
				attrs: { id: m.id, order: orders[i] ?? '', status: m.status ?? null },
				content: [
					textblock('measureText', m.text),
					...(m.comments ?? []).map((words) => textblock('measureComment', words))
				]
			})),
			...results.map((r, i) => ({
				type: 'expectedResult',
				attrs: { id: r.id, order: resultOrders[i] ?? '', measures: r.measures ?? [] },
				...inline(r.text)
			}))
		]
	};
}

/**
 * Y2: last year's areas as this year's rows: the same ids, measures that nobody has followed up yet, each
 * with a place for its comment. Expected results stay with the plan.
 */
export const followUpOf = (areas: Area[], caption: string): DocNode =>
	areaTableNode(
		'followUp',
		caption,
		areas.map(({ id, title, departments, articles, responsible, due, measures }) => ({
			id,
			title,
			departments,
			articles,
			responsible,
			due,
			measures: measures.map((m) => ({
				id: m.id,
				text: m.nodes.text?.content ?? [],
				comments: ['']
			}))
		}))
	);

const textblock = (type: string, words: string | DocNode[]): DocNode => ({
	type,
	...inline(words)
});

/** A textblock without words has no content. */
const inline = (words: string | DocNode[]): { content?: DocNode[] } => {
	const content =
		typeof words === 'string' ? (words === '' ? [] : [{ type: 'text', text: words }]) : words;
	return content.length === 0 ? {} : { content };
};
