/** The card of a number where one writes; its lines come in words from the server. */
export const provenance = {
	title: 'Om siffran och var den kommer ifrån',
	fixed: 'Avsnittet är låst. Kortet gäller siffrorna som de skickades in.',
	note: 'Anmärkning till läsaren',
	kpiId: 'Koladas id',
	used: 'Används i',
	notUsed: 'Inget avsnitt',
	toIndicator: 'Alla värden',
	reading: 'Läser …',
	failed: 'Det gick inte att läsa om siffran.',
	noAnswer: 'Servern svarade inte.',
	retry: 'Försök igen'
};
