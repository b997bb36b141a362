import type { Lang } from '#core/format.ts';
import { TABLE_LIMITS, type TableProblem } from './table-cells.ts';
import type { FormHinder, TableForm } from './table-to-spec.ts';

/** What to say to who pasted a table: what is wrong, where, and what to do. */
type TableWords = {
	at: (row: number, column: number) => string;
	problems: Record<TableProblem['problem'], (found: string) => string>;
	forms: Record<TableForm, string>;
	hinders: Record<FormHinder, string>;
};

const { rows, columns, name } = TABLE_LIMITS;

const sv: TableWords = {
	at: (row, column) => `Rad ${row}, kolumn ${column}`,
	problems: {
		empty: () => 'Här finns ingen tabell. Klistra in eller skriv en.',
		noSeparator: () => 'Bara en kolumn hittades. Skilj kolumnerna åt med tabb eller semikolon.',
		unevenRow: () =>
			'Raden har inte lika många celler som den första. Lägg till eller ta bort celler.',
		needsHead: () => 'Kolumnerna saknar namn. Skriv en första rad med vad de visar.',
		noName: () => 'Namnet saknas. Skriv vad raden eller kolumnen visar.',
		twice: (found) => `”${found}” finns två gånger. Ge dem olika namn.`,
		tooLong: () => `Texten är för lång. Ett namn får ha högst ${name} tecken.`,
		tooManyRows: () => `Tabellen har för många rader. Ett diagram visar högst ${rows}.`,
		tooManyColumns: () =>
			`Tabellen har för många kolumner. Ett diagram visar högst ${columns} med värden.`,
		notANumber: (found) =>
			`”${found}” är inget tal. Skriv till exempel 14,7. Skriv .. för sekretess och – där uppgift saknas.`,
		mixedUnits: (found) =>
			`”${found}” har inte samma enhet som de andra. Skriv % i alla celler eller i ingen.`,
		noNumbers: () => 'Tabellen har inga tal.'
	},
	forms: {
		line: 'Linjer',
		column: 'Stående staplar',
		rows: 'Liggande staplar',
		grouped: 'Grupperade staplar',
		stacked: 'Staplar av delar',
		multiples: 'Flera små diagram',
		donut: 'Ring'
	},
	hinders: {
		needsPeriods: 'Raderna eller kolumnerna behöver vara år, terminer eller månader.',
		needsOneColumn: 'Formen visar en kolumn med tal.',
		needsColumns: 'Formen behöver minst två kolumner med tal.',
		tooManySeries: 'Formen visar högst fem kolumner. Fler går inte att skilja åt.',
		negative: 'Ett tal under noll är ingen del av en helhet.',
		tooMany: 'En ring visar högst fem delar. Välj liggande staplar.',
		noWhole: 'Delarna är ingen helhet: andelarna behöver bli 99–101 % tillsammans.',
		notAllKnown: 'Ett tal saknas, och då är helheten okänd.'
	}
};

const en: TableWords = {
	at: (row, column) => `Row ${row}, column ${column}`,
	problems: {
		empty: () => 'There is no table here. Paste or type one.',
		noSeparator: () => 'Only one column was found. Part columns by tabs or semicolons.',
		unevenRow: () => 'The row has not as many cells as the first. Add or remove cells.',
		needsHead: () => 'The columns have no names. Write a first row of what they show.',
		noName: () => 'The name is missing. Write what the row or column shows.',
		twice: (found) => `“${found}” is there twice. Give them different names.`,
		tooLong: () => `The text is too long. A name has at most ${name} characters.`,
		tooManyRows: () => `The table has too many rows. A chart shows at most ${rows}.`,
		tooManyColumns: () =>
			`The table has too many columns. A chart shows at most ${columns} of values.`,
		notANumber: (found) =>
			`“${found}” is no number. Write 14.7, for example. Write .. for confidential and – where there is no figure.`,
		mixedUnits: (found) =>
			`“${found}” has not the unit of the others. Write % in all cells or in none.`,
		noNumbers: () => 'The table has no numbers.'
	},
	forms: {
		line: 'Lines',
		column: 'Columns',
		rows: 'Bars',
		grouped: 'Grouped bars',
		stacked: 'Stacked bars',
		multiples: 'Several small charts',
		donut: 'Ring'
	},
	hinders: {
		needsPeriods: 'Rows or columns must be years, terms or months.',
		needsOneColumn: 'This form shows one column of numbers.',
		needsColumns: 'This form needs at least two columns of numbers.',
		tooManySeries: 'This form shows at most five columns. Nobody tells more apart.',
		negative: 'A number below zero is no part of a whole.',
		tooMany: 'A ring shows at most five parts. Choose bars.',
		noWhole: 'The parts make no whole: shares must be 99–101% together.',
		notAllKnown: 'A number is missing, so the whole is unknown.'
	}
};

export const tableWords = (lang: Lang): TableWords => (lang === 'en' ? en : sv);

/** One problem in a sentence that says where it is: "Rad 3, kolumn 2: …". */
export function problemText({ row, column, problem, found }: TableProblem, lang: Lang): string {
	const w = tableWords(lang);
	const what = w.problems[problem](found);
	return problem === 'empty' || problem === 'noSeparator' || problem === 'noNumbers'
		? what
		: `${w.at(row, column)}: ${what}`;
}
