import { median, short, spread } from './numbers.ts';

/** A measured thing: its repetitions for each of the two that are compared. */
export type Row = {
	label: string;
	/** One figure for each repetition. */
	ours: readonly number[];
	/** Empty where the other has no such figure. */
	other: readonly number[];
};

/** Prints rows side by side with the ratio of their medians: medians with [least..most]. */
export function printTable(heading: string, names: { ours: string; other: string }, rows: Row[]) {
	const lines = [
		['', names.ours, names.other, 'ratio'],
		...rows.map(({ label, ours, other }) => [
			label,
			spread(ours),
			other.length > 0 ? spread(other) : '-',
			other.length > 0 ? short(median(ours) / median(other)) : '-'
		])
	];
	const widths = [0, 1, 2, 3].map((i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
	console.log(`\n${heading}`);
	for (const line of lines)
		console.log(
			line
				.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
				.join('   ')
				.trimEnd()
		);
}
