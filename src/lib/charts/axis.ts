/** A vertical axis: where it begins and ends, and the numbers printed at it. */
export type Axis = { min: number; max: number; ticks: number[]; decimals: number };

/** At most this many steps: more lines than that hide the curve. */
const STEPS = 5;

/** 1, 2 or 5 times a power of ten, so that at most STEPS of them cover `span`. */
function niceStep(span: number): number {
	const rough = span / STEPS;
	const power = 10 ** Math.floor(Math.log10(rough));
	const factor = [1, 2, 5, 10].find((f) => f * power >= rough * (1 - 1e-9)) ?? 10;
	return factor * power;
}

/**
 * An axis that holds every value. It begins at zero when little would be lost by it: a cut axis makes
 * small differences look large, and the chart then says where it begins.
 */
export function axisOf(values: number[]): Axis {
	let min = Math.min(...values);
	let max = Math.max(...values);
	if (min >= 0 && min < 0.4 * max) min = 0;
	if (max <= 0 && max > 0.4 * min) max = 0;
	// One height alone says nothing of scale: from zero.
	if (min === max) [min, max] = min === 0 ? [0, 1] : [Math.min(min, 0), Math.max(max, 0)];
	const step = niceStep(max - min);
	// Whole steps first: 3 * 0.1 is a hair over 0.3, and must not open one more step.
	const first = Math.floor(min / step + 1e-9);
	const last = Math.ceil(max / step - 1e-9);
	const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
	const at = (n: number): number => Number((n * step).toFixed(Math.min(decimals, 20)));
	const ticks = Array.from({ length: last - first + 1 }, (_, i) => at(first + i));
	return { min: at(first), max: at(last), ticks, decimals };
}

/** From zero to the farthest number, on both sides of it; bars carry their numbers, so no axis is printed. */
export function reach(numbers: number[]): { min: number; max: number } {
	const [min, max] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
	return min === max ? { min: 0, max: 1 } : { min, max };
}
