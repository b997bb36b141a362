import { areaTableNode, followUpOf, type NewArea } from '#core/area-nodes.ts';
import { newOrders, orderAfter, orderAt, type Ordered } from '#core/area-order.ts';
import { areaTablesOf, rolledUp, type MeasureStatus } from '#core/areas.ts';
import { isValidDoc, normalise } from '#schema/content.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const AREA: NewArea = {
	id: 'a',
	title: 'Öka barns delaktighet',
	departments: ['svf', 'fip'],
	articles: [12],
	responsible: 'Enhetschef',
	due: '2025-12-31',
	measures: [
		{ id: 'm1', text: 'Fråga barnen', status: 'completed', comments: ['Gjort.', 'Och igen.'] },
		{ id: 'm2', text: 'Svara dem', status: 'notStarted' },
		{ id: 'm3', text: 'Mät' }
	],
	results: [
		{ id: 'r1', text: 'Fler hörs', measures: ['m1', 'm2'] },
		{ id: 'r2', text: 'Det syns' },
		{ id: 'r3', text: 'Det mäts', measures: ['gone', 'm3'] }
	]
};

const docOf = (...areas: NewArea[]) => ({
	type: 'doc',
	content: [{ type: 'paragraph' }, areaTableNode('followUp', 'Förra årets löften', areas)]
});

describe('areas in a document', () => {
	test('[Y2] [Y4] are read as they were built: measures with statuses, results with their measures', () => {
		const doc = normalise(docOf(AREA));
		const [table] = areaTablesOf(doc);
		expect(table).toMatchObject({ purpose: 'followUp', caption: 'Förra årets löften', path: [1] });
		const [area] = table?.areas ?? [];
		expect(area).toMatchObject({
			id: 'a',
			title: 'Öka barns delaktighet',
			departments: ['svf', 'fip'],
			articles: [12],
			responsible: 'Enhetschef',
			due: '2025-12-31',
			status: 'started',
			path: [1, 0]
		});
		expect(
			area?.measures.map(({ number, text, status, comments }) => [number, text, status, comments])
		).toEqual([
			[1, 'Fråga barnen', 'completed', ['Gjort.', 'Och igen.']],
			[2, 'Svara dem', 'notStarted', []],
			[3, 'Mät', null, []]
		]);
		expect(area?.results.map(({ text, measures, isNamed }) => [text, measures, isNamed])).toEqual([
			['Fler hörs', [1, 2], true],
			['Det syns', [1, 2, 3], false],
			['Det mäts', [3], true]
		]);
	});

	test('[Y3] a row that was copied, or has no id, gets one of its own, and keeps the place it was given', () => {
		const doc = docOf(AREA, AREA, { ...AREA, id: '' });
		const [table] = areaTablesOf(normalise(doc));
		expect(table?.areas.map(({ id }) => id)).toEqual(['a', 'a-1', 'row-1']);
		expect(new Set(table?.areas.flatMap(({ measures }) => measures.map(({ id }) => id))).size).toBe(
			9
		);
	});

	test('[Y2] last year’s plan becomes this year’s follow-up: the same rows, nothing said of them yet', () => {
		const [plan] = areaTablesOf(normalise(docOf(AREA)));
		const followUp = { type: 'doc', content: [followUpOf(plan?.areas ?? [], 'Uppföljning')] };
		expect(isValidDoc(followUp)).toBe(true);
		const [table] = areaTablesOf(normalise(followUp));
		const [area] = table?.areas ?? [];
		expect(area).toMatchObject({
			id: 'a',
			title: AREA.title,
			departments: ['svf', 'fip'],
			status: null
		});
		expect(area?.measures.map(({ id, text, status }) => [id, text, status])).toEqual([
			['m1', 'Fråga barnen', null],
			['m2', 'Svara dem', null],
			['m3', 'Mät', null]
		]);
		expect(area?.results).toEqual([]);
	});
});

describe('an area rolls up its measures', () => {
	const cases: [(MeasureStatus | null)[], MeasureStatus | null][] = [
		[[], null],
		[[null, null], null],
		[['completed', 'completed'], 'completed'],
		[['notStarted'], 'notStarted'],
		[['stopped', 'stopped'], 'stopped'],
		[['started', 'started', 'notStarted'], 'started'],
		[['completed', 'notStarted'], 'started'],
		[['completed', 'unknown'], 'started'],
		[['completed', null], 'started'],
		[['completed', 'stopped'], 'stopped'],
		[['stopped', 'notStarted'], 'notStarted'],
		[['stopped', 'unknown'], 'unknown'],
		[['notStarted', null], 'unknown'],
		[['started', 'stopped', 'unknown'], 'started']
	];
	test.each(cases)('[Y2] %j is %s', (statuses, whole) => {
		expect(rolledUp(statuses)).toBe(whole);
		expect(rolledUp([...statuses].reverse())).toBe(whole);
	});
});

describe('the order of rows', () => {
	const rowsOf = (orders: string[]): Ordered[] =>
		orders.map((order, i) => ({ id: `r${i}`, order }));
	const sorted = (rows: Ordered[]) =>
		[...rows]
			.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
			.map(({ id }) => id);
	const apply = (rows: Ordered[], id: string, to: number): Ordered[] => {
		const placed = orderAt(rows, id, to);
		if (placed === null) return rows;
		const next = rows.map((row) => ({
			id: row.id,
			order: row.id === id ? placed.order : (placed.others.get(row.id) ?? row.order)
		}));
		return [...next].sort((a, b) => (a.order < b.order ? -1 : 1));
	};

	test('[Y2] any moves lead where a list would go, and each changes one row', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 60 }), (moves) => {
				let rows = rowsOf(newOrders(12));
				const list = rows.map(({ id }) => id);
				for (const [from, to] of moves) {
					const id = rows[from]?.id ?? '';
					list.splice(to, 0, ...list.splice(from, 1));
					expect(orderAt(rows, id, to)?.others.size ?? 0).toBe(0);
					rows = apply(rows, id, to);
					expect(sorted(rows)).toEqual(list);
				}
			})
		);
	});

	test('[Y2] rows in one place, and keys that are not ours, are all placed anew', () => {
		for (const orders of [
			['a0', 'a0', 'a0'],
			['', 'zzz0', 'zzz0'],
			['0', '00', '000']
		]) {
			const rows = rowsOf(orders);
			expect(sorted(apply(rows, 'r0', 1))).toEqual(['r1', 'r0', 'r2']);
			const { order, others } = orderAfter(rows, 'r1');
			const all = [
				...rows.map((r) => ({ ...r, order: others.get(r.id) ?? r.order })),
				{ id: 'new', order }
			];
			expect(sorted(all)).toEqual(['r0', 'r1', 'new', 'r2']);
		}
	});

	test('[Y2] a key that would be longer than the gate takes makes all anew', () => {
		let rows = rowsOf(newOrders(3));
		for (let n = 0; n < 3000; n += 1) {
			rows = apply(rows, rows[2]?.id ?? '', 1);
			expect(rows.every(({ order }) => order.length <= 200)).toBe(true);
		}
	});
});
