// @vitest-environment jsdom
import { areaTableNode } from '#core/area-nodes.ts';
import type { DocNode, EditionModel, TakenIn } from '#core/publication.ts';
import { compareEditions } from '#core/compare/edition-comparison.ts';
import { takenInOf } from '#core/taken-in.ts';
import { canonicalJson, hashOf } from '#schema/content.ts';
import { figuresCsv } from '#server/export/open-data/figures.ts';
import { measuresCsv } from '#server/export/open-data/measures.ts';
import { editionJson } from '#server/export/open-data/json.ts';
import { printDocument } from '#server/export/print/build.ts';
import { textOf } from '#server/export/print/widths.ts';
import { eachBlock } from '#server/export/print/targets.ts';
import { describe, expect, it } from 'vitest';
import { figures, KOLADA, value } from '../support/figures.ts';
import { inputOf, rowsOf, table } from './support/csv.ts';
import { blocksOf } from './support/docx.ts';
import { edition, section } from './support/edition.ts';
import { all, block, doc, p, page, words } from './support/page.ts';

/** What two boards have approved, taken in by the municipality, in every form. */

const social = edition(
	[
		section(
			{
				key: 'plan',
				number: '6',
				title: 'Plan för nästa år',
				doc: doc(
					areaTableNode('plan', 'Socialnämndens plan', [
						{
							id: 'a1',
							title: 'Våld i nära relationer',
							departments: ['d1'],
							measures: [{ id: 'm1', text: 'Fråga om våld' }],
							results: [{ id: 'r1', text: 'Fler får stöd' }]
						}
					])
				),
				departments: [{ id: 'd1', name: 'Barn och unga', abbreviation: 'BOU' }]
			},
			[]
		),
		section(
			{
				key: 'followUp',
				number: '2',
				title: 'Uppföljning',
				doc: doc(
					table({ purpose: 'followUp' }, [
						['Område', 'Status'],
						['Familjehem', 'Genomförd']
					])
				)
			},
			[]
		),
		section({ key: 'figures', doc: doc(block('bistand'), block('delar')) }, [
			figures([value('2021', 14.7), value('2022', 13.9)]),
			figures([value('2022', 4, 'own', 'flickor'), value('2022', 7, 'own', 'pojkar')], {
				indicator: { id: 'delar', key: 'delar', title: 'Placerade barn', unit: 'barn', decimals: 0 }
			})
		])
	],
	{
		authority: 'Socialnämnden',
		slug: 'social-2022',
		number: 2,
		decision: {
			body: 'Socialnämnden',
			date: '2023-03-14',
			paragraph: '§ 21',
			registryNumber: 'SN 1'
		}
	}
);
const school = edition(
	[section({ key: 'figures', doc: doc(block('bistand')) }, [figures([value('2022', 13.9)])])],
	{ authority: 'Barn- och utbildningsnämnden', slug: 'skola-2022' }
);

const takenIn: TakenIn[] = [school, social].map((model) => takenInOf(model, hashOf(model)));
const rollUp = (shows: string): DocNode => ({ type: 'rollUp', attrs: { shows } });

const model: EditionModel = edition(
	[
		section(
			{
				key: 'boards',
				number: '5',
				title: 'Nämndernas rapporter',
				doc: doc(p('Nämnderna lovar.'), rollUp('plan'), rollUp('followUp'), rollUp('figures')),
				takenIn
			},
			[]
		),
		section(
			{
				key: 'own',
				number: '2',
				title: 'Egen uppföljning',
				doc: doc(
					table({ purpose: 'followUp' }, [
						['Område', 'Status'],
						['Eget löfte', 'Påbörjad']
					])
				)
			},
			[]
		)
	],
	{ address: 'https://example.se/r/kommunen/v/1', slug: 'kommunen' }
);
const ORIGIN = 'Barnbokslut 2022, utgåva 2';
const ROWS = [
	[
		'Barn i familjer med ekonomiskt bistånd',
		'Barn- och utbildningsnämnden',
		'2022',
		'13,9 %',
		'Okänt'
	],
	['Barn i familjer med ekonomiskt bistånd', 'Socialnämnden', '2022', '13,9 %', 'Förbättrat'],
	['Placerade barn, flickor', 'Socialnämnden', '2022', '4 barn', '–'],
	['Placerade barn, pojkar', 'Socialnämnden', '2022', '7 barn', '–']
];
const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

