import type { DocNode } from '#core/publication.ts';
import { doc, h, list, p, quote } from '#server/demo/write.ts';

export const current: Record<string, DocNode> = {
	current: doc(
		p(
			'Analysen bygger på tre möten där alla förvaltningar var med, och på ett där ungdomsrådet läste utkastet. Styrkorna beskriver vi kort. Utmaningarna får ta mer plats, för det är dem vi ska besluta om.'
		)
	),
	'current.preconditions': doc(
		p(
			'Samordnaren arbetar fortfarande heltid, och ombuden har kvar tio procent av sin tid. Nytt för året är att fullmäktige har bestämt att underlag som rör barn ska ha en barnkonsekvensanalys. Det är ingen som granskar analyserna, och det syns på kvaliteten.'
		),
		h('Socialtjänsten'),
		p(
			'Flera enheter har haft lediga tjänster hela året. Nya medarbetare får utbildning, men den som slutar tar sin erfarenhet med sig. Tillfälliga statsbidrag har gjort det möjligt att ha mer för barn på loven. Bidragen upphör nästa år.'
		),
		h('Barn och utbildning'),
		p('Elevhälsans nya tjänster är kvar i budgeten.'),
		h('Kultur och fritid'),
		p()
	),
	'current.strengths.2': doc(
		p(
			'Modersmålsstödet har fått en gemensam organisation. Elever i de minsta språken undervisas nu på distans tillsammans med elever i två grannkommuner. Det gäller språk där eleverna förra året inte fick någon undervisning alls.'
		),
		p(
			'Skolornas resurser fördelas sedan i höstas efter elevernas behov. Tre skolor har fått mer och fyra har fått mindre. Skolorna som fått mer har använt pengarna till fler vuxna i de lägsta årskurserna.'
		)
	),
	'current.strengths.3': doc(
		p(
			'I nästan alla utredningar om barn finns nu en rubrik där barnets bästa prövas. En genomgång av underlagen under hösten visade att prövningen i många fall ändrade insatsen, till exempel så att ett barn kunde bo kvar i närheten av sin skola.'
		),
		p('Lägg in siffran från egenkontrollen här.')
	),
	'current.strengths.6': doc(
		p(
			'Skola, socialtjänst och polis möts varje vecka kring unga som riskerar att dras in i kriminalitet. Mötena började som en del av ett projekt och är nu en del av det vanliga arbetet.'
		),
		list(
			'Familjecentralen når nästan alla familjer som får sitt första barn.',
			'Teamet för intensivt stöd hemma har arbetat ett helt år.',
			'Barn som placeras får en hälsoundersökning.'
		)
	),
	'current.strengths.12': doc(
		p(
			'Ungdomsrådet har under året svarat på sju remisser. I två fall ändrades förslaget: den nya busslinjen går en timme senare på kvällen, och badhusets öppettider på loven bestämdes efter en enkät som rådet gjorde.'
		),
		quote(
			'Medlem i ungdomsrådet, 15 år, november 2023',
			'Första gången någon ringde tillbaka och sa hur det gick blev jag nästan chockad.'
		),
		p(
			'På fritidsgårdarna planerar deltagarna själva minst en kväll i månaden. De gör budgeten, köper in och håller i kvällen.'
		)
	),
	'current.strengths.other': doc(
		p('Artikel 28: andelen som går ut gymnasiet. Skriv efter att siffrorna är klara.')
	),
	'current.challenges.2': doc(
		p('Vi har gått igenom vilka grupper av barn som riskerar att få mindre än andra:'),
		list(
			'Elever med ett annat modersmål än svenska, som mer sällan når målen.',
			'Barn med neuropsykiatriska funktionsnedsättningar, där föräldrarna själva får samordna stödet.',
			'Barn i byarna, som har långt till kultur, idrott och öppna verksamheter.',
			'Flickor som riskerar att dras in i kriminalitet. De upptäcks senare än pojkar.'
		),
		p(
			'För ingen av grupperna har läget blivit klart bättre. För barnen i byarna har det blivit sämre, sedan en busslinje lades ner.'
		)
	),
	'current.challenges.3': doc(
		p(
			'Prövningen av barnets bästa görs på olika sätt i olika verksamheter. Det finns flera mallar, och de ställer olika frågor. När vuxna ansöker om ekonomiskt bistånd digitalt prövas ansökan utan att någon tänker på barnen, om inte handläggaren stoppar den.'
		),
		p(
			'Det är också oklart vad som gäller när barnets bästa talar för en sak och regeln om den vuxnes eget ansvar för en annan.'
		)
	),
	'current.challenges.6': doc(
		p(
			'En del barn väntar för länge på rätt vård. Det saknas platser för dem som behöver mest, och under väntan fungerar varken skola eller behandling.'
		),
		p('Hur många barn gäller det? Kontrollera att talet går att visa utan att någon känns igen.')
	),
	'current.challenges.12': doc(
		p(
			'Barn under sex år hörs sällan. Det gäller både i utredningar och när vi planerar lekplatser, förskolor och bibliotek. Kunskapen om hur man frågar små barn finns i förskolan men har inte delats med andra.'
		),
		p(
			'Ungdomsrådet får för kort tid på sig. Remisserna är skrivna för vuxna, och ofta är det mesta redan bestämt när de kommer.'
		)
	),
	'current.challenges.other': doc()
};
