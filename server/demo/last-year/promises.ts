import type { DocNode } from '#core/publication.ts';
import { planTable } from '#server/demo/areas.ts';
import { followedAreas } from '#server/demo/areas/followed.ts';
import { b, callout, doc, p, table } from '#server/demo/write.ts';

export const promises: Record<string, DocNode> = {
	followUp: doc(
		p(
			'I barnbokslutet för 2021 lovade kommunen fyra saker. En är genomförd, två är påbörjade och en har inte påbörjats. Att något är genomfört betyder att åtgärden är gjord, inte att problemet är löst.'
		),
		table(
			'Utvecklingsområden från barnbokslutet 2021',
			['Utvecklingsområde från föregående år', 'Avdelning', 'Åtgärder', 'Status', 'Kommentar'],
			[
				[
					'Märka frånvaro tidigt',
					'Barn och utbildning',
					'Gå igenom frånvaron varje vecka på alla skolor.',
					'Genomförd',
					'Görs på alla kommunala skolor sedan augusti. De fristående skolorna har egna rutiner.'
				],
				[
					'Barnkonsekvensanalys före beslut',
					'Alla förvaltningar',
					'Ta fram en gemensam mall och utbilda dem som skriver underlag.',
					'Påbörjad',
					'Mallen finns. Knappt hälften av underlagen som rör barn har en analys, och de är av olika kvalitet.'
				],
				[
					'Kulturskola i hela kommunen',
					'Kultur och fritid',
					'Undervisa på två nya orter.',
					'Påbörjad',
					'En ort har fått undervisning. På den andra saknas lokal.'
				],
				[
					'Fråga de yngsta barnen',
					'Barn och utbildning, Socialtjänsten',
					'Pröva ett sätt att samtala med barn under sex år.',
					'Ej påbörjad',
					'Arbetet ställdes in när två tjänster stod tomma. Barnen märker ingen skillnad.'
				]
			],
			'followUp'
		)
	),
	plan: doc(
		p(
			'Planen för 2023 har tolv områden. De är valda efter slutsatserna i det här bokslutet och efter samtal med ungdomsrådet, som satte delaktighet och loven först.'
		),
		planTable('Utvecklingsområden och åtgärder 2023', followedAreas),
		callout(
			p(
				b('Om tabellen. '),
				'Områdenas namn och avdelningarnas förkortningar är hämtade ur ett barnbokslut från Göteborgs Stad. Åtgärder och förväntade resultat är skrivna för det här exemplet. Förkortningarna förklaras i sista kapitlet.'
			)
		)
	)
};
