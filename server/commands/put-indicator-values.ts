import { VALUE_STATUSES, type IndicatorValue, type ValueStatus } from '#core/indicator.ts';
import { settledBreakdown } from '#core/breakdown.ts';
import { parseNumber } from '#core/read-number.ts';
import { parsePeriod } from '#core/read-period.ts';
import { ok, refuse, type FieldProblem, type Result } from '#core/result.ts';
import type { Actor } from '#core/access.ts';
import { listGroups } from '#server/store/comparison-groups.ts';
import { changeIndicator, deleteValue, getFigures, putValue } from '#server/store/indicators.ts';
import { actorOf, audit, permit, type Command, type Context } from './context.ts';

/** A value as a person types it or the API sends it. */
export type TypedValue = {
	/** `own` or the id of a comparison group. */
	series: string;
	breakdown: string;
	/** `2022`, `lå 20/21`, `vt 2022` …; empty where the source states none. */
	period: string;
	status: string;
	/** `14,7`, or a number; empty or null when the status is not `value`. */
	value: string | number | null;
	/** As it is to be cited. */
	source: string;
	/** Take the value away instead. */
	remove?: boolean;
};

/**
 * Enters, corrects or removes values of one indicator. `version` is the one that was seen: who typed
 * into an older one is told (S10), and nothing of the input is stored.
 */
export const putIndicatorValues: Command<
	{ by: string; indicatorId: string; version: number; values: TypedValue[] },
	{ version: number }
> = async (tx, input, context) => {
	const actor = await actorOf(tx, input.by);
	if (!actor.ok) return actor;
	const { municipalityId } = actor.value;
	const allowed = permit(actor.value, 'indicator.edit', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const figures = await getFigures(tx, municipalityId, input.indicatorId);
	if (!figures) return refuse({ code: 'notFound' });
	if (figures.indicator.version !== input.version)
		return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });

	const series = new Set(['own', ...(await listGroups(tx, municipalityId)).map((g) => g.id)]);
	const breakdowns = [...new Set(figures.values.map((v) => v.breakdown))];
	const problems: FieldProblem[] = [];
	const changes: { value: IndicatorValue; remove: boolean }[] = [];
	for (const [i, typed] of input.values.entries()) {
		const breakdown = settledBreakdown(typed.breakdown, breakdowns);
		const read = readValue({ ...typed, breakdown }, series, actor.value, context);
		if (read.ok) changes.push({ value: read.value, remove: typed.remove === true });
		else if (read.refusal.code === 'invalid')
			problems.push(
				...read.refusal.problems.map((p) => ({ ...p, field: `values.${i}.${p.field}` }))
			);
	}
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	for (const { value, remove } of changes)
		if (remove) await deleteValue(tx, input.indicatorId, value);
		else await putValue(tx, municipalityId, input.indicatorId, value);
	await changeIndicator(tx, input.indicatorId, input.version, {});
	await audit(tx, actor.value, context, {
		act: 'indicator.values',
		detail: {
			indicatorId: input.indicatorId,
			before: figures.values.filter((old) => changes.some((c) => sameKey(c.value, old))),
			after: changes.map((c) => ({ ...c.value, removed: c.remove }))
		}
	});
	return ok({ version: input.version + 1 });
};

const sameKey = (a: IndicatorValue, b: IndicatorValue) =>
	a.series === b.series && a.breakdown === b.breakdown && a.period === b.period;

function readValue(
	typed: TypedValue,
	series: Set<string>,
	actor: Actor,
	context: Context
): Result<IndicatorValue> {
	const problems: FieldProblem[] = [];
	if (!series.has(typed.series)) problems.push({ field: 'series', problem: 'unknown' });
	if (typed.breakdown.length > 200) problems.push({ field: 'breakdown', problem: 'length' });
	const sourceMissing = typed.source.trim() === '' && typed.remove !== true;
	if (sourceMissing || typed.source.length > 300)
		problems.push({ field: 'source', problem: 'missing' });
	const period = parsePeriod(typed.period);
	if (!period.ok) problems.push({ field: 'period', problem: 'period' });
	const status = VALUE_STATUSES.find((s): s is ValueStatus => s === typed.status);
	if (!status) problems.push({ field: 'status', problem: 'unknown' });
	let value: number | null = null;
	// A number with a status that says there is none is a slip, and must not vanish in silence (I1).
	const isBlank = typed.value === null || typed.value === '';
	if (status && status !== 'value' && !isBlank && !typed.remove)
		problems.push({ field: 'value', problem: 'noNumberWithStatus' });
	if (status === 'value' && !typed.remove) {
		const number =
			typeof typed.value === 'number' ? okNumber(typed.value) : parseNumber(typed.value ?? '');
		if (number.ok) value = number.value;
		else problems.push({ field: 'value', problem: 'number' });
	}
	if (problems.length > 0 || !period.ok || !status) return refuse({ code: 'invalid', problems });
	return ok({
		series: typed.series,
		breakdown: typed.breakdown,
		period: period.value,
		status,
		value,
		source: { kind: 'entered', text: typed.source.trim(), at: context.now, by: actor.name }
	});
}

const okNumber = (n: number): Result<number> =>
	Number.isFinite(n)
		? ok(n)
		: refuse({ code: 'invalid', problems: [{ field: 'value', problem: 'number' }] });
