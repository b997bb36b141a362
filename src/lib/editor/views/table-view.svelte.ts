import { tableSourceLine } from '#core/table-source.ts';
import { jsonOf } from '#schema/content.ts';
import type { NodeViewRenderer } from '@tiptap/core';
import type { Node as ModelNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { mount, unmount } from 'svelte';
import { textAttr, type BlockSurroundings } from './block.svelte.ts';

/** Numbers the charts of the page: their ids must be unique on it. */
let charts = 0;

/** True when more than the table itself is to be seen. */
const hasMore = (node: ModelNode): boolean =>
	node.attrs['chart'] !== null || textAttr(node.attrs, 'source') !== '';

/**
 * A table in a frame that scrolls for itself, with its caption above. Where it is to be drawn, its
 * picture stands over it, and its source below. The person goes on writing in the cells.
 */
export const tableView =
	(
		texts: { table: string; chartFailed: string },
		{ sectionId, contexts, openChart }: BlockSurroundings & { openChart: () => void }
	): NodeViewRenderer =>
	({ node, editor, getPos }) => {
		let current: ModelNode = node;
		const more = hasMore(node);
		const frame = document.createElement('div');
		frame.className = 'table';
		const table = document.createElement('table');
		const caption = document.createElement('caption');
		caption.contentEditable = 'false';
		const contentDOM = document.createElement('tbody');
		frame.append(table);
		table.append(caption, contentDOM);

		const dom = more ? document.createElement('div') : frame;
		const picture = document.createElement('div');
		const source = document.createElement('p');
		if (more) {
			dom.className = 'table-block';
			picture.contentEditable = source.contentEditable = 'false';
			source.className = 'source';
			dom.append(picture, frame, source);
		}
		charts += 1;
		const change = (): void => {
			const at = getPos();
			if (at === undefined || !editor.isEditable) return;
			// The dialog asks about the table at the caret.
			const { tr } = editor.state;
			editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))));
			openChart();
		};
		const isDrawn = node.attrs['chart'] !== null;
		const props = $state({
			table: isDrawn ? jsonOf(node) : { type: 'table' },
			id: `${sectionId}-chart-${charts}`,
			onchange: editor.isEditable ? change : null
		});
		let isGone = false;
		let mounted: Record<string, unknown> | null = null;
		if (isDrawn)
			import('../charts/TableChart.svelte').then(
				({ default: TableChart }) => {
					if (!isGone) mounted = mount(TableChart, { target: picture, props, context: contexts });
				},
				() => {
					// Without a network its code does not come; the table is there.
					picture.className = 'chart-note';
					picture.textContent = texts.chartFailed;
				}
			);

		const draw = (): void => {
			table.dataset['purpose'] = textAttr(current.attrs, 'purpose') || 'table';
			caption.textContent = textAttr(current.attrs, 'caption');
			caption.hidden = caption.textContent === '';
			const said = textAttr(current.attrs, 'source').trim();
			source.textContent = said === '' ? '' : tableSourceLine(said);
			source.hidden = said === '';
			props.onchange = editor.isEditable ? change : null;
			// What takes no caret must be reached by Tab, to be scrolled.
			for (const [name, value] of [
				['role', 'group'],
				['tabindex', '0'],
				['aria-label', caption.textContent || texts.table]
			] as const)
				if (editor.isEditable) frame.removeAttribute(name);
				else frame.setAttribute(name, value);
		};
		editor.on('update', draw);
		draw();
		return {
			dom,
			contentDOM,
			update(next) {
				if (next.type !== current.type || hasMore(next) !== more) return false;
				if ((next.attrs['chart'] !== null) !== isDrawn) return false;
				if (isDrawn && next !== current) props.table = jsonOf(next);
				current = next;
				draw();
				return true;
			},
			stopEvent: (event) =>
				event.target instanceof Element && event.target.closest('.chart-change') !== null,
			ignoreMutation: (mutation) =>
				mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
			destroy: () => {
				editor.off('update', draw);
				isGone = true;
				if (mounted) void unmount(mounted);
			}
		};
	};
