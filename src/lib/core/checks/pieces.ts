/**
 * The first step of reading a text: runs of digits, runs of letters, single marks, and addresses whole.
 * Each character is looked at once, or twice where the text holds an address at all.
 */

/** The pieces of a text by their kinds and places; what no white space parts touches. */
export type Pieces = { text: string; kinds: PieceKind[]; starts: number[]; ends: number[] };
export type PieceKind = 'd' | 'l' | 'p' | 'a';

const isAddress = (chunk: string): boolean =>
	chunk.includes('://') || chunk.includes('@') || /^[("'”]?www\./i.test(chunk);

const LETTER = /[\p{L}\p{M}]/u;
const SPACE = /\s/;

/** By code unit: digit, letter, white space or anything else. The common ones without a pattern. */
function kindOf(text: string, at: number): 'd' | 'l' | 'p' | ' ' {
	const code = text.charCodeAt(at);
	if (code >= 48 && code <= 57) return 'd';
	if (code < 128) {
		if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return 'l';
		return code === 32 || (code >= 9 && code <= 13) ? ' ' : 'p';
	}
	if (code < 0x250) {
		if (code >= 0xc0) return code === 0xd7 || code === 0xf7 ? 'p' : 'l';
		return code === 0xa0 ? ' ' : code === 0xaa || code === 0xb5 || code === 0xba ? 'l' : 'p';
	}
	// The halves of a pair are neither; no word that a check looks for has one.
	const unit = text.charAt(at);
	return LETTER.test(unit) ? 'l' : SPACE.test(unit) ? ' ' : 'p';
}

/** The pieces of a text; an address (a web or mail address) is one piece. */
export function piecesOf(text: string): Pieces {
	const kinds: PieceKind[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	const addresses = text.includes('@') || text.includes('://') || /www\./i.test(text);
	let at = 0;
	let chunk = true;
	while (at < text.length) {
		const kind = kindOf(text, at);
		if (kind === ' ') {
			at += 1;
			chunk = true;
			continue;
		}
		let end = at + 1;
		if (chunk && addresses) {
			while (end < text.length && kindOf(text, end) !== ' ') end += 1;
			if (isAddress(text.slice(at, end))) {
				kinds.push('a');
				starts.push(at);
				ends.push(end);
				at = end;
				continue;
			}
			end = at + 1;
		}
		chunk = false;
		if (kind !== 'p') while (end < text.length && kindOf(text, end) === kind) end += 1;
		kinds.push(kind);
		starts.push(at);
		ends.push(end);
		at = end;
	}
	return { text, kinds, starts, ends };
}

export const pieceText = (p: Pieces, i: number): string => p.text.slice(p.starts[i], p.ends[i]);
/** Whether white space stands before a piece; also true of the first. */
export const isSpaced = (p: Pieces, i: number): boolean => i === 0 || p.starts[i] !== p.ends[i - 1];
