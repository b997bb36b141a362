import { areaTableNode } from '#core/area-nodes.ts';
import { areaTablesOf } from '#core/areas.ts';
import { plainText, walk } from '#schema/text.ts';
import { measuresCsv } from '#server/export/open-data/measures.ts';
import { describe, expect, it } from 'vitest';
import { inputOf, rowsOf, table } from './support/csv.ts';
import { demoEdition, edition, section } from './support/edition.ts';
import { doc, p } from './support/page.ts';

const demo = demoEdition();
const demoInput = inputOf(demo);

describe('the measures as CSV', () => {
	it('[P4] has a line for each measure, with its area, a code for its status and its results', () => {
		const rows = rowsOf(measuresCsv(demoInput));
		const tables = demo.sections.flatMap(({ content }) => areaTablesOf(content.doc));
		const expected = tables.flatMap(({ purpose, areas }) =>
			areas.flatMap((area) => area.measures.map((measure) => ({ purpose, area, measure })))
		);
		expect(expected.length).toBeGreaterThan(20);
		expect(rows).toHaveLength(expected.length);
		expected.forEach(({ purpose, area, measure }, i) => {
			const isPlan = purpose === 'plan';
			expect(rows[i]).toMatchObject({
				Slag: isPlan ? 'plan' : 'uppföljning',
				'Områdets id': area.id,
				Utvecklingsområde: area.title,
				'Åtgärdens id': measure.id,
				'Åtgärd nr': String(measure.number),
				Åtgärd: measure.text,
				Statuskod: isPlan ? '' : measure.status,
				'Områdets statuskod': isPlan ? '' : area.status,
				Kommentar: measure.comments.join('\n'),
				'Förväntade resultat': area.results
					.filter(({ measures }) => measures.includes(measure.number))
					.map(({ text }) => text)
					.join('\n')
			});
		});
		const analysis = rows.find((row) => row['Utvecklingsområde']?.startsWith('Barnkonsekvens'));
		expect(analysis).toMatchObject({
			'Områdets förvaltningar': 'Barn och utbildning; Socialtjänsten; Kultur och fritid',
			Artiklar: '3',
			Statuskod: 'started',
			Status: 'Påbörjad'
		});
	});

	it('[P4] an area without measures has a line; what nobody followed up is unknown', () => {
		const areas = [
			{ id: 'a', title: 'A', due: 'maj', results: [{ id: 'r', text: 'Bra.' }] },
			{ id: 'b', title: '' },
			{ id: 'c', title: 'C', measures: [{ id: 'm', text: 'Ett.' }] }
		];
		const linesOf = (purpose: 'plan' | 'followUp') =>
			rowsOf(
				measuresCsv(
					inputOf(
						edition([section({ key: 'a', doc: doc(areaTableNode(purpose, 'T', areas)) }, [])])
					)
				)
			).map((row) => [row['Rad'], row['Utvecklingsområde'], row['Tid'], row['Statuskod']]);
		expect(linesOf('plan')).toEqual([
			['1', 'A', 'maj', ''],
			['2', 'C', '', '']
		]);
		expect(linesOf('followUp')).toEqual([
			['1', 'A', 'maj', ''],
			['2', 'C', '', 'unknown']
		]);
	});

	it('[P4] has every row of ordinary tables of such a purpose, each cell under its head', () => {
		const demo = edition([
			section(
				{
					key: 'a',
					doc: doc(
						table({ purpose: 'followUp' }, [
							['Område', 'Status'],
							['Fritid', 'Genomförd']
						]),
						table({ purpose: 'plan' }, [
							['Område', 'Åtgärd'],
							['Skola', 'Måla.']
						])
					)
				},
				[]
			)
		]);
		const demoInput = inputOf(demo);
		const rows = rowsOf(measuresCsv(demoInput));
		const expected = demo.sections.flatMap(({ content }) => {
			const found: { row: number; kind: string; cells: [string, string][] }[] = [];
			walk(content.doc, (node) => {
				const purpose = node.attrs?.['purpose'];
				if (node.type !== 'table' || (purpose !== 'followUp' && purpose !== 'plan')) return;
				const [head, ...body] = node.content ?? [];
				const heads = (head?.content ?? []).map(plainText);
				body.forEach((row, i) =>
					found.push({
						row: i + 1,
						kind: purpose === 'plan' ? 'plan' : 'uppföljning',
						cells: (row.content ?? []).map((cell, c) => [heads[c] ?? '', plainText(cell)])
					})
				);
			});
			return found;
		});
		expect(rows).toHaveLength(expected.length);
		expected.forEach(({ row, kind, cells }, i) => {
			expect(rows[i]).toMatchObject({ Rad: String(row), Slag: kind });
			for (const [head, text] of cells) expect(rows[i]?.[head]).toBe(text);
		});
		expect(rows.filter((row) => row['Status'] === 'Genomförd').length).toBeGreaterThan(0);
	});

	it('[P4] a cell that spans rows says its words in each of them', () => {
		const spanning = table({ purpose: 'followUp' }, [
			['Område', 'Status'],
			['Fritid', 'Påbörjad'],
			['Genomförd']
		]);
		const cell = spanning.content?.[1]?.content?.[0];
		if (cell) cell.attrs = { rowspan: 2 };
		const rows = rowsOf(
			measuresCsv(inputOf(edition([section({ key: 'a', doc: doc(spanning) }, [])])))
		);
		expect(rows.map((row) => [row['Område'], row['Status']])).toEqual([
			['Fritid', 'Påbörjad'],
			['Fritid', 'Genomförd']
		]);
	});

	it('[P4] of an edition without any is a table with its heads alone', () => {
		const made = measuresCsv(inputOf(edition([section({ key: 'a', doc: doc(p('x')) }, [])])));
		expect(rowsOf(made)).toEqual([]);
		expect(new TextDecoder().decode(made)).toContain('Slag;Avsnitt;');
	});

	it('[P4] no cell is a formula, and a negative number stays one', () => {
		const made = measuresCsv(
			inputOf(
				edition([
					section(
						{
							key: 'a',
							doc: doc(
								table({ purpose: 'plan' }, [
									['=HEAD', '+1', '', 'Beslut'],
									['=cmd|calc', '@x', '-3,5', '- en punkt'],
									['-', '-1e3', '-007', '+46']
								])
							)
						},
						[]
					)
				])
			)
		);
		const written = new TextDecoder().decode(made);
		for (const row of written.trim().split('\r\n'))
			for (const cell of row.replace('\ufeff', '').split(';'))
				expect(/^"?[=+\-@\t]/.test(cell) && !/^-\d+(,\d+)?$/.test(cell), cell).toBe(false);
		expect(written).toContain(';-3,5;');
		expect(rowsOf(made)[0]).toMatchObject({
			'=HEAD': '=cmd|calc',
			'+1': '@x',
			'Kolumn 3': '-3,5',
			'Beslut (2)': '- en punkt',
			Beslut: 'Kommunfullmäktige 2023-06-19, § 87'
		});
	});
});
