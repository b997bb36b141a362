import type { Review } from '#core/review.ts';

export type Mentionable = Review['people'][number];

/** How many people a list shows at most. */
const MOST = 6;
/** No name is longer; what follows an @ in running text is no search. */
const LONGEST = 40;

/** What is typed after the @ before the caret; null when nobody is being named. */
export function soughtAt(text: string, caret: number): string | null {
	const before = text.slice(0, caret);
	const at = before.lastIndexOf('@');
	// An address of mail is no mention.
	if (at < 0 || /[\p{L}\p{N}._-]$/u.test(before.slice(0, at))) return null;
	const sought = before.slice(at + 1);
	return sought.length > LONGEST || /[\n@]/.test(sought) ? null : sought;
}

/** Who may be meant, those whose name begins so first. */
export function meantBy(sought: string, people: Mentionable[]): Mentionable[] {
	const plain = sought.toLocaleLowerCase('sv');
	const name = (person: Mentionable) => person.name.toLocaleLowerCase('sv');
	const isBegun = (person: Mentionable) => (name(person).startsWith(plain) ? 0 : 1);
	return people
		.filter((person) => ` ${name(person)}`.includes(` ${plain}`))
		.sort((a, b) => isBegun(a) - isBegun(b))
		.slice(0, MOST);
}

/** The text with the person's name in place of what was typed, and the caret behind it. */
export function withName(
	text: string,
	caret: number,
	name: string
): { text: string; caret: number } {
	const at = text.lastIndexOf('@', caret - 1);
	const named = `${text.slice(0, at)}@${name} `;
	return { text: named + text.slice(caret).replace(/^ /, ''), caret: named.length };
}

/**
 * Whom a text names. Of two people of one name it is the one who was chosen from the list.
 * @param picked the ids of those who were
 */
export function namedIn(text: string, people: Mentionable[], picked: string[]): string[] {
	let rest = text;
	const found: string[] = [];
	// The longest name first, so that Anna does not stand for Anna Berg.
	const names = [...new Set(people.map(({ name }) => name))].sort((a, b) => b.length - a.length);
	for (const name of names) {
		const pieces = rest.split(`@${name}`);
		if (pieces.length === 1 || !pieces.slice(1).some((next) => !/^[\p{L}\p{N}]/u.test(next)))
			continue;
		rest = pieces.join('\n');
		const ids = people.filter((person) => person.name === name).map(({ id }) => id);
		const chosen = ids.filter((id) => picked.includes(id));
		found.push(...(chosen.length > 0 ? chosen : ids));
	}
	return found;
}
