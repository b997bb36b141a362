/** The dialog in which a table becomes a chart. */
export const chartDialog = {
	titleNew: 'Diagram av egna tal',
	title: 'Rubrik, diagram och källa',
	numbers: 'Tabell',
	numbersHint:
		'Klistra in från ett kalkylblad, eller skriv: en rad per rad, semikolon mellan kolumnerna. Första raden är rubriker.',
	example: 'Skola; 2021/22; 2022/23\nKulanskolan; 58 %; 62 %\nBergviksskolan; 61 %; 59 %',
	needsTable: 'Tabellen kan inte ritas ännu.',
	more: (count: number) => (count === 1 ? 'Ett fel till.' : `${count} fel till.`),
	form: 'Form',
	none: 'Bara tabellen',
	caption: 'Rubrik',
	captionHint: 'Vad siffrorna visar, var och när.',
	unit: 'Enhet',
	unitHint: 'Till exempel elever eller kr. Tomt om cellerna redan har %.',
	decimals: 'Decimaler',
	asTyped: 'Som i tabellen',
	source: 'Källa',
	sourceHint: 'Varifrån och vilket år, till exempel Elevenkät våren 2023.',
	preview: 'Så här blir diagrammet',
	insert: 'Infoga',
	save: 'Spara',
	locked: 'Avsnittet är låst nu. Ingenting har ändrats.'
};
