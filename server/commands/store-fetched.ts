import {
	sameMembers,
	type FetchedKpi,
	type FoundGroup,
	type KnownGroup,
	type ValueKey
} from '#core/fetched.ts';
import { roundTo } from '#core/format.ts';
import type { Indicator, IndicatorFigures, IndicatorValue } from '#core/indicator.ts';
import { ok } from '#core/result.ts';
import { getSource, insertFetch, putSource } from '#server/store/figure-fetches.ts';
import { changeGroup, listKnownGroups } from '#server/store/comparison-groups.ts';
import { changeIndicator, getFigures, putValue } from '#server/store/indicators.ts';
import type { Tx } from '#server/store/store.ts';
import { Notices } from './fetch-notices.ts';
import { actorOf, audit, permit, type Command, type Context } from './context.ts';

/** A value as it came; when it was fetched is said once for all of them. */
export type FetchedValue = Omit<IndicatorValue, 'source'> & {
	indicatorId: string;
	/** As it is to be cited. */
	source: string;
};

/** All that a fetch brought, whole: what failed is simply not in it. */
export type Fetched = {
	/** The address that was asked, and the code under which it knows the municipality. */
	base: string;
	code: string;
	kpis: FetchedKpi[];
	/** The groups that the source was asked about; null for one that it no longer knows. */
	groups: { groupId: string; version: number; found: FoundGroup | null; memberIds: string[] }[];
	/** What was answered: these series of these indicators, for these years. */
	answered: { indicatorId: string; series: string }[];
	years: string[];
	values: FetchedValue[];
};

export type StoredFetch = {
	fetchId: string;
	/** Values that are new or others than before. */
	written: number;
	/** Values that were there already. */
	same: number;
	/** Typed values that the source does not agree with; they stay (I9). */
	typedDiffer: number;
	/** Notices that are new. */
	notices: number;
};

/**
 * Takes what was fetched into the store, in one transaction (I9): what is new or has changed is
 * written, a typed value never. What a person must know or decide becomes a notice. What was not
 * answered stays as it is.
 */
export const storeFetched: Command<{ by: string; fetched: Fetched }, StoredFetch> = async (
	tx,
	{ by, fetched },
	context
) => {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'indicator.fetch', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;

	const fetchId = context.newId();
	const { base, code, kpis } = fetched;
	await insertFetch(tx, {
		id: fetchId,
		municipalityId,
		at: context.now,
		personId: by,
		base,
		code,
		kpis
	});
	const notices = new Notices(tx, municipalityId, context);
	const groups = await listKnownGroups(tx, municipalityId);
	for (const group of groups) {
		const seen = fetched.groups.find((g) => g.groupId === group.id && g.version === group.version);
		if (seen) await lookAtGroup(tx, municipalityId, group, seen, notices);
	}

	const series = new Set(['own', ...groups.map((g) => g.id)]);
	const total = { written: 0, same: 0, typedDiffer: 0 };
	const changed: Changed[] = [];
	for (const kpi of kpis) {
		const figures = await getFigures(tx, municipalityId, kpi.indicatorId);
		// Meanwhile it may have become another measure.
		if (figures?.indicator.kpiId !== kpi.kpiId) continue;
		await lookAtMeasure(tx, municipalityId, kpi, { fetchId, at: context.now, figures }, notices);
		const values = fetched.values.filter(
			(v) => v.indicatorId === kpi.indicatorId && series.has(v.series)
		);
		const done = await takeValues(tx, municipalityId, figures, values, { kpi, context, notices });
		await lookForGone(figures, values, fetched, { kpi, notices });
		total.written += done.changed.length;
		total.same += done.same;
		total.typedDiffer += done.typedDiffer;
		changed.push(...done.changed);
		if (done.changed.length > 0)
			await changeIndicator(tx, kpi.indicatorId, figures.indicator.version, {});
	}
	await audit(tx, actor.value, context, {
		act: 'indicator.fetch',
		detail: {
			fetchId,
			base,
			code,
			years: fetched.years,
			...total,
			notices: notices.opened,
			// What is new stands in the store itself; what it replaced would be lost.
			replaced: changed.filter((c) => c.before !== null)
		}
	});
	return ok({ fetchId, ...total, notices: notices.opened });
};

type Changed = ValueKey & {
	indicatorId: string;
	before: Pick<IndicatorValue, 'status' | 'value' | 'source'> | null;
	after: Pick<IndicatorValue, 'status' | 'value'>;
};

const keyOf = (v: ValueKey): string => [v.series, v.breakdown, v.period].join('|');

/** What a typed number says at the precision at which it is printed. */
const says = (v: Pick<IndicatorValue, 'status' | 'value'>, { decimals }: Indicator): string =>
	v.value === null ? v.status : String(roundTo(v.value, decimals));

const isSame = (a: IndicatorValue, b: IndicatorValue): boolean =>
	a.status === b.status &&
	a.value === b.value &&
	a.source.text === b.source.text &&
	JSON.stringify(a.basis ?? null) === JSON.stringify(b.basis ?? null);

type At = { kpi: FetchedKpi; context: Context; notices: Notices };

