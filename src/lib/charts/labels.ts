/** Widths in em, on the safe side for the product's face, also bold, and its fallbacks. */
const [NARROW, EM, CAPITAL, WIDE] = [0.35, 0.55, 0.68, 0.94];
const NARROW_LETTER = /[ijltfrI.,:;!|'()[\]/ \u00a0\u202f-]/g;
const CAPITAL_LETTER = /[A-HJ-LN-VX-ZÅÄÖ&+=]/g;
const WIDE_LETTER = /[mwMW@%\u2014\u2026\u{2e80}-\u{10ffff}]/gu;

/** About how wide a text is, in the units of the picture; there is no page to measure it on. */
export function textWidth(text: string, fontSize: number): number {
	const count = (of: RegExp): number => text.match(of)?.length ?? 0;
	return (
		fontSize *
		(text.length * EM +
			count(NARROW_LETTER) * (NARROW - EM) +
			count(CAPITAL_LETTER) * (CAPITAL - EM) +
			count(WIDE_LETTER) * (WIDE - EM))
	);
}

/** A text shortened with an ellipsis until it fits. */
function cut(text: string, width: number, fontSize: number): string {
	if (textWidth(text, fontSize) <= width) return text;
	let end = Math.min(text.length - 1, Math.ceil(width / (fontSize * NARROW)));
	while (end > 1 && textWidth(`${text.slice(0, end)}…`, fontSize) > width) end--;
	return `${text.slice(0, end).trimEnd()}…`;
}

/**
 * Breaks a text into lines that fit `width`, between words and after hyphens and slashes; words that
 * are too long are cut with an ellipsis, and so is what would be a line too many.
 */
export function wrap(text: string, width: number, fontSize: number, most = Infinity): string[] {
	const lines: string[] = [];
	let line = '';
	for (const part of text.replace(/ |[/-](?=\p{L}{3})/gu, '$&\n').split('\n')) {
		if (line !== '' && textWidth((line + part).trimEnd(), fontSize) > width) {
			lines.push(line);
			line = '';
		}
		line += part;
	}
	lines.push(line);
	const kept =
		lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join('')];
	return kept.map((one) => cut(one.trim(), width, fontSize));
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
