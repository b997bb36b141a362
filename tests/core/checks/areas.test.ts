import { areaTableNode, type NewArea } from '#core/area-nodes.ts';
import { checkSections } from '#core/checks.ts';
import type { AreaPurpose } from '#core/areas.ts';
import type { DocNode } from '#core/publication.ts';
import { describe, expect, it } from 'vitest';
import { check, codes, section } from './make.ts';

/** Checks read the words of areas as they read any text, and point at the node that holds them. */

const areas = (purpose: AreaPurpose, area: Partial<NewArea>): DocNode =>
	areaTableNode(purpose, '', [{ id: 'a', title: 'Trygga loven', ...area }]);
const measure = (text: string | DocNode[], comment = ''): Pick<NewArea, 'measures'> => ({
	measures: [{ id: 'm', text, comments: [comment] }]
});

/** The node that a finding points at. */
const nodeAt = (doc: DocNode, path: number[]): DocNode | undefined =>
	path.reduce<DocNode | undefined>((node, i) => node?.content?.[i], doc);

describe('what is found in areas', () => {
	const told = '3 barn placerades i familjehem.';
	const places: [string, DocNode, string][] = [
		['areaTitle', areas('followUp', { title: told }), 'a title'],
		['measureText', areas('plan', measure(told)), 'a measure'],
		['measureComment', areas('followUp', measure('Fråga alla.', told)), 'a comment'],
		['expectedResult', areas('plan', { results: [{ id: 'r', text: told }] }), 'a result']
	];
	it.each(places)('[C2] a small group in the node %s, at its own words', (type, table) => {
		const one = section(['Inledning.', table]);
		const [found] = checkSections([one]).filter(({ code }) => code === 'smallCount');
		const node = nodeAt(one.doc, found?.place.path ?? []);
		expect(node?.type).toBe(type);
		expect(found?.place).toMatchObject({ from: 0, to: 6, row: null });
	});

	it('[C6] personal data, in what is said of who answers too', () => {
		const mail = areas('plan', { responsible: 'Kontakta kim.ek@exempel.se' });
		const one = section([mail]);
		const [found] = checkSections([one]);
		expect(found?.code).toBe('personalEmail');
		expect(nodeAt(one.doc, found?.place.path ?? [])?.type).toBe('area');
	});

	it('[C5] a link that says nothing', () => {
		const href = 'https://exempel.se/';
		const link = { type: 'text', text: 'här', marks: [{ type: 'link', attrs: { href } }] };
		expect(codes(check([areas('plan', measure([link]))]))).toContain('linkSaysNothing');
	});

	it('[C8] signs that paper lacks, in words and in what the area carries', () => {
		const sign = '\u{1F600}';
		expect(codes(check([areas('plan', measure(`Le ${sign}`))]))).toContain('signNotPrinted');
		expect(codes(check([areas('plan', { due: `maj ${sign}` })]))).toContain('signNotPrinted');
	});

	it('[C3] an aim is no other value of a figure; what is told of it may be', () => {
		const now = 'Andelen elever som når målen i årskurs 9 är 72 procent 2022.';
		const other = now.replace('72', '80');
		expect(codes(check([now, areas('plan', measure(other))]))).not.toContain('twoValues');
		expect(codes(check([now, areas('followUp', measure('Öva mer.', other))]))).toContain(
			'twoValues'
		);
	});
});

describe('abbreviations of departments', () => {
	const abbreviation = 'SOC';
	const departments = [{ id: 'soc', name: 'Socialtjänsten', abbreviation }];

	it('[C4] are explained by the list that areas give rise to', () => {
		const text = 'Samarbetet mellan SOC och skolan fortsätter.';
		expect(codes(check([text]))).toEqual(['unexplained']);
		const named = { ...section([areas('plan', {})], [], 's2'), departments };
		expect(codes(checkSections([section([text]), named]))).not.toContain('unexplained');
	});

	it('[C4] are spelt in one way, that of the list', () => {
		const one = { ...section(['Samarbetet mellan SoC och skolan fortsätter.']), departments };
		const [found] = checkSections([one]);
		expect(found?.code).toBe('spelledTwoWays');
		expect(found?.params).toMatchObject({ written: 'SoC', right: 'SOC' });
	});
});
