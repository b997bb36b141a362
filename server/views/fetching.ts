import { may, type Actor } from '#core/access.ts';
import type { FigureNotice, KnownGroup } from '#core/fetched.ts';
import { readIndicator, type Indicator } from '#core/indicator.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { latestFetch, listOpenNotices, listSources } from '#server/store/figure-fetches.ts';
import { listKnownGroups } from '#server/store/comparison-groups.ts';
import { listFigures, listIndicators } from '#server/store/indicators.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import type { Tx } from '#server/store/store.ts';
import type { View } from './index.ts';

/** What a fetch found and left to people, with the names of what it is about. */
export type NoticeRow = Omit<FigureNotice, 'state'> & {
	indicator: Pick<Indicator, 'id' | 'title' | 'unit' | 'decimals'> | null;
	/** The group that the notice, or the value in it, is about. */
	group: Omit<KnownGroup, 'version' | 'memberIds'> | null;
};

/** What is open, the newest first. */
export const figureNotices: View<null, NoticeRow[]> = async (tx, actor) => {
	const fetcher = mayFetch(actor);
	return fetcher.ok ? ok(await noticeRows(tx, fetcher.value.municipalityId)) : fetcher;
};

export type FetchableIndicator = Pick<Indicator, 'id' | 'title' | 'unit'> & {
	kpiId: string;
	/** The newest own period that is known; empty for none. */
	latest: string;
	/** What the source publishes next, and when; null where it has not said. */
	nextPeriod: string | null;
	nextDate: string | null;
};

export type FetchPage = {
	indicators: FetchableIndicator[];
	/** Those that no source knows. */
	without: number;
	groups: KnownGroup[];
	/** The municipality's code at the source; empty when nobody has said it. */
	code: string;
	/** The code is a fact of the municipality, and not asked for. */
	codeIsKnown: boolean;
	/** When values were fetched last; null for never. */
	fetchedAt: number | null;
	notices: NoticeRow[];
	municipality: string;
	/** The person may add indicators, too. */
	mayEdit: boolean;
};

/** What a person chooses from, and what waits for them. */
export const fetching: View<null, FetchPage> = async (tx, actor) => {
	const fetcher = mayFetch(actor);
	if (!fetcher.ok) return fetcher;
	const { municipalityId } = fetcher.value;
	const municipality = await getMunicipality(tx, municipalityId);
	const last = await latestFetch(tx, municipalityId);
	const all = await listFigures(tx, municipalityId);
	const sources = new Map((await listSources(tx, municipalityId)).map((s) => [s.indicatorId, s]));
	const indicators = all.flatMap((figures): FetchableIndicator[] => {
		const { id, title, unit, kpiId } = figures.indicator;
		if (kpiId === null) return [];
		const source = sources.get(id);
		return [
			{
				id,
				title,
				unit,
				kpiId,
				latest: readIndicator(figures).latest?.period ?? '',
				nextPeriod: source?.nextPeriod ?? null,
				nextDate: source?.nextDate ?? null
			}
		];
	});
	const code = municipality?.code ?? '';
	return ok({
		indicators,
		without: all.length - indicators.length,
		groups: await listKnownGroups(tx, municipalityId),
		code: code === '' ? (last?.code ?? '') : code,
		codeIsKnown: code !== '',
		fetchedAt: last?.at ?? null,
		notices: await noticeRows(tx, municipalityId),
		municipality: municipality?.name ?? '',
		mayEdit: may(fetcher.value, 'indicator.edit', { kind: 'municipality', municipalityId }).may
	});
};

/** The groups that values can be compared with. */
export const comparisonGroups: View<null, KnownGroup[]> = async (tx, actor) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'indicator.read', { kind: 'municipality', municipalityId });
	return allowed.ok ? ok(await listKnownGroups(tx, municipalityId)) : allowed;
};

async function noticeRows(tx: Tx, municipalityId: string): Promise<NoticeRow[]> {
	const notices = await listOpenNotices(tx, municipalityId);
	if (notices.length === 0) return [];
	const indicators = new Map(
		(await listIndicators(tx, municipalityId)).map(({ id, title, unit, decimals }) => [
			id,
			{ id, title, unit, decimals }
		])
	);
	const groups = new Map((await listKnownGroups(tx, municipalityId)).map((g) => [g.id, g]));
	return notices.map(({ state: _, ...notice }) => {
		const { detail } = notice;
		const series = 'key' in detail ? detail.key.series : notice.groupId;
		const known = groups.get(series ?? '');
		return {
			...notice,
			indicator: indicators.get(notice.indicatorId ?? '') ?? null,
			group: known
				? {
						id: known.id,
						kind: known.kind,
						name: known.name,
						year: known.year,
						members: known.members,
						externalId: known.externalId
					}
				: null
		};
	});
}

function mayFetch(actor: Actor | null): Result<Actor> {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'indicator.fetch', { kind: 'municipality', municipalityId });
	return allowed.ok ? ok(actor) : allowed;
}
