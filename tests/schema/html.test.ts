// @vitest-environment jsdom
import { isSafeHref, NODE_ATTRIBUTES } from '#schema/attributes.ts';
import { normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { docHtml, type HtmlOptions } from '#schema/html.ts';
import { html, trusted } from '#schema/markup.ts';
import { plainText } from '#schema/text.ts';
import type { DocNode } from '#core/publication.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function parse(markup: string): HTMLElement {
	const root = document.createElement('div');
	root.innerHTML = markup;
	return root;
}

/** The words of the textblocks, a line each, read from the parsed HTML: the twin of `plainText`. */
function readText(markup: string): string {
	const root = parse(markup);
	for (const br of root.querySelectorAll('br')) br.replaceWith(' ');
	return [...root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]
		.map((block) => block.textContent.trim())
		.filter((line) => line !== '')
		.join('\n');
}

const doc = (...content: DocNode[]): DocNode => ({ type: 'doc', content });
const text = (words: string, ...marks: NonNullable<DocNode['marks']>): DocNode =>
	marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words };
const p = (...content: (string | DocNode)[]): DocNode => ({
	type: 'paragraph',
	content: content.map((c) => (typeof c === 'string' ? text(c) : c))
});
const h = (level: number, words: string): DocNode => ({
	type: 'heading',
	attrs: { level },
	content: [text(words)]
});
const list = (type: 'bulletList' | 'orderedList', ...items: DocNode[][]): DocNode => ({
	type,
	content: items.map((content) => ({ type: 'listItem', content }))
});
const th = (words: string, attrs: Record<string, unknown> = {}): DocNode => ({
	type: 'tableHeader',
	attrs,
	content: [words === '' ? { type: 'paragraph' } : p(words)]
});
const td = (words: string, attrs: Record<string, unknown> = {}): DocNode => ({
	...th(words, attrs),
	type: 'tableCell'
});
const tr = (...content: DocNode[]): DocNode => ({ type: 'tableRow', content });
const table = (attrs: Record<string, unknown>, ...content: DocNode[]): DocNode => ({
	type: 'table',
	attrs,
	content
});
/** Rows and cells have no HTML of their own outside a table. */
function inTable(node: DocNode): DocNode {
	if (node.type === 'tableRow') return table({}, node);
	return node.type === 'tableHeader' || node.type === 'tableCell' ? table({}, tr(node)) : node;
}
const link = (href: string) => ({ type: 'link', attrs: { href } });
const bold = { type: 'bold' };
const italic = { type: 'italic' };

const draft = (d: DocNode, more: Partial<HtmlOptions> = {}) =>
	docHtml(normalise(d), { headingBase: 3, ...more });
const edition = (d: DocNode, more: Partial<HtmlOptions> = {}) =>
	draft(d, { form: 'edition', ...more });

