import type { DocNode } from '#core/publication.ts';
import { doc, h, list, p } from '#server/demo/write.ts';

export const current: Record<string, DocNode> = {
	current: doc(
		p(
			'Under 2022 har två saker påverkat barnens vardag mer än annat. Förvaltningarna för förskola, skola och elevhälsa har blivit en, och pandemins begränsningar togs bort i februari.'
		),
		p(
			'Den nya förvaltningen har gjort det lättare att samarbeta kring ett barn, eftersom de som möter barnet har samma chef. Den har också kostat tid. Flera chefstjänster stod tomma under våren, och det märktes i skolorna.'
		),
		p(
			'När begränsningarna togs bort kom fler orosanmälningar till Socialtjänsten. Vi tolkar det så att barn som haft det svårt hemma blev synliga igen, inte så att det plötsligt hände mer.'
		)
	),
	'current.preconditions': doc(
		p(
			'En person på heltid samordnar kommunens arbete med barns rättigheter. Varje förvaltning har ett ombud som har fått tio procent av sin arbetstid till uppdraget. Det är lika mycket som 2021. Ombuden berättar att tiden sällan räcker och att uppdraget får vänta när något annat brådskar.'
		),
		h('Kunskap'),
		p(
			'Alla nya chefer har gått en halvdags utbildning om barnkonventionen. Bland medarbetarna är kunskapen ojämn: i förskolan har de flesta fått utbildning, i tekniska verksamheter nästan ingen. De förtroendevalda fick en genomgång i början av mandatperioden.'
		),
		h('Styrning'),
		list(
			'Det finns ett beslut om att barnbokslut ska göras varje år, men inget mål som följs upp däremellan.',
			'Budgeten visar inte hur stor del som går till barn. Frågan ställdes av revisorerna och är obesvarad.',
			'Mallen för barnkonsekvensanalys är gemensam, men det är frivilligt att använda den.'
		),
		p(
			'Förutsättningarna är alltså ungefär desamma som förra året. Det som saknas mest är tid, och någon som har rätt att säga stopp när en analys fattas.'
		)
	)
};
