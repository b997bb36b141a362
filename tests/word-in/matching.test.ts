import { isChapter, plainTitle, sectionOf } from '#core/word-in/match.ts';
import type { WordReport } from '#core/word-in/proposal.ts';
import { expect, test } from 'vitest';
import { must } from '../support/act.ts';
import { paragraph, readHere, section, table, wordFile } from '../support/word-file.ts';

const SECTIONS = [
	section('intro', '1', 'Inledning'),
	section('figures.economy', '3.1', 'Ekonomisk utsatthet'),
	section('figures.safety', '3.2', 'Trygghet och närvaro'),
	section('voices', '7', 'Barns och ungas röster'),
	section('plan', '9', 'Prioriterade utvecklingsområden och åtgärder')
];
const found = (heading: string, free = SECTIONS) => {
	const matched = sectionOf(heading, '', free);
	return matched && [matched.section.key, matched.match];
};

test.each([
	['Inledning', ['intro', 'same']],
	['1. INLEDNING', ['intro', 'same']],
	['Kapitel 1 Inledning', ['intro', 'same']],
	['3.2 Trygghet & narvaro', ['figures.safety', 'same']],
	['Trygghet och närvaro i skolan', ['figures.safety', 'alike']],
	['Barnens och ungas röster', ['voices', 'alike']],
	['9 Utvecklingsområden med åtgärder', ['plan', 'alike']],
	['Utvecklingsområden', null],
	['Ordförandens förord', null],
	['3.1', null],
	['', null]
])('[Y7] the heading "%s" is compared by its words', (heading, expected) => {
	expect(found(heading)).toEqual(expected);
});

test('[Y7] a heading goes by what the template calls a section too, and by nothing that is taken', () => {
	const renamed = { ...section('summary', '2', 'Kort sagt'), templateTitle: 'Sammanfattning' };
	expect(found('2 Sammanfattning', [renamed])).toEqual(['summary', 'same']);
	expect(found('Inledning', SECTIONS.slice(1))).toBeNull();
	expect(isChapter('3 kapitlet', SECTIONS)).toBe(true);
	expect(plainTitle('IV. Åtgärder + mål')).toBe('atgarder och mal');
});

test('[Y7] of two sections with one title it is the one in the open chapter, or nobody’s when alike', () => {
	const twins = ['a', 'b'].map((chapter) => ({
		...section(`${chapter}.sum`, '1.1', 'Slutsats'),
		chapterTitle: `Kapitel ${chapter}`
	}));
	expect(sectionOf('Slutsats', 'Kapitel b', twins)?.section.key).toBe('b.sum');
	expect(sectionOf('Slutsatser', 'Kapitel b', twins)).toBeNull();
});

const report = (more: Partial<WordReport> = {}): WordReport => ({
	sections: SECTIONS,
	departments: [
		{ id: 'dep-1', name: 'Barn och utbildning', abbreviation: 'BOU' },
		{ id: 'dep-2', name: 'Socialtjänsten', abbreviation: 'SOC' }
	],
	indicators: [],
	...more
});

test('[Y7] a file falls apart by its headings, and what found no place is there too', async () => {
	const body =
		paragraph('Titel') +
		paragraph('Förord', 'Rubrik1') +
		paragraph('Hej') +
		paragraph('Siffror', 'Rubrik1') +
		paragraph('3.1 Ekonomisk utsatthet', 'Rubrik2') +
		paragraph('Fler barn.') +
		paragraph('Bistånd', 'Rubrik3') +
		paragraph('Färre hushåll.') +
		paragraph('Bilaga', 'Rubrik2') +
		paragraph('Övrigt') +
		paragraph('3.1 Ekonomisk utsatthet', 'Rubrik2') +
		paragraph('En gång till.');
	const { parts } = must(await readHere(wordFile(body), report()));
	expect(
		parts.map(({ id, heading, sectionId, match, blocks }) => [
			id,
			heading,
			sectionId,
			match,
			blocks.length
		])
	).toEqual([
		[1, '', null, 'none', 1],
		[2, 'Förord', null, 'none', 1],
		[3, '3.1 Ekonomisk utsatthet', 'id-figures.economy', 'same', 3],
		[4, 'Bilaga', null, 'none', 1],
		[5, '3.1 Ekonomisk utsatthet', null, 'none', 1]
	]);
});

