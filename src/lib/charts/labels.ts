/** A letter's width in em, on the safe side for the product's face and its fallbacks. */
const EM = 0.56;

/** About how wide a text is, in the units of the picture; there is no page to measure it on. */
export const textWidth = (text: string, fontSize: number): number => text.length * fontSize * EM;

/** Breaks a text into lines that fit `width`; words that are too long are cut with an ellipsis. */
export function wrap(text: string, width: number, fontSize: number, most = Infinity): string[] {
	const room = Math.max(4, Math.floor(width / (fontSize * EM)));
	const cut = (line: string): string =>
		line.length > room ? `${line.slice(0, room - 1).trimEnd()}…` : line;
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/ +/)) {
		if (line !== '' && line.length + 1 + word.length > room) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	lines.push(line);
	if (lines.length <= most) return lines.map(cut);
	const kept = lines.slice(0, most - 1);
	return [...kept, lines.slice(most - 1).join(' ')].map(cut);
}

/** Something beside the picture that wants to stand at height `at`. */
export type Wish = { at: number; height: number };

/**
 * The tops of labels, so that none overlaps another and each stands as near to its wish as the
 * others let it: in the order of their wishes, pushed down where they meet, and up again from the
 * lower edge. All of them stay between `top` and `bottom` when there is room for all.
 */
export function spread(wishes: Wish[], top: number, bottom: number): number[] {
	const order = wishes.map((wish, i) => ({ ...wish, i })).sort((a, b) => a.at - b.at || a.i - b.i);
	const tops = wishes.map(() => 0);
	let free = top;
	for (const { at, height, i } of order) {
		const y = Math.max(at - height / 2, free);
		tops[i] = y;
		free = y + height;
	}
	let limit = bottom;
	for (const { height, i } of order.reverse()) {
		const y = Math.min(tops[i] ?? top, limit - height);
		tops[i] = y;
		limit = y;
	}
	return tops;
}
