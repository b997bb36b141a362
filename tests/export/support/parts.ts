import type { DocNode, EditionModel } from '#core/publication.ts';
import { edition, section } from './edition.ts';
import { cell, header, link, mark, table } from './every-node.ts';
import { doc, h, p } from './page.ts';

/** An edition with notes, references, a signature and a table of what becomes what. */

export const note = (text: string): DocNode => ({ type: 'footnote', attrs: { text } });

export const signature = (attrs: Record<string, string>): DocNode => ({
	type: 'signature',
	attrs: { place: '', date: '', name: '', title: '', ...attrs }
});

export const references = (...works: (string | DocNode)[][]): DocNode => ({
	type: 'references',
	content: works.map((words) => p(...words))
});

export const fromTo = (...rows: [from: string, to: string][]): DocNode =>
	table(
		{ purpose: 'fromTo', caption: 'Vad som ändras' },
		[header('Från'), header('Till')],
		...rows.map(([from, to]) => [cell(from), cell(to)])
	);

const cellWith = (type: 'tableCell' | 'tableHeader', ...words: (string | DocNode)[]): DocNode => ({
	type,
	attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null },
	content: [p(...words)]
});
const row = (...content: DocNode[]): DocNode => ({ type: 'tableRow', content });

/** A table that a picture stands for, with a note in a cell: paper has its numbers at the end. */
const drawn: DocNode = {
	type: 'table',
	attrs: { purpose: 'table', caption: 'Lån per barn', chart: 'column', unit: 'lån' },
	content: [
		row(cellWith('tableHeader', 'År'), cellWith('tableHeader', 'Lån')),
		row(cellWith('tableCell', '2021'), cellWith('tableCell', '410')),
		row(cellWith('tableCell', '2022', note('Till och med november.')), cellWith('tableCell', '391'))
	]
};

export const opening = doc(
	{ ...h(1, ''), content: [{ type: 'text', text: 'Elevhälsan' }, note('En not i en rubrik.')] },
	p(
		'Antalet samtal ökade',
		note('Se https://www.exempel.se/samtal_(2022), avsnitt 3.'),
		' under ',
		link('läsåret', 'https://www.exempel.se/lasar'),
		note('Läsåret 2021/22.'),
		'.'
	),
	drawn,
	{
		type: 'table',
		attrs: { purpose: 'table', caption: 'Personal' },
		content: [
			row(
				cellWith('tableHeader', 'Skola', note('Noter i ett tabellhuvud.')),
				cellWith('tableHeader', 'Kuratorer')
			),
			row(cellWith('tableCell', 'Kulan'), cellWith('tableCell', '2', note('Varav en på halvtid.')))
		]
	},
	p('Ett stycke vars not är tom', note('  '), '.'),
	fromTo(['Enstaka samtal', 'Samtal för alla'], ['Utan plan', '']),
	signature({ place: 'Stockholm', date: '2016-03-16', name: 'Åsa Ek', title: 'Kommunalråd' })
);

export const closing = doc(
	p('Slutord', note('Den första noten i nästa avsnitt.'), '.'),
	references(
		['Öberg, Å. (2015). ', mark('Barns ord', 'italic'), '. Lund.'],
		['Ådahl, B. (2019). Plats för alla.'],
		['”Andersson”, C. (2020). Skolgårdar', note('Bara på nätet.'), '.'],
		[]
	),
	signature({})
);

export const partsEdition = (): EditionModel =>
	edition(
		[
			section({ key: 'a', title: 'Elevhälsa', doc: opening }, []),
			section({ key: 'b', number: '2', title: 'Slutord', doc: closing }, [])
		],
		{ address: 'https://barnbokslut.exempel.se/r/barnbokslut-2022/v/1' }
	);

/** The words of its notes in the order of their numbers: those of a drawn table's cells come last. */
export const NOTES = [
	'En not i en rubrik.',
	'Se https://www.exempel.se/samtal_(2022), avsnitt 3.',
	'Läsåret 2021/22.',
	'Noter i ett tabellhuvud.',
	'Varav en på halvtid.',
	'Den första noten i nästa avsnitt.',
	'Bara på nätet.',
	'Till och med november.'
];
