import { mergeAttributes, Node } from '@tiptap/core';

/**
 * The blocks of our own, without their views: what they are called, hold and carry. The browser adds
 * node views (`#editor/`), the server renders them by `html.ts`. Indicator blocks are atoms that hold
 * a reference and nothing else: numbers live outside the text (I5).
 */

const data = (name: string) => ({
	parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
	renderHTML: (attributes: Record<string, string | null>) => ({
		[`data-${name}`]: attributes[name] ?? ''
	})
});

/** A quotation with its source, such as a child's words or a sentence of the Barnombudsman. */
export const Quote = Node.create({
	name: 'quote',
	group: 'block',
	content: 'paragraph+',
	defining: true,
	addAttributes: () => ({ source: { default: '', ...data('source') } }),
	parseHTML: () => [{ tag: 'blockquote' }],
	renderHTML: ({ HTMLAttributes }) => ['blockquote', mergeAttributes(HTMLAttributes), 0]
});

/** A highlighted passage: what the reader must not miss. */
export const Callout = Node.create({
	name: 'callout',
	group: 'block',
	content: '(paragraph | bulletList | orderedList)+',
	defining: true,
	parseHTML: () => [{ tag: 'aside' }],
	renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes), 0]
});

/** A picture from the store; without a text alternative the section cannot be submitted (C5). */
export const Picture = Node.create({
	name: 'picture',
	group: 'block',
	atom: true,
	draggable: true,
	addAttributes: () => ({
		image: { default: '', ...data('image') },
		alt: { default: '', ...data('alt') },
		caption: { default: '', ...data('caption') }
	}),
	parseHTML: () => [{ tag: 'figure[data-image]' }],
	renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes)]
});

const reference = (name: string) =>
	Node.create({
		name,
		group: 'block',
		atom: true,
		draggable: true,
		addAttributes: () => ({ indicator: { default: '', ...data('indicator') } }),
		parseHTML: () => [{ tag: `div[data-block="${name}"]` }],
		renderHTML: ({ HTMLAttributes }) => [
			'div',
			mergeAttributes(HTMLAttributes, { 'data-block': name })
		]
	});

/** Value, trend, comparison, generated sentence, chart, table and source of one indicator. */
export const IndicatorBlock = reference('indicator');

/** One big number with its caption, year and source: the newest value of an indicator. */
export const FigureBlock = reference('figure');

/** How many of the report's indicators went which way (I4). */
export const IndicatorSummary = Node.create({
	name: 'indicatorSummary',
	group: 'block',
	atom: true,
	draggable: true,
	parseHTML: () => [{ tag: 'div[data-block="indicatorSummary"]' }],
	renderHTML: ({ HTMLAttributes }) => [
		'div',
		mergeAttributes(HTMLAttributes, { 'data-block': 'indicatorSummary' })
	]
});

/** A note at the foot of the page; addresses in its text become links where it is read. */
export const Footnote = Node.create({
	name: 'footnote',
	group: 'inline',
	inline: true,
	atom: true,
	addAttributes: () => ({ text: { default: '', ...data('text') } }),
	parseHTML: () => [{ tag: 'span[data-block="footnote"]' }],
	renderHTML: ({ HTMLAttributes }) => [
		'span',
		mergeAttributes(HTMLAttributes, { 'data-block': 'footnote' })
	]
});

/** The works that the text refers to, a paragraph each; readers see them in alphabetical order. */
export const References = Node.create({
	name: 'references',
	group: 'block',
	content: 'paragraph+',
	defining: true,
	parseHTML: () => [{ tag: 'div[data-block="references"]' }],
	renderHTML: ({ HTMLAttributes }) => [
		'div',
		mergeAttributes(HTMLAttributes, { 'data-block': 'references' }),
		0
	]
});

/** Who answers for the text: place and date, name and title. */
export const Signature = Node.create({
	name: 'signature',
	group: 'block',
	atom: true,
	draggable: true,
	addAttributes: () => ({
		place: { default: '', ...data('place') },
		date: { default: '', ...data('date') },
		name: { default: '', ...data('name') },
		title: { default: '', ...data('title') }
	}),
	parseHTML: () => [{ tag: 'div[data-block="signature"]' }],
	renderHTML: ({ HTMLAttributes }) => [
		'div',
		mergeAttributes(HTMLAttributes, { 'data-block': 'signature' })
	]
});

/** What the report has taken in from the editions of others, unchanged: plans, follow-ups or figures. */
export const RollUp = Node.create({
	name: 'rollUp',
	group: 'block',
	atom: true,
	draggable: true,
	addAttributes: () => ({
		shows: {
			default: 'plan',
			parseHTML: (element: HTMLElement) => {
				const shows = element.getAttribute('data-shows');
				return shows === 'followUp' || shows === 'figures' ? shows : 'plan';
			},
			renderHTML: ({ shows }: Record<string, unknown>) => ({ 'data-shows': shows })
		}
	}),
	parseHTML: () => [{ tag: 'div[data-block="rollUp"]' }],
	renderHTML: ({ HTMLAttributes }) => [
		'div',
		mergeAttributes(HTMLAttributes, { 'data-block': 'rollUp' })
	]
});
