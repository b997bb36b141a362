/** What a part of the soak found, as a fault scenario reports it. */
type Report = { problems: string[] } & Record<string, unknown>;

/**
 * Prints a report: its figures, then what was wrong.
 * @returns true when nothing was
 */
export function told(report: Report): boolean {
	const { problems, ...figures } = report;
	for (const [name, value] of Object.entries(figures))
		console.log(`  ${name}: ${JSON.stringify(value)}`);
	for (const problem of problems.slice(0, 20)) console.log(`  WRONG ${problem}`);
	if (problems.length > 20) console.log(`  … and ${problems.length - 20} more`);
	return problems.length === 0;
}

/** A seed of its own for each run, printed so that a failure can be repeated: SEED=… npm run soak. */
export function seedOfRun(): number {
	const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));
	console.log(`  seed: ${seed}`);
	return seed;
}
