import type { FileProblem, RowProblem } from '#core/values-table.ts';
import type { Words } from './refusal.sv.ts';

const rows = (n: number): string => (n === 1 ? '1 rad' : `${n} rader`);
const values = (n: number): string => (n === 1 ? '1 värde' : `${n} värden`);

export const importing = {
	title: 'Importera värden',
	lede: 'Läs in värden från en fil. Du ser först vad filen skulle ändra. Inget sparas innan du har bestämt dig.',
	link: 'Importera värden',
	exportCsv: 'Hämta som CSV',
	exportExcel: 'Hämta som Excel',
	file: 'Fil',
	fileHint: (rows: string, mb: number) =>
		`CSV eller Excel (.xlsx), högst ${rows} rader och ${mb} MB. Det första bladet läses.`,
	source: 'Källa',
	sourceHint: 'För rader som inte anger någon källa själva.',
	read: 'Läs filen',
	readNote: 'Du får se vad som är nytt, vad som skulle ändras och vad som är fel.',
	columns: 'Så ska filen se ut',
	columnsLede:
		'Första raden är rubriker, sedan en rad för varje värde. Nyckeltal, Period och Värde behövs. Kolumnerna får stå i vilken ordning som helst.',
	column: {
		indicator: 'Koladas id, nyckeltalets eget id eller dess rubrik så som den står här.',
		series: 'Kommunens namn eller gruppens. Tomt betyder kommunen.',
		breakdown: 'Del av barnen, till exempel flickor eller en skola. Tomt betyder alla.',
		period: '2024, 2023/24, ht 2024 eller 2024-04. Skriv ej angivet om källan inte säger.',
		status: 'Värde, saknas, sekretess eller ej tillämpligt. Får vara tomt.',
		value: 'Ett tal: 14,7 eller 14.7. Två punkter för sekretess, streck om uppgift saknas.',
		unit: 'Kontrolleras mot nyckeltalets enhet. Får vara tomt.',
		source: 'Så som källan ska stå efter ordet Källa.'
	},
	template: 'Hämta en mall:',
	csv: 'CSV',
	excel: 'Excel',
	gone: {
		what: 'Filen finns inte kvar.',
		then: 'En inläst fil väntar i 30 minuter, och den försvinner om programmet startas om. Inget har sparats. Välj filen igen.'
	},
	preview: (name: string) => `Vad ${name} skulle ändra`,
	another: 'Välj en annan fil',
	counts: {
		fresh: (n: number): string => (n === 1 ? 'nytt' : 'nya'),
		same: (_n: number): string => 'som förut',
		changed: (_n: number): string => 'skulle ändras',
		wrong: (n: number): string => (n === 1 ? 'rad med fel' : 'rader med fel')
	},
	empty: (n: number) => `${rows(n)} utan värde hoppas över.`,
	repeated: (n: number) => `${rows(n)} säger samma sak som en annan rad.`,
	ignored: (names: string) => `Kolumner som inte läses: ${names}.`,
	nothing: 'Filen ändrar inget.',
	nothingSame: 'Värdena i filen står redan här.',
	nothingElse: 'Det finns inga värden i den som går att läsa in.',
	wrongTitle: 'Det här är fel',
	wrongLede: (n: number): string =>
		n === 1
			? 'Raden läses inte in. Rätta den i filen och välj filen igen, eller importera resten.'
			: 'Raderna läses inte in. Rätta dem i filen och välj filen igen, eller importera resten.',
	wrongMore: (n: number) => `Bara de ${n} första felen visas.`,
	row: 'Rad',
	inColumn: 'Kolumn',
	what: 'Vad som är fel',
	stands: 'Där står',
	problem: {
		indicatorMissing: 'Nyckeltalet saknas.',
		indicatorUnknown: 'Det finns inget nyckeltal med det namnet eller id:t.',
		indicatorAmbiguous: 'Flera nyckeltal heter så. Skriv nyckeltalets id.',
		seriesUnknown: 'Det finns ingen grupp med det namnet.',
		seriesAmbiguous: 'Flera grupper heter så. Skriv gruppens id.',
		periodMissing: 'Perioden saknas. Skriv ej angivet om källan inte säger.',
		periodNotRead: 'Det är ingen period. Skriv till exempel 2024, 2023/24 eller ht 2024.',
		isDate: 'Kalkylprogrammet har gjort ett datum av cellen. Gör om den till text.',
		statusUnknown: 'Skriv värde, saknas, sekretess eller ej tillämpligt.',
		statusDiffers: 'Status och värde säger olika saker.',
		notANumber: 'Det är inget tal. Skriv till exempel 14,7.',
		numberMissing: 'Status är värde, men talet saknas.',
		numberWithStatus: 'Här står ett tal, men status säger att det inte finns något.',
		unitDiffers: 'Nyckeltalet har en annan enhet.',
		sourceMissing: 'Källan saknas.',
		tooLong: 'Texten är för lång.',
		twice: 'En annan rad säger något annat om samma värde. Ingen av dem läses in.'
	} satisfies Record<RowProblem, string>,
	seeRow: (row: string) => `rad ${row}`,
	changedTitle: 'Det här skulle ändras',
	changedLede: 'Det som står här i dag är kvar om du inte kryssar i raden.',
	changedMore: (n: number, all: number) =>
		`Bara de ${n} första av ${all} visas. De andra står kvar. Läs in filen igen efteråt för att ta ställning till dem.`,
	overwrite: 'Skriv över',
	overwriteOf: (what: string) => `Skriv över ${what}`,
	value: 'Värdet',
	today: 'I dag',
	inFile: 'I filen',
	typedBy: (name: string, date: string) => `inskrivet av ${name} ${date}`,
	typedAt: (date: string) => `inskrivet ${date}`,
	fetchedAt: (date: string) => `hämtat ${date}`,
	freshTitle: 'Det här är nytt',
	freshMore: (n: number, all: number) => `De ${n} första av ${all} visas.`,
	import: (fresh: number) =>
		fresh === 0 ? 'Importera de ikryssade' : `Importera ${values(fresh)}`,
	importTicked: (fresh: number) =>
		fresh === 1 ? 'Importera det nya och de ikryssade' : `Importera ${fresh} nya och de ikryssade`,
	importAll: (n: number) =>
		n === 1 ? 'Importera och skriv över raden ovan' : `Importera och skriv över alla ${n} ovan`,
	note: 'Allt förs in på en gång, eller inget. Inskickade och godkända avsnitt behåller sina värden.',
	done: (fresh: number, changed: number) =>
		fresh + changed === 0
			? 'Klart. Inget ändrades.'
			: `Klart. ${[
					fresh > 0 ? `${values(fresh)} är ${fresh === 1 ? 'nytt' : 'nya'}` : '',
					changed > 0 ? `${values(changed)} skrevs över` : ''
				]
					.filter((part) => part !== '')
					.join(' och ')}.`,
	left: (n: number) =>
		n === 1 ? '1 värde lämnades som det var.' : `${n} värden lämnades som de var.`,
	fileProblem: {
		empty: { what: 'Filen är tom.', then: 'Välj en fil med rubriker och värden.' },
		tooManyRows: {
			what: 'Filen har fler rader än vad som går att läsa in på en gång.',
			then: 'Dela upp den i flera filer, och ta bort tomma rader i slutet.'
		},
		tooManyColumns: {
			what: 'Filen har för många kolumner.',
			then: 'Ta bort dem som inte behövs, också långt till höger.'
		},
		noHead: {
			what: 'Första raden har inga rubriker som går att känna igen.',
			then: 'Skriv Nyckeltal, Period och Värde i den, eller utgå från mallen.'
		},
		noIndicator: {
			what: 'Kolumnen Nyckeltal saknas.',
			then: 'Lägg till den, eller utgå från mallen.'
		},
		noPeriod: { what: 'Kolumnen Period saknas.', then: 'Lägg till den, eller utgå från mallen.' },
		noValue: { what: 'Kolumnen Värde saknas.', then: 'Lägg till den, eller utgå från mallen.' },
		columnTwice: {
			what: 'Två kolumner har rubriker som betyder samma sak.',
			then: 'Ta bort den ena eller ge den en annan rubrik.'
		},
		tooLarge: { what: 'Filen är större än 5 MB.', then: 'Dela upp den i flera filer.' },
		notText: {
			what: 'Filen är varken CSV eller Excel.',
			then: 'Spara den som CSV eller .xlsx i kalkylprogrammet och försök igen.'
		},
		quotes: {
			what: 'Ett citattecken i filen avslutas aldrig.',
			then: 'Ta bort det, eller spara filen som .xlsx i stället.'
		},
		oldExcel: {
			what: 'Filen är i Excels gamla format eller skyddad med lösenord.',
			then: 'Spara den som .xlsx utan lösenord och försök igen.'
		},
		damaged: {
			what: 'Filen är skadad eller avklippt.',
			then: 'Hämta eller spara den på nytt och försök igen.'
		},
		notExcel: {
			what: 'Filen går inte att läsa som en Excel-fil.',
			then: 'Öppna den i kalkylprogrammet, spara den som .xlsx och försök igen.'
		},
		unpacksTooLarge: {
			what: 'Filen packas upp till mer än vad som går att läsa in.',
			then: 'Spara bara bladet med värdena i en egen fil.'
		},
		tooSlow: {
			what: 'Filen tog för lång tid att läsa.',
			then: 'Dela upp den i flera filer.'
		}
	} satisfies Record<FileProblem, Words> as Record<FileProblem, Words>
};
