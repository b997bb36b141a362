/**
 * Parts of the children, as a value's `breakdown` names them: a gender, a school, a language. They are
 * words that people read, so two spellings of one part would be two parts (I9: what is typed and what is
 * fetched must meet).
 */

/** As a source's girls and boys are called here. */
export const GENDERS = ['flickor', 'pojkar'] as const;

/** Whom accounts tell apart by language: by mother tongue, and the national minorities'. */
const LANGUAGES = [
	'modersmål svenska',
	'annat modersmål',
	'finska',
	'jiddisch',
	'meänkieli',
	'romani chib',
	'samiska'
];

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const folded = (text: string): string => plain(text).toLocaleLowerCase('sv');

/** What was typed, in the spelling that the part has already; `known` are those of the indicator. */
export function settledBreakdown(typed: string, known: readonly string[]): string {
	const text = plain(typed);
	if (known.includes(text)) return text;
	return [...known, ...GENDERS].find((one) => folded(one) === folded(text)) ?? text;
}

/** What a form proposes: the genders, the parts that are used already, the languages; each once. */
export function proposedBreakdowns(used: readonly string[]): string[] {
	const proposed = new Map<string, string>();
	for (const one of [...GENDERS, ...sortedBreakdowns(used), ...LANGUAGES])
		if (plain(one) !== '' && !proposed.has(folded(one))) proposed.set(folded(one), one);
	return [...proposed.values()];
}

const GENDER_ORDER: ReadonlyMap<string, number> = new Map(GENDERS.map((one, i) => [one, i]));

/** The whole first, then girls and boys, then the others by the alphabet. */
export function sortedBreakdowns(all: Iterable<string>): string[] {
	const rank = (one: string): number =>
		one === '' ? -1 : (GENDER_ORDER.get(folded(one)) ?? GENDERS.length);
	return [...new Set(all)].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'sv'));
}

/** True of the parts that together are all children, whatever else an indicator is parted by. */
export const isGender = (breakdown: string): boolean => GENDER_ORDER.has(folded(breakdown));
