import { tmpdir } from 'node:os';
import { loadNow, syncMilliseconds } from '../machine.ts';
import { median, short, spread } from '../numbers.ts';

/** A column: a figure of each repetition. */
export type Column<R> = {
	label: string;
	of: (result: R) => number;
	/** What says how the measurement went, and is nobody's merit: no ratio is made of it. */
	isCircumstance?: true;
};

/** A repetition, and whether anything else was at work on the machine meanwhile. */
export type Run<R> = { result: R; calm: boolean };

/** What ours is set beside in the last lines of a table. */
const BESIDE = ['relay', 'storing-relay', 'floor', 'hocuspocus'];

/** What follows, in a line. */
export const printHeading = (title: string): void => console.log(`\n${title}`);

/** What every figure depends on: how busy the machine is, how fast the disk that the servers write to. */
const printMachine = (): void =>
	console.log(`\n${loadNow()}; one fsync takes ${short(syncMilliseconds(tmpdir()))} ms here.\n`);

/**
 * Prints one line for each server, medians with [least..most] over the calm repetitions, and the ratios
 * of ours to the others. A server with fewer than two calm repetitions is marked `~` and shows all.
 */
export function printComparison<R>(
	title: string,
	columns: readonly Column<R>[],
	results: ReadonlyMap<string, readonly Run<R>[]>
): void {
	printMachine();
	const calm = new Map<string, { runs: readonly R[]; disturbed: boolean }>();
	for (const [name, runs] of results) {
		const quiet = runs.filter((run) => run.calm);
		const disturbed = quiet.length < Math.min(2, runs.length);
		calm.set(name, { runs: (disturbed ? runs : quiet).map((run) => run.result), disturbed });
	}
	const lines = [[title, ...columns.map(({ label }) => label)]];
	for (const [name, { runs, disturbed }] of calm) {
		const cells = columns.map(({ of }) => spread(runs.map(of).filter(Number.isFinite)));
		lines.push([disturbed ? `${name} ~` : name, ...cells]);
	}
	const ours = calm.get('ours')?.runs;
	for (const name of BESIDE) {
		const other = calm.get(name)?.runs;
		if (ours === undefined || other === undefined) continue;
		const ratio = ({ of }: Column<R>) => median(ours.map(of)) / median(other.map(of));
		lines.push([
			`ours / ${name}`,
			...columns.map((column) => (column.isCircumstance ? '' : short(ratio(column))))
		]);
	}
	const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i + 1]?.length ?? 0)));
	widths.unshift(Math.max(...lines.map((line) => line[0]?.length ?? 0)));
	lines.splice(
		1,
		0,
		widths.map((width, i) => (i === 0 ? '' : ':').padStart(width, '-'))
	);
	for (const line of lines)
		console.log(
			`| ${line
				.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
				.join(' | ')} |`
		);
}
