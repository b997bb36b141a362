import { isoDate } from '#core/format.ts';
import type { WrittenCell } from '#core/values-table-write.ts';
import { dataTexts } from '#messages/data.ts';
import type { EditionInput } from '../input.ts';

const t = dataTexts('sv');

/** The heads of the columns that every row of a table in CSV ends with. */
export const EDITION_HEADS: string[] = Object.values(t.edition);

/**
 * P4: which edition a row belongs to. It stands on each row, because lines above or below a table
 * break it for programs, and rows are copied without their file.
 */
export function editionCells({ model, hash }: EditionInput): WrittenCell[] {
	const { title, municipality, authority, number, publishedAt, decision, address } = model;
	return [
		title,
		[municipality, authority].filter((name) => name !== '').join(', '),
		number,
		isoDate(publishedAt),
		t.decision(decision.body, decision.date, decision.paragraph),
		decision.registryNumber,
		address ?? '',
		hash
	];
}
