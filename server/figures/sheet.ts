import { ok, type Result } from '#core/result.ts';
import { VALUES_LIMITS } from '#core/values-table.ts';
import { fileRefusal } from '#core/values-table-read.ts';
import { plainNumber } from '#core/values-table-write.ts';

/** Rows above and between that hold nothing may come on top. */
const LAST_ROW = VALUES_LIMITS.rows + 1000;

const START = /<(row|c)\b/g;
/** What programs write; anything else could hide a place from us that a parser then sees. */
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"<&]*)"|'([^'<&]*)')/y;
const END = /\s*\/?>/y;
/** A formula that nobody has calculated: there is no value after it. */
const UNCALCULATED = /<f\b[^<>]*(?:\/>|>[^<]*<\/f>)\s*<\/c>/y;

/** A number, with or without the formula that it comes of. */
const NUMBER = /(?:<f\b[^<>]*(?:\/>|>[^<]*<\/f>)\s*)?<v>([^<]*)<\/v>\s*<\/c>/y;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
	pattern.lastIndex = at;
	return pattern.exec(text);
};

/** As the cell shows it, with all its digits. */
const shareText = (number: string): string => `${plainNumber(Number(number) * 100, 'en')} %`;

/** `A` is 1, `Z` 26, `AA` 27. */
const columnNumber = (letters: string): number =>
	Array.from(letters).reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);

function placeProblem(name: string, place: string | undefined): Result<null> {
	if (name === 'row') {
		if (place === undefined) return ok(null);
		if (!/^\d{1,7}$/.test(place)) return fileRefusal('notExcel');
		return Number(place) > LAST_ROW ? fileRefusal('tooManyRows') : ok(null);
	}
	const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(place ?? '') ?? [];
	if (letters === '') return fileRefusal('notExcel');
	if (Number(row) > LAST_ROW) return fileRefusal('tooManyRows');
	return columnNumber(letters) > VALUES_LIMITS.columns ? fileRefusal('tooManyColumns') : ok(null);
}

/**
 * A sheet's XML as it can be read without harm. A cell that says it stands in row ten million makes a
 * reader fill all rows before it, so each place is looked at first. What a reader takes for an empty
 * cell, although something stands there, becomes a text: an error (`#N/A`), and a formula without a
 * value (`=`). So does a number that its cell shows as a share: 0.147 is `14.7 %` to whoever looks.
 */
export function readableSheet(xml: string, shares: ReadonlySet<string>): Result<string> {
	const pieces: string[] = [];
	let done = 0;
	for (let tag = match(START, xml, 0); tag; tag = match(START, xml, START.lastIndex)) {
		const name = tag[1] ?? '';
		let at = tag.index + tag[0].length;
		let place: string | undefined;
		let isShare = false;
		let isText = false;
		let error: { from: number; to: number } | null = null;
		for (let a = match(ATTRIBUTE, xml, at); a; a = match(ATTRIBUTE, xml, at)) {
			const value = a[2] ?? a[3] ?? '';
			if (a[1] === 'r') place = value;
			if (a[1] === 's') isShare = shares.has(value);
			if (a[1] === 't') isText = value !== 'n';
			if (a[1] === 't' && value === 'e') error = { from: at, to: at + a[0].length };
			at += a[0].length;
		}
		const end = match(END, xml, at);
		if (!end) return fileRefusal('notExcel');
		const good = placeProblem(name, place);
		if (!good.ok) return good;
		at += end[0].length;
		const isFull = name === 'c' && !end[0].endsWith('/>');
		const formula = isFull ? match(UNCALCULATED, xml, at) : null;
		const share = isFull && isShare && !isText ? match(NUMBER, xml, at) : null;
		if (formula || share) {
			const text = share ? shareText(share[1] ?? '') : '=';
			pieces.push(xml.slice(done, tag.index), `<c r="${place ?? ''}" t="str"><v>${text}</v></c>`);
			at += (formula ?? share)?.[0].length ?? 0;
			done = at;
		} else if (error) {
			pieces.push(xml.slice(done, error.from), ' t="str"');
			done = error.to;
		}
		START.lastIndex = at;
	}
	return ok([...pieces, xml.slice(done)].join(''));
}