const HEADS = ['Utvecklingsområde', 'Förvaltning', 'Åtgärder', 'Status', 'Kommentar'];
const tableIn = async (rows: string[][]) => {
	const { parts } = must(await readHere(wordFile(table(rows)), report()));
	return parts[0]?.blocks[0];
};

test('[Y2] [Y7] a table that is a follow-up comes as areas with their measures and statuses', async () => {
	const made = await tableIn([
		HEADS,
		[
			'Trygg skolväg',
			'Barn och utbildning, SOC',
			'Gångbana\nTrafikvakt',
			'Genomförd\nEj påbörjad',
			''
		],
		['Färre köer', 'Räddningstjänsten', 'Fler tider', 'Pågår', 'Två nya tider i veckan.'],
		['', '', 'En till', 'avbruten', '']
	]);
	expect(made).toMatchObject({
		type: 'areaTable',
		attrs: { purpose: 'followUp' },
		content: [
			{
				attrs: { departments: ['dep-1', 'dep-2'], responsible: '' },
				content: [
					{ type: 'areaTitle', content: [{ text: 'Trygg skolväg' }] },
					{ attrs: { status: 'completed' }, content: [{ content: [{ text: 'Gångbana' }] }] },
					{ attrs: { status: 'notStarted' }, content: [{ content: [{ text: 'Trafikvakt' }] }] }
				]
			},
			{
				// Whom nobody here knows is kept by name.
				attrs: { departments: [], responsible: 'Räddningstjänsten' },
				content: [
					{ content: [{ text: 'Färre köer' }] },
					{
						attrs: { status: 'started' },
						content: [{ type: 'measureText' }, { content: [{ text: 'Två nya tider i veckan.' }] }]
					},
					{ attrs: { status: 'stopped' } }
				]
			}
		]
	});
});

test('[Y4] [Y7] a plan comes with what is expected of it, and statuses stay unknown', async () => {
	const made = await tableIn([
		['Område', 'Artiklar', 'Insats', 'Förväntat resultat', 'Klart senast'],
		['Trygg skolväg', 'Art. 3, 6', 'Gångbana', 'Färre olyckor', '2025']
	]);
	expect(made).toMatchObject({
		type: 'areaTable',
		attrs: { purpose: 'plan' },
		content: [
			{
				attrs: { articles: [3, 6], due: '2025' },
				content: [
					{},
					{ type: 'measure', attrs: { status: null } },
					{ type: 'expectedResult', content: [{ text: 'Färre olyckor' }] }
				]
			}
		]
	});
});

test.each([
	['a status that is none', ['Väg', 'BOU', 'Gångbana', 'Grönt ljus', '']],
	['a comment on two at once', ['Väg', 'BOU', 'A\nB', 'Påbörjad', 'Gick bra.']],
	['more statuses than measures', ['Väg', 'BOU', 'A', 'Klar\nPåbörjad', '']],
	['a measure of no area', ['', 'BOU', 'A', 'Klar', '']]
])('[Y7] with %s the table stays as it stood, and its purpose is said', async (_, row) => {
	expect(await tableIn([HEADS, row])).toMatchObject({
		type: 'table',
		attrs: { purpose: 'followUp' }
	});
});

test('[Y7] any other table is a table', async () => {
	const made = await tableIn([
		['Skola', 'Elever'],
		['Norra', '120']
	]);
	expect(made).toMatchObject({ type: 'table', attrs: { purpose: 'table' } });
});
