import type { Segment } from '../compare/words.ts';
import type { DocNode } from '../publication.ts';

/** How words are set; `href` is empty where they lead nowhere. */
export type Setting = { bold: boolean; italic: boolean; href: string };

/** Words that both have, or one of them; `formed` are the same words set otherwise. */
export type Piece = {
	kind: 'same' | 'added' | 'removed' | 'formed';
	text: string;
	/** As the version has it that the words are of: the older for removed ones, else the newer. */
	set: Setting;
	/** As the older version has it, of `formed` words. */
	was: Setting | null;
};

/** Words that are set alike. */
export type Run = { text: string; set: Setting };

export const PLAIN: Setting = { bold: false, italic: false, href: '' };

/** Segments of words that nobody sets: captions, cells, titles. */
export const plainPieces = (segments: Segment[]): Piece[] =>
	segments.map((segment) => ({ ...segment, set: PLAIN, was: null }));

const isSet = (a: Setting, b: Setting): boolean =>
	a.bold === b.bold && a.italic === b.italic && a.href === b.href;

function settingOf({ marks = [] }: DocNode): Setting {
	const href = marks.find(({ type }) => type === 'link')?.attrs?.['href'];
	return {
		bold: marks.some(({ type }) => type === 'bold'),
		italic: marks.some(({ type }) => type === 'italic'),
		href: typeof href === 'string' ? href : ''
	};
}

/**
 * The words of a textblock as runs; together they are its tidied text, a space for any white space, so
 * that they fit the segments of a comparison to the letter.
 */
export function runsOf({ content = [] }: DocNode): Run[] {
	const runs: Run[] = [];
	let end = ' ';
	for (const node of content) {
		const said = node.text ?? (node.type === 'hardBreak' ? ' ' : '');
		const spaced = said.replace(/\s+/gu, ' ');
		const text = end.endsWith(' ') && spaced.startsWith(' ') ? spaced.slice(1) : spaced;
		if (text === '') continue;
		runs.push({ text, set: settingOf(node) });
		end = text;
	}
	const last = runs.at(-1);
	if (last) last.text = last.text.trimEnd();
	return runs.filter(({ text }) => text !== '');
}

/** Goes through runs letter by letter of a text that they make up. */
class Cursor {
	#runs: Run[];
	#at = 0;
	#in = 0;

	constructor(runs: Run[]) {
		this.#runs = runs;
	}

	/** How the next letters are set, and how many of them are; plain words without end behind the last run. */
	next(): { set: Setting; left: number } {
		const run = this.#runs[this.#at];
		return run
			? { set: run.set, left: run.text.length - this.#in }
			: { set: PLAIN, left: Number.MAX_SAFE_INTEGER };
	}

	skip(letters: number): void {
		let left = letters;
		for (let run = this.#runs[this.#at]; run && left > 0; run = this.#runs[this.#at]) {
			const step = Math.min(left, run.text.length - this.#in);
			left -= step;
			this.#in += step;
			if (this.#in < run.text.length) break;
			this.#at += 1;
			this.#in = 0;
		}
	}
}

/**
 * The segments of a passage with the setting of their words: `old` and `now` are the runs of either
 * version. White space that is set otherwise is not seen and not told.
 */
export function piecesOf(segments: Segment[], old: Run[], now: Run[]): Piece[] {
	const [was, is] = [new Cursor(old), new Cursor(now)];
	const pieces: Piece[] = [];
	const add = (piece: Piece) => {
		const last = pieces.at(-1);
		const goesOn =
			last?.kind === piece.kind &&
			isSet(last.set, piece.set) &&
			isSet(last.was ?? PLAIN, piece.was ?? PLAIN);
		if (goesOn) last.text += piece.text;
		else pieces.push(piece);
	};
	for (const { kind, text } of segments) {
		let rest = text;
		while (rest !== '') {
			const [then, today] = [was.next(), is.next()];
			const left =
				kind === 'same'
					? Math.min(then.left, today.left)
					: kind === 'added'
						? today.left
						: then.left;
			const said = rest.slice(0, left);
			rest = rest.slice(left);
			if (kind !== 'added') was.skip(said.length);
			if (kind !== 'removed') is.skip(said.length);
			if (kind === 'removed') add({ kind, text: said, set: then.set, was: null });
			else if (kind === 'added' || isSet(then.set, today.set) || said.trim() === '')
				add({ kind, text: said, set: today.set, was: null });
			else add({ kind: 'formed', text: said, set: today.set, was: then.set });
		}
	}
	return pieces;
}
