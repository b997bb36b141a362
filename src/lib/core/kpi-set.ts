import type { WishedDirection } from './indicator.ts';

/**
 * The measures that a barnbokslut usually shows, as a set to begin with. Where the same question has
 * several measures, the set says which it took and what the others count: a person chooses.
 */

type Said = { sv: string; en: string };

export type SetEntry = {
	kpiId: string;
	/** What it is about, in short. */
	about: Said;
	/** What is wished for children, where the measure's title alone does not say. */
	wished?: WishedDirection;
	/** Shown in most reports; the others are there for those who want them. */
	usual: boolean;
	/** What a reader could take it for, and what it is. */
	note?: Said;
	/** Other measures of the same question. */
	instead?: { kpiId: string; counts: Said }[];
};

/** A question that no measure answers. */
export type SetGap = { about: Said; note: Said };

const located: Said = {
	sv: 'alla skolor i kommunen, kommunala och fristående',
	en: 'all schools in the municipality, municipal and independent'
};
const home: Said = {
	sv: 'elever som är folkbokförda i kommunen, var de än går i skola',
	en: 'pupils registered in the municipality, wherever they go to school'
};
const municipal: Said = {
	sv: 'de kommunala skolorna i kommunen',
	en: 'the municipal schools in the municipality'
};

