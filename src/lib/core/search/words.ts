/** The words of a text, as search counts them: letters and digits; å, ä and ö are letters of their own. */

export type Word = {
	/** In lower case. */
	word: string;
	/** Where it stands in the text, as for `slice`. */
	from: number;
	to: number;
};

/** Marks that are not seen and part no word: a soft hyphen must not hide "skol|närvaro". */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The same text however it was typed: one code for each letter (NFC), nothing unseen in it. */
export const plainForm = (text: string): string =>
	text.toWellFormed().normalize('NFC').replace(UNSEEN, '');

/** Every word of a text in plain form, in order. */
export function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	for (const { 0: found, index: from } of text.matchAll(WORD))
		words.push({ word: found.toLowerCase(), from, to: from + found.length });
	return words;
}

/** What is too common to be looked for: it stands in every section. */
const COMMON = new Set(
	(
		'alla allt att av bara blev bli blir de dem den denna deras dess det detta dig din du där då efter ej ' +
		'eller en enligt er ett från få får för genom ha hade han har hon hur här i inom inte jag kan kunde man ' +
		'med mellan men mot mycket måste ni nu när någon något några och också om oss på samt sedan sig sin sina ' +
		'ska skulle som så sådan till under upp ut utan vad var vara varit varje vi vid vilka vilken vilket än är ' +
		'även över'
	).split(' ')
);

/** True for a word that says nothing of what is looked for: "och", "som". */
export const isCommon = (word: string): boolean => COMMON.has(word);
