import { parsePeriod } from './read-period.ts';
import { ok, refuse, type Result } from './result.ts';
import {
	columnOf,
	HEADS,
	NEEDED,
	VALUES_LIMITS,
	type Cell,
	type Column,
	type FileProblem,
	type KnownNames,
	type ProposedValue,
	type RowProblem,
	type ValuesTable
} from './values-table.ts';
import { isBlank, readSaid, sameUnit, textOf } from './values-table-cells.ts';
import { namesOf, type Names } from './values-table-names.ts';

/** What a row means where it does not say so itself. */
export type TableDefaults = {
	/** The source of rows without one; empty for none. */
	source: string;
};

/** A refusal of the whole file. */
export const fileRefusal = (problem: FileProblem): Result<never> =>
	refuse({ code: 'invalid', problems: [{ field: 'file', problem }] });

type Head = { at: Map<Column, number>; texts: string[]; ignored: string[] };

const WITHOUT = { indicator: 'noIndicator', period: 'noPeriod', value: 'noValue' } as const;

/** Which column is where; what is not known is named. */
function readHead(cells: Cell[]): Result<Head> {
	const at = new Map<Column, number>();
	const texts = cells.map(textOf);
	const ignored: string[] = [];
	for (const [i, text] of texts.entries()) {
		const column = columnOf(text);
		if (column === undefined) {
			if (text !== '') ignored.push(text);
		} else if (at.has(column)) return fileRefusal('columnTwice');
		else at.set(column, i);
	}
	if (at.size + ignored.length > VALUES_LIMITS.columns) return fileRefusal('tooManyColumns');
	if (at.size === 0) return fileRefusal('noHead');
	for (const needed of NEEDED) if (!at.has(needed)) return fileRefusal(WITHOUT[needed]);
	return ok({ at, texts, ignored });
}

/**
 * Reads a table with a head row as proposed values. Each thing that is wrong is told at its row and
 * column, and its row proposes nothing; what shuts the whole table out is refused as `invalid` at
 * field `file` (`FileProblem`).
 */
export function readValues(
	cells: Cell[][],
	known: KnownNames,
	defaults: TableDefaults
): Result<ValuesTable> {
	const headAt = cells.findIndex((row) => !row.every(isBlank));
	if (headAt < 0) return fileRefusal('empty');
	let end = cells.length;
	while (cells[end - 1]?.every(isBlank)) end -= 1;
	if (end - headAt - 1 > VALUES_LIMITS.rows) return fileRefusal('tooManyRows');
	const head = readHead(cells[headAt] ?? []);
	if (!head.ok) return head;
	const reader = new RowReader(namesOf(known), head.value, defaults);
	for (const [i, row] of cells.slice(headAt + 1, end).entries()) reader.read(row, headAt + 2 + i);
	return ok(reader.table());
}

class RowReader {
	private readonly names: Names;
	private readonly head: Head;
	private readonly defaults: TableDefaults;
	private readonly found: ValuesTable;
	/** By what tells values apart: the first row that spoke of it. */
	private readonly first = new Map<string, ProposedValue>();
	/** Those of which rows say different things. */
	private readonly disputed = new Set<string>();
	/** The same few periods stand in thousands of rows. */
	private readonly periods = new Map<string, string | null>();
	private row = 0;
	/** How many things were wrong so far, told or not. */
	private slips = 0;

	constructor(names: Names, head: Head, defaults: TableDefaults) {
		this.names = names;
		this.head = head;
		this.defaults = defaults;
		const ignored = head.ignored.slice(0, 20);
		this.found = { values: [], rows: 0, empty: 0, repeated: 0, wrong: 0, problems: [], ignored };
	}

	table(): ValuesTable {
		const values = [...this.first].filter(([key]) => !this.disputed.has(key)).map(([, v]) => v);
		return { ...this.found, values, wrong: this.found.wrong + this.disputed.size };
	}

	read(cells: Cell[], row: number): void {
		if (cells.every(isBlank)) return;
		this.found.rows += 1;
		this.row = row;
		const before = this.slips;
		const cell = (column: Column): Cell => cells[this.head.at.get(column) ?? -1] ?? null;
		const meant = this.names.indicator(textOf(cell('indicator')));
		const known = meant === undefined || meant === 'ambiguous' ? null : meant;
		const said = readSaid(cell('value'), cell('status'), known ? this.names.unitOf(known) : '%');
		if (said === null) {
			this.found.empty += 1;
			return;
		}
		const indicatorId = known ?? this.named('indicator', cell('indicator'));
		const series = isBlank(cell('series')) ? 'own' : this.named('series', cell('series'));
		const breakdown = this.text('breakdown', cell('breakdown'), 200);
		const period = this.period(cell('period'));
		if ('problem' in said) this.wrong(said.column, said.problem, said.found);
		const unit = textOf(cell('unit'));
		if (indicatorId && unit !== '' && !sameUnit(unit, this.names.unitOf(indicatorId)))
			this.wrong('unit', 'unitDiffers', unit);
		const source = this.text('source', cell('source'), 300) || this.defaults.source.trim();
		if (source === '') this.wrong('source', 'sourceMissing');
		if (this.slips > before || 'problem' in said || !indicatorId || !series || period === null)
			this.found.wrong += 1;
		else {
			const part = this.names.breakdown(indicatorId, breakdown);
			this.add({ row, indicatorId, series, breakdown: part, period, ...said, source });
		}
	}

	private add(value: ProposedValue): void {
		const key = JSON.stringify([value.indicatorId, value.series, value.breakdown, value.period]);
		const other = this.first.get(key);
		if (!other) {
			this.first.set(key, value);
			return;
		}
		const isSame =
			other.status === value.status && other.value === value.value && other.source === value.source;
		if (isSame) {
			this.found.repeated += 1;
			return;
		}
		// Which of them is right is not for us to say: neither goes in.
		this.disputed.add(key);
		this.found.wrong += 1;
		this.wrong('value', 'twice', String(other.row));
	}

	private wrong(column: Column, problem: RowProblem, found = ''): null {
		this.slips += 1;
		if (this.found.problems.length >= VALUES_LIMITS.problems) return null;
		const at = this.head.at.get(column);
		this.found.problems.push({
			row: this.row,
			column: (at ?? this.head.texts.length) + 1,
			head: at === undefined ? HEADS.sv[column] : (this.head.texts[at] ?? ''),
			problem,
			found: found.slice(0, 80)
		});
		return null;
	}

	private text(column: Column, cell: Cell, most: number): string {
		const text = textOf(cell);
		if (text.length > most) this.wrong(column, 'tooLong', text);
		return text;
	}

	private named(column: 'indicator' | 'series', cell: Cell): string | null {
		const text = textOf(cell);
		if (text === '') return this.wrong(column, 'indicatorMissing');
		const found = this.names[column](text);
		if (found === 'ambiguous') return this.wrong(column, `${column}Ambiguous`, text);
		return found ?? this.wrong(column, `${column}Unknown`, text);
	}

	private period(cell: Cell): string | null {
		const text = textOf(cell);
		if (cell instanceof Date) return this.wrong('period', 'isDate', text);
		// Nothing is a slip here: who means that the source states none says so.
		if (text === '') return this.wrong('period', 'periodMissing');
		let period = this.periods.get(text);
		if (period === undefined) {
			const read = parsePeriod(text);
			period = read.ok ? read.value : null;
			this.periods.set(text, period);
		}
		return period ?? this.wrong('period', 'periodNotRead', text);
	}
}
