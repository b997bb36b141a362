import { rolledUp, type MeasureStatus } from '#core/areas.ts';
import type { Node as ModelNode } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { AreaDesk } from './desk.ts';
import { isFollowUp } from './changes.ts';
import { blocksIn, followsText, rowsIn, tablesIn, titleOf, type Row, type Spot } from './shape.ts';

/**
 * What a row is told about where it stands, on its decoration. Words and numbers alone: ProseMirror
 * compares them one by one, and draws again the rows that differ.
 */
export type Mark = {
	/** The id of its element. */
	id: string;
	number: number;
	count: number;
	isFollowUp: boolean;
	/** The ids of the area's measures, in order, with spaces between. */
	measures: string;
	/** "1–2, 4": the measures that a result follows from; empty for all. */
	follows: string;
	/** What the area's measures come to; empty where nothing was followed up. */
	status: MeasureStatus | '';
	/** The person may change it. */
	may: boolean;
	isOwn: boolean;
};

/** Parts of an area are shown in this order; rows of a kind within their hundred thousand. */
const STEP = 100_000;
export const ORDER = { title: 0, facts: 1, measure: STEP, addMeasure: 2 * STEP - 1 } as const;
export const RESULT_ORDER = { result: 2 * STEP, addResult: 3 * STEP - 1 } as const;

const NOTHING: Mark = {
	id: '',
	number: 1,
	count: 1,
	isFollowUp: false,
	measures: '',
	follows: '',
	status: '',
	may: true,
	isOwn: false
};

/** What the decorations of a node view say of its place. */
export function markOf(decorations: readonly { spec?: unknown }[]): Mark {
	for (const { spec } of decorations)
		if (typeof spec === 'object' && spec !== null && 'mark' in spec)
			return { ...NOTHING, ...(spec as Partial<Mark>) };
	return NOTHING;
}

/**
 * The order in which rows are shown, as CSS `order` for the eye and as `aria-owns` for those who have
 * it read aloud; and what to write in an empty place.
 */
export function areaMarks(state: EditorState, desk: AreaDesk): DecorationSet {
	const all = tablesIn(state.doc).flatMap((table, i) =>
		tableMarks(table, `${desk.room.sectionId}-areas-${i}`, desk)
	);
	return DecorationSet.create(state.doc, all);
}

const on = (
	{ node, pos }: Spot,
	attrs: Record<string, string>,
	mark: Partial<Mark> | null = null
): Decoration =>
	Decoration.node(pos, pos + node.nodeSize, attrs, mark === null ? {} : { mark: true, ...mark });

/** An id as an element may have it. */
const elementId = (prefix: string, row: Row): string =>
	`${prefix}-${row.id === '' ? `at-${row.pos}` : row.id}`;

function tableMarks(table: Spot, prefix: string, desk: AreaDesk): Decoration[] {
	const areas = rowsIn(table, 'area');
	const ids = areas.map((area) => elementId(prefix, area));
	const owned = [`${prefix}-head`, ...ids, `${prefix}-foot`].join(' ');
	const mark = { id: prefix, count: areas.length, isFollowUp: isFollowUp(table.node) };
	return [
		on(table, { id: prefix, 'aria-owns': owned }, mark),
		...areas.flatMap((area, i) =>
			areaMarksOf(area, { ...mark, id: ids[i] ?? prefix, number: i + 1 }, desk)
		)
	];
}

function areaMarksOf(
	area: Row,
	given: { id: string; number: number; count: number; isFollowUp: boolean },
	desk: AreaDesk
): Decoration[] {
	const { texts } = desk;
	const { id, isFollowUp } = given;
	const measures = rowsIn(area, 'measure');
	const results = rowsIn(area, 'expectedResult');
	const may = desk.may(area.node);
	const common = {
		isFollowUp,
		may,
		isOwn: desk.isOwn(area.node),
		measures: measures.map((row) => row.id).join(' ')
	};
	const status = rolledUp(measures.map(({ node }) => node.attrs['status'] as MeasureStatus | null));
	const [title] = titleOf(area);
	const owned = [
		`${id}-title`,
		`${id}-facts`,
		...measures.map((row) => elementId(id, row)),
		`${id}-add-measure`,
		...results.map((row) => elementId(id, row)),
		`${id}-add-result`
	].join(' ');
	const empty = (node: ModelNode, words: string): Record<string, string> =>
		node.childCount > 0 || !may ? {} : { 'data-placeholder': words };

	return [
		on(
			area,
			{
				id,
				style: `order: ${given.number}`,
				'aria-owns': owned,
				role: 'group',
				'aria-labelledby': `${id}-title`
			},
			{ ...given, ...common, status: status ?? '' }
		),
		...(title === undefined
			? []
			: [
					on(title, {
						id: `${id}-title`,
						style: `order: ${ORDER.title}`,
						...empty(title.node, texts.placeholder.title)
					})
				]),
		...measures.flatMap((row, i) => {
			const own = elementId(id, row);
			const place = { id: own, number: i + 1, count: measures.length, ...common };
			const blocks = blocksIn(row);
			const attrs = {
				id: own,
				role: 'group',
				'aria-label': texts.measure(i + 1),
				'data-number': `${i + 1}`,
				style: `order: ${ORDER.measure + i}`,
				'aria-owns': [
					`${own}-0`,
					`${own}-facts`,
					...blocks.slice(1).map((_block, n) => `${own}-${n + 1}`)
				].join(' ')
			};
			return [
				on(row, attrs, place),
				...blocks.map((block, n) =>
					on(block, {
						id: `${own}-${n}`,
						style: `order: ${n === 0 ? 0 : n + 1}`,
						...empty(
							block.node,
							n === 0 ? texts.placeholder.measure : n === 1 ? texts.placeholder.comment : ''
						)
					})
				)
			];
		}),
		...results.map((row, i) => {
			const own = elementId(id, row);
			const attrs = {
				id: own,
				role: 'group',
				'aria-label': texts.result(i + 1),
				style: `order: ${RESULT_ORDER.result + i}`,
				...empty(row.node, texts.placeholder.result)
			};
			const follows = followsText(row.node, common.measures.split(' '));
			return on(row, attrs, { id: own, number: i + 1, count: results.length, ...common, follows });
		})
	];
}
