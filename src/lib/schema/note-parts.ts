import { isSafeHref } from './attributes.ts';

/** A stretch of a note's words; an address leads to where it says. */
export type NotePart = { text: string; href: string | null };

/** An address as people write it, up to a space or a quotation mark. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"”»]+/gi;

/** A sign at its end belongs to the sentence, and a parenthesis that it does not open itself. */
function cut(address: string): string {
	let text = address;
	for (;;) {
		const less = text.replace(/[.,;:!?'’\]]+$/, '');
		const opened = less.split('(').length;
		const closed = less.split(')').length;
		const next = less.endsWith(')') && closed > opened ? less.slice(0, -1) : less;
		if (next === text) return text;
		text = next;
	}
}

/** The words of a note with the addresses in it, in order and to the letter. */
export function noteParts(words: string): NotePart[] {
	const parts: NotePart[] = [];
	let at = 0;
	for (const { 0: found, index } of words.matchAll(ADDRESS)) {
		const text = cut(found);
		const href = /^www\./i.test(text) ? `https://${text}` : text;
		if (!isSafeHref(href)) continue;
		if (index > at) parts.push({ text: words.slice(at, index), href: null });
		parts.push({ text, href });
		at = index + text.length;
	}
	if (at < words.length) parts.push({ text: words.slice(at), href: null });
	return parts;
}
