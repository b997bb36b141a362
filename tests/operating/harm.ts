import type { Finding } from '#server/operating/proof/look.ts';
import type Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { columnsOf, findingsOf, flip, KINDS, unseen, type Flip } from './flips.ts';

/** Rounds of harm that `npm test` does a few hundred times, and `npm run soak -- record` many times. */

/** Columns that the README says nothing proves. */
export function unproved(): Set<string> {
	const readme = readFileSync('server/operating/README.md', 'utf8');
	const part = /### Columns that nothing proves\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
	const list = part.split('\n').filter((line) => line.startsWith('- '));
	return new Set(
		[...list.join('\n').matchAll(/`([a-z_]+\.[a-z_]+)`/g)].map(([, name]) => name ?? '')
	);
}

/** A change of these is found in the rows that name them. */
const NAMED_BY_OTHERS = ['section.id', 'passage.id'];

/** Every column that must be proved. */
export function proved(db: Database.Database): { table: string; column: string }[] {
	const not = unproved();
	return Object.keys(KINDS)
		.flatMap((table) => columnsOf(db, table).map((column) => ({ table, column })))
		.filter(({ table, column }) => !not.has(`${table}.${column}`));
}

/** How many rows are harmed at once, each in another table, so that a proof says more. */
const AT_ONCE = 6;

/** One flip in each of `columns`; answers those whose row no finding named. */
export function flipEach(
	db: Database.Database,
	columns: { table: string; column: string }[],
	random: () => number
): { done: number; missed: { flip: Flip; findings: Finding[] }[] } {
	let done = 0;
	const missed: { flip: Flip; findings: Finding[] }[] = [];
	for (const together of batches(columns)) {
		const { harmed, findings } = findingsOf(db, () =>
			together.flatMap((at) => flip(db, at, random) ?? [])
		);
		done += harmed.length;
		for (const one of unseen(harmed, findings)) {
			const byOthers = NAMED_BY_OTHERS.includes(`${one.table}.${one.column}`);
			if (!byOthers || findings.length === 0) missed.push({ flip: one, findings });
		}
	}
	return { done, missed };
}

/**
 * Passages are held against an edition's model only when that is what it was; and of a line and a link of
 * the trail side by side that both changed, nothing tells which: one of them is named.
 */
const familyOf = (table: string): string =>
	/^(?:edition|passage)/.test(table) ? 'edition' : table.startsWith('audit_') ? 'trail' : table;

/** The columns in groups of which no two are of one table. */
function batches(
	columns: { table: string; column: string }[]
): { table: string; column: string }[][] {
	const groups: { table: string; column: string }[][] = [];
	for (const one of columns) {
		const free = groups.find(
			(group) =>
				group.length < AT_ONCE &&
				group.every(({ table }) => familyOf(table) !== familyOf(one.table))
		);
		if (free) free.push(one);
		else groups.push([one]);
	}
	return groups;
}
