import type { DocNode } from '#core/publication.ts';
import { areaTable } from '#server/demo/areas.ts';
import { earlierAreas } from '#server/demo/areas/earlier.ts';
import { followedAreas } from '#server/demo/areas/followed.ts';
import { b, callout, doc, p } from '#server/demo/write.ts';

export const promises: Record<string, DocNode> = {
	followUp: doc(
		p(
			'I barnbokslutet för 2021 lovade kommunen fyra saker. En är genomförd, två är påbörjade och en har inte påbörjats. Att något är genomfört betyder att åtgärden är gjord, inte att problemet är löst.'
		),
		areaTable('followUp', 'Utvecklingsområden från barnbokslutet 2021', earlierAreas)
	),
	plan: doc(
		p(
			'Planen för 2023 har tolv områden. De är valda efter slutsatserna i det här bokslutet och efter samtal med ungdomsrådet, som satte delaktighet och loven först.'
		),
		areaTable('plan', 'Utvecklingsområden och åtgärder 2023', followedAreas),
		callout(
			p(
				b('Om tabellen. '),
				'Områdenas namn är hämtade ur ett barnbokslut från Göteborgs Stad. Förvaltningar, åtgärder och förväntade resultat är skrivna för det här exemplet.'
			)
		)
	)
};
