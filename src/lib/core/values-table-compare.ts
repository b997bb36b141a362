import type { IndicatorFigures, IndicatorValue } from './indicator.ts';
import type { ProposedValue } from './values-table.ts';
import { plainNumber } from './values-table-write.ts';

/** A stored value, and what a table would make of it. */
export type ProposedChange = { proposed: ProposedValue; before: IndicatorValue };

/** What a table would do to what is stored. */
export type Comparison = {
	/** There is no value yet. */
	fresh: ProposedValue[];
	/** The stored value says the same and cites the same source: nothing is done. */
	same: number;
	/** Another number, status or source stands there, typed or fetched (I9). */
	changed: ProposedChange[];
	/** What was compared with: the table's indicators in the versions that were seen (S10). */
	seen: string;
};

const keyOf = (v: Pick<IndicatorValue, 'series' | 'breakdown' | 'period'>): string =>
	JSON.stringify([v.series, v.breakdown, v.period]);

/** As it is written in a table: what prints the same there is the same. */
const numberOf = (value: number | null): string => (value === null ? '' : plainNumber(value, 'en'));

const isSame = (proposed: ProposedValue, stored: IndicatorValue): boolean =>
	proposed.status === stored.status &&
	numberOf(proposed.value) === numberOf(stored.value) &&
	proposed.source === stored.source.text.trim();

/** Holds a table against what is stored; what is proposed for an indicator that is not there is left out. */
export function compareValues(
	values: readonly ProposedValue[],
	figures: readonly IndicatorFigures[]
): Comparison {
	const concerned = new Set(values.map((v) => v.indicatorId));
	const stored = new Map<string, Map<string, IndicatorValue>>();
	const versions: string[] = [];
	for (const { indicator, values: known } of figures) {
		if (!concerned.has(indicator.id)) continue;
		stored.set(indicator.id, new Map(known.map((v) => [keyOf(v), v])));
		versions.push(`${indicator.id}:${indicator.version}`);
	}
	const compared: Comparison = { fresh: [], same: 0, changed: [], seen: versions.sort().join(' ') };
	for (const proposed of values) {
		const known = stored.get(proposed.indicatorId);
		if (!known) continue;
		const before = known.get(keyOf(proposed));
		if (!before) compared.fresh.push(proposed);
		else if (isSame(proposed, before)) compared.same += 1;
		else compared.changed.push({ proposed, before });
	}
	return compared;
}
