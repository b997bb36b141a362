import { columnOf } from '#core/values-table.ts';
import { knownNames } from '#core/values-table-names.ts';
import { readValues } from '#core/values-table-read.ts';
import { figuresCsv } from '#server/export/open-data/figures.ts';
import { measuresCsv } from '#server/export/open-data/measures.ts';
import { readCsv } from '#server/figures/csv.ts';
import { describe, expect, it } from 'vitest';
import { chosen, figures, nation, similar, stated, value } from '../support/figures.ts';
import { inputOf, rowsOf, table } from './support/csv.ts';
import { demoEdition, edition, section } from './support/edition.ts';
import { block, doc, p } from './support/page.ts';

const demoInput = inputOf(demoEdition());

/** Figures with everything that a row may hold. */
const RICH = figures(
	[
		value('2021', 14.2, 'g-similar'),
		{
			...value('2022', 13.9, 'g-similar'),
			basis: { mean: 'own', year: 2023, members: ['Tingsryd', 'Åmål', 'Lessebo'], count: 2 }
		},
		value('2022', 14.7),
		value('2021', -0.5),
		value('2020/21', 0),
		value('unknown', 3),
		value('2022', 'suppressed', 'own', 'flickor'),
		value('2022', 'missing', 'own', 'pojkar'),
		value('2022', 'notApplicable', 'g-nation')
	],
	{
		groups: [similar, nation, chosen],
		stated: [stated('g-nation', '2022', { level: 'lower', judgement: 'better' })],
		indicator: { note: '=1+1', definition: 'Alla "barn"; även de\nsom flyttat' }
	}
);

