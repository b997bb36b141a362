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

type Piece = { kind: 'd' | 'l' | 'p'; text: string; start: number; end: number; spaced: boolean };

const PIECE = /\d+|[\p{L}\p{M}]+|[^\p{L}\p{M}\d]/gu;
/** Units that are often written close to their number. */
const CLOSE_UNITS = new Set(['kr', 'st', 'tkr', 'mkr', 'mnkr']);
const JOINS = new Set([',', '.', ':', '/', '-', '–', '—']);
const SIGNS = new Set(['-', '–', '−']);

const plausibleYear = (n: number): boolean => n >= 1900 && n <= 2100;

const isAddress = (chunk: string): boolean =>
	chunk.includes('://') || chunk.includes('@') || /^[("'”]?www\./i.test(chunk);

function token(kind: Token['kind'], pieces: Piece[], number: WrittenNumber | null = null): Token {
	const first = pieces[0];
	const last = pieces[pieces.length - 1];
	const text = pieces.map((p) => p.text).join('');
	return {
		kind,
		text,
		lower: text.toLowerCase(),
		start: first?.start ?? 0,
		end: last?.end ?? 0,
		spaced: first?.spaced ?? true,
		number
	};
}

/** The pieces of a text; an address (a web or mail address) is one piece. */
function piecesOf(text: string): { pieces: Piece[]; addresses: Set<Piece> } {
	const pieces: Piece[] = [];
	const addresses = new Set<Piece>();
	for (const chunk of text.matchAll(/\S+/g)) {
		const at = chunk.index;
		if (isAddress(chunk[0])) {
			const end = at + chunk[0].length;
			const piece: Piece = { kind: 'p', text: chunk[0], start: at, end, spaced: true };
			pieces.push(piece);
			addresses.add(piece);
			continue;
		}
		let spaced = true;
		for (const match of chunk[0].matchAll(PIECE)) {
			const start = at + match.index;
			const code = match[0].charCodeAt(0);
			const kind = code >= 48 && code <= 57 ? 'd' : /[\p{L}\p{M}]/u.test(match[0]) ? 'l' : 'p';
			pieces.push({ kind, text: match[0], start, end: start + match[0].length, spaced });
			spaced = false;
		}
	}
	return { pieces, addresses };
}

type Run = { digits: string[]; joins: string[]; used: number };

/** The digits from `i` on that are written as one: `1 000,5`, `2021-06-11`, `2010:800`. */
function runFrom(pieces: Piece[], i: number): Run {
	const digits = [pieces[i]?.text ?? ''];
	const joins: string[] = [];
	let at = i;
	for (;;) {
		const join = pieces[at + 1];
		if (!join) break;
		if (join.kind === 'd' && join.spaced) {
			const before = pieces[at];
			const letters = pieces[at + 2];
			const first = digits[0] ?? '';
			const grouped = joins.every((j) => j === ' ');
			if (!grouped || !before || join.start - before.end !== 1) break;
			if (join.text.length !== 3 || first.length > 3 || first.startsWith('0')) break;
			if (letters?.kind === 'l' && !letters.spaced && !CLOSE_UNITS.has(letters.text)) break;
			digits.push(join.text);
			joins.push(' ');
			at += 1;
			continue;
		}
		const next = pieces[at + 2];
		if (join.kind !== 'p' || join.spaced || !JOINS.has(join.text)) break;
		if (next?.kind !== 'd' || next.spaced) break;
		digits.push(next.text);
		joins.push(join.text);
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
	const { pieces, addresses } = piecesOf(text);
	const tokens: Token[] = [];
	let i = 0;
	while (i < pieces.length) {
		const piece = pieces[i];
		if (!piece) break;
		if (addresses.has(piece)) {
			tokens.push(token('address', [piece]));
			i += 1;
			continue;
		}
		if (piece.kind === 'p') {
			tokens.push(token('mark', [piece]));
			i += 1;
			continue;
		}
		// Letters and digits that touch are one word: N15419, 6b, HT22, 2022s.
		let end = i + 1;
		let letters = piece.kind === 'l';
		for (;;) {
			const next = pieces[end];
			if (!next || next.spaced || next.kind === 'p' || CLOSE_UNITS.has(next.text)) break;
			letters = true;
			end += 1;
		}
		if (letters) {
			tokens.push(token('word', pieces.slice(i, end)));
			i = end;
			continue;
		}
		const run = runFrom(pieces, i);
		const used = pieces.slice(i, i + run.used);
		const after = pieces[i + run.used];
		// `2019/20b`, `12-årig` are no numbers, and neither is `1a`.
		const glued = after !== undefined && !after.spaced && after.kind === 'l';
		const number = numberOf(run);
		if (glued && !CLOSE_UNITS.has(after.text)) number.role = 'reference';
		const minus = pieces[i - 1];
		if (minus && !piece.spaced && SIGNS.has(minus.text)) {
			const before = pieces[i - 2];
			if (minus.spaced || before?.text === '(') number.sign = minus.text;
			else number.role = 'reference';
		}
		if (after?.text === '%') number.percent = after.spaced ? 'spaced' : 'tight';
		else if (after?.text.toLowerCase() === 'procent') number.percent = 'word';
		// Joined text may mix white space: the token keeps what is written.
		tokens.push({
			...token('number', used, number),
			text: text.slice(piece.start, used[used.length - 1]?.end ?? piece.end)
		});
		i += run.used;
	}
	return tokens;
}
