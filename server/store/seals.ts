import { cellOf, sha256, written, type Cell } from './row-hash.ts';

/**
 * D11: a row of the log carries a seal over all its other columns, so that `verify` finds one that a
 * disk, a tool or a hand has changed: the first 16 bytes of the SHA-256 of the table's name and the row
 * (`row-hash.ts`). It is no signature: who can write the file can make a new seal, of any length. Against
 * chance and carelessness 128 bits are more than enough, and each keystroke keeps them.
 */

const SEAL_BYTES = 16;

/** Each table's columns in the order in which they are sealed: all but `seal`. */
export const SEALED = {
	section_update: ['municipality_id', 'section_id', 'epoch', 'seq', 'person_id', 'at', 'bytes'],
	section_history: ['municipality_id', 'section_id', 'epoch', 'from_seq', 'to_seq', 'bytes'],
	section_snapshot: [
		'municipality_id',
		'section_id',
		'epoch',
		'seq',
		'at',
		'bytes',
		'format',
		'state_vector',
		'hash'
	]
} as const;

export type SealedTable = keyof typeof SEALED;

const NAMES = {
	section_update: Buffer.from('section_update\n'),
	section_history: Buffer.from('section_history\n'),
	section_snapshot: Buffer.from('section_snapshot\n')
} as const;

/** The seal of a row as it lies in the file. */
export const sealOf = (table: SealedTable, cells: readonly Cell[]): Buffer =>
	sha256(written(NAMES[table], cells)).subarray(0, SEAL_BYTES);

type Place = { municipalityId: string; id: string; epoch: number };

export const sealOfUpdate = (
	s: Place,
	row: { seq: number; personId: string | null; at: number; bytes: Uint8Array }
): Buffer =>
	sealOf('section_update', [
		cellOf(s.municipalityId),
		cellOf(s.id),
		cellOf(s.epoch),
		cellOf(row.seq),
		cellOf(row.personId),
		cellOf(row.at),
		['blob', row.bytes]
	]);

export const sealOfPack = (
	s: Place,
	row: { fromSeq: number; toSeq: number; bytes: Uint8Array }
): Buffer =>
	sealOf('section_history', [
		cellOf(s.municipalityId),
		cellOf(s.id),
		cellOf(s.epoch),
		cellOf(row.fromSeq),
		cellOf(row.toSeq),
		['blob', row.bytes]
	]);

export const sealOfSnapshot = (
	s: Place,
	row: {
		seq: number;
		at: number;
		bytes: Uint8Array;
		format: number;
		stateVector: Uint8Array;
		hash: string;
	}
): Buffer =>
	sealOf('section_snapshot', [
		cellOf(s.municipalityId),
		cellOf(s.id),
		cellOf(s.epoch),
		cellOf(row.seq),
		cellOf(row.at),
		['blob', row.bytes],
		cellOf(row.format),
		['blob', row.stateVector],
		cellOf(row.hash)
	]);
