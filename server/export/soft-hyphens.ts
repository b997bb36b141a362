import swedish from 'hyphen/sv/index.js';

/**
 * Soft hyphens (U+00AD) in the words of finished HTML, so that a long word does not stand out of a
 * telephone or a table's column: browsers do not all know Swedish. Only what is between tags is touched,
 * and nothing but U+00AD is added.
 */

export const SOFT_HYPHEN = '\u00ad';

/** Shorter words find room, and every place to part is one to get wrong. */
const LONG = 12;
/** A part of a compound that has at most as many letters is not parted again. */
const ENOUGH = 14;
/** Letters that stay together: at the end of a word, and elsewhere. */
const END = 4;
const APART = 3;

/** Where a parted word would be wrong: code and pictures, and words to be copied as they are. */
const LEFT_ALONE = /^<(?:code|svg|pre)\b|^<(?:[a-z]+)\b[^>]*\stranslate="no"/;

/** The same HTML with soft hyphens in its long words. */
export function withSoftHyphens(markup: string): string {
	let inside = { name: '', depth: 0 };
	return markup
		.split(/(<[^>]*>)/)
		.map((piece) => {
			if (!piece.startsWith('<')) return inside.depth > 0 ? piece : textWithHyphens(piece);
			const [, closing = '', name = ''] = /^<(\/?)([a-z0-9]+)/i.exec(piece) ?? [];
			if (inside.depth > 0) {
				if (name === inside.name && !piece.endsWith('/>')) inside.depth += closing ? -1 : 1;
			} else if (LEFT_ALONE.test(piece)) inside = { name, depth: 1 };
			return piece;
		})
		.join('');
}

/** Addresses are words that people copy; a word that somebody parted by hand stays as they wished. */
const AS_IT_IS = /@|:\/\/|www\.|\p{L}\.\p{L}|\p{M}|\u00ad/u;

const textWithHyphens = (text: string): string =>
	text.replace(/\S{12,}/g, (run) =>
		AS_IT_IS.test(run) ? run : run.replace(/\p{L}{12,}/gu, partedWord)
	);

/** Where a word of letters may be parted, as the word with U+00AD in it. */
export function partedWord(word: string): string {
	if (word.length < LONG) return word;
	const joints = jointsOf(word.toLowerCase());
	const points = [...joints];
	// The patterns do not know where a compound is joined: they are asked where we do not know either.
	for (const point of patternPoints(word)) {
		const before = joints.findLast((joint) => joint <= point) ?? 0;
		const after = joints.find((joint) => joint > point) ?? word.length;
		const isLong = joints.length === 0 || after - before > ENOUGH;
		const isFree = points.every((other) => Math.abs(other - point) >= APART);
		if (isLong && isFree && point >= END && word.length - point >= END) points.push(point);
	}
	const ends = [0, ...points.sort((a, b) => a - b), word.length];
	return ends
		.slice(1)
		.map((end, i) => word.slice(ends[i], end))
		.join(SOFT_HYPHEN);
}

function patternPoints(word: string): number[] {
	const parted = swedish.hyphenateSync(word.toLowerCase(), { hyphenChar: '-', minWordLength: 1 });
	const points: number[] = [];
	for (const part of parted.split('-').slice(0, -1))
		points.push((points.at(-1) ?? 0) + part.length);
	return points;
}

/** Endings after which an s joins the next word: *verksamhets|område*, *utvecklings|samtal*. */
const LINK = /(?:hets|ings|ions|skaps|doms(?!tol)|tets|ments)(?=\p{L}{4})/gu;

/**
 * Words that compounds of such reports end with or go on with, by their beginning. Longer before
 * shorter: *berättelse* is found before *rätt*-words could be.
 */
const WORDS = [
	'aktivitet|analys|anmälning|ansvar|arbete|arbetar|behörighet|berättelse|bibliotek|bidrag',
	'bokslut|budget|central|ersättning|examen|familj|fullmäktige|förening|förvaltning|föräldr',
	'genomförande|granskning|grupper|gårdar|gården|handläggar|hemmet|hemsvård|huvudman|höjande',
	'insats|inspektion|klassen|kommun|konsekvens|konvention|kontakt|kontor|kraven|kunskap',
	'lagstiftning|lektion|lärare|metoder|middag|miljö|mottagning|myndighet|nedsättning|nämnden',
	'nätverk|ombud|område|perspektiv|placering|politik|nummer|praktik|principer|process|program|projekt',
	'redogörelse|redovisning|registrer|resultat|rådet|rättighet|samhälle|samordnar|samverkan',
	'situation|skolan|skolor|skydd|statistik|strategi|struktur|styrelse|stöd|system|tillfälle',
	'tjänst|trygghet|täthet|undersökning|undervisning|ungdom|uppföljning|utbildning|utbud',
	'utredning|utskott|utveckling|vandring|variation|verksamhet|vård|vägledning|åtgärd|klass'
]
	.join('|')
	.split('|')
	.sort((a, b) => b.length - a.length);
const KNOWN = new RegExp(`${WORDS.join('|')}|plan(?:en|er|erna|ens)?$`, 'gu');

function jointsOf(word: string): number[] {
	const found = [
		...[...word.matchAll(LINK)].map(({ 0: link, index }) => index + link.length),
		...[...word.matchAll(KNOWN)].map(({ index }) => index)
	].filter((at) => at >= APART && word.length - at >= END);
	return [...new Set(found)]
		.sort((a, b) => a - b)
		.filter((at, i, all) => i === 0 || at - (all[i - 1] ?? 0) >= APART);
}