describe('a document as HTML', () => {
	it('[D10] every node of the schema has its HTML', () => {
		for (const type of Object.values(schema.nodes)) {
			if (type.isText) continue;
			const node = type.createAndFill();
			if (!node) throw new Error(`No ${type.name} can be made`);
			const json = node.toJSON() as DocNode;
			const markup = docHtml(inTable(json), { headingBase: 2 });
			expect(markup, type.name).toMatch(/^<[a-z]/);
		}
	});

	it('[D10] every mark of the schema has its HTML', () => {
		const attrs: Record<string, Record<string, unknown>> = { link: { href: '#mal' } };
		for (const type of Object.values(schema.marks)) {
			const mark = type.create(attrs[type.name] ?? null).toJSON() as typeof bold;
			const markup = docHtml(p(text('ord', mark)), { headingBase: 2 });
			expect(markup, type.name).toMatch(/^<p><(\w+)[^>]*>ord<\/\1><\/p>$/);
		}
	});

	it('[D10] every attribute of the schema makes a difference, but a column width', () => {
		const others: Record<string, unknown> = {
			level: 2,
			start: 4,
			purpose: 'plan',
			caption: 'en rad',
			colspan: 2,
			rowspan: 2,
			align: 'right',
			source: 'någon',
			image: 'bild-1',
			alt: 'ett barn',
			indicator: 'ind-1'
		};
		for (const [name, attributes] of Object.entries(NODE_ATTRIBUTES))
			for (const attribute of Object.keys(attributes)) {
				if (attribute === 'colwidth') continue;
				const type = schema.nodes[name];
				if (!type || !(attribute in others)) throw new Error(`${name}.${attribute} is not tried`);
				// A text alternative needs its picture.
				const base = attribute === 'alt' ? { image: 'bild-1' } : {};
				const print = (attrs: Record<string, unknown>) => {
					const node = type.createAndFill({ ...base, ...attrs })?.toJSON() as DocNode;
					return docHtml(inTable(node), { headingBase: 2 });
				};
				expect(print({ [attribute]: others[attribute] }), `${name}.${attribute}`).not.toBe(
					print({})
				);
			}
	});

	it('[D10] a node or mark that the schema does not have is an error, never a silence', () => {
		for (const bad of [
			{ type: 'iframe' },
			doc({ type: 'video' }),
			p({ type: 'emoji' }),
			p(text('ord', { type: 'blink' })),
			table({}, { type: 'caption' }),
			table({}, tr(p('ord')))
		])
			expect(() => docHtml(bad, { headingBase: 2 })).toThrow(/No HTML for the/);
	});

	it('[P1] the words of the HTML are the words of the document', () => {
		fc.assert(
			fc.property(anyDoc, fc.constantFrom('draft', 'edition'), (content, form) => {
				const canonical = normalise(content);
				const before = JSON.stringify(canonical);
				const markup = docHtml(canonical, { headingBase: 3, form });
				expect(readText(markup)).toBe(plainText(canonical));
				expect(JSON.stringify(canonical)).toBe(before);
			}),
			{ numRuns: 400 }
		);
	});

	it('[P1] nothing stands in the HTML beside the words of its textblocks', () => {
		fc.assert(
			fc.property(anyDoc, (content) => {
				const root = parse(edition(content));
				for (const block of root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) block.remove();
				expect(root.textContent).toBe('');
				expect(root.querySelector('script, style, [style], [onclick], [onerror]')).toBeNull();
			}),
			{ numRuns: 200 }
		);
	});
});

describe('what is hostile stays text', () => {
	const hostile = `</p><script>alert(1)</script><img src=x onerror="alert('2')">&amp;`;

	it('[P1] in words, sources, captions and text alternatives', () => {
		const markup = edition(
			doc(
				p(hostile),
				h(1, hostile),
				{ type: 'quote', attrs: { source: hostile }, content: [p('ord')] },
				{ type: 'picture', attrs: { image: 'b1', alt: hostile, caption: hostile } },
				table({ caption: hostile }, tr(th('a')), tr(td('b')))
			)
		);
		const root = parse(markup);
		expect(root.querySelectorAll('script, [onerror]')).toHaveLength(0);
		expect(root.querySelectorAll('img')).toHaveLength(1);
		expect(root.querySelector('img')?.getAttribute('alt')).toBe(hostile);
		expect(root.querySelector('p')?.textContent).toBe(hostile);
		expect(root.querySelector('caption')?.textContent).toBe(hostile);
		expect([...root.querySelectorAll('figcaption')].map((c) => c.textContent)).toEqual([
			hostile,
			hostile
		]);
	});

	it('[P1] an address that is not safe leaves its words without a link', () => {
		for (const href of ['javascript:alert(1)', 'data:text/html,x', ' https://a.se', '//b.se']) {
			expect(isSafeHref(href)).toBe(false);
			const node = p(text('ord', link(href)));
			expect(docHtml(node, { headingBase: 2 })).toBe('<p>ord</p>');
		}
		const quoted = p(text('ord', link('https://a.se/?q="x"&y=1')));
		const anchor = parse(docHtml(quoted, { headingBase: 2 })).querySelector('a');
		expect(anchor?.getAttribute('href')).toBe('https://a.se/?q="x"&y=1');
	});

	it('[P1] a template escapes its parts and leaves markup alone', () => {
		const bad = '<b title="x">\'&';
		expect(String(html`<p title="${bad}">${[bad, 1, null, false, trusted('<i></i>')]}</p>`)).toBe(
			'<p title="&lt;b title=&quot;x&quot;&gt;&#39;&amp;">&lt;b title=&quot;x&quot;&gt;&#39;&amp;1<i></i></p>'
		);
		expect(String(html`<p>${'rad\n\t\tett'}</p>`)).toBe('<p> rad\n\t\tett </p>');
	});
});

