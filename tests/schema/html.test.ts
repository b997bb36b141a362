// @vitest-environment jsdom
import type { DocNode } from '#core/publication.ts';
import { isSafeHref, NODE_ATTRIBUTES } from '#schema/attributes.ts';
import { normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { docHtml } from '#schema/html.ts';
import { html, trusted } from '#schema/markup.ts';
import { textWithoutNotes } from '#schema/text.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDoc } from './support/any-document.ts';
import {
	bold,
	doc,
	h,
	inTable,
	italic,
	link,
	p,
	table,
	td,
	text,
	th,
	tr
} from './support/documents.ts';
import { asRead, draft, edition, notesIn, parse, readNotes, readText } from './support/parsed.ts';

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
			indicator: 'ind-1',
			shows: 'figures',
			text: 'en not',
			place: 'Skogsby',
			date: '2023-02-16',
			name: 'Åsa Ek',
			title: 'Chef'
		};
		// What areas carry shows beside words alone, and is tried with them (area-html.test.ts).
		const tried = Object.entries(NODE_ATTRIBUTES).filter(
			([name]) => !['areaTable', 'area', 'measure', 'expectedResult'].includes(name)
		);
		for (const [name, attributes] of tried)
			for (const attribute of Object.keys(attributes)) {
				// How a table is drawn is tried with the charts, which draw it.
				if (['colwidth', 'chart', 'unit', 'decimals'].includes(attribute)) continue;
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
				const read = form === 'edition' ? asRead(canonical) : canonical;
				expect(readText(markup)).toBe(textWithoutNotes(read));
				expect(readNotes(markup)).toEqual(notesIn(read));
				expect(JSON.stringify(canonical)).toBe(before);
			}),
			{ numRuns: 400 }
		);
	});

	it('[P1] nothing stands in the HTML beside the words of its textblocks', () => {
		fc.assert(
			fc.property(anyDoc, (content) => {
				const root = parse(edition(content));
				for (const block of root.querySelectorAll('p, h1, h2, h3, h4, h5, h6, .notes'))
					block.remove();
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
		const list = html`<ul>
			<li>${'rad\n\t\tett'}</li>
		</ul>`;
		expect(String(list)).toBe('<ul> <li>rad\n\t\tett</li> </ul>');
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
