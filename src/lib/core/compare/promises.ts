import { ownText } from '../cell-text.ts';
import { tablesOf, type Grid } from '../checks/table-grid.ts';
import type { DocNode, EditionModel, FixedContent } from '../publication.ts';
import { areaRows } from './area-rows.ts';
import { pairUp } from './pair-up.ts';
import { tidy } from './passages.ts';
import { nameOf, type SectionName } from './shown-figures.ts';

/** A row of a plan or of a follow-up, as it stands; what a table has no column for is empty. */
export type PromiseRow = {
	/** The area's id, which it keeps from year to year; empty where ordinary tables have none. */
	id: string;
	area: string;
	department: string;
	/** A line each. */
	measures: string[];
	expected: string[];
	/** In its own word: "Genomförd", "Påbörjad" … */
	status: string;
	comment: string[];
	section: SectionName;
};

/** A row whose like stands on the other side more than once, so that nobody can say which is meant. */
export type UnmatchedRow = PromiseRow & { ambiguous: boolean };

export type PromisesComparison = {
	/** Plan and outcome, in the order of the plan. */
	kept: { plan: PromiseRow; outcome: PromiseRow }[];
	/** Promises that the newer edition does not follow up by the same name. */
	unanswered: UnmatchedRow[];
	/** Follow-ups of what the older edition did not promise by the same name. */
	unasked: UnmatchedRow[];
	/** How often each status stands among what was matched, the most frequent first. */
	statuses: { status: string; count: number }[];
};

const COLUMNS: Record<Exclude<keyof PromiseRow, 'id' | 'section'>, RegExp> = {
	area: /område|löfte/i,
	department: /avdelning|förvaltning|ansvar|nämnd|enhet/i,
	measures: /åtgärd|insats|aktivitet/i,
	expected: /förväntad|effekt/i,
	status: /status|läge/i,
	comment: /kommentar|utfall|vad har hänt/i
};

/** The lines of a cell: each paragraph, in lists too. */
function linesOf(cell: DocNode | undefined): string[] {
	if (!cell) return [];
	if (cell.type === 'paragraph') return [tidy(ownText(cell))].filter((line) => line !== '');
	return (cell.content ?? []).flatMap(linesOf);
}

const nodeAt = (doc: DocNode, path: number[]): DocNode | undefined =>
	path.reduce<DocNode | undefined>((node, i) => node?.content?.[i], doc);

function rowsOf(grid: Grid, doc: DocNode, section: SectionName): PromiseRow[] {
	const columns = Object.entries(COLUMNS).map(([name, words]) => {
		const found = grid.heads.findIndex((head) => words.test(head));
		return [name, found < 0 && name === 'area' ? 0 : found] as const;
	});
	return grid.rows.slice(grid.firstRow).flatMap((row) => {
		const lines = Object.fromEntries(
			columns.map(([name, at]) => {
				const cell = at < 0 ? null : row[at];
				return [name, linesOf(cell ? nodeAt(doc, cell.path) : undefined)];
			})
		) as Record<keyof typeof COLUMNS, string[]>;
		const { measures, expected, comment } = lines;
		const [area, department, status] = [lines.area, lines.department, lines.status].map((all) =>
			all.join(' ')
		) as [string, string, string];
		if (area === '' && measures.length === 0) return [];
		return [{ id: '', area, department, measures, expected, status, comment, section }];
	});
}

/** The rows of an edition's tables of one purpose, in order. */
export const promiseRows = (model: EditionModel, purpose: 'plan' | 'followUp'): PromiseRow[] =>
	model.sections.flatMap(({ content }) =>
		tablesIn(content.doc).flatMap((table) =>
			table.type === 'areaTable'
				? areaRows(table, purpose, content)
				: ordinaryRows(table, purpose, content)
		)
	);

/** Reading the cells of every table would cost more than to look at its purpose first. */
const ordinaryRows = (table: DocNode, purpose: string, content: FixedContent): PromiseRow[] =>
	table.attrs?.['purpose'] === purpose
		? tablesOf(table).flatMap((grid) => rowsOf(grid, table, nameOf(content)))
		: [];

/** The tables of a document, ordinary ones and those of areas, in order. */
const tablesIn = (node: DocNode): DocNode[] =>
	node.type === 'table' || node.type === 'areaTable'
		? [node]
		: (node.content ?? []).flatMap(tablesIn);

/** Letters and digits: case, spelling of "och" and signs make no other promise. */
const plain = (text: string): string =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replace(/&|\+/g, ' och ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
const words = (text: string): string => plain(text).split(' ').sort().join(' ');
const measuresOf = ({ measures }: PromiseRow): string => plain(measures.join(' '));
/** Shorter ones ("Fortsätter") would fit anything. */
const MEASURES_ENOUGH = 20;

/**
 * The older edition's promises and what the newer one says of them: matched by the id that an area keeps
 * (Y2); else by area and measures, by area, then by measures, word for word or but for case, signs and the order of the area's words.
 * Whether the same is meant is for a person to say (Y3), so what fits several is left unmatched.
 */
export function comparePromises(before: EditionModel, after: EditionModel): PromisesComparison {
	const plans = promiseRows(before, 'plan');
	const outcomes = promiseRows(after, 'followUp');
	const both = (row: PromiseRow, area: string) =>
		area === '' || measuresOf(row) === '' ? '' : `${area}\n${measuresOf(row)}`;
	const { pairs, ...alone } = pairUp(plans, outcomes, [
		({ id }) => id,
		(row) => both(row, row.area),
		(row) => both(row, words(row.area)),
		(row) => row.area,
		(row) => plain(row.area),
		(row) => words(row.area),
		(row) => (measuresOf(row).length < MEASURES_ENOUGH ? '' : measuresOf(row))
	]);
	const order = new Map(plans.map((row, i) => [row, i]));
	const kept = pairs
		.map(([plan, outcome]) => ({ plan, outcome }))
		.sort((a, b) => (order.get(a.plan) ?? 0) - (order.get(b.plan) ?? 0));
	const unmatched = (rows: PromiseRow[], others: PromiseRow[]): UnmatchedRow[] => {
		const names = new Set(others.map(({ area }) => words(area)).filter((name) => name !== ''));
		return rows.map((row) => ({ ...row, ambiguous: names.has(words(row.area)) }));
	};
	return {
		kept,
		unanswered: unmatched(alone.before, outcomes),
		unasked: unmatched(alone.after, plans),
		statuses: countStatuses(kept.map(({ outcome }) => outcome.status))
	};
}

function countStatuses(all: string[]): { status: string; count: number }[] {
	const counts = new Map<string, { status: string; count: number }>();
	for (const status of all) {
		const known = counts.get(plain(status));
		if (known) known.count += 1;
		else counts.set(plain(status), { status, count: 1 });
	}
	return [...counts.values()].sort((a, b) => b.count - a.count);
}
