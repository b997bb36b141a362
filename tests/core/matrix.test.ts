import { areaTableNode } from '#core/area-nodes.ts';
import { matrixOf, sideOf, type MatrixSection } from '#core/matrix.ts';
import { describe, expect, test } from 'vitest';

const section = (over: Partial<MatrixSection> & { key: string }): MatrixSection => ({
	number: over.key,
	title: over.key,
	articles: [],
	department: null,
	doc: { type: 'doc', content: [{ type: 'paragraph' }] },
	...over
});

const cellsOf = (sections: MatrixSection[]) =>
	matrixOf(sections)?.rows.map(({ article, cells }) => [
		article,
		...cells.map((cell) =>
			cell.map(({ section: { key }, areas }) => [key, ...areas].join(':')).join(' ')
		)
	]);

describe('the matrix of articles and departments', () => {
	test('[P4] has the principles first, a column for each department and for what they share, and empty places', () => {
		const sections = [
			section({ key: 'a', department: 'Skola', articles: [28, 3] }),
			section({ key: 'b', department: 'Kultur', articles: [31] }),
			section({ key: 'c', articles: [12, 3] }),
			section({ key: 'd', department: 'Teknik' })
		];
		expect(matrixOf(sections)?.departments).toEqual(['Skola', 'Kultur', null]);
		expect(cellsOf(sections)).toEqual([
			[3, 'a', '', 'c'],
			[12, '', '', 'c'],
			[28, 'a', '', ''],
			[31, '', 'b', '']
		]);
		expect(matrixOf([section({ key: 'd' })])).toBeNull();
	});

	test('[P4] areas stand with the departments that they name, whoever owns the section', () => {
		const doc = {
			type: 'doc',
			content: [
				areaTableNode('plan', '', [
					{ id: '1', title: 'Hörda', departments: ['s', 'k'], articles: [12] },
					{ id: '2', title: 'Trygga', departments: ['s'], articles: [12, 6] },
					{ id: '3', title: 'Okänd', departments: ['x'], articles: [6] },
					{ id: '4', title: 'Utan artikel', departments: ['s'] }
				])
			]
		};
		const departments = [
			{ id: 's', name: 'Skola', abbreviation: 'S' },
			{ id: 'k', name: 'Kultur', abbreviation: '' }
		];
		expect(cellsOf([section({ key: 'plan', articles: [12], doc, departments })])).toEqual([
			[6, '', 'plan:Trygga', ''],
			[12, 'plan', 'plan:Hörda:Trygga', 'plan:Hörda']
		]);
		// Its own section: the areas are told and not the whole beside them.
		const own = section({ key: 'plan', articles: [12], doc, departments, department: 'Skola' });
		expect(cellsOf([own])).toEqual([
			[6, 'plan:Trygga', ''],
			[12, 'plan:Hörda:Trygga', 'plan:Hörda']
		]);
	});

	test('[P4] knows strengths from challenges by the template’s keys', () => {
		expect(
			['current.strengths.2', 'current.challenges.12', 'current.preconditions', 'plan'].map(sideOf)
		).toEqual(['strengths', 'challenges', null, null]);
	});
});
