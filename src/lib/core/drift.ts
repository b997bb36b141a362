import type { ValueKey } from './fetched.ts';
import { formatValue, roundTo, upperFirst, type Lang } from './format.ts';
import type { IndicatorFigures, IndicatorValue } from './indicator.ts';
import { periodLabel } from './period.ts';
import { groupName } from './sentence.ts';

/** I6: a value that was fixed at a submission, and what stands in its place today. */
export type Drift = {
	key: ValueKey;
	fixed: IndicatorValue;
	/** Null when it was taken away. */
	now: IndicatorValue | null;
};

/**
 * The fixed values that are others today. What prints the same is the same; values that came later, of
 * other periods or groups, are no drift. `now` is null when the indicator itself is gone.
 */
export function driftOf(fixed: IndicatorFigures, now: IndicatorFigures | null): Drift[] {
	const { decimals } = fixed.indicator;
	const says = ({ status, value }: IndicatorValue) =>
		value === null ? status : String(roundTo(value, decimals));
	return fixed.values.flatMap((one): Drift[] => {
		const { series, breakdown, period } = one;
		const other =
			now?.values.find(
				(v) => v.series === series && v.breakdown === breakdown && v.period === period
			) ?? null;
		if (other !== null && says(other) === says(one)) return [];
		return [{ key: { series, breakdown, period }, fixed: one, now: other }];
	});
}

const WORDS = {
	sv: {
		fixed: { submitted: 'inskickad med', approved: 'godkänd med' },
		fetched: 'källan anger nu',
		entered: 'nu är infört',
		gone: 'värdet finns inte längre',
		status: {
			value: '',
			missing: 'att uppgift saknas',
			suppressed: 'att uppgiften är sekretessbelagd',
			notApplicable: 'att uppgiften inte är tillämplig'
		}
	},
	en: {
		fixed: { submitted: 'submitted with', approved: 'approved with' },
		fetched: 'the source now says',
		entered: 'now entered is',
		gone: 'the value no longer exists',
		status: {
			value: '',
			missing: 'that there is none',
			suppressed: 'that it is confidential',
			notApplicable: 'that it does not apply'
		}
	}
} as const;

/** "2022: godkänd med 14,7 %, källan anger nu 14,9 %". */
export function driftSentence(
	{ key, fixed, now }: Drift,
	figures: IndicatorFigures,
	{ state, lang }: { state: 'submitted' | 'approved'; lang: Lang }
): string {
	const w = WORDS[lang];
	const { unit, decimals } = figures.indicator;
	const print = ({ status, value }: IndicatorValue) =>
		value === null ? w.status[status] : formatValue(value, unit, decimals, lang);
	const group = figures.groups.find((g) => g.id === key.series);
	const whose = [
		group ? upperFirst(groupName(group, lang)) : '',
		upperFirst(key.breakdown),
		periodLabel(key.period, lang)
	].filter((part) => part !== '');
	const today = now === null ? w.gone : `${w[now.source.kind]} ${print(now)}`;
	return `${whose.join(', ')}: ${w.fixed[state]} ${print(fixed)}, ${today}`;
}
