/** Ids and titles of measures as Kolada's catalogue has them (Källa: Kolada). All values in tests are made up. */
export const KPI_TITLES: Record<string, string> = {
	U31803: 'Barn i befolkningen som ingår i familjer med ekonomiskt bistånd, andel (%)',
	U31809: 'Barn i befolkningen som ingår i familjer med långvarigt ekonomiskt bistånd, andel (%)',
	N02903: 'Invånare 0-19 år med minst en förälder med sjuk- eller aktivitetsersättning, andel (%)',
	N66077: 'Invånare, 0-19 år, med låg ekonomisk standard, andel (%)',
	N11102: 'Inskrivna barn per årsarbetare i förskolan, lägeskommun, antal',
	N11801: 'Barn 1-5 år inskrivna i förskola och pedagogisk omsorg, andel (%)',
	N11811: 'Förskollärartäthet, antal barn/lärare med förskollärarlegitimation, lägeskommun',
	N11813: 'Förskollärartäthet, antal barn/lärare med förskollärarlegitimation, kommunal regi',
	N15424: 'Elever i åk 9 som är behöriga till yrkesprogram, lägeskommun, andel (%)',
	N15428: 'Elever i åk 9 som är behöriga till yrkesprogram, hemkommun, andel (%)',
	N15436: 'Elever i åk 9 som är behöriga till yrkesprogram, kommunala skolor,  andel (%)',
	N15418: 'Elever i åk 9 som uppnått betygskriterierna i alla ämnen, lägeskommun, andel (%)',
	N15419: 'Elever i åk 9 som uppnått betygskriterierna i alla ämnen, kommunala skolor,  andel (%)',
	N15508: 'Elever i åk 9 som uppnått betygskriterierna i alla ämnen, hemkommun, andel (%)',
	N15540:
		'Elever i åk 6 som uppnått betygskriterierna i alla ämnen (som eleven läser), kommunala skolor, andel (%)',
	N17457: 'Gymnasieelever med examen eller studiebevis inom 4 år, hemkommun, andel (%)',
	N15613:
		'Elever i åk 5: Känner du dig trygg i skolan? Andel som svarat "Helt och hållet" eller "Till stor del", (%)',
	N15643:
		'Elever i åk 8: Känner du dig trygg i skolan? Andel som svarat "Helt och hållet" eller "Till stor del", (%)',
	N09888: 'Elever i musik- eller kulturskola, 6-19 år, andel (%)',
	N09890: 'Elever i musik- eller kulturskola, 6-15 år, andel (%)',
	N09811: 'Barnbokslån i kommunala bibliotek, antal/barn 0-17 år',
	U09800: 'Deltagartillfällen i idrottsföreningar, antal/inv 7-20 år',
	N18741: 'Personer i kommunens aktivitetsansvar, andel (%) av inv 16-19 år',
	N33818:
		'Barn och unga 0-20 år som har varit placerade på HVB eller familjehem någon gång under året, antal/1000 inv'
};

/** Who is divided by gender, and when the next period is expected. */
export const KPI_FACTS: Record<string, { gender: boolean; period: string; date: string }> = {
	U31803: { gender: false, period: '2025', date: '2026-10-28' },
	U31809: { gender: false, period: '2025', date: '2026-10-28' },
	N02903: { gender: false, period: '2025', date: '2027-02-04' },
	N66077: { gender: false, period: '2025', date: '2027-01-25' },
	N11102: { gender: false, period: '2025', date: '2026-04-16' },
	N11801: { gender: false, period: '2025', date: '2026-03-29' },
	N11811: { gender: false, period: '2025', date: '2026-04-16' },
	N11813: { gender: false, period: '2025', date: '2026-04-16' },
	N15424: { gender: true, period: '2026', date: '2026-09-25' },
	N15428: { gender: true, period: '2026', date: '2026-09-25' },
	N15436: { gender: true, period: '2026', date: '2026-09-25' },
	N15418: { gender: true, period: '2026', date: '2026-09-25' },
	N15419: { gender: true, period: '2026', date: '2026-09-25' },
	N15508: { gender: true, period: '2026', date: '2026-09-25' },
	N15540: { gender: true, period: '2026', date: '2026-10-22' },
	N17457: { gender: true, period: '2025', date: '2025-11-30' },
	N15613: { gender: true, period: '2026', date: '2026-05-29' },
	N15643: { gender: true, period: '2026', date: '2026-05-29' },
	N09888: { gender: true, period: '2025', date: '2026-11-15' },
	N09890: { gender: true, period: '2025', date: '2026-11-15' },
	N09811: { gender: false, period: '2025', date: '2026-05-19' },
	U09800: { gender: true, period: '2025', date: '2026-11-11' },
	N18741: { gender: false, period: '2026', date: '2026-12-04' },
	N33818: { gender: true, period: '2025', date: '2026-09-23' }
};

/** Groups with their members; the one of all municipalities has few here. */
export const GROUPS: Record<string, { title: string; members: [id: string, title: string][] }> = {
	G176409: {
		title: 'Liknande kommuner socioekonomi, Söderhamn, 2024',
		members: [
			['0428', 'Vingåker'],
			['0763', 'Tingsryd'],
			['1461', 'Mellerud'],
			['1492', 'Åmål'],
			['1785', 'Säffle'],
			['1962', 'Norberg'],
			['2183', 'Bollnäs']
		]
	},
	G33628: {
		title: 'Gävleborgs läns kommuner (ovägt medel)',
		members: [
			['2101', 'Ockelbo'],
			['2104', 'Hofors'],
			['2121', 'Ovanåker'],
			['2132', 'Nordanstig'],
			['2161', 'Ljusdal'],
			['2180', 'Gävle'],
			['2181', 'Sandviken'],
			['2182', 'Söderhamn'],
			['2183', 'Bollnäs'],
			['2184', 'Hudiksvall']
		]
	},
	G36079: {
		title: 'Liknande kommuner grundskola, Söderhamn, 2024',
		members: [
			['0781', 'Ljungby'],
			['1082', 'Karlshamn'],
			['1493', 'Mariestad'],
			['2084', 'Avesta'],
			['2161', 'Ljusdal'],
			['2280', 'Härnösand'],
			['2584', 'Kiruna']
		]
	},
	G96092: {
		title: 'Resultatnätverket R9 (ovägt medel)',
		members: [
			['0181', 'Södertälje'],
			['0380', 'Uppsala'],
			['0484', 'Eskilstuna'],
			['0580', 'Linköping'],
			['0581', 'Norrköping'],
			['0680', 'Jönköping'],
			['1880', 'Örebro'],
			['1980', 'Västerås'],
			['2180', 'Gävle']
		]
	}
};
