// @vitest-environment jsdom
import type { DocNode } from '#core/publication.ts';
import { describe, expect, it } from 'vitest';
import { doc, h, list, p, table, td, th, tr } from './support/documents.ts';
import { draft, edition, parse } from './support/parsed.ts';

describe('tables', () => {
	const grid = table(
		{ caption: 'Planen' },
		tr(th(''), th('Åtgärd'), th('Status')),
		tr(th('Skolan'), td('Räkna frånvaro', { colspan: 2 })),
		tr(th('Hemmet', { rowspan: 2 }), td('Ett'), td('Två')),
		tr(td('Tre'), td('Fyra'))
	);

	it('[P5] have a caption, a head, and a scope on every header cell', () => {
		const root = parse(edition(doc(grid)));
		expect(root.querySelector('table > caption')?.textContent).toBe('Planen');
		const heads = [...root.querySelectorAll('th')];
		expect(heads.map((cell) => [cell.textContent, cell.scope])).toEqual([
			['Åtgärd', 'col'],
			['Status', 'col'],
			['Skolan', 'row'],
			['Hemmet', 'row']
		]);
		expect(root.querySelectorAll('thead tr')).toHaveLength(1);
		expect(root.querySelector('[colspan]')?.getAttribute('colspan')).toBe('2');
		expect(root.querySelector('[rowspan]')?.textContent).toBe('Hemmet');
	});

	it('[P5] an empty header cell is no header to a reader, and stays one to a writer', () => {
		expect(parse(edition(doc(grid))).querySelector('thead tr')?.children[0]?.tagName).toBe('TD');
		expect(parse(draft(doc(grid))).querySelector('thead tr')?.children[0]?.tagName).toBe('TH');
	});

	it('[P5] have no head when a cell of it reaches into the body', () => {
		const root = parse(
			edition(
				doc(table({}, tr(th('A', { rowspan: 2 }), th('B')), tr(td('1')), tr(td('2'), td('3'))))
			)
		);
		expect(root.querySelector('thead')).toBeNull();
		expect([...root.querySelectorAll('th')].map((cell) => cell.scope)).toEqual(['col', 'col']);
	});

	it('[P5] of header cells alone still have a body', () => {
		const root = parse(edition(doc(table({}, tr(th('A')), tr(th('B'))))));
		expect(root.querySelectorAll('thead tr, tbody tr')).toHaveLength(2);
		expect(root.querySelectorAll('tbody tr')).toHaveLength(1);
	});

	it('[P5] scroll in a group that has a name and takes the focus', () => {
		const labels = { callout: 'Obs', table: (n: number) => `Tabell ${n}`, showTable: 'Visa' };
		const plain = table({}, tr(td('1')));
		const groups = parse(edition(doc(grid, plain), { labels })).querySelectorAll('[tabindex="0"]');
		expect([...groups].map((g) => g.getAttribute('aria-label'))).toEqual(['Planen', 'Tabell 2']);
	});
});

describe('drafts and editions', () => {
	const empty: DocNode = { type: 'paragraph' };

	it('[P5] an edition leaves out what is empty, and a draft keeps it', () => {
		const content = doc(
			empty,
			h(1, '\u00a0'),
			p('ord'),
			list('bulletList', [empty], [p('punkt')]),
			list('orderedList', [empty], [p('två')]),
			{ type: 'callout', content: [empty] },
			{ type: 'quote', attrs: { source: '' }, content: [empty] },
			table({}, tr(td(''))),
			{ type: 'picture' }
		);
		expect(edition(content)).toBe(
			'<p>ord</p><ul><li><p>punkt</p></li></ul><ol><li></li><li><p>två</p></li></ol>'
		);
		expect(draft(content)).toContain('<p></p><h3>');
		expect(draft(content)).toContain('<ul><li><p></p></li><li>');
	});

	it('[P5] what has a caption or a source is kept although it has no words', () => {
		const content = doc(
			{ type: 'quote', attrs: { source: 'Elevrådet' }, content: [empty] },
			table({ caption: 'Tom' }, tr(td('')))
		);
		expect(edition(content)).toContain('Elevrådet');
		expect(edition(content)).toContain('<caption>Tom</caption>');
	});

	it('[P5] the headings of an edition leave no gap, and those of a draft are as written', () => {
		const content = doc(h(2, 'a'), h(1, 'b'), h(2, 'c'));
		const levels = (markup: string) =>
			[...parse(markup).querySelectorAll('h1, h2, h3, h4, h5, h6')].map((e) => e.tagName);
		expect(levels(edition(content))).toEqual(['H3', 'H3', 'H4']);
		expect(levels(draft(content))).toEqual(['H4', 'H3', 'H4']);
	});

	it('[I5] reference blocks are drawn by the caller, who is told the level of a heading there', () => {
		const seen: unknown[] = [];
		const block = (indicator: string): DocNode => ({ type: 'indicator', attrs: { indicator } });
		const markup = edition(
			doc(
				block('a'),
				h(1, 'b'),
				block('c'),
				h(2, 'd'),
				{ type: 'indicatorSummary' },
				{
					type: 'figure',
					attrs: { indicator: 'e' }
				}
			),
			{
				figure: (...given) => {
					seen.push(given);
					return '<hr />';
				}
			}
		);
		expect(seen).toEqual([
			['indicator', 'a', 3],
			['indicator', 'c', 4],
			['indicatorSummary', null, 5],
			['figure', 'e', 5]
		]);
		expect(markup).toBe('<hr /><h3>b</h3><hr /><h4>d</h4><hr /><hr />');
	});

	it('[C5] a picture has its text alternative, size and caption', () => {
		const picture = { type: 'picture', attrs: { image: 'b1', alt: 'Två barn', caption: 'Bild 1' } };
		const markup = edition(doc(picture), {
			imageUrl: (id) => `/r/x/${id}`,
			imageSize: () => ({ width: 640, height: 480 })
		});
		const img = parse(markup).querySelector('figure.picture > img');
		expect(img?.getAttribute('src')).toBe('/r/x/b1');
		expect(img?.getAttribute('alt')).toBe('Två barn');
		expect([img?.getAttribute('width'), img?.getAttribute('height')]).toEqual(['640', '480']);
		expect(parse(markup).querySelector('figcaption')?.textContent).toBe('Bild 1');
	});

	it('[P5] a callout is a note with a name, and a quotation keeps its source', () => {
		const labels = { callout: 'Viktigt', table: () => '', showTable: 'Visa' };
		const root = parse(
			edition(
				doc(
					{ type: 'callout', content: [p('obs')] },
					{ type: 'quote', attrs: { source: 'Elevrådet' }, content: [p('sagt')] }
				),
				{ labels }
			)
		);
		const note = root.querySelector('aside');
		expect([note?.getAttribute('role'), note?.getAttribute('aria-label')]).toEqual([
			'note',
			'Viktigt'
		]);
		expect(root.querySelector('figure.quote > blockquote > p')?.textContent).toBe('sagt');
		expect(root.querySelector('figure.quote > figcaption')?.textContent).toBe('Elevrådet');
	});
});