describe('what is taken in', () => {
	it('[Y6] [P4] stands on the page under its authority, with a link to where it comes from', () => {
		const root = page(model);
		const [plan, followUp, figured] = all(root, '.roll-up');
		expect(all(plan as Element, 'h4, h3').map(words)).toEqual(['Socialnämnden']);
		expect(words(plan)).toContain(`Ur ${ORIGIN}, fastställd av Socialnämnden 14 mars 2023, § 21.`);
		expect(all(plan as Element, 'p a').map((a) => a.getAttribute('href'))).toEqual([
			'/r/social-2022/v/2'
		]);
		expect(words(plan)).toContain('Avsnitt 6 Plan för nästa år');
		expect(words(plan?.querySelector('table'))).toContain('Fråga om våld');
		expect(words(plan)).toContain(
			'Har ingen plan: Barn- och utbildningsnämnden (Barnbokslut 2022, utgåva 1).'
		);
		expect(words(followUp?.querySelector('table'))).toContain('Familjehem');
		const rows = all(figured as Element, 'tbody tr').map((row) =>
			all(row, 'th, td').map((cell) => plain(words(cell)))
		);
		rows.forEach((row, i) => {
			const [name, authority, year, number, trend = ''] = ROWS[i] ?? [];
			expect(row.slice(0, 4)).toEqual([name, authority, year, number]);
			expect(row[4]).toContain(trend);
			// I8: every number says where it comes from.
			expect(row[5]).toContain(KOLADA.text);
		});
		expect(rows).toHaveLength(ROWS.length);
		expect(words(figured)).toContain('egen beräkning');
		expect(all(figured as Element, 'li').map(words)).toHaveLength(2);
	});

	it('[Y6] the same table stands there as in the edition that it was taken from', () => {
		const tableIn = (some: EditionModel) =>
			all(page(some), 'table[data-purpose="plan"]').map((one) =>
				one.outerHTML.replace(/ aria-label="[^"]*"/, '')
			);
		const taken = tableIn(model);
		expect(taken).toHaveLength(1);
		expect(tableIn(social)).toEqual(taken);
	});

	it('[Y6] own promises are counted alone, and readers are told where the others stand', () => {
		const promises = page(model).querySelector('.promises');
		expect(words(promises)).toContain('Eget löfte');
		expect(words(promises)).not.toContain('Familjehem');
		expect(words(promises)).toContain(
			'Löften som är tagna ur andra rapporter räknas inte här. De står i 5 Nämndernas rapporter.'
		);
		const [link] = all(promises as Element, 'a[href="#boards"]');
		expect(words(link)).toBe('5 Nämndernas rapporter');
	});

	it('[Y6] the list of abbreviations knows the departments of boards', () => {
		expect(words(page(model).querySelector('.abbreviations'))).toContain('BOU Barn och unga');
	});

	it('[Y6] [P4] paper says the same, and its links have the whole address', () => {
		const blocks = blocksOf(printDocument(inputOf(model)));
		const text = plain(textOf(blocks));
		for (const said of [ORIGIN, 'Fråga om våld', 'Familjehem', 'Fler får stöd'])
			expect(text).toContain(said);
		for (const [name = '', , , number = ''] of ROWS) {
			expect(text).toContain(name);
			expect(text).toContain(number);
		}
		const links = new Set<string>();
		eachBlock(blocks, (one) => {
			if (one.kind === 'paragraph') for (const { href } of one.runs) if (href) links.add(href);
		});
		expect([...links]).toContain('https://example.se/r/social-2022/v/2');
		expect(text).toContain('Löften som är tagna ur andra rapporter räknas inte här.');
		const { address: _, ...homeless } = model;
		const without = plain(textOf(blocksOf(printDocument(inputOf(homeless)))));
		expect(without).toContain(ORIGIN);
	});

	it('[Y6] [P4] the figures as CSV have every value that is taken in, with its origin', () => {
		const rows = rowsOf(figuresCsv(inputOf(model))).filter((row) => row['Slag'] === 'nyckeltal');
		const told = rows.map((row) => [row['Period'], row['Värde'], row['Taget ur']]);
		const both = `Barn- och utbildningsnämnden, Barnbokslut 2022, utgåva 1; Socialnämnden, ${ORIGIN}`;
		expect(told).toEqual([
			['2022', '13,9', both],
			['2021', '14,7', `Socialnämnden, ${ORIGIN}`],
			['2022', '4', `Socialnämnden, ${ORIGIN}`],
			['2022', '7', `Socialnämnden, ${ORIGIN}`]
		]);
		expect(rowsOf(figuresCsv(inputOf(social))).every((row) => row['Taget ur'] === '')).toBe(true);
	});

	it('[Y6] [P4] the measures as CSV have the promises of boards, each with its origin', () => {
		const rows = rowsOf(measuresCsv(inputOf(model)));
		const told = rows.map((row) => [row['Slag'], row['Avsnitt'], row['Taget ur']]);
		const origin = `Socialnämnden, ${ORIGIN}`;
		expect(told).toEqual([
			['plan', '5 Nämndernas rapporter', origin],
			['uppföljning', '5 Nämndernas rapporter', origin],
			['uppföljning', '2 Egen uppföljning', '']
		]);
		expect(rows[0]).toMatchObject({
			Utvecklingsområde: 'Våld i nära relationer',
			'Områdets förvaltningar': 'Barn och unga',
			Åtgärd: 'Fråga om våld'
		});
	});

	it('[Y6] [P4] the data holds it as it was approved', () => {
		const { edition: told } = JSON.parse(new TextDecoder().decode(editionJson(inputOf(model)))) as {
			edition: EditionModel;
		};
		expect(canonicalJson(told.sections[0]?.content.takenIn)).toBe(canonicalJson(takenIn));
	});

	it('[Y6] a later edition that takes in another one is not the same to who compares them', () => {
		const corrected = { ...social, number: 3 };
		const [first, ...others] = model.sections;
		if (!first) throw new Error('no section');
		const content = {
			...first.content,
			takenIn: [takenInOf(school, hashOf(school)), takenInOf(corrected, hashOf(corrected))]
		};
		const next = { ...model, number: 2, sections: [{ ...first, content }, ...others] };
		const [boards, own] = compareEditions(model, next).sections;
		expect([boards?.mark, own?.mark]).toEqual(['changed', 'same']);
		const words = boards?.passages
			.filter(({ mark }) => mark !== 'same')
			.map(({ segments }) => segments.map(({ text }) => text).join(''));
		expect(words?.join(' ')).toContain('utgåva');
		expect(compareEditions(model, { ...model, number: 2 }).sections[0]?.mark).toBe('same');
	});

	it('[Y6] a block of which nothing was taken in leaves no trace', () => {
		const empty = edition([
			section({ key: 'a', doc: doc(p('x'), rollUp('figures')), takenIn: [] }, [])
		]);
		expect(all(page(empty), '.roll-up')).toEqual([]);
		expect(textOf(blocksOf(printDocument(inputOf(empty))))).not.toContain('nämnd');
	});
});
