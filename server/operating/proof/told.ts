import type { Proof } from './prove.ts';

/** A proof as lines for a person: what was looked at, each row that is wrong, what to do, the chain's head. */
export function told(file: string, { findings, notes, counts, head }: Proof): string[] {
	const lines = [`Verified ${file}`];
	lines.push(
		`  ${Object.entries(counts)
			.map(([name, count]) => `${name} ${count}`)
			.join(', ')}`
	);
	lines.push(
		head === null ? '  the trail is empty' : `  head of the chain: line ${head.seq}, ${head.hash}`
	);
	for (const note of notes) lines.push(`  Note: ${note}`);
	for (const { table, row, problem, advice } of findings)
		lines.push(`WRONG ${table}${row === '' ? '' : ` (${row})`}: ${problem}.`, `  ${advice}`);
	lines.push(
		findings.length === 0
			? 'Nothing is wrong.'
			: `${findings.length} ${findings.length === 1 ? 'thing is' : 'things are'} wrong.`
	);
	return lines;
}
