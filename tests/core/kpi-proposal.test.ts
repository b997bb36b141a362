import { NBSP } from '#core/format.ts';
import type { WishedDirection } from '#core/indicator.ts';
import { kpiProposal, type KpiVariant } from '#core/kpi-proposal.ts';
import { expect, test } from 'vitest';
import { KPI_TITLES } from '../kolada/catalogue.ts';

type Row = [
	id: string,
	unit: string,
	decimals: number,
	wished: WishedDirection,
	tolerance: number,
	variant: KpiVariant | null,
	subject: string
];

/** What the titles of Kolada's own catalogue make evident, and no more. */
const TABLE: Row[] = [
	// prettier-ignore
	['U31803', '%', 1, 'low', 0.5, null, 'Andelen barn i befolkningen som ingår i familjer med ekonomiskt bistånd'],
	// prettier-ignore
	['U31809', '%', 1, 'low', 0.5, null, 'Andelen barn i befolkningen som ingår i familjer med långvarigt ekonomiskt bistånd'],
	// prettier-ignore
	['N02903', '%', 1, 'low', 0.5, null, 'Andelen invånare 0–19 år med minst en förälder med sjuk- eller aktivitetsersättning'],
	// prettier-ignore
	['N66077', '%', 1, 'low', 0.5, null, 'Andelen invånare 0–19 år, med låg ekonomisk standard'],
	// prettier-ignore
	['N11102', 'barn per årsarbetare', 1, 'low', 0.1, 'located', 'Antalet inskrivna barn per årsarbetare i förskolan (verksamhet i kommunen)'],
	// prettier-ignore
	['N11801', '%', 1, 'none', 0.5, null, 'Andelen barn 1–5 år inskrivna i förskola och pedagogisk omsorg'],
	// prettier-ignore
	['N11811', 'barn per lärare', 1, 'low', 0.1, 'located', 'Antalet barn per lärare med förskollärarlegitimation (verksamhet i kommunen)'],
	// prettier-ignore
	['N11813', 'barn per lärare', 1, 'low', 0.1, 'municipal', 'Antalet barn per lärare med förskollärarlegitimation (kommunal regi)'],
	// prettier-ignore
	['N15424', '%', 1, 'high', 0.5, 'located', 'Andelen elever i åk 9 som är behöriga till yrkesprogram (verksamhet i kommunen)'],
	// prettier-ignore
	['N15428', '%', 1, 'high', 0.5, 'home', 'Andelen elever i åk 9 som är behöriga till yrkesprogram (folkbokförda i kommunen)'],
	// prettier-ignore
	['N15436', '%', 1, 'high', 0.5, 'municipal', 'Andelen elever i åk 9 som är behöriga till yrkesprogram (kommunala skolor)'],
	// prettier-ignore
	['N15418', '%', 1, 'high', 0.5, 'located', 'Andelen elever i åk 9 som uppnått betygskriterierna i alla ämnen (verksamhet i kommunen)'],
	// prettier-ignore
	['N15419', '%', 1, 'high', 0.5, 'municipal', 'Andelen elever i åk 9 som uppnått betygskriterierna i alla ämnen (kommunala skolor)'],
	// prettier-ignore
	['N15508', '%', 1, 'high', 0.5, 'home', 'Andelen elever i åk 9 som uppnått betygskriterierna i alla ämnen (folkbokförda i kommunen)'],
	// prettier-ignore
	['N15540', '%', 1, 'high', 0.5, 'municipal', 'Andelen elever i åk 6 som uppnått betygskriterierna i alla ämnen (som eleven läser) (kommunala skolor)'],
	// prettier-ignore
	['N17457', '%', 1, 'high', 0.5, 'home', 'Andelen gymnasieelever med examen eller studiebevis inom 4 år (folkbokförda i kommunen)'],
	// prettier-ignore
	['N15613', '%', 1, 'high', 0.5, null, 'Andelen elever i åk 5 som på frågan ”Känner du dig trygg i skolan?” svarat ”Helt och hållet” eller ”Till stor del”'],
	// prettier-ignore
	['N15643', '%', 1, 'high', 0.5, null, 'Andelen elever i åk 8 som på frågan ”Känner du dig trygg i skolan?” svarat ”Helt och hållet” eller ”Till stor del”'],
	// prettier-ignore
	['N09888', '%', 1, 'none', 0.5, null, 'Andelen elever i musik- eller kulturskola, 6–19 år'],
	// prettier-ignore
	['N09890', '%', 1, 'none', 0.5, null, 'Andelen elever i musik- eller kulturskola, 6–15 år'],
	// prettier-ignore
	['N09811', 'per barn 0–17 år', 1, 'none', 0.1, null, 'Antalet barnbokslån i kommunala bibliotek per barn 0–17 år'],
	// prettier-ignore
	['U09800', 'per invånare 7–20 år', 1, 'none', 0.1, null, 'Antalet deltagartillfällen i idrottsföreningar per invånare 7–20 år'],
	// prettier-ignore
	['N18741', '%', 1, 'none', 0.5, null, 'Andelen personer i kommunens aktivitetsansvar'],
	// prettier-ignore
	['N33818', `per 1${NBSP}000 invånare`, 1, 'none', 0.1, null, `Antalet barn och unga 0–20 år som har varit placerade på HVB eller familjehem någon gång under året per 1${NBSP}000 invånare`]
];

test.each(TABLE)(
	'[I2] the proposal for %s is read from its title',
	(id, unit, decimals, wished, tolerance, variant, subject) => {
		expect(kpiProposal(KPI_TITLES[id] ?? '')).toMatchObject({
			unit,
			decimals,
			wishedDirection: wished,
			tolerance,
			variant,
			subject,
			ended: null
		});
	}
);

test('[I2] every title of the catalogue is in the table', () => {
	expect(TABLE.map(([id]) => id).sort()).toEqual(Object.keys(KPI_TITLES).sort());
	expect(TABLE).toHaveLength(24);
});

test('[I2] other tails: money, counts, yes and no, measures that have ended', () => {
	const of = (title: string) => {
		const { unit, decimals, ended } = kpiProposal(title);
		return [unit, decimals, ended];
	};
	expect(of('Kostnad förskola, kr/inv 1-5 år')).toEqual(['kr per invånare 1–5 år', 0, null]);
	expect(of('Kostnad fritidshem, kr/inskrivet barn')).toEqual(['kr per inskrivet barn', 0, null]);
	expect(of('Invånare 0-19 år, antal')).toEqual(['antal', 0, null]);
	expect(of('Handläggningstid, medelvärde, antal dagar')).toEqual(['dagar', 0, null]);
	expect(of('Har kommunen ett ungdomsråd, Ja=1, Nej=0')).toEqual(['', 0, null]);
	expect(
		of('Elever i åk 9: Jag känner mig trygg i skolan, positiva svar, andel (%) (-2021)')
	).toEqual(['%', 1, 2021]);
	expect(of('Något som ingen har hört talas om')).toEqual(['', 1, null]);
	expect(of('')).toEqual(['', 1, null]);
	expect(kpiProposal('Något helt annat, index').wishedDirection).toBe('none');
	expect(kpiProposal('Något helt annat, index').tolerance).toBe(0);
});