describe('marks', () => {
	it('[P5] a link is one link, whatever is bold within it', () => {
		const to = link('https://a.se/');
		const markup = draft(
			doc(p(text('ett ', to), text('två', to, bold), text(' tre', to), text('fyra', bold)))
		);
		expect(markup).toBe(
			'<p><a href="https://a.se/">ett <strong>två</strong> tre</a><strong>fyra</strong></p>'
		);
	});

	it('[P5] two links side by side stay two, and a line break keeps its marks', () => {
		const markup = draft(
			doc(
				p(text('ett', link('https://a.se/')), text('två', link('https://b.se/'))),
				p(text('tre', bold, italic), { type: 'hardBreak', marks: [bold] }, text('fyra', bold))
			)
		);
		expect(markup).toBe(
			'<p><a href="https://a.se/">ett</a><a href="https://b.se/">två</a></p>' +
				'<p><strong><em>tre</em><br />fyra</strong></p>'
		);
	});
});

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
		const labels = { callout: 'Obs', table: (n: number) => `Tabell ${n}` };
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
		const labels = { callout: 'Viktigt', table: () => '' };
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

/** Words with everything in them that HTML takes amiss; no null, which HTML cannot hold. */
const words = fc
	.string({
		unit: fc.constantFrom(
			'a',
			'å',
			' ',
			'<',
			'>',
			'&',
			'"',
			"'",
			'\n',
			'\r',
			'\t',
			'&lt;',
			'😀',
			'–'
		),
		minLength: 1,
		maxLength: 12
	})
	.map((s) => text(s));
const marks = fc.subarray([link('https://a.se/'), bold, italic]);
const inline = fc.oneof(
	{ weight: 6, arbitrary: fc.tuple(words, marks).map(([w, m]) => ({ ...w, marks: m })) },
	{ weight: 1, arbitrary: fc.constant<DocNode>({ type: 'hardBreak' }) }
);
const paragraph = fc.array(inline, { maxLength: 4 }).map((content): DocNode => ({
	type: 'paragraph',
	content
}));
const anyHeading = fc
	.tuple(fc.constantFrom(1, 2), fc.array(inline, { maxLength: 2 }))
	.map(([level, content]): DocNode => ({ type: 'heading', attrs: { level }, content }));
const anyList: fc.Arbitrary<DocNode> = fc
	.tuple(
		fc.constantFrom('bulletList' as const, 'orderedList' as const),
		fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
	)
	.map(([type, items]) => list(type, ...items));
const anyTable: fc.Arbitrary<DocNode> = fc
	.array(
		fc.array(
			fc
				.tuple(fc.constantFrom('tableHeader', 'tableCell'), paragraph)
				.map(([type, content]): DocNode => ({ type, content: [content] })),
			{ minLength: 1, maxLength: 3 }
		),
		{ minLength: 1, maxLength: 3 }
	)
	.map((rows) => table({}, ...rows.map((cells) => tr(...cells))));
const anyDoc: fc.Arbitrary<DocNode> = fc
	.array(
		fc.oneof(
			paragraph,
			anyHeading,
			anyList,
			anyTable,
			fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content) => ({
				type: 'quote',
				content
			})),
			fc.array(fc.oneof(paragraph, anyList), { minLength: 1, maxLength: 2 }).map((content) => ({
				type: 'callout',
				content
			})),
			fc.constant<DocNode>({ type: 'indicator', attrs: { indicator: 'x' } })
		),
		{ minLength: 1, maxLength: 6 }
	)
	.map((content) => doc(...content));
