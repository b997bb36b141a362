/**
 * How text goes to paper. What no reader sees on the web is not there either: control characters, marks
 * of direction, joiners and variation selectors. Soft hyphens and zero-width spaces stay, for they say
 * where a word may be parted; every white space of a line but the no-break ones is a plain space.
 */

const KEPT_INVISIBLE = '\u00ad\u200b';
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;
const NO_BREAK = /[\u2007\u202f\u2060]/g;
const SPACE = /[\t\n\r\v\f\u0085\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+/g;

/** A text as paper has it, in NFC; nothing that is seen is lost. */
export const printText = (text: string): string =>
	text
		.toWellFormed()
		.normalize('NFC')
		.replace(SPACE, ' ')
		.replace(NO_BREAK, (sign) => (sign === '\u2060' ? '' : '\u00a0'))
		.replace(INVISIBLE, (sign) => (KEPT_INVISIBLE.includes(sign) ? sign : ''));
