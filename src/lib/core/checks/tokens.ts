import { isSpaced, piecesOf, pieceText, type Pieces } from './pieces.ts';

/**
 * A passage taken apart into words, numbers and marks, in one run from left to right: the work grows
 * with the length of the text and with nothing else. What a number is (a year, a date, the number of
 * an article) is told in `number-role.ts`.
 */

export type NumberRole =
	/** A count, a share, a size. */
	| 'plain'
	| 'year'
	/** A school year or a span of years. */
	| 'period'
	| 'date'
	/** `10–20`, as of ages. */
	| 'range'
	/** What is numbered and not counted: articles, laws, diary numbers, times, versions. */
	| 'reference';

export type WrittenNumber = {
	value: number;
	role: NumberRole;
	decimalSign: ',' | '.' | '';
	decimals: number;
	/** What parts the thousands. */
	grouping: 'space' | 'point' | '';
	/** The sign before it, as it is written. */
	sign: string;
	/** What makes it a share: `58%`, `58 %`, `58 procent`. */
	percent: 'tight' | 'spaced' | 'word' | '';
	/** The years that a year, period or date lies in: first and last. */
	years: [number, number] | null;
};

export type Token = {
	kind: 'word' | 'number' | 'mark' | 'address';
	text: string;
	/** In lower case. */
	lower: string;
	start: number;
	end: number;
	/** Whether white space stands before it; also true at the beginning. */
	spaced: boolean;
	number: WrittenNumber | null;
};

/** Units that are often written close to their number. */
const CLOSE_UNITS = new Set(['kr', 'st', 'tkr', 'mkr', 'mnkr']);
const JOINS = new Set([',', '.', ':', '/', '-', '–', '—']);
const SIGNS = new Set(['-', '–', '−']);

const plausibleYear = (n: number): boolean => n >= 1900 && n <= 2100;

function token(
	kind: Token['kind'],
	p: Pieces,
	first: number,
	last: number,
	number: WrittenNumber | null = null
): Token {
	const start = p.starts[first] ?? 0;
	const end = p.ends[last] ?? start;
	const text = p.text.slice(start, end);
	return { kind, text, lower: text.toLowerCase(), start, end, spaced: isSpaced(p, first), number };
}

type Run = { digits: string[]; joins: string[]; used: number };

/** The digits from `i` on that are written as one: `1 000,5`, `2021-06-11`, `2010:800`. */
function runFrom(p: Pieces, i: number): Run {
	const digits = [pieceText(p, i)];
	const joins: string[] = [];
	let at = i;
	for (;;) {
		const next = p.kinds[at + 1];
		if (next === undefined) break;
		const spaced = isSpaced(p, at + 1);
		if (next === 'd' && spaced) {
			const group = pieceText(p, at + 1);
			const first = digits[0] ?? '';
			if (joins.some((j) => j !== ' ') || p.starts[at + 1] !== (p.ends[at] ?? 0) + 1) break;
			if (group.length !== 3 || first.length > 3 || first.startsWith('0')) break;
			const glued = p.kinds[at + 2] === 'l' && !isSpaced(p, at + 2);
			if (glued && !CLOSE_UNITS.has(pieceText(p, at + 2))) break;
			digits.push(group);
			joins.push(' ');
			at += 1;
			continue;
		}
		if (next !== 'p' || spaced || p.kinds[at + 2] !== 'd' || isSpaced(p, at + 2)) break;
		const join = pieceText(p, at + 1);
		if (!JOINS.has(join)) break;
		digits.push(pieceText(p, at + 2));
		joins.push(join);
		at += 2;
	}
	return { digits, joins, used: at - i + 1 };
}

const yearsOf = (from: number, to: number): [number, number] | null =>
	plausibleYear(from) && plausibleYear(to) ? [from, to] : null;

