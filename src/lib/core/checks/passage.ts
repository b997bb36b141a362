import type { DocNode } from '../publication.ts';
import {
	digest,
	excerptOf,
	finding,
	type Finding,
	type FindingCode,
	type FindingParams
} from './finding.ts';
import { giveRoles } from './number-role.ts';
import { countsPeople } from './people-words.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A textblock of a section, or a text that a node carries. */
export type Passage = {
	/** Indices of children from the document to the node. */
	path: number[];
	/** Whether `text` is the node's own, so that offsets point into it, or one of its attributes. */
	where: 'text' | 'caption' | 'alt' | 'source';
	text: string;
	heading: boolean;
	/** Inside a quotation: somebody's own words, whose style is not ours to mend. */
	quoted: boolean;
	/** The table that it stands in, by path; null outside tables. */
	table: number[] | null;
	/** The indicator that stands closest before it among its siblings, or right after; empty for none. */
	beside: string;
	tokens: Token[];
	sentences: Sentence[];
	digest: string;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The text of a textblock as its offsets count: a line break is one character. */
export const ownText = (node: DocNode): string =>
	(node.content ?? []).map((n) => n.text ?? (n.type === 'hardBreak' ? '\n' : '')).join('');

const indicatorOf = (node: DocNode | undefined): string =>
	node?.type === 'indicator' || node?.type === 'figure' ? text(node.attrs?.['indicator']) : '';

type Around = Pick<Passage, 'quoted' | 'table' | 'beside'>;

/** All passages of a document that hold any words, in order. */
export function passagesOf(doc: DocNode): Passage[] {
	const passages: Passage[] = [];
	const add = (
		path: number[],
		where: Passage['where'],
		words: string,
		heading: boolean,
		around: Around
	) => {
		if (words.trim() === '') return;
		const tokens = tokensOf(words);
		giveRoles(tokens, countsPeople);
		const sentences = sentencesOf(tokens, words);
		const whole = digest(words);
		passages.push({
			path,
			where,
			text: words,
			heading,
			...around,
			tokens,
			sentences,
			digest: whole
		});
	};
	const read = (node: DocNode, path: number[], around: Around): void => {
		if (node.type === 'paragraph' || node.type === 'heading') {
			add(path, 'text', ownText(node), node.type === 'heading', around);
			return;
		}
		if (node.type === 'picture') add(path, 'alt', text(node.attrs?.['alt']), false, around);
		if (node.type === 'picture' || node.type === 'table')
			add(path, 'caption', text(node.attrs?.['caption']), false, around);
		if (node.type === 'quote') add(path, 'source', text(node.attrs?.['source']), false, around);
		const children = node.content ?? [];
		for (const [i, child] of children.entries())
			read(child, [...path, i], {
				quoted: around.quoted || node.type === 'quote',
				table: node.type === 'table' ? path : around.table,
				beside: indicatorOf(children[i - 1]) || indicatorOf(children[i + 1]) || around.beside
			});
	};
	read(doc, [], { quoted: false, table: null, beside: '' });
	return passages;
}

/** A finding about the words from one token to another of a passage. */
export function inText(
	code: FindingCode,
	sectionId: string,
	passage: Passage,
	[first, last]: [Token, Token],
	params: FindingParams = {}
): Finding {
	const own = passage.where === 'text';
	return finding(
		code,
		{
			sectionId,
			path: passage.path,
			from: own ? first.start : null,
			to: own ? last.end : null
		},
		passage.digest,
		excerptOf(passage.text, first.start, last.end),
		params
	);
}

/** A passage as a mere string with its place. */
export const passageStrings = (passage: Passage) => ({
	path: passage.path,
	text: passage.text,
	digest: passage.digest,
	own: passage.where === 'text'
});
