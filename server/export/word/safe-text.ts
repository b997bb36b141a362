import { NOT_XML } from '#core/xml-signs.ts';

/**
 * Text on its way into a Word file. XML 1.0 has no sign for most control characters and for halves of
 * surrogate pairs: a program that meets one refuses the whole file, and docx leaves them out in silence.
 */

/** What Unicode keeps for programs themselves: XML may hold them, and no text means anything by them. */
const BRACE = '\ufdd0';
const KEY = '\ufdd1';
const OF_PROGRAMS = /[\ufdd0-\ufdef]/g;

/** The same text with a visible sign (U+FFFD) for what a file cannot hold, on lines that end with `\n`. */
export const safeText = (text: string): string =>
	text
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(/\t/g, ' ')
		.replace(NOT_XML, '\ufffd')
		.replace(OF_PROGRAMS, '\ufffd')
		// docx replaces `{key}` anywhere in its XML, also in what people wrote: their braces are hidden from it.
		.replaceAll('{', BRACE);

/** The same on one line: an attribute has no others. */
export const safeLine = (text: string): string => safeText(text).replace(/\s*\n\s*/g, ' ');

/** A finished part with the braces that `safeText` hid. */
export const withBraces = (xml: string): string => xml.replaceAll(BRACE, '{');

/** A key within docx's own braces that no text can spell. */
export const hiddenKey = (key: string): string => `${KEY}${key}`;
