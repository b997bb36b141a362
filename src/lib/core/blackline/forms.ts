import type { Passage, PassageKind } from '../compare/passages.ts';
import type { DocNode } from '../publication.ts';
import { equal } from '../compare/equal.ts';

/** What has changed about a passage beside its words and how these are set. */
export type FormChange =
	| { what: 'kind'; was: PassageKind; now: PassageKind }
	| { what: 'level'; was: number; now: number }
	| { what: 'list' } // a point became a number, or stands deeper
	| { what: 'line' } // the same words with other line breaks, spaces or places of notes
	| { what: 'table' }; // purpose, chart, unit or decimals of a table

const TABLE_FORM = ['purpose', 'chart', 'unit', 'decimals'];

/** The forms of a passage that both versions have. */
export function formsOf(was: Passage, now: Passage): FormChange[] {
	const forms: FormChange[] = [];
	if (was.kind !== now.kind) forms.push({ what: 'kind', was: was.kind, now: now.kind });
	else if (was.kind === 'heading' && levelOf(was) !== levelOf(now))
		forms.push({ what: 'level', was: levelOf(was), now: levelOf(now) });
	if (was.kind === now.kind && listOf(was) !== listOf(now)) forms.push({ what: 'list' });
	if (was.table && now.table) {
		const [old, is] = [was.table, now.table].map((table) =>
			TABLE_FORM.map((name) => table.attrs?.[name] ?? null)
		);
		if (!equal(old, is)) forms.push({ what: 'table' });
	} else if (was.text === now.text && was.node && now.node) {
		if (lineOf(was.node, now.node) !== lineOf(now.node, was.node)) forms.push({ what: 'line' });
	}
	return forms;
}

const levelOf = ({ node }: Passage): number => Number(node?.attrs?.['level'] ?? 1);

/** Numbers follow from what stands before: that a point has another one is no change of its own. */
const listOf = ({ marker, depth }: Passage): string =>
	`${depth} ${marker === '' ? '' : marker === '•' ? 'point' : 'number'}`;

const notesIn = ({ content = [] }: DocNode): number =>
	content.filter(({ type }) => type === 'footnote').length;

/** The words to the letter, with the places of notes where both have as many: others are told as notes. */
function lineOf(node: DocNode, other: DocNode): string {
	const note = notesIn(node) === notesIn(other) ? '\u0001' : '';
	return (node.content ?? [])
		.map(
			({ type, text }) => text ?? (type === 'hardBreak' ? '\n' : type === 'footnote' ? note : '')
		)
		.join('')
		.trim();
}
