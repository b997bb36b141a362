/**
 * Ten colours that are told apart, on white and dark paper alike: white text on each reads at 4.5:1,
 * and each is seen on either paper at 3:1 (tests/core/person-colour.test.ts). None is the red that
 * says that something is wrong.
 */
export const PERSON_COLOURS = [
	'#4570d3',
	'#b85a2b',
	'#1f8639',
	'#885ad8',
	'#976c23',
	'#1f8275',
	'#cc309e',
	'#277ba5',
	'#57801e',
	'#b739d0'
] as const;

/** A person's colour, `#rrggbb`: the same in every room, on every page, for all who look. */
export function personColour(personId: string): string {
	let hash = 0;
	for (const char of personId) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
	return PERSON_COLOURS[hash % PERSON_COLOURS.length] ?? PERSON_COLOURS[0];
}
