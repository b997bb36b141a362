import { areaTableAsTable } from '#core/area-as-table.ts';
import type { DocNode, FixedContent } from '#core/publication.ts';
import { departmentIds, indicatorIds, plainText } from './text.ts';

/** What a section says as search knows it. */
export type SectionPassage = {
	/** A line for each block; the cells of a table's row share theirs. */
	text: string;
	/** The indicators that it shows, in order. */
	indicators: { key: string; title: string }[];
};

/** Between the cells of a row. */
const BETWEEN = ' · ';

/**
 * Every word of a section that a reader meets: its text, tables with their captions and sources, the
 * alternatives of pictures, names and generated sentences of indicators as they were fixed (I5).
 */
export function sectionPassage(content: FixedContent): SectionPassage {
	const lines: string[] = [];
	const add = (...some: string[]) => {
		for (const one of some) if (one.trim() !== '') lines.push(one.replace(/\s+/g, ' ').trim());
	};
	read(content.doc, content, add);
	const indicators = indicatorIds(content.doc).flatMap((id) => {
		const indicator = content.figures[id]?.figures.indicator;
		return indicator ? [{ key: indicator.key, title: indicator.title }] : [];
	});
	return { text: lines.join('\n'), indicators };
}

function read(node: DocNode, content: FixedContent, add: (...some: string[]) => void): void {
	const attr = (name: string): string => {
		const value = node.attrs?.[name];
		return typeof value === 'string' ? value : '';
	};
	const children = () => {
		for (const child of node.content ?? []) read(child, content, add);
	};
	switch (node.type) {
		case 'paragraph':
		case 'heading':
			return add(plainText(node));
		case 'table':
			add(attr('caption'));
			children();
			return add(attr('source'));
		case 'areaTable': {
			const { departments = [] } = content;
			const table = areaTableAsTable(node, departments);
			// Without rows its heads are shown to nobody.
			if ((table.content ?? []).length > 1) read(table, content, add);
			// Tables say the letters; people look for the names.
			const named = new Set(departmentIds(node));
			return add(
				...departments
					.filter(({ id, abbreviation }) => named.has(id) && abbreviation !== '')
					.map(({ name }) => name)
			);
		}
		case 'tableRow':
			return add(
				(node.content ?? [])
					.map(plainText)
					.filter((cell) => cell !== '')
					.join(BETWEEN)
			);
		case 'quote':
			children();
			return add(attr('source'));
		case 'signature':
			return add(plainText(node));
		case 'picture':
			return add(attr('alt'), attr('caption'));
		case 'indicator':
		case 'figure': {
			const fixed = content.figures[attr('indicator')];
			if (!fixed) return;
			const { title, subject, note } = fixed.figures.indicator;
			return node.type === 'figure' ? add(title, subject) : add(title, fixed.sentence, note);
		}
		case 'indicatorSummary':
			// The summary names what it counts.
			return add(
				...content.counted.map((id) => content.figures[id]?.figures.indicator.title ?? '')
			);
		default:
			children();
	}
}
