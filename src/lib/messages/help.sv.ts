import type { Role } from '#core/access.ts';

/** A question and its answer, for those who have one of the roles; `null` for everybody. */
export type HelpTopic = {
	id: string;
	roles: readonly Role[] | null;
	title: string;
	text: string[];
};

const WRITES: readonly Role[] = ['writer', 'coordinator'];

/** The help page, and the first steps of a new installation. */
export const help = {
	title: 'Hjälp',
	lede: 'Det som är bra att veta när du arbetar med barnbokslutet.',
	forYou: (roles: string) => `Här står det som gäller dig som ${roles}.`,
	showAll: 'Visa hjälpen för alla roller',
	showMine: 'Visa bara hjälpen för mina roller',
	contents: 'På sidan',
	topics: [
		{
			id: 'way',
			roles: null,
			title: 'Från utkast till utgåva',
			text: [
				'Ett barnbokslut består av avsnitt. Varje avsnitt är ett utkast tills någon skickar in det för godkännande. Då låses texten och siffrorna i det.',
				'Samordnaren läser och godkänner avsnittet, eller återlämnar det med ett skäl så att det går att ändra igen.',
				'När alla avsnitt som måste vara med är godkända, och beslutet är fattat, publicerar samordnaren en utgåva. En utgåva ändras aldrig. En rättelse blir en ny utgåva med ett skäl.'
			]
		},
		{
			id: 'saved',
			roles: WRITES,
			title: 'Vad betyder Sparat?',
			text: [
				'När det står Sparat finns allt du har skrivit på serverns disk. Du behöver inte trycka på något.',
				'Annars står antalet ändringar som inte är sparade än. Lämnar du sidan då får du en fråga först.'
			]
		},
		{
			id: 'offline',
			roles: WRITES,
			title: 'Vad händer utan anslutning?',
			text: [
				'Du kan skriva vidare. Det du skriver ligger kvar i webbläsaren på just den datorn, även om du stänger den, och skickas när anslutningen är tillbaka.',
				'Logga inte ut innan det står Sparat. Vid utloggning tas det som inte är skickat bort från datorn, efter en fråga.',
				'Har avsnittet hunnit skickas in under tiden sparas det du skrev som ett sent bidrag. Samordnaren ser det och tar in det eller avböjer det, och du får veta vilket.'
			]
		},
		{
			id: 'lock',
			roles: WRITES,
			title: 'Varför går avsnittet inte att ändra?',
			text: [
				'Ett avsnitt som är inskickat eller godkänt är låst för alla, även för samordnaren. Ovanför texten står det vem som skickade in eller godkände det, och när.',
				'Samordnaren öppnar ett inskickat avsnitt genom att återlämna det, och ett godkänt genom att öppna det igen. Båda kräver ett skäl, som du ser.',
				'Kommentera kan du göra hela tiden. Är det en annan förvaltnings avsnitt kan du läsa och kommentera det.'
			]
		},
		{
			id: 'comments',
			roles: WRITES,
			title: 'Kommentarer och förslag',
			text: [
				'Markera ord i texten och välj kommentera eller föreslå. Skriv @ och ett namn så får den personen veta det.',
				'Ett förslag ändrar inget förrän någon som får skriva i avsnittet tar in det.',
				'En kommentar som är märkt ”Måste åtgärdas före godkännande” hindrar godkännandet tills den är markerad som klar.'
			]
		},
		{
			id: 'figures',
			roles: WRITES,
			title: 'Siffror',
			text: [
				'Ett tal skrivs in en gång, under Nyckeltal, eller hämtas från Kolada. I texten står en hänvisning till det, med en mening som görs av talen.',
				'I ett utkast visas dagens värde. När avsnittet skickas in låses värdet i det. Ändras källan sedan står avsnittets värde kvar, och samordnaren ser skillnaden.',
				'Ett värde som någon har skrivit in ändras aldrig av en hämtning.'
			]
		},
		{
			id: 'small-groups',
			roles: WRITES,
			title: 'Granskningen och små grupper',
			text: [
				'Granskningen letar efter sådant som behöver rättas, till exempel tal om så få barn att något av dem kan kännas igen, summor som inte stämmer och bilder utan beskrivning.',
				'Det som hindrar måste rättas innan avsnittet skickas in. Resten är råd. Samordnaren kan godta ett fynd med ett skäl, och skälet finns kvar bland händelserna.',
				'Hur små grupper som ska döljas beslutar kommunen. Talen i granskningen är en varning och inget beslut.'
			]
		},
		{
			id: 'keyboard',
			roles: WRITES,
			title: 'Tangenter',
			text: [
				'I texten: Ctrl+B fet, Ctrl+I kursiv, Ctrl+Z ångra, Ctrl+Skift+Z gör om. På Mac används Cmd i stället för Ctrl.',
				'Skriv / i ett tomt stycke för att lägga till en rubrik, tabell, bild eller ett nyckeltal. Ctrl+Alt+M kommenterar det som är markerat.',
				'På sidan där du godkänner ett avsnitt kan du slå på tangenterna a för godkänn och r för återlämna.'
			]
		},
		{
			id: 'four-eyes',
			roles: ['coordinator'],
			title: 'Godkänna, återlämna och öppna igen',
			text: [
				'Du godkänner precis den text som du ser. Har något ändrats under tiden får du läsa det först.',
				'Den som har skrivit i avsnittet sedan det senast godkändes kan inte godkänna det. Då behövs en annan samordnare.',
				'Öppnar du ett godkänt avsnitt upphör godkännandet. Uppgiften om vem som godkände då finns kvar.'
			]
		},
		{
			id: 'publish',
			roles: ['coordinator'],
			title: 'Publicera',
			text: [
				'Under Publicering ser du vad som saknas, och hur det färdiga kommer att se ut. Du fyller i beslutet: vem som fattade det, när, och vilken paragraf.',
				'Utgåvan blir en webbsida, pdf i vanlig och stor stil, Word, öppna data och ett paket för arkivet. Alla har samma text och samma tal.',
				'Visar en fil något som inte får visas kan du återta den med ett skäl som läsarna ser. Arkivexemplaret ligger kvar.'
			]
		},
		{
			id: 'preview',
			roles: ['coordinator', 'councilMember'],
			title: 'Förhandsvisning för ledamöter',
			text: [
				'Före beslutet kan samordnaren låta namngivna ledamöter läsa det som är godkänt. Det är märkt som ett utkast och går inte att ändra.',
				'Ledamöterna ser den på startsidan. Återkallas den är den borta direkt.'
			]
		},
		{
			id: 'accounts',
			roles: ['administrator'],
			title: 'Konton och roller',
			text: [
				'Under Inställningar bjuder du in personer, ger roller och stänger konton. Den som förlorar en roll förlorar rätten direkt, också i sidor som är öppna.',
				'En skribent skriver för en förvaltning. En samordnare har ett barnbokslut, eller alla i en nämnd. En ledamot läser det som är publicerat, och förhandsvisningar.',
				'Ett stängt konto tas inte bort: det personen har skrivit och beslutat finns kvar under namnet.'
			]
		},
		{
			id: 'account',
			roles: null,
			title: 'Ditt eget konto',
			text: [
				'På sidan för ditt konto byter du lösenord, ser var du är inloggad och väljer hur du får veta saker: i programmet, med mejl eller inte alls.',
				'Har du glömt lösenordet väljer du ”Glömt lösenordet?” där du loggar in, eller ber administratören om en länk.'
			]
		}
	] as readonly HelpTopic[],
	steps: {
		title: 'Kom i gång',
		lede: 'Det här behövs innan det första barnbokslutet kan publiceras. Ordningen är ett förslag.',
		progress: (done: number, total: number) => `${done} av ${total} klara`,
		done: 'Klart',
		left: 'Kvar',
		byAdministrator: 'Administratören gör det.',
		byCoordinator: 'Samordnaren gör det.',
		whenReport: 'Först behövs barnbokslutet.',
		putAway: 'Visa inte här',
		putAwayHint: 'Listan finns kvar under Hjälp.',
		step: {
			organisation: 'Lägg in nämnder och förvaltningar',
			people: 'Bjud in dem som ska skriva',
			sender: 'Ange avsändare: logotyp, färg och kontakt',
			figures: 'Skriv in eller hämta nyckeltal',
			report: 'Skapa det första barnbokslutet',
			owners: 'Ge förvaltningarna sina avsnitt, i översikten',
			deadlines: 'Bestäm när avsnitten ska vara inskickade',
			submitted: 'Få det första avsnittet inskickat'
		}
	},
	writer: {
		title: 'Så börjar du',
		lines: [
			'Öppna rapporten under Rapporter. Din förvaltnings avsnitt är de som du kan skriva i.',
			'Läs frågorna under avsnittets rubrik och skriv. Texten sparas av sig själv.',
			'Skicka in avsnittet när det är klart. Behöver något ändras får du det tillbaka med ett skäl.'
		],
		more: 'Läs mer i hjälpen'
	}
};