describe('the figures as CSV', () => {
	const rich = inputOf(
		edition([
			section({ key: 'a', number: '3.1', title: 'Barn', doc: doc(block('bistand')) }, [RICH]),
			section(
				{ key: 'b', number: '4', title: 'Sammanfattning', doc: doc(p('x')) },
				[RICH],
				['bistand']
			),
			section(
				{
					key: 'c',
					number: '5',
					title: 'Skolan',
					doc: doc(
						table({ chart: 'column', unit: '%', source: 'Egen enkät' }, [
							['Skola', '2021', '2022'],
							['Norra', '81,5', '-2'],
							['Södra', '..', 'många']
						]),
						table({ purpose: 'plan' }, [
							['Åtgärd', 'Antal'],
							['x', '7']
						])
					)
				},
				[]
			)
		])
	);

	it('[P4] has every value of the edition, with period, source, unit and sections', () => {
		const rows = rowsOf(figuresCsv(rich)).filter((row) => row['Slag'] === 'nyckeltal');
		expect(rows).toHaveLength(RICH.values.length);
		expect(rows.map((r) => [r['Gäller'], r['Del'], r['Period'], r['Status'], r['Värde']])).toEqual([
			['Exempelkommun', '', 'ej angivet', 'värde', '3'],
			['Exempelkommun', '', '2020/21', 'värde', '0'],
			['Exempelkommun', '', '2021', 'värde', '-0,5'],
			['Exempelkommun', '', '2022', 'värde', '14,7'],
			['Exempelkommun', 'flickor', '2022', 'sekretess', ''],
			['Exempelkommun', 'pojkar', '2022', 'saknas', ''],
			['liknande kommuner', '', '2021', 'värde', '14,2'],
			['liknande kommuner', '', '2022', 'värde', '13,9'],
			['riket', '', '2022', 'ej tillämpligt', '']
		]);
		for (const row of rows)
			expect(row).toMatchObject({
				Nyckeltal: 'Barn i familjer med ekonomiskt bistånd',
				Enhet: '%',
				Källa: 'Kolada (U31803)',
				'Kolada-id': 'U31803',
				'Önskad riktning': 'låg',
				'Hämtad eller inlagd': 'hämtad',
				'Hämtad eller inlagd den': '2025-03-03',
				Definition: 'Alla "barn"; även de\nsom flyttat',
				Avsnitt: '3.1 Barn, 4 Sammanfattning'
			});
	});

	it('[I7] a group’s value says whom it was made of, and of which year', () => {
		const of = (period: string) =>
			rowsOf(figuresCsv(rich)).find(
				(row) => row['Gäller'] === 'liknande kommuner' && row['Period'] === period
			);
		expect(of('2021')).toMatchObject({
			'Gruppens år': '2024',
			'Kommuner i gruppen': '2',
			'Gruppens kommuner': 'Tingsryd, Åmål'
		});
		expect(of('2022')).toMatchObject({
			'Gruppens år': '2023',
			'Kommuner i gruppen': '3',
			'Kommuner med värde': '2',
			'Medelvärdet har räknats av': 'kommunen'
		});
	});

	it('[P4] tells what sources say in words, and the numbers of the text’s own tables', () => {
		const rows = rowsOf(figuresCsv(rich));
		expect(rows.filter((row) => row['Slag'] === 'omdöme')).toEqual([
			expect.objectContaining({
				'Jämfört med': 'Riket',
				Omdöme: 'lägre, bättre',
				Period: '2022',
				Värde: '',
				Status: ''
			})
		]);
		const cells = rows.filter((row) => row['Slag'] === 'tabell');
		expect(cells.map((r) => [r['Rad'], r['Kolumn'], r['Tabellens värde'], r['Enhet']])).toEqual([
			['Norra', '2021', '81,5', '%'],
			['Norra', '2022', '-2', '%'],
			['Södra', '2021', 'sekretess', '%']
		]);
		expect(cells[0]).toMatchObject({
			Tabell: 'Tabell 1 i Skolan',
			Källa: 'Egen enkät',
			Avsnitt: '5 Skolan'
		});
	});

	it('[P4] a number that spans places of a table is told once, at its first', () => {
		const spanning = table({}, [
			['Skola', '2021', '2022'],
			['Norra', '7']
		]);
		const cell = spanning.content?.[1]?.content?.[1];
		if (cell) cell.attrs = { colspan: 2 };
		const rows = rowsOf(
			figuresCsv(inputOf(edition([section({ key: 'a', doc: doc(spanning) }, [])])))
		);
		expect(rows.map((row) => [row['Rad'], row['Kolumn'], row['Tabellens värde']])).toEqual([
			['Norra', '2021', '7']
		]);
	});

	it('[P4] what two sections were approved with stands once for each, when it differs', () => {
		const later = structuredClone(RICH);
		const first = later.values.find((one) => one.series === 'own');
		if (first) first.value = 15.1;
		const input = inputOf(
			edition([
				section({ key: 'a', number: '1', doc: doc(block('bistand')) }, [RICH]),
				section({ key: 'b', number: '2', doc: doc(block('bistand')) }, [later])
			])
		);
		const told = rowsOf(figuresCsv(input)).filter(
			(row) => row['Period'] === '2022' && row['Gäller'] === 'Exempelkommun' && row['Värde']
		);
		expect(told.map((row) => [row['Värde'], row['Avsnitt']])).toEqual([
			['14,7', '1 a'],
			['15,1', '2 b']
		]);
	});

	it.each([
		['the demo', demoInput],
		['figures of every kind', rich]
	])('[P4] is read again by our own import, each value the same: %s', (_, input) => {
		const { model } = input;
		const all = model.sections.flatMap(({ content }) =>
			Object.values(content.figures).map((fixed) => fixed.figures)
		);
		const once = [...new Map(all.map((one) => [one.indicator.id, one])).values()];
		const groups = new Map(once.flatMap((one) => one.groups).map((one) => [one.id, one]));
		const cells = readCsv(figuresCsv(input));
		if (!cells.ok) throw new Error('the file cannot be read');
		const read = readValues(
			cells.value,
			knownNames(model.municipality, once, [...groups.values()]),
			{
				source: ''
			}
		);
		if (!read.ok) throw new Error('the rows cannot be read');
		expect(read.value).toMatchObject({ wrong: 0, repeated: 0, problems: [] });
		const key = (id: string, one: { series: string; breakdown: string; period: string }) =>
			[id, one.series, one.breakdown, one.period].join('|');
		const stored = once.flatMap(({ indicator, values }) =>
			values.map((one) => [key(indicator.id, one), one.status, one.value, one.source.text])
		);
		expect(stored.length).toBeGreaterThan(5);
		expect(
			read.value.values.map((one) => [key(one.indicatorId, one), one.status, one.value, one.source])
		).toEqual(expect.arrayContaining(stored));
		expect(read.value.values).toHaveLength(stored.length);
		for (const head of read.value.ignored) expect(columnOf(head)).toBeUndefined();
	});

	it('[P4] every row of both tables says edition, date, decision and hash', () => {
		for (const made of [figuresCsv(demoInput), measuresCsv(demoInput)]) {
			const rows = rowsOf(made);
			expect(rows.length).toBeGreaterThan(10);
			for (const row of rows)
				expect(row).toMatchObject({
					Rapport: 'Barnbokslut 2022',
					Avsändare: 'Exempelkommun, Kommunstyrelsen',
					Utgåva: '1',
					Publicerad: '2023-06-26',
					Beslut: 'Kommunfullmäktige 2023-06-19, § 87',
					Diarienummer: 'KS 2023/0123',
					'Utgåvans kontrollsumma (SHA-256)': demoInput.hash
				});
		}
	});

	it('[P4] no text is a formula, and a negative number stays one', () => {
		const text = new TextDecoder().decode(figuresCsv(rich));
		expect(text).toContain(";'=1+1;");
		expect(text).toContain(';-0,5;');
	});
});
