import type { Lang } from './format.ts';
import type { ComparisonGroup, Indicator, ValueStatus } from './indicator.ts';

/**
 * Values as a table of a spreadsheet: its columns, its limits, and what comes of reading one. The
 * reading is in `values-table-read.ts`, the writing in `values-table-write.ts`, the comparison with
 * what is stored in `values-table-compare.ts`.
 */

/** A cell as a file gives it: CSV knows texts only. */
export type Cell = string | number | boolean | Date | null;

/**
 * Limits of an import. A municipality with 60 indicators, four rows of comparison, two parts and
 * twenty years has under 15,000 values; 20,000 rows take a thread a second to read.
 */
export const VALUES_LIMITS = {
	/** Of the file. */
	bytes: 5 * 1024 * 1024,
	/** Below the head. */
	rows: 20_000,
	columns: 200,
	/** Characters of a cell. */
	cell: 500,
	/** Problems that are told one by one; the others are counted. */
	problems: 200,
	/** Values that are new, of those that are shown one by one. */
	fresh: 100,
	/** Values that would change: each is shown, or it cannot be chosen. */
	changed: 1000
};

export const COLUMNS = [
	'indicator',
	'series',
	'breakdown',
	'period',
	'status',
	'value',
	'unit',
	'source'
] as const;
export type Column = (typeof COLUMNS)[number];

/** The columns without which nothing can be understood. */
export const NEEDED = ['indicator', 'period', 'value'] as const satisfies Column[];

/** What heads an exported column. */
export const HEADS: Record<Lang, Record<Column, string>> = {
	sv: {
		indicator: 'Nyckeltal',
		series: 'Gäller',
		breakdown: 'Del',
		period: 'Period',
		status: 'Status',
		value: 'Värde',
		unit: 'Enhet',
		source: 'Källa'
	},
	en: {
		indicator: 'Indicator',
		series: 'For',
		breakdown: 'Part',
		period: 'Period',
		status: 'Status',
		value: 'Value',
		unit: 'Unit',
		source: 'Source'
	}
};

/** What else people write over these columns. */
const OTHER_HEADS: Record<Column, string[]> = {
	indicator: ['nyckeltals-id', 'nyckeltalsid', 'id', 'kpi', 'mått', 'rubrik', 'title'],
	series: ['serie', 'series', 'grupp', 'group', 'kommun', 'municipality'],
	breakdown: ['del av barnen', 'uppdelning', 'breakdown'],
	period: ['år', 'year', 'läsår', 'school year'],
	status: [],
	value: ['tal', 'number'],
	unit: [],
	source: ['källor', 'sources']
};

/** A text as it is compared: capitals, kinds of spaces and how a letter is composed do not count. */
export const fold = (text: string): string =>
	text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

const columnByHead = new Map<string, Column>(
	COLUMNS.flatMap((column) =>
		[HEADS.sv[column], HEADS.en[column], ...OTHER_HEADS[column]].map((head): [string, Column] => [
			fold(head),
			column
		])
	)
);

/** The column that a head names, in Swedish or English; undefined for others. */
export const columnOf = (head: string): Column | undefined => columnByHead.get(fold(head));

/** The word for each status, as it is written. */
export const STATUS_WORDS: Record<Lang, Record<ValueStatus, string>> = {
	sv: {
		value: 'värde',
		missing: 'saknas',
		suppressed: 'sekretess',
		notApplicable: 'ej tillämpligt'
	},
	en: {
		value: 'value',
		missing: 'missing',
		suppressed: 'suppressed',
		notApplicable: 'not applicable'
	}
};

/** What names can be understood by: the municipality's own indicators and groups. */
export type KnownNames = {
	municipality: string;
	indicators: (Pick<Indicator, 'id' | 'key' | 'kpiId' | 'title' | 'unit'> & {
		/** The parts that it has values of. */
		breakdowns: string[];
	})[];
	groups: Pick<ComparisonGroup, 'id' | 'name'>[];
};

/** A value that a table proposes; `row` is counted as a spreadsheet does, the head being the first. */
export type ProposedValue = {
	row: number;
	indicatorId: string;
	/** `own` or the id of a comparison group. */
	series: string;
	breakdown: string;
	period: string;
	status: ValueStatus;
	/** A number exactly when status is `value`. */
	value: number | null;
	/** As it is to be cited. */
	source: string;
};

export type RowProblem =
	| 'indicatorMissing'
	| 'indicatorUnknown'
	| 'indicatorAmbiguous' // two indicators are called so
	| 'seriesUnknown'
	| 'seriesAmbiguous'
	| 'periodMissing'
	| 'periodNotRead'
	| 'isDate' // a spreadsheet has made a date of what was typed
	| 'statusUnknown'
	| 'statusDiffers' // status and what stands for the number give different reasons
	| 'notANumber'
	| 'numberMissing' // the status says that there is one
	| 'numberWithStatus' // a number, and a status that says that there is none
	| 'unitDiffers'
	| 'sourceMissing'
	| 'tooLong'
	| 'twice'; // another row says something else of the same value

/** Why a file is not read at all, at field `file`: what its rows say does not matter then. */
export type FileProblem =
	| 'empty'
	| 'tooManyRows'
	| 'tooManyColumns'
	| 'noHead' // no row that names columns
	| 'noIndicator'
	| 'noPeriod'
	| 'noValue'
	| 'columnTwice'
	// Of files alone:
	| 'tooLarge'
	| 'notText'
	| 'quotes' // a quotation mark that nothing closes
	| 'oldExcel' // .xls, or one with a password
	| 'damaged'
	| 'notExcel' // a zip archive of something else
	| 'unpacksTooLarge'
	| 'tooSlow';

/** What is wrong with a cell. */
export type TableProblem = {
	row: number;
	/** Counted from 1. */
	column: number;
	/** The column's head, as it stands in the file; of a column that is not there, as it would be. */
	head: string;
	problem: RowProblem;
	/** What stands there; for `twice` the number of the other row. */
	found: string;
};

/** What a table was understood to say. */
export type ValuesTable = {
	/** Without the rows that are wrong, empty or repeated. */
	values: ProposedValue[];
	/** Rows with anything in them, below the head. */
	rows: number;
	/** Rows that hold no value, and no reason why there is none. */
	empty: number;
	/** Rows that say what another row has said. */
	repeated: number;
	/** Rows with something wrong; none of them is among `values`. */
	wrong: number;
	/** The first of them, cell by cell. */
	problems: TableProblem[];
	/** Heads of columns that are not known and not read. */
	ignored: string[];
};
