import { ownText } from './cell-text.ts';
import { MEASURE_STATUSES, type MeasureStatus } from './measure-status.ts';
import type { DocNode } from './publication.ts';

/**
 * Development areas as they stand in a document: promises (`plan`) and what became of them (`followUp`).
 * One reading for editor, rules, rollover, exporters and comparison.
 */

export { MEASURE_STATUSES, type MeasureStatus };

export type AreaPurpose = 'plan' | 'followUp';

export type Measure = {
	/** Unique in its table. */
	id: string;
	/** Its number within the area, from 1. */
	number: number;
	text: string;
	/** Null where nothing has been followed up. */
	status: MeasureStatus | null;
	/** A paragraph each. */
	comments: string[];
	/** The nodes themselves, for those who keep marks and links. */
	nodes: { text: DocNode | null; comments: DocNode[] };
};

export type ExpectedResult = {
	id: string;
	text: string;
	/** The numbers of the measures that it follows from, ascending; all of the area where none was named (Y4). */
	measures: number[];
	/** False where it named none. */
	isNamed: boolean;
	node: DocNode;
};

export type Area = {
	id: string;
	title: string;
	/** Ids, in the order in which they were named. */
	departments: string[];
	articles: number[];
	responsible: string;
	due: string;
	measures: Measure[];
	results: ExpectedResult[];
	/** Of all measures together (Y2); null in a plan, or without measures. */
	status: MeasureStatus | null;
	/** Indices of children from the document down to the area. */
	path: number[];
};

export type AreaTable = {
	purpose: AreaPurpose;
	caption: string;
	areas: Area[];
	path: number[];
};

/** The tables of areas in a document, in order; `path` counts from `doc`. */
export function areaTablesOf(doc: DocNode): AreaTable[] {
	const found: AreaTable[] = [];
	const visit = (node: DocNode, path: number[]): void => {
		if (node.type === 'areaTable') found.push(areaTableOf(node, path));
		else node.content?.forEach((child, i) => visit(child, [...path, i]));
	};
	visit(doc, []);
	return found;
}

/** One such table, its rows in the order in which people put them. */
export function areaTableOf(node: DocNode, path: number[] = []): AreaTable {
	const known = new Set<string>();
	return {
		purpose: node.attrs?.['purpose'] === 'followUp' ? 'followUp' : 'plan',
		caption: textOf(node, 'caption'),
		areas: inOrder(node, 'area').map(({ node: area, index }) =>
			areaOf(area, [...path, index], known)
		),
		path
	};
}

function areaOf(node: DocNode, path: number[], known: Set<string>): Area {
	const title = node.content?.find((child) => child.type === 'areaTitle');
	const measures = inOrder(node, 'measure').map(({ node: measure }, i) =>
		measureOf(measure, i + 1, known)
	);
	const results = inOrder(node, 'expectedResult').map(({ node: result }) =>
		resultOf(result, measures, known)
	);
	return {
		id: ownId(node, known),
		title: title ? tidy(ownText(title)) : '',
		departments: listOf(node, 'departments').filter((id) => typeof id === 'string'),
		articles: listOf(node, 'articles').filter((n) => typeof n === 'number'),
		responsible: textOf(node, 'responsible'),
		due: textOf(node, 'due'),
		measures,
		results,
		status: rolledUp(measures.map(({ status }) => status)),
		path
	};
}

function measureOf(node: DocNode, number: number, known: Set<string>): Measure {
	const text = node.content?.find((child) => child.type === 'measureText') ?? null;
	const comments = (node.content ?? []).filter((child) => child.type === 'measureComment');
	const status = node.attrs?.['status'];
	return {
		id: ownId(node, known),
		number,
		text: text ? tidy(ownText(text)) : '',
		status: MEASURE_STATUSES.find((one) => one === status) ?? null,
		comments: comments.map((comment) => tidy(ownText(comment))).filter((words) => words !== ''),
		nodes: { text, comments }
	};
}

function resultOf(node: DocNode, measures: Measure[], known: Set<string>): ExpectedResult {
	const named = new Set(listOf(node, 'measures'));
	const found = measures.filter(({ id }) => named.has(id));
	return {
		id: ownId(node, known),
		text: tidy(ownText(node)),
		measures: (found.length > 0 ? found : measures).map(({ number }) => number),
		isNamed: found.length > 0,
		node
	};
}

/**
 * Y2: what the measures come to together. Where all are alike, that. Else one that is under way, or one
 * done beside one that is not, means under way; done beside given up is given up, for the promise as a
 * whole was not kept; and where nothing was done, an unknown leaves the whole unknown. A measure without
 * a status is unknown; null is where none has one.
 */
export function rolledUp(statuses: (MeasureStatus | null)[]): MeasureStatus | null {
	if (statuses.every((status) => status === null)) return null;
	const all = new Set(statuses.map((status) => status ?? 'unknown'));
	const [first] = all;
	if (all.size === 1 && first !== undefined) return first;
	if (all.has('started')) return 'started';
	const isOpen = all.has('notStarted') || all.has('unknown');
	if (all.has('completed')) return isOpen ? 'started' : 'stopped';
	return all.has('unknown') ? 'unknown' : 'notStarted';
}

/** The children of one kind as people ordered them: by `order`, then by id, then as they stand. */
export function inOrder(parent: DocNode, type: string): { node: DocNode; index: number }[] {
	const key = (node: DocNode, name: string) => textOf(node, name);
	return (parent.content ?? [])
		.map((node, index) => ({ node, index }))
		.filter(({ node }) => node.type === type)
		.sort(
			(a, b) =>
				compare(key(a.node, 'order'), key(b.node, 'order')) ||
				compare(key(a.node, 'id'), key(b.node, 'id')) ||
				a.index - b.index
		);
}

/** By code units, as keys of order are made; never by a language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The node's id; one of its own where it has none, or where a copy of it stands before. */
function ownId(node: DocNode, known: Set<string>): string {
	const said = textOf(node, 'id');
	let id = said;
	for (let n = 1; id === '' || known.has(id); n += 1) id = `${said || 'row'}-${n}`;
	known.add(id);
	return id;
}

const textOf = (node: DocNode, name: string): string => {
	const value = node.attrs?.[name];
	return typeof value === 'string' ? value : '';
};

const listOf = (node: DocNode, name: string): unknown[] => {
	const value = node.attrs?.[name];
	return Array.isArray(value) ? (value as unknown[]) : [];
};

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
