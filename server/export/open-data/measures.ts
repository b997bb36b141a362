import { writeCsv } from '#core/csv-write.ts';
import type { DocNode, FixedDepartment } from '#core/publication.ts';
import { plainNumber, type WrittenCell } from '#core/values-table-write.ts';
import { dataTexts } from '#messages/data.ts';
import { walk } from '#schema/text.ts';
import type { EditionInput } from '../input.ts';
import { originName } from '../roll-up.ts';
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

/** Where tables stand: their section and its department, and the edition that they were taken from. */
type Place = { section: string; department: string; origin: string };

/** The measures of a table; none of one that has another purpose. */
function measuresIn(
	table: DocNode,
	{ section, department, origin }: Place,
	departments: FixedDepartment[]
): Measure[] {
	const fixedOf = (purpose: 'plan' | 'followUp', caption: string, row: number) => [
		t.purposes[purpose],
		section,
		department,
		caption,
		row,
		origin
	];
	if (table.type === 'areaTable') {
		const { purpose, caption, lines } = areaLines(table, departments);
		return lines.map((cells, i) => ({ fixed: fixedOf(purpose, caption, i + 1), cells }));
	}
	const { purpose, caption, heads, rows } = tableRows(table);
	if (purpose !== 'followUp' && purpose !== 'plan') return [];
	const names = columnNames(heads);
	return rows.map((row, i) => ({
		fixed: fixedOf(purpose, caption, i + 1),
		cells: new Map(names.map((name, column) => [name, row[column]?.text ?? '']))
	}));
}

/**
 * Every measure of the areas, and every row of ordinary tables of such a purpose, in the edition's
 * order; after a section's own what it has taken in from other editions.
 */
function measuresOf({ model }: EditionInput): Measure[] {
	const found: Measure[] = [];
	for (const { content } of model.sections) {
		const { number, title, department, departments = [], takenIn = [], doc } = content;
		const section = `${number} ${title}`;
		walk(doc, (node) => {
			if (node.type !== 'areaTable' && node.type !== 'table') return;
			const at = { section, department: department ?? '', origin: '' };
			found.push(...measuresIn(node, at, departments));
		});
		for (const taken of takenIn)
			for (const one of taken.tables) {
				const at = { section, department: '', origin: originName(taken) };
				found.push(...measuresIn(one.table, at, one.departments));
			}
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
