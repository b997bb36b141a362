import type { EditorView } from '@tiptap/pm/view';
import { caretTo, endOf } from './carets.ts';
import { blocksIn, placeAt, rowsIn, titleOf, type Spot } from './shape.ts';

/** What Tab comes to: a block of text, or a control. */
type Stop = Spot | HTMLElement;

const FOCUSABLE =
	'button:not(:disabled), select:not(:disabled), input:not(:disabled), textarea:not(:disabled)';

/** The controls in a row's own part named `part`, as they stand in it. */
function controlsOf(view: EditorView, row: Spot, part: string): HTMLElement[] {
	const dom = view.nodeDOM(row.pos);
	if (!(dom instanceof HTMLElement)) return [];
	const box = dom.querySelector(`:scope > [data-part="${part}"]`);
	return [...(box?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter(
		(element) => element.tabIndex >= 0 && element.closest('[hidden]') === null
	);
}

/** Everything that Tab comes to in a table, as it is shown. */
export function stopsOf(view: EditorView, table: Spot): Stop[] {
	const of = (row: Spot, part: string) => controlsOf(view, row, part);
	return [
		...of(table, 'head'),
		...rowsIn(table, 'area').flatMap((area) => [
			...titleOf(area),
			...of(area, 'facts'),
			...rowsIn(area, 'measure').flatMap((row) => {
				const [text, ...comments] = blocksIn(row);
				return [...(text === undefined ? [] : [text]), ...of(row, 'facts'), ...comments];
			}),
			...of(area, 'add-measure'),
			...rowsIn(area, 'expectedResult').flatMap((row) => [row, ...of(row, 'facts')]),
			...of(area, 'add-result')
		]),
		...of(table, 'foot')
	];
}

const isControl = (stop: Stop): stop is HTMLElement => stop instanceof HTMLElement;

/**
 * Goes to the next or last stop.
 * @param from the block of text that the caret is in, or the control that has the focus
 * @returns false at either end, where the browser goes on
 */
export function walk(view: EditorView, way: 1 | -1, from: number | HTMLElement): boolean {
	const at = typeof from === 'number' ? from : view.posAtDOM(from, 0);
	const place = placeAt(view.state.doc.resolve(Math.min(at + 1, view.state.doc.content.size)));
	const table = place?.table ?? tableOf(view, at);
	if (table === null) return false;
	const stops = stopsOf(view, table);
	const index = stops.findIndex((stop) => (isControl(stop) ? stop === from : stop.pos === from));
	const next = index < 0 ? undefined : stops[index + way];
	if (next === undefined) return false;
	if (isControl(next)) next.focus();
	else {
		view.focus();
		caretTo(view, endOf(next));
	}
	return true;
}

function tableOf(view: EditorView, pos: number): Spot | null {
	let found: Spot | null = null;
	view.state.doc.forEach((node, at) => {
		if (node.type.name === 'areaTable' && at <= pos && pos <= at + node.nodeSize)
			found = { node, pos: at };
	});
	return found;
}

/** Puts the focus on the button that adds a result to an area, or an area to its table. */
export function focusAdd(view: EditorView, area: Spot, what: 'result' | 'area'): true {
	const table = tableOf(view, area.pos);
	const [button] =
		what === 'result' || table === null
			? controlsOf(view, area, 'add-result')
			: controlsOf(view, table, 'foot');
	const other = table === null ? undefined : controlsOf(view, table, 'foot')[0];
	(button ?? other)?.focus();
	return true;
}
