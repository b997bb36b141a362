/** What each department says of each article of the Convention. */
export const matrix = {
	title: 'Artikel för artikel',
	lede: 'Vad varje förvaltning skriver om varje artikel i barnkonventionen: styrkor, utmaningar, utvecklingsområden och annat. Tomma rutor visar var ingen har sagt något.',
	none: 'Inget avsnitt handlar om en artikel än. Artiklarna sätts i översikten.',
	overview: 'Överblick: artiklar och förvaltningar',
	common: 'Gemensamt',
	article: (n: number) => `Artikel ${n}`,
	count: (written: number, all: number) =>
		written === all ? `${all} avsnitt` : `${written} av ${all} avsnitt`,
	unwritten: 'Inget skrivet än',
	nothing: 'Inget avsnitt',
	by: { article: 'Efter artikel', department: 'Efter förvaltning' },
	sides: { strengths: 'Styrkor', challenges: 'Utmaningar' },
	areas: 'Utvecklingsområden'
};
