import { areaTableNode, type NewArea } from '../area-nodes.ts';
import type { MeasureStatus } from '../areas.ts';
import type { DocNode } from '../publication.ts';
import { lineText } from './inline.ts';
import { plainTitle } from './match.ts';
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

/** Statuses as people write them, without signs and capitals. */
const STATUSES: Record<string, MeasureStatus> = {
	'ej paborjad': 'notStarted',
	'inte paborjad': 'notStarted',
	'ej paborjat': 'notStarted',
	'inte paborjat': 'notStarted',
	planerad: 'notStarted',
	paborjad: 'started',
	paborjat: 'started',
	pagar: 'started',
	pagaende: 'started',
	'delvis genomford': 'started',
	genomford: 'completed',
	genomfort: 'completed',
	klar: 'completed',
	klart: 'completed',
	avslutad: 'completed',
	avbruten: 'stopped',
	avbrutet: 'stopped',
	utgar: 'stopped',
	okand: 'unknown',
	okant: 'unknown'
};

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

type Area = Required<Pick<NewArea, 'id' | 'title' | 'measures' | 'results'>> & NewArea;

/** The rows as areas; null when one of them cannot be read. */
function areasOf(
	rows: DocNode[],
	width: number,
	columns: Map<Column, number>,
	{ departments, newId }: AreaReading
): Area[] | null {
	const areas: Area[] = [];
	for (const cells of gridOf(rows, width) ?? [null]) {
		if (cells === null) return null;
		const lines = (name: Column): DocNode[][] => {
			const cell = cells[columns.get(name) ?? -1];
			return cell ? cellLines(cell) : [];
		};
		const words = (name: Column): string => lines(name).map(lineText).join(' ');
		const measures = lines('measures');
		const title = words('area');
		if (title === '' && measures.length === 0) continue;
		const statuses = statusesOf(lines('status').map(lineText), measures.length);
		const named = departmentsIn(words('department'), departments);
		// Whom nobody here knows is kept by name.
		const responsible = [words('responsible'), named ? '' : words('department')]
			.filter((name) => name !== '')
			.join(', ');
		const articles = articlesIn(words('articles'));
		const isTooLong = responsible.length > LONGEST.responsible || words('due').length > LONGEST.due;
		if (!statuses || !articles || isTooLong) return null;
		const comments = lines('comment').map(lineText);
		// Whose comment of several it is, nobody can say.
		if (comments.length > 0 && measures.length !== 1) return null;
		const last = areas.at(-1);
		const goesOn = last !== undefined && (title === '' || title === last.title);
		if (!goesOn && title === '') return null;
		const area: Area = goesOn
			? last
			: {
					id: newId(),
					title,
					departments: named ?? [],
					articles,
					responsible,
					due: words('due'),
					measures: [],
					results: []
				};
		if (!goesOn) areas.push(area);
		const made = measures.map((text, i) => ({
			id: newId(),
			text,
			status: columns.has('status') ? (statuses[i] ?? null) : null,
			comments
		}));
		area.measures.push(...made);
		for (const line of lines('expected'))
			area.results.push({
				id: newId(),
				text: lineText(line),
				measures: goesOn || area.measures.length > made.length ? made.map(({ id }) => id) : []
			});
	}
	return areas.length > 0 ? areas : null;
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

/** A status for each measure: one for all, or as many as there are measures. */
function statusesOf(said: string[], measures: number): (MeasureStatus | null)[] | null {
	if (said.length === 0) return Array.from({ length: measures }, () => null);
	const read = said.map((words) => STATUSES[plainTitle(words)]);
	if (read.some((status) => status === undefined)) return null;
	const all = read.filter((status) => status !== undefined);
	if (all.length === measures) return all;
	const [one] = all;
	return all.length === 1 && one ? Array.from({ length: measures }, () => one) : null;
}

/** The departments that the words name, each by its name or abbreviation; null when one is nobody's. */
function departmentsIn(words: string, known: WordReport['departments']): string[] | null {
	const idOf = (name: string): string | undefined =>
		known.find((d) => [d.name, d.abbreviation].map(plainTitle).includes(plainTitle(name)))?.id;
	const ids = words
		.split(/[,;/\n]/)
		.filter((name) => name.trim() !== '')
		// "och" stands between names and within them.
		.flatMap((name) => idOf(name) ?? name.split(/\s(?:och|&)\s/).map((part) => idOf(part) ?? null));
	return ids.every((id) => id !== null) ? [...new Set(ids)] : null;
}

/** The articles of the Convention that the words name; null when they name something else. */
function articlesIn(words: string): number[] | null {
	const numbers = words.match(/\d+/g)?.map(Number) ?? [];
	const isArticle = numbers.every((n) => n >= 1 && n <= 54);
	const isElse = words.replace(/\d+|art(?:ikel|iklar|iklarna)?\.?|och|[,;.\s]/gi, '') !== '';
	return isArticle && !isElse ? [...new Set(numbers)] : null;
}
