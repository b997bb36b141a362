import { printText } from '#core/print-text.ts';
import { partedWord } from '../soft-hyphens.ts';

/** A line of text across the page: the typesetter parts its words, and no run of signs is longer. */
export const FULL_LINE = 40;

/** Where a run may end already. */
const PLACES = /(?<=[\u00ad\u200b-])/;

/**
 * A text that fits lines of `letters` signs, 40 or fewer: a word that is longer gets soft hyphens, and
 * what has no joint, such as an address, a place to part it without a sign. Other words stay whole.
 */
export const partWords = (text: string, letters: number): string =>
	printText(text).replace(/[^\s]+/gu, (run) => {
		if (run.length <= letters) return run;
		return run
			.split(PLACES)
			.map((piece) => (piece.length <= letters ? piece : parted(piece, letters)))
			.join('');
	});

function parted(piece: string, letters: number): string {
	const word = letters >= FULL_LINE ? piece : piece.replace(/\p{L}{12,}/gu, partedWord);
	return word
		.split(PLACES)
		.map((part) => (Array.from(part).length <= letters ? part : inPieces(part, letters)))
		.join('');
}

function inPieces(text: string, letters: number): string {
	const signs = Array.from(text);
	const size = Math.max(2, Math.floor(letters * 0.75));
	const pieces: string[] = [];
	for (let at = 0; at < signs.length; at += size) pieces.push(signs.slice(at, at + size).join(''));
	return pieces.join('\u200b');
}
