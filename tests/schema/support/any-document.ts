import type { DocNode } from '#core/publication.ts';
import fc from 'fast-check';
import { bold, doc, italic, link, list, table, text, tr } from './documents.ts';

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
	{ weight: 1, arbitrary: fc.constant<DocNode>({ type: 'hardBreak' }) },
	{
		weight: 1,
		arbitrary: fc.tuple(words, marks).map(([w, m]): DocNode => ({
			type: 'footnote',
			attrs: { text: w.text },
			marks: m
		}))
	}
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
/** Documents of every kind of block, nested as the schema allows. */
export const anyDoc: fc.Arbitrary<DocNode> = fc
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
			fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((content) => ({
				type: 'references',
				content
			})),
			fc.tuple(words, words).map(([place, name]): DocNode => ({
				type: 'signature',
				attrs: { place: place.text, date: '2023-02-16', name: name.text, title: '' }
			})),
			fc.constant<DocNode>({ type: 'indicator', attrs: { indicator: 'x' } })
		),
		{ minLength: 1, maxLength: 6 }
	)
	.map((content) => doc(...content));
