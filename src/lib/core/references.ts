import { ownText } from './cell-text.ts';
import type { DocNode } from './publication.ts';

/** Å, ä and ö are letters of their own, after z. */
const SWEDISH = new Intl.Collator('sv', { numeric: true });

/** What a work is sorted by: its words from the first letter or digit on. */
const keyOf = (paragraph: DocNode): string => ownText(paragraph).replace(/^[^\p{L}\p{N}]+/u, '');

/**
 * The works of a list of references as readers see them: a paragraph each, in alphabetical order. Those
 * that begin alike stay as they were typed.
 */
export const referencesInOrder = (references: DocNode): DocNode[] =>
	(references.content ?? [])
		.map((paragraph) => ({ paragraph, key: keyOf(paragraph) }))
		.sort((a, b) => SWEDISH.compare(a.key, b.key))
		.map(({ paragraph }) => paragraph);
