import { mergeAttributes, Node } from '@tiptap/core';
import { NODE_ATTRIBUTES } from './attributes.ts';

/**
 * Promises and what became of them: development areas with their measures and expected results. An area
 * keeps its id from year to year (Y2, Y3), and a result names the measures that it follows from by
 * theirs (Y4). Order is an attribute: whoever moves a row takes no letter from who writes in it, and two
 * who move the same one do not double it. Statuses and comments belong to measures, so that an area
 * rolls up what it holds. Reading them is `core/areas.ts`.
 */

/** An attribute in `data-*`, held against the gate's list: a paste from elsewhere brings what it likes. */
const attribute = (node: string, name: string, fallback: unknown) => {
	const data = `data-${name}`;
	return {
		default: fallback,
		parseHTML: (element: HTMLElement): unknown => {
			const said = element.getAttribute(data);
			if (said === null) return fallback;
			const value = typeof fallback === 'string' ? said : parsed(said);
			return NODE_ATTRIBUTES[node]?.[name]?.(value) === true ? value : fallback;
		},
		renderHTML: (attributes: Record<string, unknown>) => {
			const value = attributes[name];
			return { [data]: typeof value === 'string' ? value : JSON.stringify(value) };
		}
	};
};

function parsed(said: string): unknown {
	try {
		return JSON.parse(said) as unknown;
	} catch {
		return undefined; // No JSON: nothing that the list knows.
	}
}

const attributes = (node: string, fallbacks: Record<string, unknown>) => () =>
	Object.fromEntries(
		Object.entries(fallbacks).map(([name, fallback]) => [name, attribute(node, name, fallback)])
	);

const element = (block: string, tag: 'div' | 'p' = 'div') => ({
	parseHTML: () => [{ tag: `${tag}[data-block="${block}"]`, priority: 60 }],
	renderHTML: ({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) =>
		[tag, mergeAttributes(HTMLAttributes, { 'data-block': block }), 0] as const
});

/** A plan for next year, or the follow-up of last year's (`purpose`). */
export const AreaTable = Node.create({
	name: 'areaTable',
	group: 'block',
	content: 'area*',
	isolating: true,
	addAttributes: attributes('areaTable', { purpose: 'plan', caption: '' }),
	...element('areaTable')
});

/** A row: one development area. `departments` are ids, in the order in which they were named. */
export const Area = Node.create({
	name: 'area',
	content: 'areaTitle (measure | expectedResult)*',
	isolating: true,
	addAttributes: attributes('area', {
		id: '',
		order: '',
		departments: [],
		articles: [],
		responsible: '',
		due: ''
	}),
	...element('area')
});

export const AreaTitle = Node.create({
	name: 'areaTitle',
	content: 'text*',
	marks: '',
	defining: true,
	...element('areaTitle', 'p')
});

/** `status` is null in a plan: nothing has been followed up. */
export const Measure = Node.create({
	name: 'measure',
	content: 'measureText measureComment*',
	isolating: true,
	addAttributes: attributes('measure', { id: '', order: '', status: null }),
	...element('measure')
});

export const MeasureText = Node.create({
	name: 'measureText',
	content: 'inline*',
	defining: true,
	...element('measureText', 'p')
});

/** What became of the measure, a paragraph each. */
export const MeasureComment = Node.create({
	name: 'measureComment',
	content: 'inline*',
	defining: true,
	...element('measureComment', 'p')
});

/** `measures` are the ids of those that it follows from; none means all of the area. */
export const ExpectedResult = Node.create({
	name: 'expectedResult',
	content: 'inline*',
	defining: true,
	addAttributes: attributes('expectedResult', { id: '', order: '', measures: [] }),
	...element('expectedResult', 'p')
});