/** What a run of digits means by its own form. */
function numberOf({ digits, joins }: Run): WrittenNumber {
	const made: WrittenNumber = {
		value: Number.NaN,
		role: 'reference',
		decimalSign: '',
		decimals: 0,
		grouping: '',
		sign: '',
		percent: '',
		years: null
	};
	const first = digits[0] ?? '';
	const second = digits[1] ?? '';
	const spaces = joins.filter((j) => j === ' ').length;
	const rest = joins.slice(spaces);
	const whole = digits.slice(0, spaces + 1).join('');
	const tail = digits.slice(spaces + 1);
	const last = tail[0] ?? '';
	if (whole.length > 15) return made;
	if (rest.length === 0) {
		const value = Number(whole);
		if (spaces === 0 && first.length === 4 && plausibleYear(value))
			return { ...made, value, role: 'year', years: [value, value] };
		// A number that begins with a nought is a code.
		if (first.length > 1 && first.startsWith('0')) return made;
		return { ...made, value, role: 'plain', grouping: spaces > 0 ? 'space' : '' };
	}
	if (rest.every((j) => j === '.') && tail.every((t) => t.length === 3) && first !== '0')
		return first.length <= 3 && spaces === 0
			? { ...made, value: Number(digits.join('')), role: 'plain', grouping: 'point' }
			: made;
	const sign = rest[0];
	if (rest.length === 1 && (sign === ',' || sign === '.')) {
		if (first.length > 1 && first.startsWith('0')) return made;
		const grouping = spaces > 0 ? 'space' : '';
		const value = Number(`${whole}.${last}`);
		return { ...made, value, role: 'plain', decimalSign: sign, decimals: last.length, grouping };
	}
	if (spaces > 0) return made;
	if (joins.length === 2 && joins.every((j) => j === '-') && first.length === 4)
		return { ...made, role: 'date', years: yearsOf(Number(first), Number(first)) };
	if (joins.length === 1 && sign === '/') {
		const from = first.length === 2 ? 2000 + Number(first) : Number(first);
		const next = second.length === 2 ? (from + 1) % 100 : from + 1;
		const follows = Number(second) === next && (first.length === 2 || first.length === 4);
		return follows && plausibleYear(from)
			? { ...made, role: 'period', years: [from, from + 1] }
			: made;
	}
	const dashes = joins.filter((j) => SIGNS.has(j) || j === '—').length;
	if (dashes === 1 && joins.every((j) => j === ',' || SIGNS.has(j) || j === '—')) {
		if (joins.length === 1 && first.length === 4 && plausibleYear(Number(first))) {
			const to = second.length === 4 ? Number(second) : Number(first.slice(0, 2) + second);
			// `2023-04` is a month where a hyphen stands, `2016–19` a span.
			if (second.length === 2 && Number(second) <= 12 && sign === '-')
				return { ...made, role: 'date', years: yearsOf(Number(first), Number(first)) };
			return { ...made, role: 'period', years: yearsOf(Number(first), to) };
		}
		const short = digits.every((d) => d.length <= 3 && !(d.length > 1 && d.startsWith('0')));
		return short ? { ...made, role: 'range' } : made;
	}
	return made;
}

/** Words, numbers, marks and addresses of a text, in order. */
export function tokensOf(text: string): Token[] {
	const p = piecesOf(text);
	const tokens: Token[] = [];
	let i = 0;
	while (i < p.kinds.length) {
		const kind = p.kinds[i];
		if (kind === 'a' || kind === 'p') {
			tokens.push(token(kind === 'a' ? 'address' : 'mark', p, i, i));
			i += 1;
			continue;
		}
		// Letters and digits that touch are one word: N15419, 6b, HT22, 2022s.
		let end = i + 1;
		let letters = kind === 'l';
		while (end < p.kinds.length && !isSpaced(p, end)) {
			if (p.kinds[end] === 'p' || p.kinds[end] === 'a') break;
			if (p.kinds[end] === 'l' && CLOSE_UNITS.has(pieceText(p, end))) break;
			letters = true;
			end += 1;
		}
		if (letters) {
			tokens.push(token('word', p, i, end - 1));
			i = end;
			continue;
		}
		const run = runFrom(p, i);
		const after = i + run.used;
		const number = numberOf(run);
		const touches = after < p.kinds.length && !isSpaced(p, after);
		const next = after < p.kinds.length ? pieceText(p, after) : '';
		// `2019/20b`, `12-årig` are no numbers, and neither is `1a`.
		if (touches && p.kinds[after] === 'l' && !CLOSE_UNITS.has(next)) number.role = 'reference';
		const sign = i > 0 && !isSpaced(p, i) ? pieceText(p, i - 1) : '';
		if (SIGNS.has(sign)) {
			if (isSpaced(p, i - 1) || pieceText(p, i - 2) === '(') number.sign = sign;
			else number.role = 'reference';
		}
		if (next === '%') number.percent = touches ? 'tight' : 'spaced';
		else if (next.toLowerCase() === 'procent') number.percent = 'word';
		tokens.push(token('number', p, i, after - 1, number));
		i = after;
	}
	return tokens;
}
