/** What a block is called where it has no words of its own; a report is in Swedish. */
export const BLOCK_NAMES: Readonly<Record<string, string>> = {
	paragraph: 'Stycke',
	heading: 'Rubrik',
	bulletList: 'Punktlista',
	orderedList: 'Numrerad lista',
	table: 'Tabell',
	quote: 'Citat',
	callout: 'Faktaruta',
	picture: 'Bild',
	indicator: 'Nyckeltal',
	figure: 'Stor siffra',
	indicatorSummary: 'Sammanställning av nyckeltal',
	areaTable: 'Utvecklingsområden',
	area: 'Utvecklingsområde',
	measure: 'Åtgärd',
	expectedResult: 'Förväntat resultat',
	references: 'Källförteckning',
	signature: 'Underskrift',
	rollUp: 'Hämtat från andra rapporter',
	footnote: 'Fotnot'
};
