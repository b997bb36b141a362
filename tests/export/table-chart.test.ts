// @vitest-environment jsdom
import type { DocNode } from '#core/publication.ts';
import { describe, expect, it } from 'vitest';
import { edition, section } from './support/edition.ts';
import { all, doc, page, p, words } from './support/page.ts';

const cell = (text: string, type = 'tableCell'): DocNode => ({ type, content: [p(text)] });
const row = (type: string, name: string, ...texts: string[]): DocNode => ({
	type: 'tableRow',
	content: [cell(name, 'tableHeader'), ...texts.map((text) => cell(text, type))]
});
const safety = (attrs: Record<string, unknown>): DocNode => ({
	type: 'table',
	attrs: { caption: 'Trygga elever i årskurs 5', ...attrs },
	content: [
		row('tableHeader', 'Skola', '2021/22', '2022/23'),
		row('tableCell', 'Kulanskolan', '58 %', '62 %'),
		row('tableCell', 'Liten skola', '..', '70 %')
	]
});
const published = (...tables: DocNode[]) =>
	page(edition([section({ key: 'a', title: 'Trygghet', doc: doc(...tables) }, [])]));

describe('a table that is drawn', () => {
	it('[C5] [P5] is a picture with a title, its words, the table behind it, and its source', () => {
		const root = published(safety({ chart: 'line', source: 'Elevenkät våren 2023' }));
		const block = root.querySelector('.table-block') as Element;
		expect(words(block.querySelector('.chart-title'))).toBe('Trygga elever i årskurs 5');
		const [wide, narrow] = all(block, 'svg[role="img"]');
		expect(wide?.querySelector('desc')?.textContent).toContain('Kulanskolan');
		expect(narrow?.querySelector('desc')?.textContent).toBe(
			wide?.querySelector('desc')?.textContent
		);
		const fold = block.querySelector('details.numbers') as Element;
		expect(words(fold.querySelector('summary'))).toBe('Visa siffrorna i tabell');
		expect(all(fold, 'td').map(words)).toEqual(['58 %', '62 %', '..', '70 %']);
		expect(words(block.querySelector('.source'))).toBe('Källa: Elevenkät våren 2023');
	});

	it('[C5] [P5] two of them have ids of their own', () => {
		const root = published(safety({ chart: 'line' }), safety({ chart: 'grouped' }));
		const ids = all(root, '[id]').map((e) => e.id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const image of all(root, 'svg[aria-labelledby]'))
			for (const id of image.getAttribute('aria-labelledby')?.split(' ') ?? [])
				expect(ids).toContain(id);
	});

	it('[P1] a table that cannot be drawn is the table, with its source and nothing left out', () => {
		const bad = safety({ chart: 'donut', source: 'Källa: egen räkning' });
		bad.content?.push(row('tableCell', 'Ekskolan', 'många', '50 %'));
		const root = published(bad);
		expect(root.querySelector('svg.chart')).toBeNull();
		expect(root.querySelector('.table-block details')).toBeNull();
		expect(words(root.querySelector('.table-block table'))).toContain('många');
		expect(words(root.querySelector('.table-block .source'))).toBe('Källa: egen räkning');
	});
});