async function takeValues(
	tx: Tx,
	municipalityId: string,
	{ indicator, values: known }: IndicatorFigures,
	fetched: FetchedValue[],
	{ kpi, context, notices }: At
): Promise<{ changed: Changed[]; same: number; typedDiffer: number }> {
	const old = new Map(known.map((v) => [keyOf(v), v]));
	const done = { changed: [] as Changed[], same: 0, typedDiffer: 0 };
	for (const { indicatorId, source, ...said } of fetched) {
		const value: IndicatorValue = {
			...said,
			source: { kind: 'fetched', text: source, at: context.now, by: null }
		};
		const key = keyOf(value);
		const before = old.get(key) ?? null;
		const { series, breakdown, period, status } = value;
		const typedKey = `typed|${indicatorId}|${key}`;
		await notices.pass(`gone|${indicatorId}|${key}`);
		if (before?.source.kind === 'entered') {
			if (says(before, indicator) === says(value, indicator)) {
				done.same += 1;
				await notices.pass(typedKey);
				continue;
			}
			done.typedDiffer += 1;
			await notices.open(
				typedKey,
				{ indicatorId },
				{
					what: 'typed',
					key: { series, breakdown, period },
					kpiId: kpi.kpiId,
					typed: { status: before.status, value: before.value, by: before.source.by },
					fetched: value
				}
			);
			continue;
		}
		await notices.pass(typedKey);
		if (before && isSame(before, value)) {
			done.same += 1;
			continue;
		}
		await putValue(tx, municipalityId, indicatorId, value);
		done.changed.push({
			indicatorId,
			series,
			breakdown,
			period,
			before: before && { status: before.status, value: before.value, source: before.source },
			after: { status, value: value.value }
		});
	}
	return done;
}

/** A number that was fetched once, and that the source now has no row for: it stays, and is told. */
async function lookForGone(
	{ indicator, values }: IndicatorFigures,
	fetched: FetchedValue[],
	{ answered, years }: Fetched,
	{ kpi, notices }: Pick<At, 'kpi' | 'notices'>
): Promise<void> {
	const there = new Set(fetched.map(keyOf));
	const asked = new Set(
		answered.filter((a) => a.indicatorId === indicator.id).map((a) => a.series)
	);
	for (const v of values) {
		const isGone =
			v.source.kind === 'fetched' &&
			v.value !== null &&
			asked.has(v.series) &&
			years.includes(v.period) &&
			!there.has(keyOf(v));
		if (!isGone) continue;
		const { series, breakdown, period, status, value } = v;
		await notices.open(
			`gone|${indicator.id}|${keyOf(v)}`,
			{ indicatorId: indicator.id },
			{
				what: 'valueGone',
				key: { series, breakdown, period },
				kpiId: kpi.kpiId,
				had: { status, value }
			}
		);
	}
}

/** Another title, another definition, or no measure at all: told, and not written over (I9). */
async function lookAtMeasure(
	tx: Tx,
	municipalityId: string,
	{ indicatorId, kpiId, found }: FetchedKpi,
	{ fetchId, at, figures }: { fetchId: string; at: number; figures: IndicatorFigures },
	notices: Notices
): Promise<void> {
	const known = await getSource(tx, indicatorId);
	const before = known?.kpiId === kpiId ? known : null;
	const of = { indicatorId };
	if (found === null) {
		const title = before?.title ?? figures.indicator.title;
		await notices.open(`kpiGone|${indicatorId}`, of, { what: 'kpiGone', kpiId, title });
		return;
	}
	await notices.pass(`kpiGone|${indicatorId}`);
	for (const what of ['title', 'definition'] as const) {
		const key = `${what}|${indicatorId}`;
		if (before && before[what] !== found[what])
			await notices.open(key, of, { what, kpiId, before: before[what], after: found[what] });
		else await notices.pass(key);
	}
	await putSource(tx, {
		indicatorId,
		municipalityId,
		kpiId,
		title: before?.title ?? found.title,
		definition: before?.definition ?? found.definition,
		nextPeriod: found.nextPeriod,
		nextDate: found.nextDate,
		fetchId,
		at
	});
}

/** Other members under the same id: told, and not written over (I7). */
async function lookAtGroup(
	tx: Tx,
	municipalityId: string,
	group: KnownGroup,
	{ found, memberIds }: Fetched['groups'][number],
	notices: Notices
): Promise<void> {
	const externalId = group.externalId ?? '';
	const of = { groupId: group.id };
	const gone = `groupGone|${group.id}`;
	const members = `members|${group.id}`;
	if (memberIds.length > 0 && group.memberIds.length === 0)
		// The same members, whose ids were not known.
		await changeGroup(tx, municipalityId, group.id, group.version, { memberIds });
	if (found === null) {
		await notices.open(gone, of, { what: 'groupGone', externalId, name: group.name });
		return;
	}
	await notices.pass(gone);
	const now = found.members.map((m) => m.title);
	if (group.members.length === 0 || sameMembers(group.members, now)) await notices.pass(members);
	else
		await notices.open(members, of, {
			what: 'members',
			externalId,
			before: { year: group.year, members: group.members },
			after: found
		});
}
