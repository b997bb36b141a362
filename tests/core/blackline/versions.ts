import { blackline, type Blackline } from '#core/blackline/blackline.ts';
import type { Block } from '#core/blackline/blocks.ts';
import type { TableLine } from '#core/blackline/table-line.ts';
import { passagesOf } from '#core/compare/passages.ts';
import type { Segment } from '#core/compare/words.ts';
import type { DocNode, FixedContent } from '#core/publication.ts';

/** A version of a section with what a test is about. */
export const version = (doc: DocNode, over: Partial<FixedContent> = {}): FixedContent => ({
	schemaVersion: 1,
	key: 'section',
	number: '1',
	title: 'Avsnitt',
	articles: [],
	department: null,
	counted: [],
	doc,
	figures: {},
	...over
});

export const between = (before: DocNode, after: DocNode): Blackline =>
	blackline(version(before), version(after));

const side = (which: 'was' | 'now') => (kind: string) =>
	kind !== (which === 'was' ? 'added' : 'removed');
const wordsOf = (segments: Segment[], which: 'was' | 'now'): string =>
	segments
		.filter(({ kind }) => side(which)(kind))
		.map(({ text }) => text)
		.join('');

function tableWords({ caption, rows, columns }: TableLine, which: 'was' | 'now'): string {
	const of = rows
		.filter((row) => row[which] !== null)
		.map(({ cells }) =>
			cells
				.filter((_, i) => side(which)(columns[i] ?? 'same'))
				.map((cell) => wordsOf(cell, which))
				.join('\t')
		);
	return [wordsOf(caption, which), ...of].join('\n');
}

function blockWords(block: Block, which: 'was' | 'now'): string {
	if (block.table) return tableWords(block.table, which).replace(/\s+/gu, ' ').trim();
	if (block.picture) {
		const { caption, alt } = block.picture;
		return `${wordsOf(caption, which)} ${wordsOf(alt, which)}`.trim();
	}
	return block.pieces
		.filter(({ kind }) => side(which)(kind))
		.map(({ text }) => text)
		.join('');
}

/** The words of either version as a blackline holds them, a passage each, in that version's order. */
export const wordsIn = ({ blocks }: Blackline, which: 'was' | 'now'): string[] =>
	blocks
		.filter((block) => block[which] !== null)
		.toSorted((a, b) => (a[which] ?? 0) - (b[which] ?? 0))
		.map((block) => blockWords(block, which));

/** The same as the version itself has them. */
export const wordsOfVersion = (doc: DocNode): string[] =>
	passagesOf(version(doc), {}).map(({ text }) => text.replace(/\s+/gu, ' ').trim());

/** A blackline in a line a block: what was added in braces, what was removed in brackets. */
export const shown = ({ blocks }: Blackline): string[] =>
	blocks.map(
		({ change, pieces }) =>
			(change ? `${change.what}: ` : '') +
			pieces
				.map(({ kind, text }) =>
					kind === 'same'
						? text
						: kind === 'added'
							? `{${text}}`
							: kind === 'removed'
								? `[${text}]`
								: `<${text}>`
				)
				.join('')
	);
