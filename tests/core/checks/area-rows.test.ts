import { areaTableNode, type NewArea } from '#core/area-nodes.ts';
import type { AreaPurpose, MeasureStatus } from '#core/areas.ts';
import { checkSections, type Finding } from '#core/checks.ts';
import type { LineageLink } from '#core/lineage.ts';
import type { DocNode } from '#core/publication.ts';
import { describe, expect, it } from 'vitest';
import { section } from './make.ts';

/** What is missing in promises, in their follow-up, and on their way from one to the other. */

const row = (id: string, over: Partial<NewArea> = {}, status?: MeasureStatus): NewArea => ({
	id,
	title: `Område ${id}`,
	departments: ['soc'],
	measures: [{ id: `${id}-1`, text: 'Fråga barnen.', status: status ?? null }],
	...over
});
const table = (purpose: AreaPurpose, ...rows: NewArea[]): DocNode =>
	areaTableNode(purpose, '', rows);

/** What is found of areas, as code and excerpt. */
const told = (found: Finding[]): string[] =>
	found.filter(({ rule }) => rule.startsWith('Y')).map((f) => `${f.code}: ${f.excerpt}`);
const of = (...content: DocNode[]) => told(checkSections([section(content)]));

/** The node that a finding points at. */
const nodeAt = (doc: DocNode, path: number[]): DocNode | undefined =>
	path.reduce<DocNode | undefined>((node, i) => node?.content?.[i], doc);

describe('promises that cannot be followed up', () => {
	it('[Y2] without a measure, or without anybody who is to do it, are told of once a table', () => {
		const plan = table(
			'plan',
			row('1'),
			row('2', { measures: [] }),
			row('3', { departments: [] }),
			row('4', { departments: [], responsible: 'Enhetschef' }),
			row('5', { title: '', departments: [], measures: [{ id: 'x', text: ' ' }] })
		);
		expect(of(plan)).toEqual([
			'areaWithoutMeasure: Område 2; –',
			'areaWithoutDepartment: Område 3; –'
		]);
		expect(of(table('plan', row('1'), row('2')))).toEqual([]);
	});

	it('[Y2] a follow-up that leaves out measures says how many, and points at the first area', () => {
		const one = section([
			table(
				'followUp',
				row('1', {}, 'completed'),
				row('2', {
					measures: [
						{ id: 'a', text: 'Mät.' },
						{ id: 'b', text: 'Följ.' }
					]
				}),
				row('3')
			)
		]);
		const [found] = checkSections([one]).filter(({ code }) => code === 'measureWithoutStatus');
		expect(found).toMatchObject({
			rule: 'Y2',
			severity: 'advice',
			excerpt: 'Område 2; Område 3',
			params: { count: '3' }
		});
		const node = nodeAt(one.doc, found?.place.path ?? []);
		expect([node?.type, node?.content?.[0]?.text]).toEqual(['areaTitle', 'Område 2']);
		// In a plan nothing has been followed up.
		expect(of(table('plan', row('1')))).toEqual([]);
	});

	it('[Y4] a result that names a measure that is gone is pointed at; one that names none is of all', () => {
		const one = section([
			table(
				'plan',
				row('1', {
					results: [
						{ id: 'r1', text: 'Fler hörs.', measures: ['1-1'] },
						{ id: 'r2', text: 'Färre saknas.', measures: ['1-1', 'gone'] },
						{ id: 'r3', text: 'Alla trivs.' }
					]
				})
			)
		]);
		const found = checkSections([one]);
		expect(told(found)).toEqual(['resultWithoutMeasure: Färre saknas.']);
		expect(nodeAt(one.doc, found[0]?.place.path ?? [])?.attrs?.['id']).toBe('r2');
	});
});

describe('the ways of areas', () => {
	const followUp = section(
		[
			table(
				'followUp',
				row('1', {}, 'started'),
				row('2', {}, 'notStarted'),
				row('3', {}, 'completed')
			)
		],
		[],
		's1'
	);
	const plan = section([table('plan', row('9'))], [], 's2');
	const ways = (...links: LineageLink[]) =>
		told(checkSections([followUp, plan], { lineage: links }));
	const dropped = (id: string): LineageLink => ({ kind: 'dropped', from: [id], to: [] });

	it('[Y3] that nobody has confirmed are told of, section by section', () => {
		expect(ways()).toEqual([
			'lineageUnconfirmed: Område 1; Område 2; Område 3',
			'lineageUnconfirmed: Område 9'
		]);
		expect(ways({ kind: 'kept', from: ['1'], to: ['9'] })).toEqual([
			'lineageUnconfirmed: Område 2; Område 3'
		]);
	});

	it('[Y3] an area that was dropped is a finding when it had been begun, and only then', () => {
		const rest: LineageLink[] = [
			{ kind: 'finished', from: ['3'], to: [] },
			{ kind: 'new', from: [], to: ['9'] }
		];
		expect(ways(dropped('1'), dropped('2'), ...rest)).toEqual(['areaDroppedWhileBegun: Område 1']);
		expect(ways({ kind: 'finished', from: ['1'], to: [] }, dropped('2'), ...rest)).toEqual([]);
	});

	it('[Y3] nothing is said where there is no plan yet, or where only a part is looked at', () => {
		expect(told(checkSections([followUp], { lineage: [] }))).toEqual([]);
		expect(told(checkSections([followUp, plan]))).toEqual([]);
	});
});
