/** A stretch of ready HTML, or a block that the page draws itself from the figures it has. */
export type StaticPart = { kind: 'html'; html: string } | { kind: BlockKind; value: string };

/** `value` is what a block refers to: the id of an indicator, or what a roll-up shows. */
type BlockKind = 'indicator' | 'figure' | 'indicatorSummary' | 'rollUp';

const BLOCK =
	/<div data-block="(indicator|figure|indicatorSummary|rollUp)"(?: data-(?:indicator|shows)="([^"]*)")?><\/div>/g;

/** A wide table scrolls in a frame of its own, as the editor's does; tables do not nest. */
const framed = (html: string, label: string): string =>
	html
		.replaceAll(
			'<table',
			`<div class="table" role="group" tabindex="0" aria-label="${label}"><table`
		)
		.replaceAll('</table>', '</table></div>');

/**
 * Takes a section's HTML (`docHtml` of `#schema/`) apart at its blocks, which stand at the top level
 * and hold nothing: so the text is whole before any script runs, and looks as the editor will. Words
 * of people cannot be taken for a block: the renderer escapes every angle bracket.
 * @param label what a table is called where it has no name; our own word, not a person's
 */
export function staticParts(text: string, label: string): StaticPart[] {
	const html = framed(text, label);
	const parts: StaticPart[] = [];
	let from = 0;
	for (const match of html.matchAll(BLOCK)) {
		if (match.index > from) parts.push({ kind: 'html', html: html.slice(from, match.index) });
		parts.push({ kind: match[1] as BlockKind, value: match[2] ?? '' });
		from = match.index + match[0].length;
	}
	if (from < html.length) parts.push({ kind: 'html', html: html.slice(from) });
	return parts;
}
