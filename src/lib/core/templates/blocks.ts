import type { DocNode } from '#core/publication.ts';

/** The few blocks that fixed template text is made of, as document JSON. */

/** A paragraph of plain words; an empty text gives an empty paragraph. */
export const paragraph = (text: string): DocNode =>
	text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };

/** A heading within a section, below the section's own. */
export const heading = (text: string, level: 1 | 2 = 1): DocNode => ({
	type: 'heading',
	attrs: { level },
	content: [{ type: 'text', text }]
});
