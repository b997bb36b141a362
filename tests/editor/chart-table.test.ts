import {
	changedIn,
	chosenForm,
	hasHead,
	readTyped,
	tableNode,
	wishOf
} from '#editor/charts/chart-table.ts';
import { normalise } from '#schema/content.ts';
import { expect, test } from 'vitest';

const none = { chart: null, caption: '', unit: null, decimals: null, source: null };

test('[W12] what somebody else changed of a table meanwhile is not written back', () => {
	const before = wishOf({ type: 'table', attrs: { caption: 'Svar', chart: 'rows' } });
	expect(changedIn({ ...before, source: 'Enkät 2023' }, before)).toEqual({ source: 'Enkät 2023' });
	expect(changedIn({ ...before, chart: null }, before)).toEqual({ chart: null });
	expect(changedIn(before, before)).toEqual({});
});

test('[C5] a form that was picked stays while a cell is no number, and yields to one that suits', () => {
	expect(chosenForm('rows', null, '')).toBe('rows');
	expect(chosenForm(null, null, '')).toBeNull();
	const read = readTyped('Skola; 2021; 2022\nEkskolan; 4; 5\nÅsskolan; 6; 7');
	if (!read.ok) throw new Error('not read');
	const { table } = read.value;
	expect(chosenForm('grouped', table, '')).toBe('grouped');
	expect(chosenForm('donut', table, '')).toBe('line');
	expect(chosenForm(null, table, '')).toBe('line');
	expect(chosenForm('none', table, '')).toBeNull();
});

test('[I1] [C5] what is typed becomes a table with headers, its cells to the sign', () => {
	const read = readTyped('Skola; Svar\nEkskolan; 1 000,5\nLiten skola; ..');
	if (!read.ok) throw new Error('not read');
	const table = tableNode(read.value.cells, hasHead(read.value.table), none);
	const [node] = normalise({ type: 'doc', content: [table] }).content ?? [];
	const rows = (node?.content ?? []).map((row) =>
		(row.content ?? []).map((cell) => [cell.type, cell.content?.[0]?.content?.[0]?.text])
	);
	expect(rows).toEqual([
		[
			['tableHeader', 'Skola'],
			['tableHeader', 'Svar']
		],
		[
			['tableHeader', 'Ekskolan'],
			['tableCell', '1 000,5']
		],
		[
			['tableHeader', 'Liten skola'],
			['tableCell', '..']
		]
	]);
});
