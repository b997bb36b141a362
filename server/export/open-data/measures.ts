import { writeCsv } from '#core/csv-write.ts';
import { plainNumber, type WrittenCell } from '#core/values-table-write.ts';
import { dataTexts } from '#messages/data.ts';
import { walk } from '#schema/text.ts';
import type { EditionInput } from '../input.ts';
import { areaLines } from './area-lines.ts';
import { EDITION_HEADS, editionCells } from './edition-columns.ts';
import { tableRows } from './table-rows.ts';

const LANG = 'sv';
const t = dataTexts(LANG);

/** A measure, or a row of an ordinary table: its own cells by head, in the order of its table. */
type Measure = { fixed: WrittenCell[]; cells: Map<string, string> };

/** Names for columns that have none or share one, so that each is a column of its own. */
function columnNames(heads: string[]): string[] {
	const taken = new Set([...Object.values(t.measures), ...EDITION_HEADS]);
	return heads.map((head, i) => {
		const wished = head === '' ? t.columnNumber(i + 1) : head;
		let name = wished;
		for (let n = 2; taken.has(name); n += 1) name = `${wished} (${n})`;
		taken.add(name);
		return name;
	});
}

/** Every measure of the areas, and every row of ordinary tables of such a purpose, in the edition's order. */
function measuresOf({ model }: EditionInput): Measure[] {
	const found: Measure[] = [];
	for (const { content } of model.sections) {
		const { number, title, department, doc } = content;
		walk(doc, (node) => {
			const at = [`${number} ${title}`, department ?? ''];
			if (node.type === 'areaTable') {
				const { purpose, caption, lines } = areaLines(node, content);
				lines.forEach((cells, i) =>
					found.push({ fixed: [t.purposes[purpose], ...at, caption, i + 1], cells })
				);
			}
			if (node.type !== 'table') return;
			const { purpose, caption, heads, rows } = tableRows(node);
			if (purpose !== 'followUp' && purpose !== 'plan') return;
			const names = columnNames(heads);
			rows.forEach((row, i) =>
				found.push({
					fixed: [t.purposes[purpose], ...at, caption, i + 1],
					cells: new Map(names.map((name, column) => [name, row[column]?.text ?? '']))
				})
			);
		});
	}
	return found;
}

/** A text that is a negative number stays one; any other that begins like a formula is a text. */
function cellOf(text: string): WrittenCell {
	const number = /^-\d{1,12}(?:,\d{1,3})?$/.test(text) ? Number(text.replace(',', '.')) : null;
	return number !== null && plainNumber(number, LANG) === text ? number : text;
}

/**
 * The `measures` form: CSV in the dialect of our exports. Tables of different heads share one table,
 * each with its cells under its own; the heads come in the order in which the edition has them.
 */
export function measuresCsv(input: EditionInput): Uint8Array {
	const measures = measuresOf(input);
	const heads = [...new Set(measures.flatMap(({ cells }) => [...cells.keys()]))];
	const edition = editionCells(input);
	return writeCsv(
		[
			[...Object.values(t.measures), ...heads, ...EDITION_HEADS],
			...measures.map(({ fixed, cells }) => [
				...fixed,
				...heads.map((head) => cellOf(cells.get(head) ?? '')),
				...edition
			])
		],
		LANG
	);
}
