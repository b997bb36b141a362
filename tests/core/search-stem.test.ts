import { indexedWords } from '#core/search.ts';
import { searchStem, snowball } from '#core/search/stem.ts';
import { wordsOf } from '#core/search/words.ts';
import { plainText } from '#schema/text.ts';
import { lastYear } from '#server/demo/last-year.ts';
import { thisYear } from '#server/demo/this-year.ts';
import fc from 'fast-check';
import { newStemmer } from 'snowball-stemmers';
import { expect, test } from 'vitest';

const reference = newStemmer('swedish');

test('[P8] our stems are Snowball’s, for every word of the demo’s reports', () => {
	const words = new Set(
		[...lastYear.sections, ...thisYear.sections].flatMap(({ doc }) =>
			wordsOf(plainText(doc)).map(({ word }) => word)
		)
	);
	expect(words.size).toBeGreaterThan(1000);
	const differing = [...words].filter((word) => snowball(word) !== reference.stem(word));
	expect(differing).toEqual([]);
});

test('[P8] our stems are Snowball’s, for words that are none', () => {
	// Made of what the algorithm looks at: endings, doubled consonants, vowels with and without dots.
	const piece = fc.constantFrom(
		...'a e i o u y å ä ö b d g k l m n p r s t v x'.split(' '),
		...'heterna ande andet aste hetens ernas orna ens es s löst fullt lig els dd kt nn tt skol'.split(
			' '
		)
	);
	fc.assert(
		fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
			const word = pieces.join('');
			expect(snowball(word)).toBe(reference.stem(word));
		}),
		{ numRuns: 5000 }
	);
});

test('[P8] the definite form that Snowball leaves finds the others', () => {
	for (const [typed, stem] of [
		['skolan', 'skol'],
		['skolans', 'skol'],
		['kulturskolan', 'kulturskol'],
		['barnet', 'barn'],
		['barnets', 'barn'],
		['målet', 'mål'],
		['resultatet', 'result'],
		['frånvaron', 'frånvaro'],
		['trygghet', 'trygg'],
		['tryggheten', 'trygg'],
		['person', 'person'],
		['plan', 'plan']
	] as const)
		expect([typed, searchStem(typed)]).toEqual([typed, stem]);
});

test('[P8] what is looked for begins every word that it is the stem of', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[a-zåäö]{1,14}$/), (word) => {
			expect(snowball(word).startsWith(searchStem(word))).toBe(true);
		}),
		{ numRuns: 3000 }
	);
});

test('[P8] å, ä and ö are letters of their own, however they were typed', () => {
	expect(wordsOf('Åka, akå').map(({ word }) => word)).toEqual(['åka', 'akå']);
	expect(indexedWords('Förskolor i år').words).toBe(' förskolor i år ');
});
