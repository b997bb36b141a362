import type { LeftOutKind, WordProblem } from '#core/word-in/proposal.ts';
import type { Words } from './refusal.sv.ts';

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const wordIn = {
	title: 'Hämta från Word',
	link: 'Hämta från Word',
	lede: 'Läs in text från en Word-fil. Du ser först vad filen innehåller och vart det skulle hamna. Inget förs in i rapporten innan du har bestämt dig.',
	file: 'Word-fil',
	fileHint: (mb: number) => `En .docx-fil, högst ${mb} MB.`,
	read: 'Läs filen',
	how: 'Så går det till',
	howItems: [
		'Rubriker i filen jämförs med rapportens avsnitt. Det som inte hittar någon plats får du placera själv.',
		'Rubriker, listor, tabeller, citat, fotnoter, länkar och bilder med alternativtext följer med.',
		'Texten läggs efter det som redan står i avsnittet. Inget skrivs över, och inskickade och godkända avsnitt ändras inte.',
		'Spårade ändringar läses som om de var godkända. Kommentarer följer inte med.'
	],
	steps: {
		open: 'Öppnar filen',
		read: 'Läser texten',
		match: 'Jämför rubriker med avsnitt'
	},
	waiting: 'Väntar på sin tur',
	progress: 'Hur långt läsningen har kommit',
	count: (done: number, total: number) => `steg ${Math.min(done + 1, total)} av ${total}`,
	cancel: 'Avbryt',
	refresh: 'Visa hur långt det har kommit',
	gone: {
		what: 'Filen finns inte kvar.',
		then: 'En inläst fil väntar i 30 minuter, och den försvinner om programmet startas om. Inget har förts in. Välj filen igen.'
	},
	preview: (name: string) => `Det här innehåller ${name}`,
	summary: (parts: number, matched: number) =>
		`${many(parts, 'del', 'delar')}. ${
			matched === parts
				? 'Alla har hittat sitt avsnitt.'
				: `${matched} har hittat sitt avsnitt, ${parts - matched} behöver du placera eller lämna utanför.`
		}`,
	leftOutTitle: 'Att känna till om filen',
	leftOut: {
		insertions: (n: number) =>
			`${many(n, 'spårad infogning', 'spårade infogningar')} är med som vanlig text.`,
		deletions: (n: number) =>
			`${many(n, 'spårad borttagning', 'spårade borttagningar')} är inte med.`,
		comments: (n: number) => `${many(n, 'kommentar', 'kommentarer')} är inte med.`,
		textBoxes: (n: number) =>
			`${many(n, 'textruta', 'textrutor')}: texten står efter stycket där rutan var fäst. Se efter att den står rätt.`,
		textBoxesLost: (n: number) =>
			`${many(n, 'textruta', 'textrutor')} går inte att läsa och är inte med.`,
		charts: (n: number) =>
			`${many(n, 'diagram', 'diagram')} är inte med. Gör om dem här, av en tabell eller ett nyckeltal.`,
		diagrams: (n: number) => `${many(n, 'figur', 'figurer')} av typen SmartArt är inte med.`,
		equations: (n: number) => `${many(n, 'formel', 'formler')} är inte med.`,
		objects: (n: number) => `${many(n, 'inbäddad fil', 'inbäddade filer')} är inte med.`,
		headers: (n: number) =>
			`${many(n, 'sidhuvud eller sidfot', 'sidhuvuden och sidfötter')} är inte med.`,
		linkedImages: (n: number) =>
			`${many(n, 'bild', 'bilder')} ligger utanför filen och är inte med. Klistra in dem i filen och läs in den igen.`,
		imageKind: (n: number) =>
			`${many(n, 'bild', 'bilder')} är av ett slag som inte går att visa. Spara dem som PNG eller JPEG.`,
		imageBytes: (n: number) => `${many(n, 'bild', 'bilder')} är större än 8 MB och är inte med.`,
		imageSize: (n: number) =>
			`${many(n, 'bild', 'bilder')} har för många bildpunkter och är inte med.`,
		imageBroken: (n: number) =>
			`${many(n, 'bild', 'bilder')} är skadade eller har tryckfärger (CMYK) och är inte med.`,
		links: (n: number) =>
			`${many(n, 'länk', 'länkar')} leder till en plats som bara fanns hos den som skrev. Orden är med.`,
		notesCut: (n: number) =>
			`${many(n, 'fotnot', 'fotnoter')} är längre än 1 000 tecken och kortades av.`,
		indicators: (n: number) =>
			`${many(n, 'nyckeltal', 'nyckeltal')} finns inte här och kommer som vanlig text.`,
		tags: (n: number) =>
			`${many(n, 'rad', 'rader')} med förvaltning och artiklar är inte med. De uppgifterna har avsnitten redan.`
	} satisfies Record<LeftOutKind, (n: number) => string>,
	partsTitle: 'Vart texten ska',
	from: (heading: string) => `I filen: ”${heading}”`,
	beginning: 'Början av filen, före första rubriken',
	unmatched: 'Utan avsnitt',
	unmatchedLede: 'De här delarna har inte hittat något avsnitt. Välj ett, eller lämna dem utanför.',
	matchedLede: 'Rubrikerna i filen stämmer med de här avsnitten.',
	alike: 'Rubriken liknar avsnittets. Se efter att det blev rätt.',
	stands: {
		empty: 'Tomt nu',
		words: (n: number) => `${many(n, 'ord', 'ord')} står där nu`
	},
	brings: (n: number) => `${many(n, 'ord', 'ord')} i filen`,
	show: 'Visa texten',
	choice: 'Vad vill du göra?',
	putIn: 'Lägg in',
	add: 'Lägg till efter det som står där',
	leave: 'Lämna utanför',
	where: (heading: string) => `Avsnitt för ”${heading}”`,
	leaveOut: 'Lämna utanför',
	option: (title: string, words: number) =>
		words === 0 ? `${title} (tomt)` : `${title} (efter ${many(words, 'ord', 'ord')})`,
	closed: {
		submitted: (by: string | null) =>
			`Inskickat${by === null ? '' : ` av ${by}`}. Inget kan läggas till.`,
		approved: (by: string | null) =>
			`Godkänt${by === null ? '' : ` av ${by}`}. Inget kan läggas till.`,
		notYours: 'Det här avsnittet skriver en annan förvaltning i.',
		rowsOnly: 'Här får du bara ändra din egen förvaltnings rader.'
	},
	accept: 'Lägg in i rapporten',
	acceptNote:
		'Allt du har valt läggs in på en gång, eller inget. Det står sedan som skrivet av dig.',
	another: 'Välj en annan fil',
	nothing: 'Du har inte valt något att lägga in. Välj ett avsnitt för minst en del.',
	changed: (titles: string) =>
		`Det här har ändrats sedan du läste in sidan: ${titles}. Inget har lagts in. Sidan visar nu hur det ser ut. Se över valen och försök igen.`,
	done: (sections: number, images: number) =>
		`Klart. Text lades in i ${many(sections, 'avsnitt', 'avsnitt')}${
			images === 0 ? '' : `, och ${many(images, 'bild', 'bilder')} sparades`
		}.`,
	doneNext: 'Läs igenom avsnitten:',
	fileProblem: {
		missing: { what: 'Ingen fil är vald.', then: 'Välj en Word-fil och försök igen.' },
		empty: { what: 'Filen är tom.', then: 'Välj en fil med text i.' },
		notWord: {
			what: 'Filen är ingen Word-fil.',
			then: 'Öppna den i Word, spara den som .docx och försök igen.'
		},
		oldWord: {
			what: 'Filen är i Words gamla format (.doc).',
			then: 'Öppna den i Word, spara den som .docx och försök igen.'
		},
		openDocument: {
			what: 'Filen är en OpenDocument-fil (.odt).',
			then: 'Öppna den i skrivprogrammet, spara den som .docx och försök igen.'
		},
		password: {
			what: 'Filen är skyddad med lösenord.',
			then: 'Öppna den i Word, ta bort lösenordet och försök igen.'
		},
		macros: {
			what: 'Filen innehåller makron, och sådana tas inte emot.',
			then: 'Spara den som .docx utan makron och försök igen.'
		},
		tooLarge: {
			what: 'Filen är större än 25 MB.',
			then: 'Komprimera bilderna i Word, eller dela upp filen, och försök igen.'
		},
		unpacksTooLarge: {
			what: 'Filen innehåller mer än vad som går att läsa in.',
			then: 'Dela upp den i flera filer och försök igen.'
		},
		damaged: {
			what: 'Filen är skadad eller avklippt.',
			then: 'Öppna den i Word, spara den på nytt och försök igen.'
		},
		tooSlow: {
			what: 'Filen tog för lång tid att läsa.',
			then: 'Dela upp den i flera filer och försök igen.'
		},
		noText: {
			what: 'Det finns ingen text att läsa i filen.',
			then: 'Om sidorna är inskannade bilder behöver texten finnas som text.'
		}
	} satisfies Record<WordProblem, Words> as Record<WordProblem, Words>
};
