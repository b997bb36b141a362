import {
	chartOfTable,
	readTableNode,
	tableChartHtml,
	type TableChartFrame
} from '#charts/table-chart.ts';
import type { DocNode } from '#core/publication.ts';
import { describe, expect, test } from 'vitest';

const frame: TableChartFrame = { id: 'a-1', lang: 'sv', title: 'Tabell 1' };

const cell = (text: string, type = 'tableCell', attrs: Record<string, unknown> = {}): DocNode => ({
	type,
	attrs,
	content: [{ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }]
});
const head = (...texts: string[]): DocNode => ({
	type: 'tableRow',
	content: texts.map((text) => cell(text, 'tableHeader'))
});
const row = (name: string, ...texts: string[]): DocNode => ({
	type: 'tableRow',
	content: [cell(name, 'tableHeader'), ...texts.map((text) => cell(text))]
});
const table = (attrs: Record<string, unknown>, ...rows: DocNode[]): DocNode => ({
	type: 'table',
	attrs: { purpose: 'table', caption: '', chart: 'column', ...attrs },
	content: rows
});

const answers = (attrs: Record<string, unknown> = {}): DocNode =>
	table(
		attrs,
		head('Skola', 'Svar'),
		row('Kulanskolan', '41'),
		row('Ekskolan', '1 000,5'),
		row('Liten skola', '..')
	);

describe('a table of the text as a chart', () => {
	test('[I1] is read as it stands: names, numbers, and why there is none', () => {
		const read = readTableNode(answers());
		expect(read).toEqual({
			ok: true,
			value: {
				corner: 'Skola',
				columns: ['Svar'],
				rows: [
					{ name: 'Kulanskolan', values: [41] },
					{ name: 'Ekskolan', values: [1000.5] },
					{ name: 'Liten skola', values: ['suppressed'] }
				],
				unit: '',
				decimals: 1
			}
		});
	});

	test('[C5] a head of header cells is a head, even of numbers', () => {
		const read = readTableNode(
			table({}, head('Årskurs', '5', '9'), row('Flickor', '60', '51'), row('Pojkar', '64', '70'))
		);
		expect(read.ok && read.value.columns).toEqual(['5', '9']);
	});

	test('[C5] several paragraphs and line breaks in a cell are one name', () => {
		const long: DocNode = {
			type: 'tableHeader',
			content: [
				{ type: 'paragraph', content: [{ type: 'text', text: 'Norra' }, { type: 'hardBreak' }] },
				{ type: 'paragraph', content: [{ type: 'text', text: 'skolan' }] }
			]
		};
		const read = readTableNode(
			table({}, head('Skola', 'Svar'), { type: 'tableRow', content: [long, cell('3')] })
		);
		expect(read.ok && read.value.rows[0]?.name).toBe('Norra skolan');
	});

	test('[C5] empty rows are no rows, and a problem names the row as it stands in the text', () => {
		const read = readTableNode(
			table({}, head('Skola', 'Svar'), row('', ''), row('Ekskolan', 'många'), row('', ''))
		);
		expect(read).toEqual({
			ok: false,
			problems: [{ row: 3, column: 2, problem: 'notANumber', found: 'många' }]
		});
	});

	test.each([
		['spans over columns', { colspan: 2 }, 'twice'],
		['nothing', {}, 'empty']
	])('[C5] what %s is no chart, and says so', (name, attrs, problem) => {
		const rows =
			name === 'nothing'
				? [row('', '')]
				: [
						{ type: 'tableRow', content: [cell('Skola', 'tableHeader', attrs)] },
						row('Ekskolan', '4'),
						row('Ekskolan', '5')
					];
		const read = readTableNode(table({}, ...rows));
		expect(read.ok ? [] : read.problems.map((p) => p.problem)).toContain(problem);
	});

	test('[C5] a cell that spans more than a table can have does not lay out a thousand columns', () => {
		const wide = { type: 'tableRow', content: [cell('Skola', 'tableHeader', { colspan: 1e9 })] };
		const read = readTableNode(table({}, wide, row('Ekskolan', '4')));
		expect(read.ok).toBe(false);
	});

	test('[C5] form, caption, unit and decimals are the table’s own where it says them', () => {
		const attrs = { chart: 'rows', caption: 'Svar 2023', unit: 'elever', decimals: 0 };
		const chart = chartOfTable(answers(attrs), frame);
		expect(chart).toMatchObject({
			ok: true,
			hinder: null,
			spec: { type: 'rows', title: 'Svar 2023', unit: 'elever', decimals: 0 }
		});
		const plain = chartOfTable(answers({ chart: 'rows' }), frame);
		expect(plain).toMatchObject({ spec: { title: 'Tabell 1', unit: '', decimals: 1 } });
	});

	test.each([null, undefined, 'pie', 3, '__proto__'])('[C5] %j asks for no chart', (chart) => {
		expect(chartOfTable(answers({ chart }), frame)).toBeNull();
		expect(tableChartHtml(answers({ chart }), frame, 'edition')).toBe('');
	});

	test('[C5] is a picture with its words in both widths, the same at every turn', () => {
		const html = tableChartHtml(answers({ caption: 'Svar <våren> 2023' }), frame, 'edition');
		expect(html.match(/role="img"/g)).toHaveLength(2);
		expect(html).toContain('Svar &lt;våren&gt; 2023</title>');
		expect(html).toContain('Kulanskolan');
		expect(html).not.toContain('<våren>');
		expect(tableChartHtml(answers({ caption: 'Svar <våren> 2023' }), frame, 'edition')).toBe(html);
	});

	test.each(['unit', 'decimals', 'chart'])('[C5] %s makes a difference to the picture', (name) => {
		const other = { unit: 'elever', decimals: 0, chart: 'rows' }[name];
		const html = (attrs: Record<string, unknown>) => tableChartHtml(answers(attrs), frame, 'draft');
		expect(html({ [name]: other })).not.toBe(html({}));
	});

	test('[C5] who writes is told what is wrong; readers are shown the table alone', () => {
		const bad = table({}, head('Skola', 'Svar'), row('Ekskolan', '<b>många</b>'));
		expect(tableChartHtml(bad, frame, 'edition')).toBe('');
		expect(tableChartHtml(bad, frame, 'draft')).toBe(
			'<p class="chart-note">Rad 2, kolumn 2: ”&lt;b&gt;många&lt;/b&gt;” är inget tal. ' +
				'Skriv till exempel 14,7. Skriv .. för sekretess och – där uppgift saknas.</p>'
		);
	});

	test('[C5] a form that would mislead is not drawn, and who writes is told why', () => {
		const shares = table(
			{ chart: 'donut' },
			head('Svar', 'Andel'),
			row('Ja', '60 %'),
			row('Nej', '70 %')
		);
		const chart = chartOfTable(shares, frame);
		expect(chart).toMatchObject({ ok: true, wished: 'donut', hinder: 'noWhole' });
		expect(chart?.ok && chart.spec.type).not.toBe('donut');
		expect(tableChartHtml(shares, frame, 'draft')).toContain('Delarna är ingen helhet');
		expect(tableChartHtml(shares, frame, 'edition')).not.toContain('chart-note');
	});
});
