import { VALUE_STATUSES, type IndicatorFigures, type IndicatorValue } from '#core/indicator.ts';
import { isPeriod } from '#core/period.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { VALUES_LIMITS, type ProposedValue } from '#core/values-table.ts';
import { compareValues } from '#core/values-table-compare.ts';
import { listGroups } from '#server/store/comparison-groups.ts';
import { changeIndicator, getFigures, putValues } from '#server/store/indicators.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

export type ImportInput = {
	by: string;
	/** As the person called it; empty when the values came otherwise. */
	fileName: string;
	values: ProposedValue[];
	/** What the preview was made of (`Comparison.seen`). */
	seen: string;
	/** The rows whose values may go over what stands there. */
	overwrite: number[];
};

export type Imported = {
	/** Values that were not there before. */
	fresh: number;
	/** Values that went over others, as the person chose. */
	changed: number;
	/** Values that say the same as before. */
	same: number;
	/** Values that would go over others, and that the person left alone. */
	left: number;
};

/**
 * Enters the values of a table, in one transaction (I9): what is new goes in, and over a value that
 * stands there only what was chosen row by row. Refused as `moved` when any of the indicators has
 * changed since the preview (S10); nothing of the table is stored then.
 */
export const importValues: Command<ImportInput, Imported> = async (tx, input, context) => {
	const actor = await actorOf(tx, input.by);
	if (!actor.ok) return actor;
	const { municipalityId, name } = actor.value;
	const allowed = permit(actor.value, 'indicator.edit', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	if (input.values.length > VALUES_LIMITS.rows) return refuse({ code: 'tooLarge', limit: 'rows' });

	const figures: IndicatorFigures[] = [];
	for (const id of new Set(input.values.map((v) => v.indicatorId))) {
		const one = await getFigures(tx, municipalityId, id);
		if (!one) return refuse({ code: 'notFound' });
		figures.push(one);
	}
	const series = new Set(['own', ...(await listGroups(tx, municipalityId)).map((g) => g.id)]);
	const problems = input.values.flatMap((v, i) => problemsOf(v, i, series));
	if (problems.length > 0) return refuse({ code: 'invalid', problems });

	const { fresh, same, changed, seen } = compareValues(input.values, figures);
	if (seen !== input.seen)
		return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });
	const chosen = new Set(input.overwrite);
	const over = changed.filter(({ proposed }) => chosen.has(proposed.row));
	const left = changed.length - over.length;
	const written = [...fresh, ...over.map(({ proposed }) => proposed)];
	if (written.length === 0) return ok({ fresh: 0, changed: 0, same, left });

	const byIndicator = Map.groupBy(written, (v) => v.indicatorId);
	for (const { indicator } of figures) {
		const values = byIndicator.get(indicator.id);
		if (!values) continue;
		await putValues(
			tx,
			municipalityId,
			indicator.id,
			values.map((v): IndicatorValue => ({
				series: v.series,
				breakdown: v.breakdown,
				period: v.period,
				status: v.status,
				value: v.value,
				source: { kind: 'entered', text: v.source, at: context.now, by: name }
			}))
		);
		await changeIndicator(tx, indicator.id, indicator.version, {});
	}
	await audit(tx, actor.value, context, {
		act: 'indicator.import',
		detail: {
			fileName: input.fileName,
			fresh: fresh.length,
			changed: over.length,
			same,
			left,
			before: over.map(({ proposed: { indicatorId }, before }) => ({ indicatorId, ...before })),
			after: written.map(({ row: _, ...v }) => v)
		}
	});
	return ok({ fresh: fresh.length, changed: over.length, same, left });
};

/** Who sends values past our own reading of files is held to the same law. */
function problemsOf(v: ProposedValue, i: number, series: Set<string>): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const no = (field: string, problem: string) =>
		problems.push({ field: `values.${i}.${field}`, problem });
	if (!series.has(v.series)) no('series', 'unknown');
	if (v.breakdown.length > 200 || v.breakdown !== v.breakdown.trim()) no('breakdown', 'length');
	if (!isPeriod(v.period)) no('period', 'period');
	if (!VALUE_STATUSES.includes(v.status)) no('status', 'unknown');
	const isNumber = v.value !== null && Number.isFinite(v.value);
	if (v.status === 'value' ? !isNumber : v.value !== null) no('value', 'number');
	if (v.source.trim() === '' || v.source.length > 300) no('source', 'missing');
	return problems;
}
