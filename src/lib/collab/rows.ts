import type { DocNode } from '#core/publication.ts';
import { canonicalJson, docJson } from '#schema/content.ts';
import type * as Y from 'yjs';

/**
 * A3: what somebody may not change who writes in their own departments' rows only. An area is theirs when
 * it names one of `rows`. The rest is read before and after their change and must be the same, to the
 * letter: so it holds whatever an update does, whichever way it does it. It costs a reading of the text
 * for each update, of the few people who are limited so.
 * @returns equal for two documents whose every word and attribute outside of those areas is equal
 */
export function outsideRows(doc: Y.Doc, rows: ReadonlySet<string>): string {
	const own: string[] = [];
	const others: string[] = [];
	const without = (node: DocNode, isOwn: boolean): DocNode => {
		const id = node.attrs?.['id'];
		if (typeof id === 'string' && id !== '') (isOwn ? own : others).push(id);
		const content = (node.content ?? []).flatMap((child) => {
			const isTheirs = isOwn || isRow(child, rows);
			const read = without(child, isTheirs);
			return isTheirs ? [] : [read];
		});
		return { ...node, content };
	};
	const rest = without(docJson(doc), false);
	// Two rows with one id: the later one loses it (core/areas.ts), so nobody may take another's.
	const taken = own.filter((id) => others.includes(id)).sort();
	return canonicalJson([rest, taken]);
}

function isRow(node: DocNode, rows: ReadonlySet<string>): boolean {
	const departments = node.type === 'area' ? node.attrs?.['departments'] : undefined;
	return Array.isArray(departments) && departments.some((id) => rows.has(id as string));
}
