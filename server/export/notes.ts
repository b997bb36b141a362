import { chartOfTable } from '#charts/table-chart.ts';
import { areasAsTables } from '#core/area-as-table.ts';
import { noteText } from '#core/notes.ts';
import type { DocNode, EditionModel, FixedContent } from '#core/publication.ts';
import { referencesInOrder } from '#core/references.ts';
import { LANG } from './words.ts';

/** A footnote of the edition. */
export type Note = {
	node: DocNode;
	sectionKey: string;
	number: number;
	/** The ids of its words on the page, and of its number in the text. */
	anchor: string;
	mark: string;
};

/** Notes of a section as readers meet them; those in a table that a picture stands for come with it. */
type Met = { text: DocNode[]; behindCharts: DocNode[] };

function notesIn({ doc, departments, title }: FixedContent): Met {
	const met: Met = { text: [], behindCharts: [] };
	const read = (node: DocNode, into: DocNode[]): void => {
		if (noteText(node) !== '') into.push(node);
		const isDrawn =
			node.type === 'table' && chartOfTable(node, { id: '', lang: LANG, title })?.ok === true;
		const children = node.type === 'references' ? referencesInOrder(node) : (node.content ?? []);
		for (const child of children) read(child, isDrawn ? met.behindCharts : into);
	};
	read(areasAsTables(doc, departments ?? []), met.text);
	return met;
}

/**
 * Every footnote that readers are shown, with its number. Numbers run through the edition and do not
 * begin anew in each section: at the foot of a page of paper stand notes of several sections, and there
 * may be only one with a number; Word counts them in no other way; and in an extract a note keeps the
 * number that it is cited by. The last are those in tables that paper has in its appendix, for there the
 * numbers follow the pages. A draft, where sections do not know each other, counts by itself.
 * @param sections in the order of the edition
 * @param take gives an id of the page that nobody else has
 */
export function notesOf(
	sections: EditionModel['sections'],
	take: (wished: string) => string
): Note[] {
	const met = sections.map(({ content }) => ({ key: content.key, notes: notesIn(content) }));
	const ordered = (['text', 'behindCharts'] as const).flatMap((where) =>
		met.flatMap(({ key, notes }) => notes[where].map((node) => ({ node, sectionKey: key })))
	);
	return ordered.map(({ node, sectionKey }, i) => {
		const number = i + 1;
		const anchor = take(`not-${number}`);
		return { node, sectionKey, number, anchor, mark: take(`${anchor}-i-texten`) };
	});
}

/** The note that a node of a section is. */
export function noteOf(notes: Note[], sectionKey: string): (node: DocNode) => Note {
	const own = new Map(
		notes.filter((note) => note.sectionKey === sectionKey).map((note) => [note.node, note])
	);
	return (node) => {
		const found = own.get(node);
		if (!found) throw new Error('A note of the text was not given its number');
		return found;
	};
}
