// @vitest-environment jsdom
import { areaTableNode } from '#core/area-nodes.ts';
import type { DocNode } from '#core/publication.ts';
import { NODE_ATTRIBUTES } from '#schema/attributes.ts';
import { normalise } from '#schema/content.ts';
import { docHtml } from '#schema/html.ts';
import { describe, expect, it } from 'vitest';
import { doc } from './support/documents.ts';

const departments = [
	{ id: 'skola', name: 'Barn & utbildning', abbreviation: 'BU' },
	{ id: 'kultur', name: 'Kultur och fritid', abbreviation: '' }
];

const followUp = areaTableNode('followUp', 'Vad blev det?', [
	{
		id: 'a',
		title: 'Trygga <loven>',
		departments: ['skola', 'kultur'],
		articles: [31],
		responsible: 'Rektorn',
		due: 'juni',
		measures: [
			{ id: 'm1', text: 'Öppna.', status: 'completed', comments: ['Öppet.'] },
			{ id: 'm2', text: 'Fråga.', status: 'started' }
		],
		results: [{ id: 'r1', text: 'Fler kommer.', measures: ['m1'] }]
	},
	{ id: 'b', title: 'Läsro', measures: [{ id: 'm3', text: 'Dämpa.', status: 'stopped' }] }
]);

const print = (table: DocNode, form: 'draft' | 'edition' = 'edition'): string =>
	docHtml(normalise(doc(table)), {
		headingBase: 3,
		form,
		departments,
		labels: { callout: 'Viktigt', table: (n) => `Tabell ${n}`, showTable: 'Visa tabellen' }
	});

/** As the page has it. */
const page = (table: DocNode): HTMLElement => {
	const body = document.createElement('div');
	body.innerHTML = print(table);
	return body;
};

describe('areas as HTML', () => {
	it('[P5] an area is one group of rows below its header, and every cell bears the name of its column', () => {
		const table = page(followUp).querySelector('table');
		if (!table) throw new Error('There is no table');
		expect([...table.tBodies].map((group) => group.rows.length)).toEqual([2, 1]);
		const [first, second] = table.querySelectorAll('tbody th');
		expect(first?.getAttribute('scope')).toBe('rowgroup');
		expect(first?.getAttribute('rowspan')).toBe('2');
		expect(second?.getAttribute('scope')).toBe('row');
		expect(first?.textContent).toContain('Trygga <loven> (BU, Kultur och fritid)');
		for (const row of table.tBodies[0]?.rows ?? [])
			expect([...row.querySelectorAll('td')].map((cell) => cell.dataset['label'])).toEqual([
				'Åtgärd',
				'Status',
				'Kommentar'
			]);
	});

	it('[C5] it stays a table where the style makes a list of it', () => {
		const role: Record<string, string> = {
			TABLE: 'table',
			THEAD: 'rowgroup',
			TBODY: 'rowgroup',
			TR: 'row',
			TD: 'cell'
		};
		const parts = page(followUp).querySelectorAll('table, thead, tbody, tr, td, th');
		expect(parts.length).toBeGreaterThan(10);
		for (const part of parts) {
			const header = part.closest('thead') ? 'columnheader' : 'rowheader';
			expect(part.getAttribute('role')).toBe(role[part.tagName] ?? header);
		}
	});

	it('[C5] a table without a caption has a name for those who hear it', () => {
		expect(page(followUp).querySelector('table')?.hasAttribute('aria-label')).toBe(false);
		const bare = areaTableNode('plan', '', [{ id: 'a', title: 'A' }]);
		expect(page(bare).querySelector('table')?.getAttribute('aria-label')).toBe('Tabell 1');
		expect(page(bare).querySelector('caption')).toBeNull();
	});

	it('[P5] an abbreviation says what it stands for; a name in full needs no explanation', () => {
		const marked = [...page(followUp).querySelectorAll('abbr')];
		expect(marked.map((one) => [one.textContent, one.title])).toEqual([
			['BU', 'Barn & utbildning']
		]);
	});

	it('[P1] readers are not shown a table without rows; who writes is', () => {
		const empty = areaTableNode('plan', 'Plan', [
			{ id: 'a', title: '', measures: [{ id: 'm', text: '' }] }
		]);
		expect(print(empty)).toBe('');
		expect(print(empty, 'draft')).toContain('<caption>Plan</caption>');
	});

	it('[P1] every attribute of areas, measures and results makes a difference, but ids and order', () => {
		const said = print(followUp);
		const others: Record<string, Record<string, unknown>> = {
			areaTable: { purpose: 'plan', caption: 'Annat' },
			area: { departments: ['skola'], articles: [3], responsible: 'Ingen', due: 'maj' },
			measure: { status: 'unknown' },
			expectedResult: {}
		};
		for (const [type, values] of Object.entries(others)) {
			// What a result names is told in a plan.
			const silent = type === 'expectedResult' ? ['id', 'order', 'measures'] : ['id', 'order'];
			const names = Object.keys(NODE_ATTRIBUTES[type] ?? {});
			expect(Object.keys(values)).toEqual(names.filter((name) => !silent.includes(name)));
			for (const [name, value] of Object.entries(values))
				expect(print(withAttribute(followUp, type, name, value)), `${type}.${name}`).not.toBe(said);
		}
		const plan = withAttribute(followUp, 'areaTable', 'purpose', 'plan');
		expect(print(withAttribute(plan, 'expectedResult', 'measures', []))).not.toBe(print(plan));
	});
});

/** A copy in which the first node of the type has another value. */
function withAttribute(node: DocNode, type: string, name: string, value: unknown): DocNode {
	const copy = structuredClone(node);
	const find = (one: DocNode): DocNode | undefined =>
		one.type === type ? one : (one.content ?? []).map(find).find((found) => found !== undefined);
	const found = find(copy);
	if (!found?.attrs) throw new Error(`There is no ${type}`);
	found.attrs[name] = value;
	return copy;
}
