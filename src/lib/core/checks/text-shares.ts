import type { ReadSection } from './checked.ts';
import type { Finding } from './finding.ts';
import { written } from './numbers-in-words.ts';
import { inText } from './passage.ts';
import { shareError } from './table-shares.ts';
import type { Token } from './tokens.ts';

/** C3 in sentences: "200 av 514 (38 %)". */

const ABOUT = new Set([
	'cirka',
	'ca',
	'ungefär',
	'drygt',
	'knappt',
	'nästan',
	'över',
	'under',
	'runt'
]);

const plain = (token: Token | undefined): number | null => {
	const number = token?.number;
	return number?.role === 'plain' && number.percent === '' && number.decimals === 0
		? number.value
		: null;
};

/** How many words after the whole its share may stand. */
const REACH = 8;

/** "200 av 514 (38 %)": where the share stands, and the two numbers that it is of. */
type Told = { first: Token; share: Token; about: boolean; part: number; base: number };

/** "200 av 514": the share comes within a few words, with no other number between. */
function besideParts(tokens: Token[]): Told[] {
	return [...tokens.entries()].flatMap(([at, token]) => {
		if (token.lower !== 'av') return [];
		const skip = /^(?:de|totalt|sammanlagt|alla)$/.test(tokens[at + 1]?.lower ?? '') ? 2 : 1;
		const part = plain(tokens[at - 1]) ?? plain(tokens[at - 2]);
		const base = plain(tokens[at + skip]);
		const after = tokens.slice(at + skip + 1, at + skip + 1 + REACH);
		const i = after.findIndex((t) => t.number?.percent);
		const [first, share] = [tokens[at - 1], after[i]];
		if (part === null || base === null || !first || !share) return [];
		// Another number in between is what the share is of.
		if (after.slice(0, i).some((t) => plain(t) !== null)) return [];
		return [{ first, share, about: ABOUT.has(after[i - 1]?.lower ?? ''), part, base }];
	});
}

/** "Av 45 anmälningar gällde 15 våld (38 procent)": two numbers, and the share in brackets. */
function inBrackets(tokens: Token[]): Told[] {
	const counts = tokens.filter((t) => plain(t) !== null);
	const [whole, some] = counts;
	const at = tokens.findIndex((t) => t.number?.percent);
	const share = tokens[at];
	if (counts.length !== 2 || !whole || !some || !share || share.start < some.start) return [];
	const [part, base] = [plain(some), plain(whole)];
	const before = tokens[tokens.indexOf(whole) - 1]?.lower;
	if (part === null || base === null || before !== 'av' || tokens[at - 1]?.text !== '(') return [];
	return [{ first: some, share, about: false, part, base }];
}

/** Shares that do not agree with the two numbers that they are made of (C3). */
export function textShares(section: ReadSection): Finding[] {
	const found: Finding[] = [];
	for (const passage of section.passages)
		for (const { tokens } of passage.sentences)
			for (const { first, share, about, part, base } of [
				...besideParts(tokens),
				...inBrackets(tokens)
			]) {
				const number = share.number;
				if (!number || part > base || base < 2) continue;
				const off = shareError(number.value, number.decimals, part, base);
				if (off === 0 || (about && off <= 3)) continue;
				found.push(
					inText('shareDiffers', section.sectionId, passage, [first, share], {
						share: written(number.value, number.decimals),
						count: written(part),
						base: written(base),
						right: written((part / base) * 100, Math.max(1, number.decimals))
					})
				);
			}
	return found;
}
