declare module 'snowball-stemmers' {
	/** The reference that our own stems are held against; the package brings no types. */
	export function newStemmer(language: 'swedish'): { stem(word: string): string };
}
