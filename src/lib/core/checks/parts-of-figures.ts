import { isGender } from '../breakdown.ts';
import { numberOf, type IndicatorValue } from '../indicator.ts';
import { smallGaps } from './nested.ts';
import { isSmall } from './numbers-in-words.ts';

/** C2: what follows about a few children when a count of all stands beside counts of parts of them. */

export type FollowingFew =
	/** `counted` of `whole`, the last of them `part`, tell of the `rest`. */
	| { kind: 'rest'; part: IndicatorValue; counted: number; whole: number; rest: number }
	/** What was withheld of `part` is what the others leave of the whole. */
	| { kind: 'hidden'; part: IndicatorValue; count: number };

const countOf = (value: IndicatorValue): number => numberOf(value) ?? 0;
const sumOf = (values: IndicatorValue[]): number => values.reduce((sum, v) => sum + countOf(v), 0);

/** Parts that may make up the whole. Of others nobody knows whether they overlap. */
type Family = 'gender' | 'school' | 'other';
const familyOf = ({ breakdown }: IndicatorValue): Family =>
	isGender(breakdown) ? 'gender' : /skola/iu.test(breakdown) ? 'school' : 'other';

/** All but a few, by one part or by all of a family; those few are not told of themselves. */
function restsOf(whole: IndicatorValue, parts: IndicatorValue[]): FollowingFew[] {
	const told = new Set(parts.map(countOf));
	const restBeside = (some: IndicatorValue[]): FollowingFew[] => {
		const part = some.at(-1);
		const counted = sumOf(some);
		const rest = countOf(whole) - counted;
		if (!part || !isSmall(rest) || told.has(rest)) return [];
		return [{ kind: 'rest', part, counted, whole: countOf(whole), rest }];
	};
	const families = (['gender', 'school'] as const).map((family) =>
		parts.filter((part) => familyOf(part) === family)
	);
	return [
		...parts.flatMap((part) => restBeside([part])),
		...families.filter((family) => family.length > 1).flatMap(restBeside)
	];
}

/**
 * The one withheld part among parts that make up the whole. Of girls and boys any number follows; of
 * schools or languages nobody knows whether all are listed, so that only a few are told of.
 */
function hiddenOf(whole: IndicatorValue, parts: IndicatorValue[]): FollowingFew[] {
	return (['gender', 'school', 'other'] as const).flatMap((family): FollowingFew[] => {
		const all = parts.filter((part) => familyOf(part) === family);
		const known = all.filter((one) => numberOf(one) !== null);
		const [part, ...others] = all.filter((one) => numberOf(one) === null);
		if (part?.status !== 'suppressed' || others.length > 0 || known.length === 0) return [];
		const count = countOf(whole) - sumOf(known);
		const follows = family === 'gender' ? count > 0 : isSmall(count);
		return follows ? [{ kind: 'hidden', part, count }] : [];
	});
}

/** Who is few by what the counts of one period leave; `own` are the municipality's of that period. */
export function fewThatFollow(own: IndicatorValue[]): FollowingFew[] {
	const counted = own.filter((v) => numberOf(v) !== null);
	const lines = counted.map((v) => ({ label: v.breakdown, count: countOf(v) }));
	const nested = smallGaps(lines).flatMap(({ next, at, between }): FollowingFew[] => {
		const [part, whole] = [counted[next], counted[at]];
		if (!part || !whole) return [];
		return [{ kind: 'rest', part, counted: countOf(part), whole: countOf(whole), rest: between }];
	});
	const whole = counted.find((v) => v.breakdown === '');
	if (!whole) return nested;
	const hidden = hiddenOf(
		whole,
		own.filter((v) => v.breakdown !== '')
	);
	// A withheld number that follows is told as that, and not once more as the rest of the others.
	const followed = new Set(hidden.map((one) => (one.kind === 'hidden' ? one.count : 0)));
	const rests = restsOf(
		whole,
		counted.filter((v) => v.breakdown !== '')
	).filter((one) => one.kind === 'rest' && !followed.has(one.rest));
	return [...nested, ...rests, ...hidden];
}
