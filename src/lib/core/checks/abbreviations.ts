import type { ReadSection } from './checked.ts';
import type { Finding } from './finding.ts';
import { inText, type Passage } from './passage.ts';
import { tokensOf, type Token } from './tokens.ts';

/** C4: abbreviations that nobody explains, and such as are spelt in two ways. */

/** What every reader knows better by its letters than by its words. */
const COMMON = new Set(
	'AB EU FN USA UK TV IT OK PDF ID SMS GPS NATO UNICEF SVT ADHD DVD CD PC TBC HT VT CV II III IV VI VII VIII IX XI XII XX SD KD MP'.split(
		' '
	)
);

/** Letters in capitals, at least two and at least half of them: KAA, HBTQi, BoU. */
export function isAbbreviation(word: string): boolean {
	if (word.length < 2 || word.length > 7 || !/^\p{L}+$/u.test(word)) return false;
	let capitals = 0;
	for (const letter of word) if (letter !== letter.toLowerCase()) capitals += 1;
	return capitals >= 2 && capitals * 2 >= word.length;
}

/** In a passage that shouts, capitals say nothing. */
function shouts(tokens: Token[]): boolean {
	const words = tokens.filter((t) => t.kind === 'word' && /^\p{L}{2,}$/u.test(t.text));
	const loud = words.filter((t) => t.text === t.text.toUpperCase());
	return words.length > 2 && loud.length * 2 > words.length;
}

/**
 * What is the same abbreviation in other spellings: without regard to case, and for four letters and
 * more also with two neighbours exchanged (HBTQI, HBQTI), which the sorted letters find.
 */
const familyOf = (word: string): string => {
	const upper = word.toUpperCase();
	return upper.length < 5 ? upper : Array.from(upper).sort().join('');
};

type Seen = { section: ReadSection; passage: Passage; token: Token };

/** The letters in a word list, such as a table of abbreviations: "SVF", "HBTQI: homosexuella …". */
function explainedAt(passage: Passage, i: number): boolean {
	const { tokens } = passage;
	const [before, after] = [tokens[i - 1], tokens[i + 1]];
	// "individuell uppföljning (ISU)" and "ISU (individuell uppföljning)".
	if (before?.text === '(' && (after?.text === ')' || after?.text === ','))
		return hasWords(tokens, i);
	if (after?.text === '(' && tokens[i + 2]?.kind === 'word') return true;
	// "uppföljning, ISU, …" after a word of its own initials.
	if (before?.text === ',' && initialsBefore(tokens, i)) return true;
	// A line of a list: "SVF = Stadsområde", "KULAN: projektet", "LSS – lagen om".
	if (after?.text === '=') return true;
	if (i > 0 || tokens.length < 4) return false;
	return after?.text === ':' || (after?.spaced === true && ['–', '-'].includes(after.text));
}

/** Enough words before a bracket to be what the letters stand for: the first letters agree. */
function hasWords(tokens: Token[], i: number): boolean {
	const letter = tokens[i]?.lower.charAt(0) ?? '';
	return tokens.slice(Math.max(0, i - 12), i - 1).some((t) => t.lower.startsWith(letter));
}

function initialsBefore(tokens: Token[], i: number): boolean {
	const letters = tokens[i]?.lower ?? '';
	const words = tokens.slice(Math.max(0, i - 1 - letters.length), i - 1);
	return (
		words.length === letters.length && words.every((t, n) => t.lower.startsWith(letters[n] ?? ' '))
	);
}

/** The abbreviations of a section's tables and lists of words. */
function listed(section: ReadSection): string[] {
	return section.tables
		.filter((grid) => /förkortning|begrepp|^ord\b/i.test(grid.heads[0] ?? ''))
		.flatMap((grid) => grid.labels)
		.flatMap((label) => tokensOf(label).map((t) => t.text));
}

/** The abbreviations of the departments that its areas name: the report explains them at its end. */
const ofDepartments = ({ departments = [] }: ReadSection): string[] =>
	departments.map(({ abbreviation }) => abbreviation.trim());

/** The abbreviations that the sections explain somewhere, in the spelling that they use. */
export function glossaryOf(sections: ReadSection[]): string[] {
	const words: string[] = [...sections.flatMap(listed), ...sections.flatMap(ofDepartments)];
	for (const section of sections)
		for (const passage of section.passages)
			for (const [i, token] of passage.tokens.entries())
				if (
					token.kind === 'word' &&
					token.text !== token.lower &&
					isAbbreviation(token.text) &&
					explainedAt(passage, i)
				)
					words.push(token.text);
	return [...new Set(words.filter(isAbbreviation))];
}

/** The spelling to be kept: the glossary's, else the most frequent, else the first. */
function kept(spellings: Map<string, number>, glossary: ReadonlySet<string>): string {
	const order = [...spellings].sort(
		([a, m], [b, n]) => Number(glossary.has(b)) - Number(glossary.has(a)) || n - m
	);
	return order[0]?.[0] ?? '';
}

/**
 * Abbreviations of the sections given (C4). `glossary` holds those that are explained elsewhere. Each
 * is told of once a section, where it first stands.
 */
export function abbreviations(sections: ReadSection[], glossary: string[]): Finding[] {
	const explained = new Set([...glossary, ...glossaryOf(sections)]);
	const families = new Set([...explained].map(familyOf));
	const seen = new Map<string, Seen[]>();
	const spellings = new Map<string, Map<string, number>>();
	for (const word of [...glossary, ...sections.flatMap(ofDepartments).filter(isAbbreviation)])
		spellings.set(familyOf(word), new Map([[word, 0]]));
	for (const section of sections)
		for (const passage of section.passages) {
			if (passage.where === 'source' || passage.where === 'alt' || shouts(passage.tokens)) continue;
			for (const [i, token] of passage.tokens.entries()) {
				if (token.kind !== 'word' || token.text === token.lower) continue;
				if (!isAbbreviation(token.text)) continue;
				// "KS 2024/00123", "SFS 2010:800", "ISBN 978-…": the name of a series.
				if (passage.tokens[i + 1]?.number?.role === 'reference') continue;
				const family = familyOf(token.text);
				const all = spellings.get(family) ?? new Map<string, number>();
				all.set(token.text, (all.get(token.text) ?? 0) + 1);
				spellings.set(family, all);
				if (passage.quoted) continue;
				const of = seen.get(family) ?? [];
				of.push({ section, passage, token });
				seen.set(family, of);
			}
		}
	const found: Finding[] = [];
	for (const [family, places] of seen) {
		const ways = spellings.get(family) ?? new Map<string, number>();
		const keep = kept(ways, explained);
		const told = new Set<string>();
		for (const { section, passage, token } of places) {
			const at: [Token, Token] = [token, token];
			const once = (what: string) => {
				const key = `${section.sectionId}\t${what}`;
				if (told.has(key)) return false;
				told.add(key);
				return true;
			};
			if (!families.has(family) && !COMMON.has(token.text) && once('unexplained'))
				found.push(inText('unexplained', section.sectionId, passage, at, { written: token.text }));
			// Capitals throughout are no other spelling where all else is in capitals too.
			if (ways.size > 1 && token.text !== keep && once(token.text))
				found.push(
					inText('spelledTwoWays', section.sectionId, passage, at, {
						written: token.text,
						right: keep,
						all: [...ways.keys()].join(', ')
					})
				);
		}
	}
	return found;
}
