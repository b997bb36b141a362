import { PRINT_SIGNS } from './print-signs-data.ts';
import { printText } from './print-text.ts';

/**
 * What keeps text and tables from paper. The font of the files has Latin, Greek and Cyrillic letters and
 * common signs, and no emoji, Arabic or Chinese: one font is the limit, since a second would change the
 * face in the middle of a word, and the sign that no font has must be found in any case. Who needs such
 * a script gives the words as a picture with its text alternative, or links to a page that has them.
 */

const MISSING = new RegExp(
	`[^${PRINT_SIGNS.split(' ')
		.map((range) => range.replace(/[0-9a-f]+/g, (code) => `\\u{${code}}`))
		.join('')}\\n\\u200b]`,
	'gu'
);

/** The signs of a text that paper has no picture of, each once, in order; a soft hyphen is none. */
export const unprintable = (text: string): string[] => [
	...new Set(printText(text).match(MISSING) ?? [])
];

/** "😀 (U+1F600)": what does not show on a screen is known by its number. */
export const signName = (sign: string): string =>
	`${sign} (U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

/**
 * Columns that an A4 page turned sideways holds at 8 points, the least that still reads on paper: a name
 * and nineteen numbers such as "57,1". Looked at in print: with twenty, numbers with a sign of per cent
 * already ask for a larger sheet, and a larger sheet is printed small.
 */
export const MOST_PRINT_COLUMNS = 20;
