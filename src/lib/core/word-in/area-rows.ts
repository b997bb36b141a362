import { areaTableNode, type NewArea } from '../area-nodes.ts';
import type { DocNode } from '../publication.ts';
import { areaCell, articlesIn, departmentsIn, numbered, statusesOf } from './area-cells.ts';
import { lineText } from './inline.ts';
import type { WordReport } from './proposal.ts';
import { cellLines } from './table.ts';

/** What a table of promises may have a column for, and how such a column is headed. */
const COLUMNS = {
	area: /område|löfte|rättighet/i,
	department: /förvaltning|nämnd|avdelning|enhet/i,
	articles: /artik/i,
	responsible: /ansvar/i,
	due: /tid|klart|senast|när\b/i,
	comment: /kommentar|utfall|vad har hänt/i,
	expected: /förvänta|effekt|resultat/i,
	measures: /åtgärd|insats|aktivitet/i,
	status: /status|läge/i
} satisfies Record<string, RegExp>;
type Column = keyof typeof COLUMNS;

const LONGEST = { responsible: 200, due: 100 };

export type AreaReading = {
	departments: WordReport['departments'];
	newId: () => string;
};

/**
 * A table of a file that looks like a plan or a follow-up: as areas, where every row can be read, else
 * as it stands with its purpose said. Any other table is given back.
 */
export function promisesIn(table: DocNode, reading: AreaReading): DocNode {
	const [head, ...rows] = table.content ?? [];
	const columns = columnsOf(head);
	if (!columns.has('area') || !columns.has('measures') || rows.length === 0) return table;
	const purpose = columns.has('status') ? 'followUp' : 'plan';
	const areas = areasOf(rows, head?.content?.length ?? 0, columns, reading);
	if (areas === null) return { ...table, attrs: { ...table.attrs, purpose } };
	const caption = table.attrs?.['caption'];
	return areaTableNode(purpose, typeof caption === 'string' ? caption : '', areas);
}

/** Where each column stands; each head is one column's, the first that it fits. */
function columnsOf(head: DocNode | undefined): Map<Column, number> {
	const found = new Map<Column, number>();
	(head?.content ?? []).forEach((cell, at) => {
		const words = cellLines(cell).map(lineText).join(' ');
		const names = Object.keys(COLUMNS) as Column[];
		const name = names.find((one) => !found.has(one) && COLUMNS[one].test(words));
		if (name && cell.type === 'tableHeader') found.set(name, at);
	});
	return found;
}

type Area = NewArea & Required<Pick<NewArea, 'measures' | 'results'>>;
type Lines = (name: Column) => DocNode[][];

/** The rows as areas; null when one of them cannot be read. */
function areasOf(
	rows: DocNode[],
	width: number,
	columns: Map<Column, number>,
	reading: AreaReading
): Area[] | null {
	const areas: Area[] = [];
	for (const cells of gridOf(rows, width) ?? [null]) {
		if (cells === null) return null;
		const lines: Lines = (name) => {
			const cell = cells[columns.get(name) ?? -1];
			return cell ? cellLines(cell) : [];
		};
		if (lines('area').length + lines('measures').length === 0) continue;
		const row = areaOf(lines, reading);
		const last = areas.at(-1);
		const goesOn = last !== undefined && (row.title === '' || row.title === last.title);
		if (row.title === '' && !goesOn) return null;
		if (!goesOn) areas.push(row);
		if (!fill(goesOn ? last : row, lines, columns.has('status'), reading)) return null;
	}
	return areas.length > 0 && areas.every(isShort) ? areas : null;
}

const isShort = ({ responsible = '', due = '' }: Area): boolean =>
	responsible.length <= LONGEST.responsible && due.length <= LONGEST.due;

/** What a row says of its area itself. */
function areaOf(lines: Lines, { departments, newId }: AreaReading): Area {
	const words = (name: Column): string => lines(name).map(lineText).join(' ');
	const said = areaCell(lines('area').map(lineText), departments);
	const named = departmentsIn(words('department'), departments);
	const articles = articlesIn(words('articles'));
	// Two lines under "who and when" are who and when.
	const [who = '', when = '', ...others] = lines('responsible').map(lineText);
	const isBoth = when !== '' && others.length === 0 && words('due') === '';
	// Whom nobody here knows is kept by name, and so is what is no article.
	const responsible = [
		said.responsible,
		isBoth ? who : words('responsible'),
		named ? '' : words('department'),
		articles ? '' : words('articles')
	].filter((name) => name !== '');
	return {
		id: newId(),
		title: said.title,
		departments: [...new Set([...said.departments, ...(named ?? [])])],
		articles: [...new Set([...said.articles, ...(articles ?? [])])],
		responsible: responsible.join(', '),
		due: isBoth ? when : words('due') || said.due,
		measures: [],
		results: said.expected.map((text) => ({ id: newId(), text, measures: [] }))
	};
}

/** Puts a row's measures and results into its area; false when it cannot be said what belongs to which. */
function fill(area: Area, lines: Lines, isFollowUp: boolean, { newId }: AreaReading): boolean {
	const said = lines('measures');
	const statuses = statusesOf(lines('status').map(lineText), said.length);
	const comments = lines('comment').map(lineText);
	// Whose comment of several it is, nobody can say.
	if (!statuses || (comments.length > 0 && said.length !== 1)) return false;
	const made = said.map((line, i) => ({
		id: newId(),
		text: numbered(line).line,
		status: isFollowUp ? (statuses[i] ?? null) : null,
		comments
	}));
	const isRest = area.measures.length > 0;
	area.measures.push(...made);
	for (const result of lines('expected')) {
		const { numbers, line } = numbered(result);
		const named = numbers.flatMap((n) => area.measures[n - 1]?.id ?? []);
		const isKnown = named.length === numbers.length;
		area.results.push({
			id: newId(),
			text: lineText(isKnown ? line : result),
			measures: isKnown && named.length > 0 ? named : isRest ? made.map(({ id }) => id) : []
		});
	}
	return true;
}

/** Cells by row and column, one that reaches over several rows in each; null where cells are joined otherwise. */
function gridOf(rows: DocNode[], width: number): DocNode[][] | null {
	const grid: DocNode[][] = rows.map(() => []);
	for (const [r, row] of rows.entries()) {
		let column = 0;
		for (const cell of row.content ?? []) {
			while (grid[r]?.[column]) column += 1;
			if (Number(cell.attrs?.['colspan'] ?? 1) > 1) return null;
			const end = r + Number(cell.attrs?.['rowspan'] ?? 1);
			for (let below = r; below < end; below += 1) {
				const line = grid[below];
				if (line) line[column] = cell;
			}
		}
	}
	return grid.every((row) => row.filter(Boolean).length === width) ? grid : null;
}
