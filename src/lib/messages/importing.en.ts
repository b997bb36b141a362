import type { importing as source } from './importing.sv.ts';

const rows = (n: number): string => (n === 1 ? '1 row' : `${n} rows`);
const values = (n: number): string => (n === 1 ? '1 value' : `${n} values`);

export const importing: typeof source = {
	title: 'Import values',
	lede: 'Read values from a file. You see first what the file would change. Nothing is saved before you have decided.',
	link: 'Import values',
	exportCsv: 'Download as CSV',
	exportExcel: 'Download as Excel',
	file: 'File',
	fileHint: (rows: string, mb: number) =>
		`CSV or Excel (.xlsx), at most ${rows} rows and ${mb} MB. The first sheet is read.`,
	source: 'Source',
	sourceHint: 'For rows that do not state one themselves.',
	read: 'Read the file',
	readNote: 'You will see what is new, what would change and what is wrong.',
	columns: 'What the file should look like',
	columnsLede:
		'The first row is headings, then one row for each value. Indicator, Period and Value are needed. The columns may stand in any order.',
	column: {
		indicator: 'Kolada’s id, the indicator’s own id, or its title as it stands here.',
		series: 'The municipality’s name or a group’s. Empty means the municipality.',
		breakdown: 'A part of the children, such as girls or a school. Empty means all.',
		period: '2024, 2023/24, autumn 2024 or 2024-04. Write not stated if the source does not say.',
		status: 'Value, missing, suppressed or not applicable. May be empty.',
		value: 'A number: 14.7 or 14,7. Two full stops for suppressed, a dash if it is missing.',
		unit: 'Checked against the indicator’s unit. May be empty.',
		source: 'As it is to stand after the word Source.'
	},
	template: 'Download a template:',
	csv: 'CSV',
	excel: 'Excel',
	gone: {
		what: 'The file is no longer here.',
		then: 'A file that was read waits for 30 minutes, and goes if the program is restarted. Nothing was saved. Choose the file again.'
	},
	preview: (name: string) => `What ${name} would change`,
	another: 'Choose another file',
	counts: {
		fresh: (_n: number) => 'new',
		same: (_n: number) => 'as before',
		changed: (_n: number) => 'would change',
		wrong: (n: number) => (n === 1 ? 'row is wrong' : 'rows are wrong')
	},
	empty: (n: number) => `${rows(n)} without a value ${n === 1 ? 'is' : 'are'} skipped.`,
	repeated: (n: number) => `${rows(n)} ${n === 1 ? 'says' : 'say'} the same as another row.`,
	ignored: (names: string) => `Columns that are not read: ${names}.`,
	nothing: 'The file changes nothing.',
	nothingSame: 'Its values stand here already.',
	nothingElse: 'It holds no values that can be imported.',
	wrongTitle: 'This is wrong',
	wrongLede: (n: number) =>
		n === 1
			? 'The row is not read. Correct it in the file and choose the file again, or import the rest.'
			: 'The rows are not read. Correct them in the file and choose the file again, or import the rest.',
	wrongMore: (n: number) => `Only the first ${n} are shown.`,
	row: 'Row',
	inColumn: 'Column',
	what: 'What is wrong',
	stands: 'It says',
	problem: {
		indicatorMissing: 'The indicator is missing.',
		indicatorUnknown: 'There is no indicator with that name or id.',
		indicatorAmbiguous: 'Several indicators are called that. Write the indicator’s id.',
		seriesUnknown: 'There is no group with that name.',
		seriesAmbiguous: 'Several groups are called that. Write the group’s id.',
		periodMissing: 'The period is missing. Write not stated if the source does not say.',
		periodNotRead: 'This is no period. Write for instance 2024, 2023/24 or autumn 2024.',
		isDate: 'The spreadsheet has made a date of the cell. Turn it into text.',
		statusUnknown: 'Write value, missing, suppressed or not applicable.',
		statusDiffers: 'Status and value say different things.',
		notANumber: 'This is no number. Write for instance 14.7.',
		numberMissing: 'The status is value, but the number is missing.',
		numberWithStatus: 'There is a number here, but the status says that there is none.',
		unitDiffers: 'The indicator has another unit.',
		sourceMissing: 'The source is missing.',
		tooLong: 'The text is too long.',
		twice: 'Another row says something else of the same value. Neither is read.'
	},
	seeRow: (row: string) => `row ${row}`,
	changedTitle: 'This would change',
	changedLede: 'What stands here today stays unless you tick the row.',
	changedMore: (n: number, all: number) =>
		`Only the first ${n} of ${all} are shown. The others stay. Read the file again afterwards to decide on them.`,
	overwrite: 'Overwrite',
	overwriteOf: (what: string) => `Overwrite ${what}`,
	value: 'The value',
	today: 'Today',
	inFile: 'In the file',
	typedBy: (name: string, date: string) => `typed by ${name} ${date}`,
	typedAt: (date: string) => `typed ${date}`,
	fetchedAt: (date: string) => `fetched ${date}`,
	freshTitle: 'This is new',
	freshMore: (n: number, all: number) => `The first ${n} of ${all} are shown.`,
	import: (fresh: number) => (fresh === 0 ? 'Import the ticked ones' : `Import ${values(fresh)}`),
	importTicked: (fresh: number) =>
		fresh === 1
			? 'Import the new one and the ticked ones'
			: `Import ${fresh} new and the ticked ones`,
	importAll: (n: number) =>
		n === 1 ? 'Import and overwrite the row above' : `Import and overwrite all ${n} above`,
	note: 'Everything goes in at once, or nothing. Submitted and approved sections keep their values.',
	done: (fresh: number, changed: number) =>
		fresh + changed === 0
			? 'Done. Nothing changed.'
			: `Done. ${[
					fresh > 0 ? `${values(fresh)} ${fresh === 1 ? 'is' : 'are'} new` : '',
					changed > 0 ? `${values(changed)} ${changed === 1 ? 'was' : 'were'} overwritten` : ''
				]
					.filter((part) => part !== '')
					.join(' and ')}.`,
	left: (n: number) =>
		n === 1 ? '1 value was left as it was.' : `${n} values were left as they were.`,
	fileProblem: {
		empty: { what: 'The file is empty.', then: 'Choose a file with headings and values.' },
		tooManyRows: {
			what: 'The file has more rows than can be read at once.',
			then: 'Divide it into several files, and take away empty rows at its end.'
		},
		tooManyColumns: {
			what: 'The file has too many columns.',
			then: 'Take away those that are not needed, also far to the right.'
		},
		noHead: {
			what: 'The first row has no headings that are known.',
			then: 'Write Indicator, Period and Value in it, or begin with the template.'
		},
		noIndicator: {
			what: 'The column Indicator is missing.',
			then: 'Add it, or begin with the template.'
		},
		noPeriod: {
			what: 'The column Period is missing.',
			then: 'Add it, or begin with the template.'
		},
		noValue: { what: 'The column Value is missing.', then: 'Add it, or begin with the template.' },
		columnTwice: {
			what: 'Two columns have headings that mean the same.',
			then: 'Take one away or give it another heading.'
		},
		tooLarge: { what: 'The file is larger than 5 MB.', then: 'Divide it into several files.' },
		notText: {
			what: 'The file is neither CSV nor Excel.',
			then: 'Save it as CSV or .xlsx in the spreadsheet and try again.'
		},
		quotes: {
			what: 'A quotation mark in the file is never closed.',
			then: 'Take it away, or save the file as .xlsx instead.'
		},
		oldExcel: {
			what: 'The file is in Excel’s old format or protected by a password.',
			then: 'Save it as .xlsx without a password and try again.'
		},
		damaged: {
			what: 'The file is damaged or cut off.',
			then: 'Download or save it anew and try again.'
		},
		notExcel: {
			what: 'The file cannot be read as an Excel file.',
			then: 'Open it in the spreadsheet, save it as .xlsx and try again.'
		},
		unpacksTooLarge: {
			what: 'The file unpacks to more than can be read.',
			then: 'Save the sheet with the values alone in a file of its own.'
		},
		tooSlow: {
			what: 'The file took too long to read.',
			then: 'Divide it into several files.'
		}
	}
};
