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

/** Shares that do not agree with the two numbers that they are made of (C3). */
export function textShares(section: ReadSection): Finding[] {
	const found: Finding[] = [];
	for (const passage of section.passages)
		for (const { tokens } of passage.sentences)
			for (const [at, token] of tokens.entries()) {
				if (token.lower !== 'av') continue;
				const skip = /^(?:de|totalt|sammanlagt|alla)$/.test(tokens[at + 1]?.lower ?? '') ? 2 : 1;
				const part = plain(tokens[at - 1]) ?? plain(tokens[at - 2]);
				const base = plain(tokens[at + skip]);
				if (part === null || base === null || part > base || base < 2) continue;
				const after = tokens.slice(at + skip + 1, at + skip + 1 + REACH);
				const share = after.findIndex((t) => t.number?.percent);
				// Another number in between is what the share is of.
				if (share < 0 || after.slice(0, share).some((t) => plain(t) !== null)) continue;
				const last = after[share];
				const first = tokens[at - 1];
				const number = last?.number;
				if (!number || !first) continue;
				const about = ABOUT.has(after[share - 1]?.lower ?? '');
				const off = shareError(number.value, number.decimals, part, base);
				if (off === 0 || (about && off <= 3)) continue;
				found.push(
					inText('shareDiffers', section.sectionId, passage, [first, last], {
						share: written(number.value, number.decimals),
						count: written(part),
						base: written(base),
						right: written((part / base) * 100, Math.max(1, number.decimals))
					})
				);
			}
	return found;
}
