import { ok, type Result } from '#core/result.ts';
import { VALUES_LIMITS } from '#core/values-table.ts';
import { fileRefusal } from '#core/values-table-read.ts';

/** Rows above and between that hold nothing may come on top. */
const LAST_ROW = VALUES_LIMITS.rows + 1000;

const START = /<(row|c)\b/g;
/** What programs write; anything else could hide a place from us that a parser then sees. */
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"<&]*)"|'([^'<&]*)')/y;
const END = /\s*\/?>/y;
/** A formula that nobody has calculated: there is no value after it. */
const UNCALCULATED = /<f\b[^<>]*(?:\/>|>[^<]*<\/f>)\s*<\/c>/y;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
	pattern.lastIndex = at;
	return pattern.exec(text);
};

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
 * reader fill all rows before it, so each place is looked at first. And what a reader takes for an
 * empty cell, although something stands there, becomes a text: an error (`#N/A`), and a formula
 * without a value (`=`).
 */
export function readableSheet(xml: string): Result<string> {
	const pieces: string[] = [];
	let done = 0;
	for (let tag = match(START, xml, 0); tag; tag = match(START, xml, START.lastIndex)) {
		const name = tag[1] ?? '';
		let at = tag.index + tag[0].length;
		let place: string | undefined;
		let error: { from: number; to: number } | null = null;
		for (let a = match(ATTRIBUTE, xml, at); a; a = match(ATTRIBUTE, xml, at)) {
			const value = a[2] ?? a[3] ?? '';
			if (a[1] === 'r') place = value;
			if (a[1] === 't' && value === 'e') error = { from: at, to: at + a[0].length };
			at += a[0].length;
		}
		const end = match(END, xml, at);
		if (!end) return fileRefusal('notExcel');
		const good = placeProblem(name, place);
		if (!good.ok) return good;
		at += end[0].length;
		const formula = name === 'c' && !end[0].endsWith('/>') ? match(UNCALCULATED, xml, at) : null;
		if (formula) {
			pieces.push(xml.slice(done, tag.index), `<c r="${place ?? ''}" t="str"><v>=</v></c>`);
			done = at + formula[0].length;
			at = done;
		} else if (error) {
			pieces.push(xml.slice(done, error.from), ' t="str"');
			done = error.to;
		}
		START.lastIndex = at;
	}
	return ok([...pieces, xml.slice(done)].join(''));
}
