import { ownText, TEXTBLOCKS } from '../cell-text.ts';
import { noteText } from '../notes.ts';
import type { DocNode } from '../publication.ts';
import { signatureLines } from '../signature.ts';
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
	/** A promise, or what is hoped for of it: a number there is an aim, and no figure. */
	promised: boolean;
	/** The indicator that stands closest before it among its siblings, or right after; empty for none. */
	beside: string;
	tokens: Token[];
	sentences: Sentence[];
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const indicatorOf = (node: DocNode | undefined): string =>
	node?.type === 'indicator' || node?.type === 'figure' ? text(node.attrs?.['indicator']) : '';

type Around = Pick<Passage, 'quoted' | 'table' | 'promised' | 'beside'>;

/** All passages of a document that hold any words, in order. */
export function passagesOf(doc: DocNode): Passage[] {
	const passages: Passage[] = [];
	// Where the reading is: copied for each passage, and not for each node.
	const path: number[] = [];
	const add = (where: Passage['where'], words: string, heading: boolean, around: Around) => {
		if (words.trim() === '') return;
		const tokens = tokensOf(words);
		giveRoles(tokens, countsPeople);
		const sentences = sentencesOf(tokens, words);
		passages.push({ path: [...path], where, text: words, heading, ...around, tokens, sentences });
	};
	const read = (node: DocNode, around: Around): void => {
		if (TEXTBLOCKS.has(node.type)) {
			const isTold = node.type === 'measureComment';
			const own = isTold ? { ...around, promised: false } : around;
			add('text', ownText(node), node.type === 'heading', own);
			// What a note says is held against no indicator beside its paragraph.
			for (const [i, child] of (node.content ?? []).entries()) {
				path.push(i);
				add('source', noteText(child), false, { ...around, beside: '' });
				path.pop();
			}
			return;
		}
		if (node.type === 'signature')
			add('source', signatureLines(node.attrs).join(', '), false, { ...around, beside: '' });
		if (node.type === 'picture') add('alt', text(node.attrs?.['alt']), false, around);
		if (['picture', 'table', 'areaTable'].includes(node.type))
			add('caption', text(node.attrs?.['caption']), false, around);
		if (node.type === 'area')
			for (const name of ['responsible', 'due'])
				add('caption', text(node.attrs?.[name]), false, around);
		if (node.type === 'quote' || node.type === 'table')
			add('source', text(node.attrs?.['source']), false, around);
		const children = node.content ?? [];
		const inner: Around = {
			quoted: around.quoted || node.type === 'quote',
			table: node.type === 'table' ? [...path] : around.table,
			promised: around.promised || node.type === 'area',
			beside: around.beside
		};
		for (const [i, child] of children.entries()) {
			const beside = indicatorOf(children[i - 1]) || indicatorOf(children[i + 1]);
			path.push(i);
			read(child, beside === '' ? inner : { ...inner, beside });
			path.pop();
		}
	};
	read(doc, { quoted: false, table: null, promised: false, beside: '' });
	return passages;
}

const digests = new WeakMap<Passage, string>();

/** The digest of a passage's text; made when the first finding needs it, and once. */
export function digestOf(passage: Passage): string {
	const known = digests.get(passage);
	if (known !== undefined) return known;
	const made = digest(passage.text);
	digests.set(passage, made);
	return made;
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
		digestOf(passage),
		excerptOf(passage.text, first.start, last.end),
		params
	);
}
