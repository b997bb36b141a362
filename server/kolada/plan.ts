import type { Actor } from '#core/access.ts';
import { NATION } from '#core/comparison.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse, type FieldProblem, type Result } from '#core/result.ts';
import { latestFetch } from '#server/store/figure-fetches.ts';
import { listKnownGroups } from '#server/store/comparison-groups.ts';
import { listKpis } from '#server/store/indicators.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import type { Tx } from '#server/store/store.ts';
import type { FetchPlan } from './collect.ts';

/** What a person wants to have fetched. */
export type FetchAsk = {
	indicatorIds: string[];
	/** `own`, and ids of comparison groups. */
	series: string[];
	years: string[];
	/** The municipality's code, where none is stored. */
	code: string;
};

/** Measures have such ids; nothing else gets into an address. */
export const isKpiId = (id: string): boolean => /^[A-Z]\d{5}$/.test(id);
const isCode = (code: string): boolean => /^\d{4}$/.test(code) && code !== NATION;

const MOST_YEARS = 25;
const MOST_INDICATORS = 200;

/** The code under which a source knows the municipality: its own, else the one that was used last. */
export async function municipalityCode(tx: Tx, municipalityId: string): Promise<string> {
	const stored = (await getMunicipality(tx, municipalityId))?.code ?? '';
	return stored === '' ? ((await latestFetch(tx, municipalityId))?.code ?? '') : stored;
}

/** What is to be asked for, when the person may, and when all of it exists. */
export async function fetchPlan(tx: Tx, actor: Actor, ask: FetchAsk): Promise<Result<FetchPlan>> {
	const { municipalityId } = actor;
	const allowed = permit(actor, 'indicator.fetch', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const problems: FieldProblem[] = [];
	const no = (field: string, problem: string) => problems.push({ field, problem });

	const known = new Map((await listKpis(tx, municipalityId)).map((k) => [k.indicatorId, k.kpiId]));
	const indicatorIds = [...new Set(ask.indicatorIds)];
	const kpis = indicatorIds.map((indicatorId) => ({
		indicatorId,
		kpiId: known.get(indicatorId) ?? ''
	}));
	if (kpis.length === 0) no('indicatorIds', 'missing');
	if (kpis.length > MOST_INDICATORS) no('indicatorIds', 'length');
	if (kpis.some((k) => !isKpiId(k.kpiId))) no('indicatorIds', 'noKpi');

	const groups = (await listKnownGroups(tx, municipalityId)).filter((g) =>
		ask.series.includes(g.id)
	);
	const own = ask.series.includes('own');
	if (ask.series.length === 0) no('series', 'missing');
	if (new Set(ask.series).size !== groups.length + Number(own)) no('series', 'unknown');

	const years = [...new Set(ask.years)].sort();
	if (years.length === 0) no('years', 'missing');
	if (years.length > MOST_YEARS) no('years', 'length');
	if (years.some((y) => !/^(?:19|20)\d{2}$/.test(y))) no('years', 'year');

	const stored = (await getMunicipality(tx, municipalityId))?.code ?? '';
	const code =
		stored === '' ? ask.code.trim() || (await municipalityCode(tx, municipalityId)) : stored;
	if (own && !isCode(code)) no('code', 'code');
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	return ok({ code: isCode(code) ? code : '', kpis, own, groups, years });
}
