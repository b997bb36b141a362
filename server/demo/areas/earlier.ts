import type { DemoArea } from '#server/demo/areas.ts';

/** The four areas that the report before last year's promised, as last year's followed them up. */
export const earlierAreas: DemoArea[] = [
	{
		name: '2021-franvaro',
		title: 'Märka frånvaro tidigt',
		departments: ['education'],
		measures: [
			{
				text: 'Gå igenom frånvaron varje vecka på alla skolor.',
				status: 'completed',
				comment:
					'Görs på alla kommunala skolor sedan augusti. De fristående skolorna har egna rutiner.'
			}
		],
		results: []
	},
	{
		name: '2021-analys',
		title: 'Barnkonsekvensanalys före beslut',
		departments: ['education', 'social', 'culture'],
		articles: [3],
		measures: [
			{
				text: 'Ta fram en gemensam mall och utbilda dem som skriver underlag.',
				status: 'started',
				comment:
					'Mallen finns. Knappt hälften av underlagen som rör barn har en analys, och de är av olika kvalitet.'
			}
		],
		results: []
	},
	{
		name: '2021-kulturskola',
		title: 'Kulturskola i hela kommunen',
		departments: ['culture'],
		articles: [31],
		measures: [
			{
				text: 'Undervisa på två nya orter.',
				status: 'started',
				comment: 'En ort har fått undervisning. På den andra saknas lokal.'
			}
		],
		results: []
	},
	{
		name: '2021-yngsta',
		title: 'Fråga de yngsta barnen',
		departments: ['education', 'social'],
		articles: [12],
		measures: [
			{
				text: 'Pröva ett sätt att samtala med barn under sex år.',
				status: 'notStarted',
				comment: 'Arbetet ställdes in när två tjänster stod tomma. Barnen märker ingen skillnad.'
			}
		],
		results: []
	}
];
