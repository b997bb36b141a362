import type { MetaField, ReportKind } from '#core/report-kind.ts';

/** The kinds of report, and what each says of itself: on its title page, and where that is asked for. */
export const kinds = {
	kind: {
		barnbokslut: 'Barnbokslut',
		review: 'Genomlysning',
		interpellationReply: 'Interpellationssvar'
	} satisfies Record<ReportKind, string> as Record<ReportKind, string>,
	field: {
		documentType: 'Dokumenttyp',
		preparedBy: 'Framtagen av',
		date: 'Datum',
		version: 'Version',
		commissionedBy: 'Uppdragsgivare',
		number: 'Interpellationens nummer',
		asker: 'Ledamot som frågar',
		party: 'Parti',
		subject: 'Ämne',
		answeredBy: 'Den som svarar',
		answererTitle: 'Den svarandes titel',
		meetingDate: 'Sammanträdets datum'
	} satisfies Record<MetaField, string> as Record<MetaField, string>,
	hint: {
		documentType: 'Till exempel Genomlysning eller Utredning. Står i sidhuvudet.',
		date: 'År, månad och dag: 2025-03-03.',
		version: 'Till exempel 1.0.',
		commissionedBy: 'Den nämnd som har gett uppdraget.',
		number: 'Till exempel 2016:21.',
		party: 'Förkortat, till exempel L.',
		subject: 'Det som kommer efter ”om” i titeln, till exempel barn som far illa.',
		answererTitle: 'Till exempel kommunalråd.',
		meetingDate: 'År, månad och dag: 2025-03-03. Lämna tomt om dagen inte är bestämd.'
	} as Partial<Record<MetaField, string>>,
	/** On the title page. */
	interpellation: 'Interpellation',
	askedBy: 'Ställd av',
	answeredBy: 'Besvaras av',
	meeting: 'Sammanträde',
	answered: 'Besvarad',
	pages: 'Sidor',
	person: (name: string, about: string) => (about === '' ? name : `${name}, ${about}`),
	member: (name: string, party: string) => (party === '' ? name : `${name} (${party})`),
	running: (documentType: string, title: string) =>
		documentType === '' ? title : `${documentType}: ${title}`,

	missing: (field: string) => `”${field}” är inte ifyllt.`,
	decision: {
		title: 'När frågan besvarades',
		body: 'Där den besvarades',
		bodyHint: 'Oftast Kommunfullmäktige.',
		date: 'Sammanträdets datum',
		paragraph: 'Paragraf i protokollet'
	},
	about: {
		title: 'Om rapporten',
		lede: 'Det här står på försättsbladet och i sidhuvudet. Utgåvor som redan är publicerade ändras inte.',
		name: 'Titel',
		nameHint: 'Adressen till rapporten ändras inte.',
		madeTitle: 'Titeln skrivs av sig själv:',
		notMade: 'När alla fält som titeln byggs av är ifyllda skrivs den här.',
		required: 'Behövs innan rapporten kan publiceras.',
		save: 'Spara',
		saved: 'Uppgifterna är sparade.',
		template: 'Mall',
		madeFrom: (title: string, version: number) => `${title}, version ${version}`,
		keeps: 'Rapporten behåller den version som den gjordes av, även om mallen ändras.',
		copy: 'Gör en mall av den här rapportens upplägg'
	}
};
