import type { Node as ModelNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { idsOf } from './shape.ts';

/**
 * A3: whether a change of somebody who may change their own rows only leaves all else as it is: every
 * other area, the tables, and the text around them. A row that they give away would not be theirs any
 * more, and one that they take was not: neither passes. The gate asks the same on the server.
 * @param rows the departments whose rows are theirs
 */
export function leavesOthers(tr: Transaction, rows: readonly string[]): boolean {
	const before = others(tr.before, rows);
	const after = others(tr.doc, rows);
	return (
		before.length === after.length &&
		before.every((part, i) => part === after[i] || part.eq(after[i] as ModelNode))
	);
}

/** All that is not theirs, in order. A table is there for its own facts, without its rows. */
function others(doc: ModelNode, rows: readonly string[]): ModelNode[] {
	const found: ModelNode[] = [];
	doc.forEach((block) => {
		if (block.type.name !== 'areaTable') return void found.push(block);
		found.push(block.type.create(block.attrs));
		block.forEach((area) => {
			if (!idsOf(area, 'departments').some((id) => rows.includes(id))) found.push(area);
		});
	});
	return found;
}
