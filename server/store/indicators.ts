import type {
	ComparisonGroup,
	Indicator,
	IndicatorFigures,
	IndicatorValue,
	StatedComparison
} from '#core/indicator.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import { listGroups } from './comparison-groups.ts';
import { indicator, indicatorValue, statedComparison } from './schema.ts';
import { prepared, type Tx } from './store.ts';

type IndicatorRow = typeof indicator.$inferSelect;

const toIndicator = (r: IndicatorRow): Indicator => ({
	id: r.id,
	key: r.key,
	kpiId: r.kpiId,
	title: r.title,
	subject: r.subject,
	unit: r.unit,
	decimals: r.decimals === 0 || r.decimals === 1 ? r.decimals : 2,
	wishedDirection: r.wishedDirection,
	tolerance: r.tolerance,
	definition: r.definition,
	note: r.note,
	version: r.version
});

const source = (r: {
	sourceKind: 'fetched' | 'entered';
	sourceText: string;
	sourceAt: number;
	sourceBy: string | null;
}) => ({ kind: r.sourceKind, text: r.sourceText, at: r.sourceAt, by: r.sourceBy });

/** Everything known of one indicator; undefined when the municipality has none with this id. */
export async function getFigures(
	tx: Tx,
	municipalityId: string,
	id: string
): Promise<IndicatorFigures | undefined> {
	const row = tx.db
		.select()
		.from(indicator)
		.where(and(eq(indicator.id, id), eq(indicator.municipalityId, municipalityId)))
		.get();
	return row && figuresOf(tx, row, await listGroups(tx, municipalityId));
}

const indicatorRows = (db: Tx['db']) =>
	db
		.select()
		.from(indicator)
		.where(eq(indicator.municipalityId, sql.placeholder('municipalityId')))
		.orderBy(asc(indicator.title))
		.prepare();

/** All of the municipality's indicators with their figures, by title. */
export async function listFigures(tx: Tx, municipalityId: string): Promise<IndicatorFigures[]> {
	const groups = await listGroups(tx, municipalityId);
	return prepared(tx, indicatorRows)
		.all({ municipalityId })
		.map((row) => figuresOf(tx, row, groups));
}

/** All of the municipality's indicators without their figures, by title. */
export async function listIndicators(tx: Tx, municipalityId: string): Promise<Indicator[]> {
	return prepared(tx, indicatorRows).all({ municipalityId }).map(toIndicator);
}

/** Whether the municipality has any value. */
export async function hasValues(tx: Tx, municipalityId: string): Promise<boolean> {
	return (
		tx.db
			.select({ one: sql`1` })
			.from(indicatorValue)
			.where(eq(indicatorValue.municipalityId, municipalityId))
			.limit(1)
			.get() !== undefined
	);
}

const valueRows = (db: Tx['db']) =>
	db
		.select()
		.from(indicatorValue)
		.where(eq(indicatorValue.indicatorId, sql.placeholder('id')))
		.orderBy(asc(indicatorValue.series), asc(indicatorValue.breakdown), asc(indicatorValue.period))
		.prepare();

const statedRows = (db: Tx['db']) =>
	db
		.select()
		.from(statedComparison)
		.where(eq(statedComparison.indicatorId, sql.placeholder('id')))
		.orderBy(asc(statedComparison.against), asc(statedComparison.period))
		.prepare();

function figuresOf(tx: Tx, row: IndicatorRow, groups: ComparisonGroup[]): IndicatorFigures {
	const values = prepared(tx, valueRows)
		.all({ id: row.id })
		.map((v): IndicatorValue => ({
			series: v.series,
			breakdown: v.breakdown,
			period: v.period,
			status: v.status,
			value: v.value,
			source: source(v),
			...(v.basis ? { basis: v.basis } : {})
		}));
	const stated = prepared(tx, statedRows)
		.all({ id: row.id })
		.map((s): StatedComparison => ({
			against: s.against,
			period: s.period,
			level: s.level,
			judgement: s.judgement,
			source: source(s)
		}));
	const used = new Set([...values.map((v) => v.series), ...stated.map((s) => s.against)]);
	return {
		indicator: toIndicator(row),
		values,
		stated,
		groups: groups.filter((g) => used.has(g.id))
	};
}

