import type { DocNode } from '#core/publication.ts';
import { refuse, ok, type Result } from '#core/result.ts';
import { LARGEST } from '#schema/bounds.ts';
import { canonicalJson, docJson, isValidDoc, loadDoc } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import * as Y from 'yjs';
import { isAllowed, writeAuthored, type AuthoredChange } from './authored-change.ts';

/** A change to the current document that nobody's client has made. */
export type LateChange = AuthoredChange & {
	/** Its words stand where they were written; or, where that place is gone, at the end. */
	placed: 'inPlace' | 'atEnd';
};

/** A late contribution as it is to come into a document. */
export type LateIn = {
	/** Its update builds on this document; else its words alone can come in. */
	hasPlace: boolean;
	bytes: Uint8Array;
	text: string;
};

/**
 * A contribution for the section's document of now. Its place is gone where it was deleted before the
 * words came (L5), and where the document was made anew since: no update builds on another epoch.
 */
export const lateIn = (
	section: { epoch: number },
	late: { epoch: number; why: string; bytes: Uint8Array; text: string }
): LateIn => ({
	hasPlace: late.why !== 'deleted' && late.epoch === section.epoch,
	bytes: late.bytes,
	text: late.text
});

/**
 * L4: what taking a late contribution in would write. Its own items never come into the document: the
 * change is found on a copy that has them, and is then written anew, so that neither this one nor a
 * client that sends the refused update again can put the words in twice.
 * @param parts the document as it is stored
 * @param taken client ids that belong to somebody
 * @returns refused as `moved` when nothing is left to put in, as `tooLarge`, or as `malformed`
 */
export function lateChange(
	parts: Uint8Array[],
	late: LateIn,
	taken: ReadonlySet<number>
): Result<LateChange> {
	const doc = loadDoc(parts);
	try {
		const before = docJson(doc);
		if (!isValidDoc(before)) return refuse({ code: 'malformed', rule: 'content' });
		const merged = late.hasPlace ? withLate(parts, late.bytes) : null;
		const isNew = merged !== null && canonicalJson(merged) !== canonicalJson(before);
		const wanted = isNew ? merged : withLines(before, late.text);
		if (wanted === null)
			return merged === null && late.hasPlace
				? refuse({ code: 'malformed', rule: 'content' })
				: refuse({ code: 'moved', happened: 'textChanged', by: null, at: null });
		const written = writeAuthored(doc, wanted, taken);
		if (Y.encodeStateAsUpdate(doc).byteLength > LARGEST)
			return refuse({ code: 'tooLarge', limit: 'document' });
		return ok({ ...written, placed: isNew ? 'inPlace' : 'atEnd' });
	} finally {
		doc.destroy();
	}
}

/** The text with the refused update in it; null when that is no text of the schema. */
function withLate(parts: Uint8Array[], bytes: Uint8Array): DocNode | null {
	let doc: Y.Doc | null = null;
	try {
		doc = loadDoc([...parts, bytes]);
		const { pendingStructs, pendingDs } = doc.store;
		if (pendingStructs !== null || pendingDs !== null || doc.share.size !== 1) return null;
		const json = docJson(doc);
		return isValidDoc(json) && isAllowed(json) ? json : null;
	} catch (error) {
		// Kept as it came: whatever Yjs or the converter throws at, it is not this section's text.
		if (error instanceof Error) return null;
		throw error;
	} finally {
		doc?.destroy();
	}
}

/** The text with those of the lines at its end that it does not have; null when it has them all. */
function withLines(doc: DocNode, text: string): DocNode | null {
	const known = new Set(plainText(doc).split('\n'));
	const lines = text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !known.has(line));
	if (lines.length === 0) return null;
	const paragraphs = lines.map((line) => ({
		type: 'paragraph',
		content: [{ type: 'text', text: line }]
	}));
	return { ...doc, content: [...(doc.content ?? []), ...paragraphs] };
}
