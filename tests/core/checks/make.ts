import { checkSections, type CheckOptions, type Finding } from '#core/checks.ts';
import type { CheckedSection } from '#core/checks/finding.ts';
import type { IndicatorFigures } from '#core/indicator.ts';
import type { DocNode } from '#core/publication.ts';

/** Sections for the checks, typed tersely and with the text exactly as it is given. */

const words = (text: string): DocNode[] => (text === '' ? [] : [{ type: 'text', text }]);

export const p = (text: string): DocNode => ({ type: 'paragraph', content: words(text) });
export const h = (text: string, level: 1 | 2 = 1): DocNode => ({
	type: 'heading',
	attrs: { level },
	content: words(text)
});
export const quote = (text: string): DocNode => ({
	type: 'quote',
	attrs: { source: 'Elev i årskurs 8' },
	content: [p(text)]
});
export const bullets = (...texts: string[]): DocNode => ({
	type: 'bulletList',
	content: texts.map((text) => ({ type: 'listItem', content: [p(text)] }))
});
export const link = (text: string, href: string): DocNode => ({
	type: 'paragraph',
	content: [
		{ type: 'text', text: 'Se ' },
		{ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }
	]
});
export const picture = (alt: string): DocNode => ({
	type: 'picture',
	attrs: { image: 'img-1', alt, caption: '' }
});
export const indicator = (id: string): DocNode => ({
	type: 'indicator',
	attrs: { indicator: id }
});

/** A table from lines of cells parted by `|`; the first line holds the headers. */
export function table(caption: string, ...lines: string[]): DocNode {
	return {
		type: 'table',
		attrs: { purpose: 'table', caption },
		content: lines.map((line, r) => ({
			type: 'tableRow',
			content: line.split('|').map((cell) => ({
				type: r === 0 ? 'tableHeader' : 'tableCell',
				attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null },
				content: [p(cell.trim())]
			}))
		}))
	};
}

export const section = (
	content: (string | DocNode)[],
	figures: IndicatorFigures[] = [],
	sectionId = 's1'
): CheckedSection => ({
	sectionId,
	doc: { type: 'doc', content: content.map((c) => (typeof c === 'string' ? p(c) : c)) },
	figures: Object.fromEntries(figures.map((f) => [f.indicator.id, { figures: f, sentence: '' }]))
});

export const check = (content: (string | DocNode)[], options?: CheckOptions): Finding[] =>
	checkSections([section(content)], options);

/** The codes that were found, each once, in the order of the alphabet. */
export const codes = (found: Finding[]): string[] => [...new Set(found.map((f) => f.code))].sort();
