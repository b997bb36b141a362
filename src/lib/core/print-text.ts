/**
 * How text goes to paper. What no reader sees on the web is not there either: control characters, marks
 * of direction, joiners and variation selectors. Soft hyphens and zero-width spaces stay, for they say
 * where a word may be parted, and so do no-break spaces; spaces of other widths are plain spaces.
 */

const KEPT_INVISIBLE = '\u00ad\u200b';
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;
const SPACE = /[\t\n\r\v\f\u0085\u1680\u2000-\u2006\u2008\u200a\u2028\u2029\u205f\u3000]+/g;

/** A text as paper has it, in NFC; nothing that is seen is lost. */
export const printText = (text: string): string =>
	text
		.toWellFormed()
		.normalize('NFC')
		.replace(SPACE, ' ')
		.replace(INVISIBLE, (sign) => (KEPT_INVISIBLE.includes(sign) ? sign : ''));