/** The parts that the municipality's values are of, each once. */
export async function listBreakdowns(tx: Tx, municipalityId: string): Promise<string[]> {
	return tx.db
		.selectDistinct({ breakdown: indicatorValue.breakdown })
		.from(indicatorValue)
		.where(eq(indicatorValue.municipalityId, municipalityId))
		.all()
		.map(({ breakdown }) => breakdown);
}

/** The municipality's indicators that are measures of a source. */
export async function listKpis(
	tx: Tx,
	municipalityId: string
): Promise<{ indicatorId: string; kpiId: string }[]> {
	return tx.db
		.select({ indicatorId: indicator.id, kpiId: indicator.kpiId })
		.from(indicator)
		.where(eq(indicator.municipalityId, municipalityId))
		.all()
		.flatMap(({ indicatorId, kpiId }) => (kpiId === null ? [] : [{ indicatorId, kpiId }]));
}

export async function insertIndicator(tx: Tx, municipalityId: string, row: Indicator) {
	tx.db
		.insert(indicator)
		.values({ ...row, municipalityId })
		.run();
}

/** What a person may change of an indicator's description. */
export type IndicatorChange = Partial<
	Pick<
		Indicator,
		| 'kpiId'
		| 'title'
		| 'subject'
		| 'unit'
		| 'decimals'
		| 'wishedDirection'
		| 'tolerance'
		| 'definition'
		| 'note'
	>
>;

/** Changes the description and raises the version, if it still is the one that was seen. */
export async function changeIndicator(
	tx: Tx,
	id: string,
	seenVersion: number,
	change: IndicatorChange
): Promise<boolean> {
	return (
		tx.db
			.update(indicator)
			.set({ ...change, version: seenVersion + 1 })
			.where(and(eq(indicator.id, id), eq(indicator.version, seenVersion)))
			.run().changes === 1
	);
}

/** Enters a value, or replaces the one for the same series, breakdown and period. */
export const putValue = (
	tx: Tx,
	municipalityId: string,
	indicatorId: string,
	value: IndicatorValue
): Promise<void> => putValues(tx, municipalityId, indicatorId, [value]);

/** Rows of one statement: more save little, and SQLite takes a limited number of parameters. */
const ROWS_AT_ONCE = 200;

/** Enters values, or replaces those for the same series, breakdown and period. */
export async function putValues(
	tx: Tx,
	municipalityId: string,
	indicatorId: string,
	values: readonly IndicatorValue[]
): Promise<void> {
	const rows = values.map(({ source: from, basis, ...value }) => ({
		...value,
		municipalityId,
		indicatorId,
		sourceKind: from.kind,
		sourceText: from.text,
		sourceAt: from.at,
		sourceBy: from.by,
		basis: basis ?? null
	}));
	for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
		tx.db
			.insert(indicatorValue)
			.values(rows.slice(at, at + ROWS_AT_ONCE))
			.onConflictDoUpdate({
				target: [
					indicatorValue.indicatorId,
					indicatorValue.series,
					indicatorValue.breakdown,
					indicatorValue.period
				],
				set: {
					status: sql`excluded.status`,
					value: sql`excluded.value`,
					sourceKind: sql`excluded.source_kind`,
					sourceText: sql`excluded.source_text`,
					sourceAt: sql`excluded.source_at`,
					sourceBy: sql`excluded.source_by`,
					basis: sql`excluded.basis`
				}
			})
			.run();
}

export async function deleteValue(
	tx: Tx,
	indicatorId: string,
	key: { series: string; breakdown: string; period: string }
) {
	tx.db
		.delete(indicatorValue)
		.where(
			and(
				eq(indicatorValue.indicatorId, indicatorId),
				eq(indicatorValue.series, key.series),
				eq(indicatorValue.breakdown, key.breakdown),
				eq(indicatorValue.period, key.period)
			)
		)
		.run();
}

export async function putStated(
	tx: Tx,
	municipalityId: string,
	indicatorId: string,
	stated: StatedComparison
) {
	tx.db
		.insert(statedComparison)
		.values({
			municipalityId,
			indicatorId,
			against: stated.against,
			period: stated.period,
			level: stated.level,
			judgement: stated.judgement,
			sourceKind: stated.source.kind,
			sourceText: stated.source.text,
			sourceAt: stated.source.at,
			sourceBy: stated.source.by
		})
		.run();
}
