import { isoDate } from '#core/format.ts';
import type { DocNode, EditionModel, FixedContent } from '#core/publication.ts';
import { printText } from '#core/print-text.ts';
import { pictureSvg, pictureText } from '#charts/form.ts';
import { chartOfTable } from '#charts/table-chart.ts';
import { textAttr } from '#schema/table-html.ts';
import type { Anchors, Place } from '../anchors.ts';
import { byChapter, countedIn, tagsOf, usesOf } from '../chapters.ts';
import { noteOf } from '../notes.ts';
import { rollUpOf } from '../roll-up.ts';
import { LANG, t } from '../words.ts';
import type { Appendix } from './appendix.ts';
import type { Block, PrintPart } from './document.ts';
import { summaryBlocks } from './front.ts';
import { figureBlocks, indicatorBlocks, noFigureBlocks } from './indicator.ts';
import { chartBlock } from './picture.ts';
import { paragraph } from './runs.ts';
import { tableOfNode } from './tables.ts';
import { rollUpBlocks } from './roll-up.ts';
import { heading, textBlocks } from './text.ts';
import { p } from './words.ts';

/** What the sections are printed with. */
export type PrintFrame = { model: EditionModel; anchors: Anchors; appendix: Appendix };

/** All chapters with their sections: the approved text, to the word (P1). */
export function chapterParts(frame: PrintFrame): PrintPart[] {
	const { model, anchors } = frame;
	return byChapter(model).flatMap(({ chapter, own, sections }) => {
		const { number, title } = own?.content ?? chapter;
		const id = anchors.chapters.get(chapter.key) ?? '';
		const head = heading(1, title, { id, number, inContents: true });
		const first: PrintPart = own
			? partOf(own.content, head, 1, frame)
			: { section: null, blocks: [head] };
		return [
			first,
			...sections.map(({ content }) => {
				const { number, title, key } = content;
				const id = anchors.sections.get(key) ?? '';
				return partOf(content, heading(2, title, { id, number, inContents: true }), 2, frame);
			})
		];
	});
}

function partOf(content: FixedContent, head: Block, under: number, frame: PrintFrame): PrintPart {
	const { key, number, title, doc } = content;
	const places = frame.anchors.places.filter(({ sectionKey }) => sectionKey === key);
	let shown = 0;
	const tags = tagsOf(content);
	return {
		section: { key, number, title },
		blocks: [
			head,
			...(tags.length === 0 ? [] : [paragraph('small', tags.join(' · '))]),
			...textBlocks(doc, {
				under,
				departments: content.departments ?? [],
				noteNumber: numberOf(frame.anchors, key),
				// The places were numbered by the same walk through the text.
				reference: (kind, level) =>
					kind === 'indicatorSummary'
						? summaryBlocks(countedIn(content), level)
						: placeBlocks(content, places[shown++], level, frame),
				rollUp: (shows, level) => {
					const told = rollUpOf(content.takenIn ?? [], shows);
					return told ? rollUpBlocks(told, { level, address: frame.model.address }) : [];
				},
				chart: (table, ordinal, cells) => tableChart(content, table, ordinal, cells, frame)
			})
		]
	};
}

const numberOf = ({ notes }: Anchors, sectionKey: string): ((node: DocNode) => number) => {
	const of = noteOf(notes, sectionKey);
	return (node) => of(node).number;
};

function placeBlocks(
	{ figures, number, title }: FixedContent,
	place: Place | undefined,
	level: number,
	{ model, anchors, appendix }: PrintFrame
): Block[] {
	if (!place) throw new Error('A place in the text was not given its id');
	const { anchor, indicatorId, kind } = place;
	const fixed = figures[indicatorId];
	if (!fixed) return noFigureBlocks(anchor);
	const { municipality, publishedAt } = model;
	const at = {
		anchor,
		level,
		municipality,
		published: isoDate(publishedAt),
		uses: usesOf(indicatorId, { model, anchors }),
		origin: { number, title },
		appendix
	};
	return kind === 'figure' ? figureBlocks(fixed, at) : indicatorBlocks(fixed, at);
}

/** The chart of a table of the text, whose cells go to the appendix; null where it is a table alone. */
function tableChart(
	{ key, number, title }: FixedContent,
	table: DocNode,
	ordinal: number,
	cells: (cell: DocNode) => Block[],
	{ anchors, appendix }: PrintFrame
): Block[] | null {
	const wished = `${anchors.sections.get(key) ?? key}-tabell-${ordinal}`;
	const name = t.tableNumber(title, ordinal);
	const chart = chartOfTable(table, { id: wished, lang: LANG, title: name });
	if (!chart?.ok) return null;
	const caption = printText(textAttr(table, 'caption')).trim();
	const origin = { number, title };
	const block = chartBlock({
		id: appendix.take(`${wished}-diagram`),
		draw: (size) => pictureSvg(chart.spec, size, 'print'),
		alt: pictureText(chart.spec),
		caption,
		origin
	});
	const numbers = appendix.numbers(
		caption === '' ? name : caption,
		wished,
		{
			chart: block.id,
			table: (id, n) =>
				tableOfNode(table, { id, caption: p.numbered(n, caption === '' ? name : caption) }, cells)
		},
		origin
	);
	return [block, paragraph('small', numbers)];
}
