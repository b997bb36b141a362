import type { Block } from './blocks.ts';

/** Blocks by what has become of them, each once: by the first of these that it is. */
export const CHANGES = [
	'added',
	'removed',
	'moved',
	'changed',
	'figures', // numbers of an indicator
	'formed', // the words are the same, but not how they are set
	'about' // title, number, owner or articles of the section
] as const;
export type ChangeKind = (typeof CHANGES)[number];
export type ChangeCounts = Record<ChangeKind, number>;

export const newCounts = (): ChangeCounts => ({
	added: 0,
	removed: 0,
	moved: 0,
	changed: 0,
	figures: 0,
	formed: 0,
	about: 0
});

/** What has become of a block; null for one that is as it was. */
export function changeOf(block: Block): ChangeKind | null {
	const { mark, moved, figures, forms, pieces, table } = block;
	if (mark === 'added' || mark === 'removed') return mark;
	if (moved) return 'moved';
	if (mark === 'changed' && !isOnlyForm(block)) return 'changed';
	if (figures.length > 0) return 'figures';
	const isFormed =
		forms.length > 0 ||
		pieces.some(({ kind }) => kind === 'formed') ||
		table?.rows.some(({ formed }) => formed.length > 0);
	return isFormed ? 'formed' : null;
}

/** A paragraph that became a heading has the same words. */
const isOnlyForm = ({ pieces, forms, table, picture }: Block): boolean =>
	!table &&
	!picture &&
	forms.length > 0 &&
	pieces.every(({ kind }) => kind === 'same' || kind === 'formed');
