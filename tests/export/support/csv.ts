import type { DocNode, EditionModel } from '#core/publication.ts';
import { hashOf } from '#schema/content.ts';
import type { EditionInput } from '#server/export/input.ts';
import { readCsv } from '#server/figures/csv.ts';
import { expect } from 'vitest';
import { p } from './page.ts';

/** An edition as its forms are made of it; without the bytes of pictures. */
export const inputOf = (model: EditionModel): EditionInput => ({
	model,
	hash: hashOf(model),
	images: {}
});

export type Row = Record<string, string>;

/** The rows of a CSV file by their heads, as any program would read them. */
export function rowsOf(bytes: Uint8Array): Row[] {
	const read = readCsv(bytes);
	if (!read.ok) throw new Error('the file cannot be read');
	const [heads = [], ...rows] = read.value;
	expect(new Set(heads).size).toBe(heads.length);
	return rows.map((row) => {
		expect(row).toHaveLength(heads.length);
		return Object.fromEntries(row.map((cell, i) => [String(heads[i]), String(cell ?? '')]));
	});
}

/** A table of the text; its first row holds headers. */
export const table = (attrs: Record<string, unknown>, rows: string[][]): DocNode => ({
	type: 'table',
	attrs: { purpose: 'table', caption: '', ...attrs },
	content: rows.map((row, r) => ({
		type: 'tableRow',
		content: row.map((text) => ({
			type: r === 0 ? 'tableHeader' : 'tableCell',
			content: [p(...(text === '' ? [] : [text]))]
		}))
	}))
});
