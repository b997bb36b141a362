/**
 * The stems of Swedish words by the Snowball algorithm (snowballstem.org), which cuts endings and knows
 * no words. Written here because the package that has it carries thirty languages: 20 ms and 8 MB in
 * each of two threads at every start. A test holds it against that package, word by word.
 */

const VOWELS = 'aeiouyäåö';
/** An `s` after one of these is an ending. */
const BEFORE_S = 'bcdfghjklmnoprtvy';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const ENDINGS = set(
	'a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ' +
		'ernas ornas es ades andes ens arens hetens erns at andet het ast'
);
const DOUBLES = set('dd gd nn dt gt kt tt');
const LAST: Record<string, string> = { lig: '', ig: '', els: '', löst: 'lös', fullt: 'full' };

/** Where endings begin: after the first consonant that follows a vowel, and after three letters. */
function start(word: string): number {
	let at = 0;
	while (at < word.length && !VOWELS.includes(word.charAt(at))) at += 1;
	while (at < word.length && VOWELS.includes(word.charAt(at))) at += 1;
	return at >= word.length ? word.length : Math.max(3, at + 1);
}

/** The longest ending that is `known` and lies after `from`. */
function ending(word: string, from: number, longest: number, known: (e: string) => boolean) {
	for (let length = Math.min(longest, word.length - from); length > 0; length -= 1) {
		const found = word.slice(word.length - length);
		if (known(found)) return found;
	}
	return '';
}

/** Snowball's stem of a word in lower case: `elever`, `eleven` and `elevernas` all give `elev`. */
export function snowball(word: string): string {
	const from = start(word);
	const main = ending(word, from, 7, (e) => e === 's' || ENDINGS.has(e));
	let rest = word;
	if (main !== 's') rest = word.slice(0, word.length - main.length);
	else if (BEFORE_S.includes(word.at(-2) ?? ' ')) rest = word.slice(0, -1);
	if (ending(rest, from, 2, (e) => DOUBLES.has(e)) !== '') rest = rest.slice(0, -1);
	const last = ending(rest, from, 5, (e) => Object.hasOwn(LAST, e));
	return last === '' ? rest : rest.slice(0, rest.length - last.length) + (LAST[last] ?? '');
}

/**
 * The stem that is looked for. Snowball leaves the definite form of some nouns as it is, so `skolan`,
 * `barnet` and `frånvaron` would not find `skolor`, `barnen` and `frånvaro`. A short stem finds what a
 * longer one does, for stems are looked for as beginnings.
 */
export function searchStem(word: string): string {
	const stem = snowball(word);
	const definite = /^(.{4,}a)ns?$|^(.{2,}[^h])ets?$|^(.{3,}ro)ns?$/u.exec(word);
	const plain = snowball(definite?.[1] ?? definite?.[2] ?? definite?.[3] ?? word);
	return plain.length < stem.length ? plain : stem;
}

/** Under so many letters a stem is looked for as a word: "öar" is no beginning of anything. */
export const SHORTEST_BEGINNING = 3;
/** Under so many letters it is not looked for at the end of compounds: "råd" ends "område". */
export const SHORTEST_TAIL = 4;
