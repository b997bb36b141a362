import type { DocNode } from '#core/publication.ts';
import type { Refusal } from '#core/result.ts';
import { schema } from '#schema/extensions.ts';
import { plainText } from '#schema/text.ts';
import { DOMSerializer, Node as ModelNode } from '@tiptap/pm/model';
import { differingBlocks } from './blocks.ts';

/** Why a person's own text lies beside the document and not in it. */
export type KeptWhy =
	| { kind: 'refused'; refusal: Refusal }
	/** The text differed from the server's at rest (W12). */
	| { kind: 'diverged' }
	/** The page was left while it was not yet saved. */
	| { kind: 'left' }
	/** The server ended the connection with this code. */
	| { kind: 'closed'; code: number }
	/** Somebody else deleted the passage at the same moment (L5). */
	| { kind: 'deleted' }
	/** Typed in a page that was closed, for a document that has been rebuilt since. */
	| { kind: 'rebuilt' }
	/** Typed in a page that was closed, in a section that is not there any more for this person. */
	| { kind: 'gone'; section: string };

/** What a person typed that is not in the server's text (W8, L3). */
export type KeptText = {
	why: KeptWhy;
	/** Set when the server keeps it as a late contribution. */
	lateId: string | null;
	/** A line for each textblock. */
	plain: string;
	/** For the clipboard: the same blocks as HTML. */
	html: string;
	at: number;
};

/** The blocks as HTML, by the schema alone: no view of ours, nothing that is not in the document. */
export function blocksHtml(blocks: DocNode[]): string {
	const holder = document.createElement('div');
	const serializer = DOMSerializer.fromSchema(schema);
	for (const block of blocks)
		holder.append(serializer.serializeNode(ModelNode.fromJSON(schema, block)));
	return holder.innerHTML;
}

/** What of `mine` is not in `theirs`; null when there is not a word of it. */
export function keptText(
	mine: DocNode,
	theirs: DocNode,
	why: KeptWhy,
	lateId: string | null
): KeptText | null {
	const blocks = differingBlocks(mine, theirs);
	const plain = plainText({ type: 'doc', content: blocks });
	if (plain === '') return null;
	return { why, lateId, plain, html: blocksHtml(blocks), at: Date.now() };
}

/** Words whose blocks are not known, a line a paragraph; null when there are none. */
export function keptWords(
	plain: string,
	why: KeptWhy,
	lateId: string | null,
	at = Date.now()
): KeptText | null {
	if (plain.trim() === '') return null;
	const holder = document.createElement('div');
	for (const line of plain.split('\n')) {
		const paragraph = document.createElement('p');
		paragraph.textContent = line;
		holder.append(paragraph);
	}
	return { why, lateId, plain, html: holder.innerHTML, at };
}
