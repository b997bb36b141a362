import { hash } from 'node:crypto';

/**
 * D11: how a row is written down to be hashed. Each of its columns, in the order that the caller names:
 * one letter for the kind that SQLite gives it (`n` null, `i` integer, `r` real, `t` text, `b` blob), the length
 * in bytes as four bytes with the greatest first, and what `CAST(column AS BLOB)` gives: the bytes of a
 * text as it lies in the file, the decimal digits of a number, nothing for null. The lengths leave no
 * two rows that are written alike, and anybody with SQLite and SHA-256 can do it.
 */

export type Kind = 'null' | 'integer' | 'real' | 'text' | 'blob';

/** A column as SQLite has it: what `typeof` and `CAST(… AS BLOB)` say. */
export type StoredCell = readonly [kind: Kind, bytes: Uint8Array | null];

const LETTERS: Record<Kind, number> = {
	null: 0x6e,
	integer: 0x69,
	real: 0x72,
	text: 0x74,
	blob: 0x62
};

/** The columns of a query that answers with what `storedCells` takes. */
export const cellColumns = (columns: readonly string[]): string =>
	columns.map((name) => `typeof("${name}"), CAST("${name}" AS BLOB)`).join(', ');

/** The cells of a row that was asked for by `cellColumns`. */
export function storedCells(row: readonly unknown[]): StoredCell[] {
	const cells: StoredCell[] = [];
	for (let i = 0; i < row.length; i += 2)
		cells.push([row[i] as Kind, row[i + 1] as Uint8Array | null]);
	return cells;
}

/** A cell that still has to be encoded: on the road of every keystroke nothing is copied twice. */
export type Cell = readonly [kind: Kind, said: Uint8Array | string | null];

/** A value that is about to be stored, as SQLite will have it. Numbers are whole ones. */
export function cellOf(value: string | number | null | Uint8Array): Cell {
	if (value === null) return ['null', null];
	if (typeof value === 'number') return ['integer', String(value)];
	return [typeof value === 'string' ? 'text' : 'blob', value];
}

/** The row written down, after `before`. */
export function written(before: Uint8Array, cells: readonly Cell[]): Buffer {
	let size = before.byteLength;
	for (const [, said] of cells) size += 5 + (said === null ? 0 : Buffer.byteLength(said));
	const out = Buffer.allocUnsafe(size);
	out.set(before, 0);
	let at = before.byteLength;
	for (const [kind, said] of cells) {
		out[at] = LETTERS[kind];
		const from = at + 5;
		let length = 0;
		if (typeof said === 'string') length = out.write(said, from, 'utf8');
		else if (said !== null) {
			out.set(said, from);
			length = said.byteLength;
		}
		out.writeUInt32BE(length, at + 1);
		at = from + length;
	}
	return out;
}

export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');