export const BARNBOKSLUT_SET: SetEntry[] = [
	{
		kpiId: 'U31803',
		about: {
			sv: 'Barn i familjer med ekonomiskt bistånd',
			en: 'Children in families with economic assistance'
		},
		wished: 'low',
		usual: true,
		note: {
			sv: 'Räknar barn under 18 år. N31807 liknar det men räknar invånare i alla åldrar.',
			en: 'Counts children under 18. N31807 looks like it but counts residents of all ages.'
		}
	},
	{
		kpiId: 'U31809',
		about: {
			sv: 'Barn i familjer med långvarigt ekonomiskt bistånd',
			en: 'Children in families with long-term economic assistance'
		},
		wished: 'low',
		usual: false,
		note: {
			sv: 'Bistånd i minst tio av årets månader.',
			en: 'Assistance in at least ten months of the year.'
		}
	},
	{
		kpiId: 'N02903',
		about: {
			sv: 'Barn med en förälder som har sjuk- eller aktivitetsersättning',
			en: 'Children with a parent on sickness or activity compensation'
		},
		wished: 'low',
		usual: true,
		note: {
			sv: 'Räknar invånare 0–19 år, alltså även 18- och 19-åringar.',
			en: 'Counts residents aged 0–19, and so 18- and 19-year-olds too.'
		}
	},
	{
		kpiId: 'N66077',
		about: {
			sv: 'Barn i familjer med låg ekonomisk standard',
			en: 'Children in families with a low economic standard'
		},
		wished: 'low',
		usual: false,
		note: {
			sv: 'Räknar invånare 0–19 år, alltså även 18- och 19-åringar.',
			en: 'Counts residents aged 0–19, and so 18- and 19-year-olds too.'
		}
	},
	{
		kpiId: 'N11102',
		about: {
			sv: 'Barn per årsarbetare i förskolan',
			en: 'Children per full-time post in preschool'
		},
		wished: 'low',
		usual: true,
		note: {
			sv: 'Antal barn per heltidstjänst: ett lågt värde är bra. Gäller alla förskolor i kommunen.',
			en: 'Children per full-time post: a low value is good. Covers all preschools in the municipality.'
		},
		instead: [
			{
				kpiId: 'N11010',
				counts: { sv: 'förskolor i kommunal regi', en: 'preschools run by the municipality' }
			}
		]
	},
	{
		kpiId: 'N11801',
		about: {
			sv: 'Barn i förskola och pedagogisk omsorg',
			en: 'Children in preschool and pedagogical care'
		},
		wished: 'high',
		usual: true,
		note: {
			sv: 'Förskola och pedagogisk omsorg tillsammans, barn 1–5 år den 15 oktober.',
			en: 'Preschool and pedagogical care together, children aged 1–5 on 15 October.'
		},
		instead: [{ kpiId: 'N11800', counts: { sv: 'bara förskola', en: 'preschool alone' } }]
	},
	{
		kpiId: 'N11811',
		about: {
			sv: 'Barn per förskollärare med legitimation',
			en: 'Children per qualified preschool teacher'
		},
		wished: 'low',
		usual: true,
		note: {
			sv: 'Antal barn per förskollärare, inte andelen förskollärare: ett lågt värde är bra.',
			en: 'Children per qualified preschool teacher, not the share of such teachers: a low value is good.'
		},
		instead: [
			{
				kpiId: 'N11813',
				counts: { sv: 'förskolor i kommunal regi', en: 'preschools run by the municipality' }
			}
		]
	},
	{
		kpiId: 'N15436',
		about: {
			sv: 'Behöriga till yrkesprogram i årskurs 9',
			en: 'Eligible for vocational programmes in year 9'
		},
		wished: 'high',
		usual: true,
		note: {
			sv: 'Gäller de kommunala skolorna. Bestäm vilka elever rapporten handlar om, och håll fast vid det.',
			en: 'Covers the municipal schools. Decide which pupils the report is about, and keep to it.'
		},
		instead: [
			{ kpiId: 'N15424', counts: located },
			{ kpiId: 'N15428', counts: home }
		]
	},
	{
		kpiId: 'N15419',
		about: { sv: 'Godkända i alla ämnen i årskurs 9', en: 'Passes in all subjects in year 9' },
		wished: 'high',
		usual: true,
		note: {
			sv: 'Gäller de kommunala skolorna. Hette tidigare kunskapskraven, nu betygskriterierna.',
			en: 'Covers the municipal schools. The grading criteria were called knowledge requirements before.'
		},
		instead: [
			{ kpiId: 'N15418', counts: located },
			{ kpiId: 'N15508', counts: home }
		]
	},
	{
		kpiId: 'N15540',
		about: { sv: 'Godkända i alla ämnen i årskurs 6', en: 'Passes in all subjects in year 6' },
		wished: 'high',
		usual: false,
		note: {
			sv: 'Alla ämnen i årskurs 6. Det är inte detsamma som behörighet till gymnasiet.',
			en: 'All subjects in year 6. That is not the same as being eligible for upper secondary school.'
		}
	},
	{
		kpiId: 'N17457',
		about: {
			sv: 'Examen eller studiebevis från gymnasiet inom fyra år',
			en: 'Upper secondary diploma or certificate within four years'
		},
		wished: 'high',
		usual: true,
		note: {
			sv: 'Gäller elever som är folkbokförda i kommunen och som började för fyra år sedan.',
			en: 'Covers pupils registered in the municipality who began four years before.'
		},
		instead: [
			{ kpiId: 'N17458', counts: located },
			{ kpiId: 'N17459', counts: municipal }
		]
	},
	{
		kpiId: 'N15643',
		about: { sv: 'Trygga i skolan, årskurs 8', en: 'Safe at school, year 8' },
		wished: 'high',
		usual: true,
		note: {
			sv: 'Årskurs 8, vartannat år, bara kommunala skolor på kommunnivå. Frågan om årskurs 9 (N15533, till 2021) hade en annan skala och kan inte jämföras.',
			en: 'Year 8, every other year, municipal schools alone. The question to year 9 (N15533, until 2021) had another scale and cannot be compared.'
		},
		instead: [{ kpiId: 'N15613', counts: { sv: 'elever i årskurs 5', en: 'pupils in year 5' } }]
	},
	{
		kpiId: 'N09890',
		about: { sv: 'Elever i musik- eller kulturskola', en: 'Pupils in music or culture schools' },
		wished: 'high',
		usual: true,
		note: {
			sv: 'Barn 6–15 år. Talen för flickor och pojkar är avrundade och behöver inte gå ihop med alla.',
			en: 'Children aged 6–15. The numbers for girls and boys are rounded and need not add up.'
		},
		instead: [
			{
				kpiId: 'N09888',
				counts: { sv: 'barn och unga 6–19 år', en: 'children and young people aged 6–19' }
			}
		]
	},
	{
		kpiId: 'N09811',
		about: { sv: 'Barnbokslån per barn', en: 'Loans of children’s books per child' },
		wished: 'high',
		usual: true,
		note: {
			sv: 'Tryckta böcker på folkbibliotek, per barn 0–17 år. Skolbibliotek räknas inte.',
			en: 'Printed books at public libraries, per child aged 0–17. School libraries are not counted.'
		}
	},
	{
		kpiId: 'U09800',
		about: { sv: 'Deltagartillfällen i idrottsföreningar', en: 'Attendances in sports clubs' },
		wished: 'high',
		usual: true,
		note: {
			sv: 'Tillfällen, inte personer: samma barn räknas varje gång.',
			en: 'Occasions, not persons: the same child counts each time.'
		}
	},
	{
		kpiId: 'N18741',
		about: {
			sv: 'Unga i kommunens aktivitetsansvar',
			en: 'Young people in the municipality’s activity responsibility'
		},
		usual: false,
		note: {
			sv: 'En andel av alla 16–19 år, över ett läsår. Kommunens egna antal är ett annat mått.',
			en: 'A share of all aged 16–19, over a school year. The municipality’s own counts are another measure.'
		}
	},
	{
		kpiId: 'N33818',
		about: { sv: 'Placerade barn och unga', en: 'Children and young people placed in care' },
		usual: false,
		note: {
			sv: 'Placerade 0–20 år per 1 000 invånare. Ett lågt värde är inte i sig bra: det kan också betyda att barn inte får hjälp.',
			en: 'Placed in care, aged 0–20, per 1,000 residents. A low value is not good in itself: it can also mean that children get no help.'
		}
	}
];

export const BARNBOKSLUT_GAPS: SetGap[] = [
	{
		about: {
			sv: 'Behörighet till gymnasiet i årskurs 6',
			en: 'Eligibility for upper secondary school in year 6'
		},
		note: {
			sv: 'Finns inte i Kolada. För in kommunens egen uppgift.',
			en: 'Is not in Kolada. Enter the municipality’s own figure.'
		}
	},
	{
		about: { sv: 'Frånvaro i skolan', en: 'Absence from school' },
		note: {
			sv: 'Finns inte i Kolada. För in kommunens egen uppgift, och tänk på små grupper.',
			en: 'Is not in Kolada. Enter the municipality’s own figure, and mind small groups.'
		}
	}
];
