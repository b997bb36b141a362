import { areaTableNode, type NewArea } from '../area-nodes.ts';
import { areaTableOf, areaTablesOf, type Area } from '../areas.ts';
import { tablesOf, type Grid } from '../checks/table-grid.ts';
import { promiseRows, type PromiseRow } from '../compare/promises.ts';
import type { DocNode, EditionModel } from '../publication.ts';

/** Y2: what an edition promised for the year after, as areas, whatever its plan was written in. */

/** A department as plans call it. */
export type NamedDepartment = { id: string; name: string; abbreviation: string };

/** A row of an ordinary plan table that people must look at themselves. */
export type UnreadRow = {
	/** `nothing` was carried; an area without measures; measures without the name of their area. */
	why: 'nothing' | 'noMeasures' | 'noArea';
	/** The row in its own words. */
	words: string;
	section: { number: string; title: string };
};

export type LastPlan = { areas: Area[]; unread: UnreadRow[] };

/**
 * The areas of all plans of an edition: those of tables of areas with their ids, so that what is followed
 * up is what was promised (Y3), then those of ordinary tables, with new ones.
 */
export function lastPlan(
	model: EditionModel,
	departments: NamedDepartment[],
	newId: () => string
): LastPlan {
	const areas = model.sections
		.flatMap(({ content }) => areaTablesOf(content.doc))
		.filter(({ purpose }) => purpose === 'plan')
		.flatMap((table) => table.areas);
	const { rows, unread } = ordinaryRows(model);
	const read = rows.map((row) => areaOf(row, departments, newId));
	return {
		areas: [...withOwnIds(areas, newId), ...areaTableOf(areaTableNode('plan', '', read)).areas],
		unread
	};
}

/** Ids are unique in a table, and two tables become one: what was copied gets ids of its own. */
function withOwnIds(areas: Area[], newId: () => string): Area[] {
	const taken = new Set<string>();
	const own = (id: string): string => {
		const free = taken.has(id) ? newId() : id;
		taken.add(free);
		return free;
	};
	return areas.map((area) => ({
		...area,
		id: own(area.id),
		measures: area.measures.map((measure) => ({ ...measure, id: own(measure.id) }))
	}));
}

/** The rows of ordinary plan tables; those of one area below each other are one. */
function ordinaryRows(model: EditionModel): { rows: PromiseRow[]; unread: UnreadRow[] } {
	const rows: PromiseRow[] = [];
	const unread: UnreadRow[] = [];
	for (const { content } of model.sections)
		for (const grid of tablesOf(content.doc).filter(({ purpose }) => purpose === 'plan')) {
			let last: PromiseRow | null = null;
			for (const cells of grid.rows.slice(grid.firstRow)) {
				const words = [...new Set(cells.map((cell) => cell?.text ?? ''))].join(' ').trim();
				if (words === '') continue;
				const [row] = promiseRows(onlyRow(model, content, grid, cells), 'plan');
				const { number, title } = content;
				const section = { number, title };
				if (!row) unread.push({ why: 'nothing', words, section });
				else if (last !== null && row.area !== '' && row.area === last.area) join(last, row);
				else rows.push((last = row));
			}
		}
	for (const row of rows) {
		const words = [row.area, ...row.measures].filter((text) => text !== '').join(': ');
		if (row.measures.length === 0) unread.push({ why: 'noMeasures', words, section: row.section });
		else if (row.area === '') unread.push({ why: 'noArea', words, section: row.section });
	}
	return { rows, unread };
}

/** The edition as if it held this row of the table alone: so it is read as comparison reads it. */
function onlyRow(
	model: EditionModel,
	content: EditionModel['sections'][number]['content'],
	grid: Grid,
	cells: Grid['rows'][number]
): EditionModel {
	const rowOf = (row: Grid['rows'][number]): DocNode => ({
		type: 'tableRow',
		content: row.map((cell) => {
			const node = cell?.path.reduce<DocNode | undefined>((n, i) => n?.content?.[i], content.doc);
			const alone = { colspan: 1, rowspan: 1, colwidth: null, align: null };
			return { type: node?.type ?? 'tableCell', attrs: alone, content: node?.content ?? [] };
		})
	});
	const table = {
		type: 'table',
		attrs: { purpose: 'plan', caption: '' },
		content: [...grid.rows.slice(0, grid.firstRow), cells].map(rowOf)
	};
	const doc: DocNode = { type: 'doc', content: [table] };
	const sections = model.sections.filter((section) => section.content === content);
	return {
		...model,
		sections: sections.map((section) => ({ ...section, content: { ...content, doc } }))
	};
}

/** A cell over several rows stands in each of them: what it says is said once. */
function join(row: PromiseRow, next: PromiseRow): void {
	const more = (known: string[], all: string[]) => all.filter((line) => !known.includes(line));
	row.measures.push(...more(row.measures, next.measures));
	row.expected.push(...more(row.expected, next.expected));
	if (!row.department.includes(next.department))
		row.department = `${row.department}, ${next.department}`;
}

function areaOf(row: PromiseRow, departments: NamedDepartment[], newId: () => string): NewArea {
	const { found, isAll } = departmentsNamed(row.department, departments);
	return {
		id: newId(),
		title: row.area,
		departments: found,
		// What names no department that is known is kept as it was written.
		responsible: isAll ? '' : row.department.slice(0, 200),
		measures: row.measures.map((text) => ({ id: newId(), text: withoutNumber(text) })),
		results: row.expected.map((text) => ({ id: newId(), text: withoutNumber(text) }))
	};
}

const plain = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** The departments that a cell names, by name or abbreviation. */
function departmentsNamed(
	text: string,
	departments: NamedDepartment[]
): { found: string[]; isAll: boolean } {
	const of = (part: string) =>
		departments.find(({ name, abbreviation }) =>
			[name, abbreviation].some((known) => known !== '' && plain(known) === plain(part))
		)?.id;
	// "Barn och utbildning" is one, though "och" parts others.
	const parts = text.split(/[,;/]/).filter((part) => part.trim() !== '');
	const ids = parts.flatMap((part) => (of(part) === undefined ? part.split(/ och | & /) : [part]));
	const found = ids.flatMap((part) => of(part) ?? []);
	return { found: [...new Set(found)], isAll: ids.length === found.length };
}

/** Measures are numbered by themselves. */
const withoutNumber = (text: string): string => text.replace(/^\(?\d{1,2}[.)]\s+/, '');
