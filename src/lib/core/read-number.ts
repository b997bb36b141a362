import { ok, refuse, type Result } from './result.ts';

/** Fifteen digits is what a double holds for certain. */
const MOST_DIGITS = 15;

/**
 * Reads a number as people type it: `14.7`, `14,7`, `1 234,5`, `−3`, `-3`. The indicator's own unit
 * may follow (`14,7 %`). Thousands may be parted by spaces of any kind, in threes. Refused as
 * `invalid`, field `value`: nothing at all (`empty`); and as `notANumber` words, `1,2,3`, `1.234,5`
 * (two signs, two readings), powers of ten (`1e9`: nobody types one, a paste may hold one), and more
 * than fifteen digits.
 */
export function parseNumber(typed: string, unit = ''): Result<number> {
	const no = (problem: 'empty' | 'notANumber') =>
		refuse({ code: 'invalid', problems: [{ field: 'value', problem }] });
	let text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
	if (text === '') return no('empty');
	if (unit !== '' && text.endsWith(unit)) text = text.slice(0, -unit.length).trimEnd();
	const match = /^([-\u2212\u2013]?) ?(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/.exec(text);
	if (!match) return no('notANumber');
	const [, sign = '', whole = '', part = ''] = match;
	const plain = whole.replaceAll(' ', '');
	if (plain.length + part.length > MOST_DIGITS) return no('notANumber');
	const size = Number(`${plain}.${part || '0'}`);
	return ok(sign === '' || size === 0 ? size : -size);
}
