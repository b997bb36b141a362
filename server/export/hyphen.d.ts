/** The one file of the package that is used: Liang's patterns for Swedish (CTAN's). */
declare module 'hyphen/sv/index.js' {
	const swedish: {
		/** Puts `hyphenChar` where a word may be parted; words shorter than `minWordLength` stay whole. */
		hyphenateSync(text: string, options: { hyphenChar: string; minWordLength: number }): string;
	};
	export default swedish;
}
