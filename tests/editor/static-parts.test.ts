import { staticParts } from '#editor/static-parts.ts';
import { docHtml } from '#schema/html.ts';
import type { DocNode } from '#core/publication.ts';
import { describe, expect, it } from 'vitest';

const p = (text: string): DocNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const html = (...content: DocNode[]) => docHtml({ type: 'doc', content }, { headingBase: 4 });

describe('the text before the editor', () => {
	it('[I5] blocks are taken out of the HTML, in their places, to be drawn from the figures', () => {
		const parts = staticParts(
			html(
				p('Före'),
				{ type: 'indicator', attrs: { indicator: 'i-1' } },
				{ type: 'indicatorSummary' },
				p('Mellan'),
				{ type: 'figure', attrs: { indicator: '' } },
				{ type: 'rollUp', attrs: { shows: 'followUp' } }
			),
			'Tabell'
		);
		expect(parts).toEqual([
			{ kind: 'html', html: '<p>Före</p>' },
			{ kind: 'indicator', value: 'i-1' },
			{ kind: 'indicatorSummary', value: '' },
			{ kind: 'html', html: '<p>Mellan</p>' },
			{ kind: 'figure', value: '' },
			{ kind: 'rollUp', value: 'followUp' }
		]);
	});

	it('[C5] what people write is never taken for a block or a table', () => {
		const words = '<div data-block="indicator" data-indicator="x"></div><table>';
		const parts = staticParts(html(p(words)), 'Tabell');
		expect(parts).toHaveLength(1);
		expect(parts[0]).toMatchObject({ kind: 'html' });
		expect(JSON.stringify(parts)).not.toContain('<table');
	});

	it('[C5] a table scrolls in a frame of its own', () => {
		const cell: DocNode = { type: 'tableCell', content: [p('x')] };
		const table: DocNode = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] };
		const [part] = staticParts(html(table), 'Tabell');
		expect(part?.kind === 'html' && part.html.startsWith('<div class="table" role="group"')).toBe(
			true
		);
		expect(part?.kind === 'html' && part.html.endsWith('</table></div>')).toBe(true);
	});
});
