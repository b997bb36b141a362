import { AREA_HEADS, AREA_LABELS, articlesLine, numbersText } from './area-words.ts';
import { rolledUpLine, shortName, statusWord } from './area-words.ts';
import type { Area, AreaTable, Measure } from './areas.ts';
import { ownText } from './cell-text.ts';
import type { DocNode, FixedDepartment } from './publication.ts';
import { shownAreas } from './shown-areas.ts';

/**
 * A table of areas as an ordinary table, which every form can show. A follow-up has a row for each
 * measure, as each has a status and comments of its own, with the area before all of them; a plan has a
 * row for each area, as results follow from several measures. Departments stand by their abbreviations,
 * which carry the mark `abbreviation` (of these tables alone, not of the schema). Without anything to
 * show it has a head and no rows.
 */
export function areaTableAsTable(node: DocNode, departments: FixedDepartment[]): DocNode {
	const table = shownAreas(node);
	const known = new Map(departments.map((one) => [one.id, one]));
	const { heads, rows } =
		table.purpose === 'followUp' ? followUpRows(table, known) : planRows(table, known);
	return {
		type: 'table',
		attrs: { purpose: table.purpose, caption: table.caption },
		content: [row(heads.map((head) => cell('tableHeader', [words(head)]))), ...rows]
	};
}

/** A document as readers see it: its tables of areas as ordinary ones, all else as it stands. */
export function areasAsTables(node: DocNode, departments: FixedDepartment[]): DocNode {
	if (node.type === 'areaTable') return areaTableAsTable(node, departments);
	const content = node.content?.map((child) => areasAsTables(child, departments));
	return content?.some((child, i) => child !== node.content?.[i]) ? { ...node, content } : node;
}

type Known = Map<string, FixedDepartment>;
type Rows = { heads: string[]; rows: DocNode[] };

function followUpRows({ areas }: AreaTable, known: Known): Rows {
	const { area, measure, status, comment } = AREA_HEADS;
	return {
		heads: [area, measure, status, comment],
		rows: areas.flatMap((one) => {
			const rollUp = rolledUpLine(one.measures);
			const header = cell(
				'tableHeader',
				[
					...titleLines(one, known),
					...responsibleLines(one, true),
					...one.results.map(({ node }) => led(`${AREA_LABELS.results} `, node)),
					...(rollUp === null ? [] : [words(rollUp)])
				],
				Math.max(1, one.measures.length)
			);
			if (one.measures.length === 0)
				return [row([header, ...[1, 2, 3].map(() => cell('tableCell', []))])];
			return one.measures.map((m, i) =>
				row([
					...(i === 0 ? [header] : []),
					cell('tableCell', [led(one.measures.length > 1 ? `${m.number}. ` : '', m.nodes.text)]),
					cell('tableCell', [words(statusWord(m.status))]),
					cell('tableCell', commentsOf(m))
				])
			);
		})
	};
}

function planRows({ areas }: AreaTable, known: Known): Rows {
	const { area, measures, results, responsible } = AREA_HEADS;
	const isSaid = areas.some((one) => responsibleLines(one).length > 0);
	return {
		heads: [area, measures, results, ...(isSaid ? [responsible] : [])],
		rows: areas.map((one) =>
			row([
				cell('tableHeader', titleLines(one, known)),
				cell('tableCell', measuresOf(one.measures)),
				cell(
					'tableCell',
					one.results.map((result) =>
						led(
							result.isNamed && one.measures.length > 1 ? `${numbersText(result.measures)}. ` : '',
							result.node
						)
					)
				),
				...(isSaid ? [cell('tableCell', responsibleLines(one))] : [])
			])
		)
	};
}

/** The title with the departments in parentheses, and below it the articles. */
function titleLines(area: Area, known: Known): DocNode[] {
	const named = area.departments.flatMap((id) => known.get(id) ?? []);
	const bold = [{ type: 'bold' }];
	const title: DocNode[] = area.title === '' ? [] : [{ ...text(area.title), marks: bold }];
	const tags = named.flatMap((one, i) => [...(i === 0 ? [] : [text(', ')]), tag(one)]);
	const inside = title.length === 0 ? tags : [text(' ('), ...tags, text(')')];
	const articles = articlesLine(area.articles);
	return [
		{ type: 'paragraph', content: [...title, ...(tags.length === 0 ? [] : inside)] },
		...(articles === '' ? [] : [words(articles)])
	];
}

function tag(department: FixedDepartment): DocNode {
	const short = text(shortName(department));
	return department.abbreviation.trim() === ''
		? short
		: { ...short, marks: [{ type: 'abbreviation', attrs: { title: department.name } }] };
}

function responsibleLines({ responsible, due }: Area, isLabelled = false): DocNode[] {
	const line = (label: string, said: string): DocNode[] =>
		said.trim() === '' ? [] : [words(isLabelled ? `${label} ${said.trim()}` : said.trim())];
	return [...line(AREA_LABELS.responsible, responsible), ...line(AREA_LABELS.due, due)];
}

/** A list with the numbers that the measures have; one alone needs none. */
function measuresOf(measures: Measure[]): DocNode[] {
	const blocksOf = (m: Measure): DocNode[] => [led('', m.nodes.text), ...commentsOf(m)];
	if (measures.length < 2) return measures.flatMap(blocksOf);
	const lists: DocNode[] = [];
	let next = -1;
	for (const m of measures) {
		// A row that is left out leaves a gap in the numbers, and so begins another list.
		if (m.number !== next)
			lists.push({ type: 'orderedList', attrs: { start: m.number }, content: [] });
		lists.at(-1)?.content?.push({ type: 'listItem', content: blocksOf(m) });
		next = m.number + 1;
	}
	return lists;
}

const commentsOf = (m: Measure): DocNode[] =>
	m.nodes.comments.filter((one) => ownText(one).trim() !== '').map((one) => led('', one));

/** The words of a textblock as a paragraph that begins with `before`. */
function led(before: string, textblock: DocNode | null): DocNode {
	const content = [...(before === '' ? [] : [text(before)]), ...(textblock?.content ?? [])];
	return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
}

const text = (said: string): DocNode => ({ type: 'text', text: said });
const words = (said: string): DocNode => ({ type: 'paragraph', content: [text(said)] });
const row = (content: DocNode[]): DocNode => ({ type: 'tableRow', content });

const cell = (type: 'tableHeader' | 'tableCell', blocks: DocNode[], rowspan = 1): DocNode => ({
	type,
	attrs: { colspan: 1, rowspan, colwidth: null, align: null },
	content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks
});
