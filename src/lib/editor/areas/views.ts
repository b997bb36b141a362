import type { Editor, NodeViewRenderer } from '@tiptap/core';
import AddRow from './AddRow.svelte';
import AreaFacts from './AreaFacts.svelte';
import type { AreaDesk } from './desk.ts';
import { ORDER, RESULT_ORDER } from './marks.ts';
import MeasureFacts from './MeasureFacts.svelte';
import ResultFacts from './ResultFacts.svelte';
import { rowView } from './row-view.svelte.ts';
import TableHead from './TableHead.svelte';

/** How each node of a table of areas is drawn: its words where it holds them, its controls around. */
export function areaViews(deskOf: (editor: Editor) => AreaDesk): Record<string, NodeViewRenderer> {
	return {
		areaTable: rowView(deskOf, {
			parts: [
				{ name: 'head', order: -1, component: TableHead },
				{ name: 'foot', order: ORDER.measure, component: AddRow, adds: 'area' }
			]
		}),
		area: rowView(deskOf, {
			parts: [
				{ name: 'facts', order: ORDER.facts, component: AreaFacts },
				{ name: 'add-measure', order: ORDER.addMeasure, component: AddRow, adds: 'measure' },
				{ name: 'add-result', order: RESULT_ORDER.addResult, component: AddRow, adds: 'result' }
			]
		}),
		measure: rowView(deskOf, {
			parts: [{ name: 'facts', order: 1, component: MeasureFacts }]
		}),
		expectedResult: rowView(deskOf, {
			content: 'p',
			parts: [{ name: 'facts', order: 1, component: ResultFacts }]
		})
	};
}
