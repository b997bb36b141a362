import type { chartDialog as sv } from './chart-dialog.sv.ts';

export const chartDialog: typeof sv = {
	titleNew: 'Chart of your own numbers',
	title: 'Caption, chart and source',
	numbers: 'Table',
	numbersHint:
		'Paste from a spreadsheet, or type: a line for each row, semicolons between columns. The first row holds headers.',
	example: 'Skola; 2021/22; 2022/23\nKulanskolan; 58 %; 62 %\nBergviksskolan; 61 %; 59 %',
	needsTable: 'The table cannot be drawn yet.',
	more: (count: number) => (count === 1 ? 'One more problem.' : `${count} more problems.`),
	form: 'Form',
	none: 'The table alone',
	caption: 'Caption',
	captionHint: 'What the numbers show, where and when.',
	unit: 'Unit',
	unitHint: 'Pupils or SEK, for example. Empty if the cells have % already.',
	decimals: 'Decimals',
	asTyped: 'As in the table',
	source: 'Source',
	sourceHint: 'From where and which year, for example Pupil survey, spring 2023.',
	preview: 'How the chart will look',
	insert: 'Insert',
	save: 'Save',
	locked: 'The section is locked now. Nothing was changed.'
};
