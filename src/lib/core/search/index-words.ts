import { searchStem, SHORTEST_TAIL, snowball } from './stem.ts';
import { wordsOf } from './words.ts';

/** What the indexes hold of a text, words parted by spaces. */
export type IndexedWords = {
	/** Its words, with a space before the first and after the last: a phrase is a part of it. */
	words: string;
	stems: string;
	/** The stems of long words, read backwards: the end of a compound is then a beginning. */
	tails: string;
};

/** What the indexes hold of a text in plain form. */
export function indexedWords(text: string): IndexedWords {
	const words = wordsOf(text).map(({ word }) => word);
	const long = words.map(searchStem).filter((stem) => stem.length > SHORTEST_TAIL);
	return {
		words: ` ${words.join(' ')} `,
		stems: words.map(snowball).join(' '),
		tails: long.map(reversed).join(' ')
	};
}

/** Letters from the last to the first. */
export const reversed = (word: string): string => Array.from(word).reverse().join('');
