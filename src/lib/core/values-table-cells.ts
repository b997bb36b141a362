import { parseNumber } from './read-number.ts';
import { VALUE_STATUSES, type ValueStatus } from './indicator.ts';
import { noNumberWord } from './value-words.ts';
import {
	fold,
	STATUS_WORDS,
	VALUES_LIMITS,
	type Cell,
	type Column,
	type ProposedValue,
	type RowProblem
} from './values-table.ts';

/** True for a cell with nothing in it. */
export const isBlank = (cell: Cell | undefined): boolean =>
	cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** A cell as text; what is too long for any column of ours is cut, and is still too long. */
export function textOf(cell: Cell | undefined): string {
	if (cell === null || cell === undefined) return '';
	if (cell instanceof Date)
		return Number.isNaN(cell.getTime()) ? '?' : cell.toISOString().slice(0, 10);
	return String(cell)
		.trimStart()
		.slice(0, VALUES_LIMITS.cell + 1)
		.trimEnd();
}

const isShare = (unit: string): boolean => /^(?:%|procent|per ?cent)$/.test(unit);

/** True for two spellings of one unit. */
export const sameUnit = (a: string, b: string): boolean =>
	fold(a) === fold(b) || (isShare(fold(a)) && isShare(fold(b)));

/** Programs write more decimals than a double holds: the surplus says nothing. */
const surplusCut = (text: string): string => text.replace(/([.,]\d{10})\d+/, '$1');

function readNumber(cell: Cell, unit: string): number | null {
	if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
	if (typeof cell !== 'string') return null;
	// A share is one however its unit is spelt, here and there.
	const text = isShare(fold(unit)) ? cell.replace(/ ?(?:%|procent)$/i, '') : cell;
	const exact = parseNumber(text, unit);
	const number = exact.ok ? exact : parseNumber(surplusCut(text), unit);
	return number.ok ? number.value : null;
}

const statusByWord = new Map<string, ValueStatus>(
	VALUE_STATUSES.flatMap((status) =>
		[status, STATUS_WORDS.sv[status], STATUS_WORDS.en[status]].map(
			(word): [string, ValueStatus] => [fold(word), status]
		)
	)
);

export type Said = Pick<ProposedValue, 'status' | 'value'>;
export type CellProblem = { column: Column; problem: RowProblem; found: string };

/**
 * Status and number by the two cells that say them (I1): null when both are empty, a problem when
 * they do not agree or one of them is not understood. `unit` may follow the number.
 */
export function readSaid(cell: Cell, statusCell: Cell, unit: string): Said | CellProblem | null {
	const text = textOf(cell);
	const status = textOf(statusCell);
	const no = (column: Column, problem: RowProblem, found = text): CellProblem => ({
		column,
		problem,
		found
	});
	const named = statusByWord.get(fold(status)) ?? noNumberWord(status) ?? null;
	if (status !== '' && named === null) return no('status', 'statusUnknown', status);
	if (text === '') {
		if (named === null) return null;
		return named === 'value' ? no('value', 'numberMissing') : { status: named, value: null };
	}
	if (cell instanceof Date) return no('value', 'isDate');
	const word = noNumberWord(text);
	if (word !== undefined) {
		if (named === 'value') return no('value', 'numberMissing');
		if (named !== null && word !== null && named !== word) return no('status', 'statusDiffers');
		// Not reported, and nobody says why: it is missing.
		return { status: named ?? word ?? 'missing', value: null };
	}
	const number = readNumber(typeof cell === 'string' ? text : cell, unit);
	if (number === null) return no('value', 'notANumber');
	if (named !== null && named !== 'value') return no('value', 'numberWithStatus');
	return { status: 'value', value: number };
}
