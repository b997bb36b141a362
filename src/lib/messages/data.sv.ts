/** The heads and words of an edition's tables in CSV. The edition is always in Swedish. */
export const data = {
	/** What a row of the figures is. */
	kinds: { value: 'nyckeltal', stated: 'omdöme', table: 'tabell' },
	purposes: { followUp: 'uppföljning', plan: 'plan' },
	figures: {
		kind: 'Slag',
		against: 'Jämfört med',
		judgement: 'Omdöme',
		table: 'Tabell',
		row: 'Rad',
		column: 'Kolumn',
		tableValue: 'Tabellens värde',
		sections: 'Avsnitt',
		origin: 'Taget ur',
		key: 'Nyckel',
		kpi: 'Kolada-id',
		decimals: 'Decimaler i text',
		wished: 'Önskad riktning',
		definition: 'Definition',
		note: 'Anmärkning',
		groupYear: 'Gruppens år',
		groupSize: 'Kommuner i gruppen',
		groupCounted: 'Kommuner med värde',
		groupMembers: 'Gruppens kommuner',
		mean: 'Medelvärdet har räknats av',
		how: 'Hämtad eller inlagd',
		when: 'Hämtad eller inlagd den',
		by: 'Inlagd av'
	},
	measures: {
		kind: 'Slag',
		section: 'Avsnitt',
		department: 'Förvaltning',
		table: 'Tabell',
		row: 'Rad',
		origin: 'Taget ur'
	},
	/** Of a measure and the area that it belongs to; a status stands as a code and as a word. */
	areas: {
		areaId: 'Områdets id',
		area: 'Utvecklingsområde',
		departments: 'Områdets förvaltningar',
		articles: 'Artiklar',
		areaCode: 'Områdets statuskod',
		areaStatus: 'Områdets status',
		measureId: 'Åtgärdens id',
		measureNumber: 'Åtgärd nr',
		measure: 'Åtgärd',
		code: 'Statuskod',
		status: 'Status',
		comment: 'Kommentar',
		results: 'Förväntade resultat',
		responsible: 'Ansvarig',
		due: 'Tid'
	},
	/** At the end of every row: the edition that it belongs to (P4). */
	edition: {
		report: 'Rapport',
		municipality: 'Avsändare',
		number: 'Utgåva',
		published: 'Publicerad',
		decision: 'Beslut',
		registryNumber: 'Diarienummer',
		address: 'Adress',
		hash: 'Utgåvans kontrollsumma (SHA-256)'
	},
	columnNumber: (n: number) => `Kolumn ${n}`,
	wished: { high: 'hög', low: 'låg', none: 'ingen' },
	how: { fetched: 'hämtad', entered: 'inlagd' },
	mean: { own: 'kommunen', source: 'källan' },
	previous: 'föregående värde',
	levels: { higher: 'högre', lower: 'lägre', equal: 'lika' },
	judgements: { better: 'bättre', worse: 'sämre', equal: 'likvärdigt' },
	decision: (body: string, date: string, paragraph: string) => `${body} ${date}, ${paragraph}`
};
