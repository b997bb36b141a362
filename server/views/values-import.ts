import type { Actor } from '#core/access.ts';
import type { Lang } from '#core/format.ts';
import type {
	ComparisonGroup,
	Indicator,
	IndicatorFigures,
	IndicatorValue
} from '#core/indicator.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import {
	VALUES_LIMITS,
	type KnownNames,
	type ProposedValue,
	type ValuesTable
} from '#core/values-table.ts';
import { compareValues } from '#core/values-table-compare.ts';
import { knownNames } from '#core/values-table-names.ts';
import { templateRows, valuesToRows, type WrittenCell } from '#core/values-table-write.ts';
import { listGroups } from '#server/store/comparison-groups.ts';
import { listFigures } from '#server/store/indicators.ts';
import { getMunicipality } from '#server/store/organisation.ts';
import type { Tx } from '#server/store/store.ts';
import type { View } from './index.ts';

/** A value of a table, with the indicator that it is of. */
export type PreviewRow = {
	proposed: ProposedValue;
	indicator: Pick<Indicator, 'id' | 'title' | 'unit'>;
};

export type PreviewChange = PreviewRow & {
	before: Pick<IndicatorValue, 'status' | 'value' | 'source'>;
};

/** What a table would do, and what of it cannot be understood. */
export type ImportPreview = Pick<
	ValuesTable,
	'rows' | 'empty' | 'repeated' | 'wrong' | 'problems' | 'ignored'
> & {
	/** Values that are not there yet, and the first of them. */
	fresh: { count: number; rows: PreviewRow[] };
	/** Values that are there already. */
	same: number;
	/**
	 * Values that would go over others, and those that can be chosen in this import: what is not
	 * shown stays as it is (I9).
	 */
	changed: { count: number; rows: PreviewChange[] };
	/** To be sent back with the decision (S10). */
	seen: string;
	groups: ComparisonGroup[];
	municipality: string;
};

/** Holds what a file says against what is stored. */
export const valuesImport: View<{ table: ValuesTable }, ImportPreview> = async (
	tx,
	actor,
	{ table }
) => {
	const allowed = mayDo(actor, 'indicator.edit');
	if (!allowed.ok) return allowed;
	const { figures, known, groups } = await everything(tx, allowed.value.municipalityId);
	const { fresh, same, changed, seen } = compareValues(table.values, figures);
	const titles = new Map(
		figures.map(({ indicator: { id, title, unit } }) => [id, { id, title, unit }])
	);
	const rowOf = (proposed: ProposedValue): PreviewRow => {
		const { indicatorId: id } = proposed;
		return { proposed, indicator: titles.get(id) ?? { id, title: id, unit: '' } };
	};
	const { rows, empty, repeated, wrong, problems, ignored } = table;
	return ok({
		rows,
		empty,
		repeated,
		wrong,
		problems,
		ignored,
		fresh: { count: fresh.length, rows: fresh.slice(0, VALUES_LIMITS.fresh).map(rowOf) },
		same,
		changed: {
			count: changed.length,
			rows: changed
				.slice(0, VALUES_LIMITS.changed)
				.map(({ proposed, before: { status, value, source } }) => ({
					...rowOf(proposed),
					before: { status, value, source }
				}))
		},
		seen,
		groups,
		municipality: known.municipality
	});
};

/** A value with the indicator that it is of. */
export type ValueItem = IndicatorValue & {
	indicator: Pick<Indicator, 'id' | 'title' | 'kpiId' | 'unit'>;
};

/** Every value of every indicator. */
export const apiValues: View<null, ValueItem[]> = async (tx, actor) => {
	const allowed = mayDo(actor, 'indicator.read');
	if (!allowed.ok) return allowed;
	const figures = await listFigures(tx, allowed.value.municipalityId);
	return ok(
		figures.flatMap(({ indicator: { id, title, kpiId, unit }, values }) =>
			values.map((value) => ({ indicator: { id, title, kpiId, unit }, ...value }))
		)
	);
};

/** The values of one indicator, or of all, as a table's rows. */
export const valuesExport: View<
	{ indicatorId: string | null; lang: Lang },
	{ rows: WrittenCell[][]; name: string }
> = async (tx, actor, { indicatorId, lang }) => {
	const allowed = mayDo(actor, 'indicator.read');
	if (!allowed.ok) return allowed;
	const { figures, known } = await everything(tx, allowed.value.municipalityId);
	const wanted = figures.filter((f) => indicatorId === null || f.indicator.id === indicatorId);
	const [first] = wanted;
	if (indicatorId !== null && !first) return refuse({ code: 'notFound' });
	const name = indicatorId === null ? '' : (first?.indicator.key ?? '');
	return ok({ rows: valuesToRows(wanted, known, lang), name });
};

/** A table to fill in. */
export const valuesTemplate: View<{ lang: Lang }, { rows: WrittenCell[][] }> = async (
	tx,
	actor,
	{ lang }
) => {
	const allowed = mayDo(actor, 'indicator.edit');
	if (!allowed.ok) return allowed;
	const { figures, known } = await everything(tx, allowed.value.municipalityId);
	return ok({ rows: templateRows(figures, known, lang) });
};

function mayDo(actor: Actor | null, act: 'indicator.read' | 'indicator.edit'): Result<Actor> {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, act, { kind: 'municipality', municipalityId });
	return allowed.ok ? ok(actor) : allowed;
}

async function everything(
	tx: Tx,
	municipalityId: string
): Promise<{ figures: IndicatorFigures[]; groups: ComparisonGroup[]; known: KnownNames }> {
	const figures = await listFigures(tx, municipalityId);
	const groups = await listGroups(tx, municipalityId);
	const municipality = (await getMunicipality(tx, municipalityId))?.name ?? '';
	return { figures, groups, known: knownNames(municipality, figures, groups) };
}
