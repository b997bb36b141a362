import { isSmall } from './numbers-in-words.ts';

/** Groups of which each holds the next: "mer än 25 %" holds "mer än 50 %". */

const THRESHOLD = /(?:mer än|minst|över|[>≥]) ?(\d+)/;

/** An index into the given lines, and how many stand between that line and the next narrower one. */
export type Gap = { at: number; next: number; between: number };

/** Where the difference between a group and the next one within it is 1-4: these few are told of. */
export function smallGaps(lines: { label: string; count: number }[]): Gap[] {
	const nested = lines
		.map(({ label, count }, at) => ({
			at,
			count,
			threshold: Number(THRESHOLD.exec(label.toLowerCase())?.[1] ?? Number.NaN)
		}))
		.filter((line) => !Number.isNaN(line.threshold))
		.sort((a, b) => a.threshold - b.threshold);
	return nested.flatMap((line, i) => {
		const next = nested[i + 1];
		const between = next ? line.count - next.count : 0;
		return next && isSmall(between) ? [{ at: line.at, next: next.at, between }] : [];
	});
}
