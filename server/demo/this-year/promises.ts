import type { DocNode } from '#core/publication.ts';
import { areaTable } from '#server/demo/areas.ts';
import { followedAreas } from '#server/demo/areas/followed.ts';
import { plannedAreas } from '#server/demo/areas/planned.ts';
import { doc, p } from '#server/demo/write.ts';

export const promises: Record<string, DocNode> = {
	followUp: doc(
		p(
			'Förra årets plan hade tolv områden. Fem är genomförda och sju är påbörjade. Inget område har lämnats helt orört, men en enskild åtgärd har gjort det: utbildningen i barnkonsekvensanalys.'
		),
		areaTable('followUp', 'Uppföljning av planen från barnbokslutet 2022', followedAreas),
		p(
			'Tabellen visar vad vi har gjort. Vad det har betytt för barnen vet vi bara i några fall. Kompletteras efter mötet med ombuden.'
		)
	),
	plan: doc(
		p(
			'Förslag till plan med tio områden. Några fortsätter från förra året, andra är nya eller sammanslagna. Förvaltningarna har inte prioriterat mellan dem ännu.'
		),
		areaTable('plan', 'Utvecklingsområden och åtgärder 2024', plannedAreas)
	)
};
