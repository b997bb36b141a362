/** The offline page and the archive of an edition. The edition is always in Swedish. */
export const archive = {
	skip: 'Hoppa till innehållet',
	/** The page that needs no connection. */
	offlineLead: 'Fristående kopia. Sidan hämtar ingenting och fungerar utan uppkoppling.',
	aboutFile:
		'Det här är hela utgåvan som en webbsida. Den har inga skript och går att skriva ut: då är alla tabeller utfällda.',
	newest:
		'Utgåvan ändras inte, men en rättad kan ha kommit efter den. Den och de andra formaten finns här:',
	noAddress:
		'Utgåvan ändras inte, men en rättad kan ha kommit efter den. Fråga avsändaren, som också har de andra formaten.',
	hash: 'Utgåvans kontrollsumma (SHA-256):',

	folders: { pictures: 'bilder' },
	readme: 'LÄS MIG.txt',
	approvals: 'godkannanden',
	record: {
		section: 'Avsnitt',
		title: 'Rubrik',
		department: 'Förvaltning',
		hash: 'Avsnittets kontrollsumma (SHA-256)',
		submittedBy: 'Inskickat av',
		submittedAt: 'Inskickat',
		approvedBy: 'Godkänt av',
		approvedAt: 'Godkänt'
	},
	/** What each file is, by form. */
	forms: {
		offline: 'hela utgåvan som en webbsida som inte behöver någon uppkoppling',
		pdf: 'hela utgåvan för läsning och utskrift',
		large: 'samma text med stor stil',
		summary: 'en sida för mötet',
		docx: 'hela utgåvan för ordbehandling',
		json: 'hela utgåvan som data',
		figures: 'alla siffror som tabell, för kalkylprogram',
		measures: 'alla åtgärder i uppföljning och plan som tabell'
	},
	pictureFile: 'en bild i utgåvan',
	logoFile: 'avsändarens logotyp',
	modelFile: 'det som alla format är gjorda av. Filens kontrollsumma är utgåvans.',
	recordJson: 'vem som skickade in och godkände varje avsnitt, och när, som data',
	recordCsv: 'samma uppgifter som tabell',
	sumsFile: 'kontrollsummor för alla filer här utom den själv',
	text: (e: {
		title: string;
		sender: string;
		number: number;
		published: string;
		decision: string;
		registryNumber: string;
		address: string | null;
		note: string;
		hash: string;
		files: string[];
	}) => [
		`${e.title}, utgåva ${e.number}`,
		e.sender,
		'',
		`Publicerad: ${e.published}`,
		`Beslut: ${e.decision}`,
		`Diarienummer: ${e.registryNumber}`,
		...(e.note === '' ? [] : [`Därför finns utgåvan: ${e.note}`]),
		...(e.address === null ? [] : [`Adress: ${e.address}`]),
		'Kontrollsumma (SHA-256):',
		e.hash,
		'',
		'VAD DET HÄR ÄR',
		'Ett arkivpaket: utgåvan i alla format, dess bilder, uppgifter om vem som godkände varje',
		'avsnitt och kontrollsummor. En utgåva ändras aldrig. En rättelse blir en ny utgåva.',
		'',
		'FILERNA',
		...e.files,
		'',
		'SÅ KONTROLLERAR DU ATT INGENTING HAR ÄNDRATS',
		'1. Packa upp allt i en mapp och öppna en terminal i den.',
		'2. Kör på Linux:    sha256sum -c SHA256SUMS',
		'   Kör på Mac:      shasum -a 256 -c SHA256SUMS',
		'   Kör i Windows PowerShell, en fil i taget:',
		'                    Get-FileHash model.json',
		'3. Varje rad ska sluta med OK. I Windows jämför du med raden i filen SHA256SUMS.',
		'4. Raden för model.json ska börja med utgåvans kontrollsumma, som står ovan. Samma',
		'   kontrollsumma står i alla format och på utgåvans webbsida.',
		'',
		'Varje avsnitts kontrollsumma är SHA-256 av avsnittets ”content” i model.json som JSON med',
		'nycklarna i teckenordning och utan blanksteg. Den räknades när avsnittet skickades in, och',
		'godkännandet gäller den och ingen annan.'
	]
};
