export const templates = {
	title: 'Mallar',
	lede: 'En mall bestämmer vilka kapitel och avsnitt en ny rapport får, vem som äger dem och vilka frågor skribenten möter. En rapport behåller den version som den gjordes av: att ändra en mall ändrar ingen rapport.',
	link: 'Mallar',
	ours: 'Färdiga mallar',
	own: 'Egna mallar',
	ownNone: 'Ni har inga egna mallar än. Kopiera en färdig och ändra den så att den passar er.',
	archived: (n: number) => (n === 1 ? '1 arkiverad mall' : `${n} arkiverade mallar`),
	builtIn: {
		barnbokslut: {
			title: 'Barnbokslut',
			about: 'Det årliga bokslutet över barns rättigheter, för en kommun eller en nämnd.'
		},
		genomlysning: {
			title: 'Genomlysning',
			about:
				'En utredning på uppdrag av en nämnd: inflöde, insatser, kostnader, slutsatser och förslag.'
		},
		interpellationssvar: {
			title: 'Interpellationssvar',
			about: 'Ett skriftligt svar på en ledamots fråga, på en eller två sidor och med underskrift.'
		}
	} as Record<string, { title: string; about: string }>,
	sections: (n: number) => (n === 1 ? '1 avsnitt' : `${n} avsnitt`),
	version: (n: number) => `Version ${n}`,
	unused: 'Ingen rapport är gjord av den.',
	uses: (n: number) => (n === 1 ? '1 rapport är gjord av den' : `${n} rapporter är gjorda av den`),
	usesOf: (version: number, n: number) => `${n} av version ${version}`,
	edit: 'Ändra',
	makeReport: 'Gör en rapport',
	copy: 'Kopiera',
	copyOf: (title: string) => `Kopiera ${title}`,

	new: {
		title: 'Ny mall',
		lede: 'Börja från en mall som finns, eller från så som en av era rapporter är upplagd.',
		from: 'Börja från',
		fromTemplates: 'Mallar',
		fromReports: 'Rapporter',
		report: (title: string) => `Upplägget i ${title}`,
		name: 'Mallens namn',
		nameHint: 'Till exempel Barnbokslut för kultur- och fritidsnämnden.',
		make: 'Gör mallen'
	},

	one: {
		name: 'Mallens namn',
		saved: (version: number) => `Version ${version} är sparad.`,
		savedThen: 'Nya rapporter görs av den. De som redan finns är som de var.',
		lastSaved: (who: string) => `Sparad av ${who}`,
		reports: 'Rapporter gjorda av mallen',
		reportVersion: (title: string, version: number) => `${title} (version ${version})`,
		structure: 'Kapitel och avsnitt',
		how: 'Flytta med pilarna. Numren räknas om av sig själva. Inget sparas förrän du trycker på Spara.',
		chapter: (number: string) => `Kapitel ${number}`,
		chapterTitle: 'Kapitlets titel',
		lead: 'Kapitlets egen text',
		sectionTitle: 'Avsnittets titel',
		untitled: 'Utan titel',
		owner: 'Ägare',
		coordinator: 'Samordnaren',
		roles: {
			social: 'Förvaltningen för socialtjänst',
			education: 'Förvaltningen för skola',
			culture: 'Förvaltningen för kultur och fritid'
		} as Record<string, string>,
		articles: 'Artiklar i barnkonventionen',
		articlesHint: 'Nummer med komma emellan, till exempel 2, 3, 12.',
		required: 'Måste finnas med',
		requiredHint: 'Rapporten kan inte publiceras förrän avsnittet är godkänt.',
		blocks: 'Ska innehålla',
		help: 'Frågor till skribenten',
		helpHint: 'En fråga på varje rad. De publiceras aldrig.',
		hasInitial: 'Avsnittet börjar med en färdig text.',
		up: (title: string) => `Flytta upp ${title}`,
		down: (title: string) => `Flytta ner ${title}`,
		remove: (title: string) => `Ta bort ${title}`,
		addSection: 'Lägg till avsnitt',
		addSectionTo: (title: string) => `Lägg till avsnitt i ${title}`,
		addChapter: 'Lägg till kapitel',
		moved: (title: string, number: string) => `${title} är nu ${number}.`,
		removed: (title: string) => `${title} är borttaget.`,
		added: (number: string) => `${number} är tillagt. Skriv en titel.`,
		undo: 'Ångra',
		save: 'Spara som ny version',
		changed: 'Ändringarna är inte sparade.',
		leave: 'Ändringarna är inte sparade. Vill du lämna sidan ändå?',
		archive: 'Arkivera mallen',
		archiveThen: 'Den går då inte att göra nya rapporter av. Du kan ta den i bruk igen.',
		restore: 'Ta i bruk igen',
		isArchived: 'Mallen är arkiverad. Inga nya rapporter görs av den.'
	}
};
