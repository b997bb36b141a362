import type { DocNode } from '#core/publication.ts';
import type { DraftSection, TemplateDraft } from '#core/template-draft.ts';
import {
	a,
	figure,
	h,
	indicator,
	indicatorSummary,
	list,
	p,
	quote,
	steps,
	table
} from '#server/demo/write.ts';
import { renderEdition } from '#server/export/index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../support/act.ts';
import { soderhamn } from '../support/soderhamn.ts';
import { all, root, wordsOf } from './page.ts';
import { openTown, ownTemplate, publish, type Town } from './town.ts';

/**
 * Söderhamns kommun, barnbokslut 2022, written again in the product: its facts and its parts in our own
 * words, each part that it has counted in what is published. It is made of a template of its own, for it
 * has ten accounts of departments where ours has three.
 */

const OMBUDSMAN = 'https://www.barnombudsmannen.se/aktuellt/arsrapport-2023/';

/** The accounts of departments and areas, with the articles that each is about. */
const UNITS: [title: string, articles: number[], text: DocNode[]][] = [
	['Barn och lärande', [28], [p('Alla som arbetar med barn i skolåldern är nu i en sektor.')]],
	['Förskola och skola', [2, 28, 29], [p('Frånvaron följs upp tidigt. Elevhälsan är förstärkt.')]],
	['Individ- och familjeomsorg', [9, 19], [p('Ärendena är många. Placeringarna har ökat.')]],
	[
		'Integration och egenförsörjning',
		[27],
		[p('Målet är 600 personer in i processen och 180 till arbete senast 2023-12-31.')]
	],
	[
		'Trygghet och brottsförebyggande arbete',
		[6, 40],
		[p('Åtta områden har nivå 3 av 4 och ett har nivå 4. Året innan hade ett område nivå 3.')]
	],
	['Kultur', [31], [p('För läsåret HT22/VT23 har ytterligare 1 000 000 kr beviljats.')]],
	['Fritid', [31], [p('Fritidsbanken är öppen tre dagar i veckan.')]],
	['Biblioteket', [17, 31], [p('Kulturrådet gav 900 000 kr till Stärkta bibliotek.')]],
	['Konsumentvägledning', [17], [p('Elever lär sig hantera sin ekonomi.')]],
	['Samhällsbyggnad', [3, 12], [p('Barn är med tidigt när detaljplaner görs.')]]
];

const cards = (...keys: string[]): DocNode[] => keys.map(indicator);

const TEXTS: Record<string, DocNode[]> = {
	Inledning: [
		p('Har barnen fått det bättre eller sämre? Det här ska kunna användas till att svara.')
	],
	Upplägg: [
		p('Så här är bokslutet upplagt:'),
		steps('En sammanfattning.', 'Nyckeltal som jämförs med andra.', 'Verksamheternas berättelser.')
	],
	Underlag: [
		p('Källor är verksamheternas årsredovisningar 2022 och samtal med dem.'),
		p(
			'Jämförelser görs med liknande kommuner enligt RKA i Kolada, år 2021. Några nyckeltal är utbytta sedan förra året.'
		),
		p('Bilden är inte heltäckande. Grunduppdragen beskrivs i barnbokslutet för år 2020.')
	],
	Sammanfattning: [
		p('Svaret är inte lika enkelt som förra året.'),
		indicatorSummary(),
		table(
			'Så har det sett ut enligt tidigare barnbokslut',
			['Vad', '2022', '2021', '2020'],
			[
				['Nyckeltal med positiv trend', '7 av 13', '3', '–'],
				['Bättre än liknande kommuner', '5 av 11', '4 av 10', '7 av 12']
			]
		)
	],
	'Situationen för barn och unga i siffror': [p('Nyckeltalen jämförs med liknande och med riket.')],
	'Ekonomisk utsatthet': cards('ekonomiskt-bistand', 'sjuk-aktivitetsersattning'),
	'Pedagogisk omsorg och utbildning': [
		...cards(
			'personaltathet-forskola',
			'inskrivna-forskola',
			'forskollarartathet',
			'behorighet-yrkesprogram',
			'skillnader-skolor',
			'gymnasiebehorighet-ak6',
			'alla-amnen',
			'franvaro',
			'kaa',
			'examen-fyra-ar',
			'trygghet'
		),
		figure('trygghet-egen-enkat'),
		...cards('kulan', 'musik-kulturskola', 'barnbokslan', 'idrott')
	],
	'Ny organisation': [p('Verksamheter för barn och unga är samlade i en sektor.')],
	'Covid-19-pandemin': [p('Frånvaron är högre, och fler söker stöd efter pandemin.')],
	'En utblick hos Rädda Barnen': [
		p('Omkring 100 barn lever i familjer där pengarna inte räcker till fritidens avgifter.')
	],
	Slutsatser: [
		p('Kommunen är inget undantag.'),
		quote(
			'Barnombudsmannen, årsrapport 2023',
			'Ojämlikheten mellan barn i Sverige är stor, säger rapporten.'
		),
		p('Källa: ', a('Barnombudsmannens årsrapport 2023', OMBUDSMAN)),
		quote('Barnombudsmannen, årsrapport 2023', 'Stödet måste komma tidigt, säger rapporten.'),
		p('Källa: ', a('Barnombudsmannens årsrapport 2023', OMBUDSMAN)),
		h('Rekommendationer till hela landet'),
		list(
			'En socialtjänstlag med barnrättsperspektiv.',
			'Mer kunskap och bättre skydd.',
			'Barnrätt i vården, också tandvården.',
			'Kunskap om anmälningsplikten.',
			'Rätten till förskola.'
		),
		p(
			'Läs mer i ',
			a('årsrapporten', OMBUDSMAN),
			' och i ',
			a('rapportens förslag', OMBUDSMAN),
			'.'
		)
	],
	Kontakt: [p('Postadress: Söderhamns kommun, 826 80 Söderhamn.')]
};

/** Ours for a municipality, with the sections that this account has. */
function templateOf(draft: TemplateDraft): TemplateDraft {
	let made = 0;
	const known = new Map(draft.chapters.flatMap((c) => c.sections).map((s) => [s.key, s]));
	const newKey = () => `new-${(made += 1)}`;
	const section = (title: string, over: Partial<DraftSection> = {}): DraftSection => ({
		...(known.get(over.key ?? '') ?? {
			key: newKey(),
			owner: 'coordinator',
			articles: '',
			required: true,
			requiredBlocks: ['text'],
			help: ''
		}),
		...over,
		title
	});
	const chapter = (title: string, sections: DraftSection[], key = newKey()) => ({
		key,
		title,
		sections
	});
	const figures = { required: true, requiredBlocks: [] };
	return {
		title: 'Söderhamns barnbokslut',
		chapters: [
			chapter(
				'Inledning',
				[
					section('Inledning', { key: 'intro' }),
					section('Upplägg', { key: 'intro.method' }),
					section('Underlag')
				],
				'intro'
			),
			chapter('Sammanfattning', [section('Sammanfattning', { key: 'summary' })], 'summary'),
			chapter(
				'Situationen för barn och unga i siffror',
				[
					section('Situationen för barn och unga i siffror', { key: 'figures' }),
					section('Ekonomisk utsatthet', { key: 'figures.economy', ...figures }),
					section('Pedagogisk omsorg och utbildning', { key: 'figures.education', ...figures })
				],
				'figures'
			),
			chapter('Året', [section('Ny organisation'), section('Covid-19-pandemin')]),
			chapter(
				'Verksamheterna berättar',
				UNITS.map(([title, articles]) => section(title, { articles: articles.join(', ') })),
				'units'
			),
			chapter('Utblick', [section('En utblick hos Rädda Barnen')]),
			chapter('Slutsatser', [section('Slutsatser', { key: 'conclusions' })], 'conclusions'),
			chapter('Kontakt', [section('Kontakt')])
		]
	};
}

describe('Söderhamns kommuns barnbokslut 2022, municipal report', () => {
	let town: Town;
	let page: Element;
	let made: Awaited<ReturnType<typeof publish>>;

	beforeAll(async () => {
		town = await openTown({
			municipality: 'Söderhamn',
			authority: 'Kommunstyrelsen',
			departments: [],
			figures: soderhamn
		});
		const by = town.approver;
		must(
			await town.app.commands.saveSender({
				by,
				seenAt: 0,
				logo: 'keep',
				input: {
					accent: '',
					logoAlt: '',
					unit: 'Söderhamns kommun',
					email: 'kundtjanst@soderhamn.se',
					phone: '0270-750 00',
					web: 'https://www.soderhamn.se'
				}
			})
		);
		const template = await ownTemplate(town, { variant: 'municipal', title: 'Vår' }, templateOf);
		const { reportId } = must(
			await town.app.commands.createReport({
				by,
				authorityId: town.authorityId,
				template,
				variant: 'full',
				reportYear: 2022,
				title: 'Barnbokslut 2022'
			})
		);
		const units = Object.fromEntries(UNITS.map(([title, , text]) => [title, text]));
		made = await publish(town, reportId, { ...TEXTS, ...units });
		page = root(renderEdition(made.model));
	}, 60_000);
	afterAll(() => town.app.close());

	test('[P4] has its twenty-one headings, of which ten are departments, and articles on these ten', () => {
		const headings = all(page, 'h2, h3, h4').map((one) =>
			wordsOf(one).replace(/^\d+(\.\d+)*\s+/, '')
		);
		const asked = [
			...Object.keys(TEXTS).filter((title) => title !== 'Kontakt'),
			...UNITS.map(([title]) => title)
		];
		expect(asked).toHaveLength(21);
		for (const title of asked) expect(headings).toContain(title);
		const tagged = made.model.sections.filter(({ content }) =>
			UNITS.some(([title]) => title === content.title)
		);
		expect(tagged).toHaveLength(10);
		expect(tagged.every(({ content }) => content.articles.length > 0)).toBe(true);
	});

	test('[I3] [I8] has eleven cards that compare, each with value, year, place, outcome and source', () => {
		const cardsOf = all(page, '.indicator[data-block="indicator"]');
		const figures = made.model.sections.flatMap(({ content }) => Object.values(content.figures));
		const compared = [...new Map(figures.map((f) => [f.figures.indicator.id, f])).values()].filter(
			({ figures: { stated } }) => stated.some(({ against }) => against === 'similar')
		);
		expect(compared).toHaveLength(11);
		const wished = compared.map(({ figures: { indicator: one } }) => one.wishedDirection);
		expect(wished.filter((one) => one === 'low')).toHaveLength(2);
		expect(wished.filter((one) => one === 'high')).toHaveLength(9);
		const values: [string, string, string][] = [
			['ekonomiskt-bistand', '14,7', '2021'],
			['sjuk-aktivitetsersattning', '2,8', '2021'],
			['inskrivna-forskola', '87,0', '2022'],
			['forskollarartathet', '11,8', '2022'],
			['behorighet-yrkesprogram', '76,7', '2022'],
			['alla-amnen', '66,3', '2022'],
			['examen-fyra-ar', '74', '2022'],
			['trygghet', '81', '2021'],
			['musik-kulturskola', '18,8', '2020'],
			['barnbokslan', '9,1', '2022'],
			['idrott', '20,3', '2022']
		];
		for (const [key, value, year] of values) {
			const fixed = compared.find(({ figures: f }) => f.indicator.key === key);
			const card = cardsOf.find((one) =>
				wordsOf(one).includes(fixed?.figures.indicator.title ?? '–')
			);
			const words = wordsOf(card);
			expect(words, key).toContain(value);
			expect(words, key).toContain(year);
			expect(words, key).toContain('Söderhamn');
			expect(words, key).toMatch(/liknande kommuner/);
			expect(words, key).toContain('Barnbokslut 2022, Söderhamns kommun');
		}
	});

	test('[I1] has the other figures of its text: five in words, one large, two broken down', () => {
		const text = wordsOf(page);
		// Personaltäthet, frånvaro, KAA, kulturskolan, KULAN.
		for (const figureOf of ['5,2', '259', '55', '26', '59', '100', '−120', '2 327', '2 101'])
			expect(text.replace(/[\u00a0\u202f]/g, ' ')).toContain(figureOf);
		const large = all(page, '[data-block="figure"]');
		expect(large).toHaveLength(1);
		expect(wordsOf(large[0]).replace(/\u00a0/g, ' ')).toContain('95 %');
		for (const share of ['58', '80', '71', '57', '44', '87', '51']) expect(text).toContain(share);
	});

	test('[I4] computes its summary and states those of earlier years, each with its year', () => {
		const summary = wordsOf(page.querySelector('[data-block="indicatorSummary"]'));
		expect(summary).toContain(
			'Av de 11 nyckeltal som går att jämföra med liknande kommuner är utfallet bättre i 5, sämre i 6.'
		);
		const earlier = all(page, 'table').find((one) => wordsOf(one).includes('7 av 13'));
		expect(all(earlier, 'thead th').map(wordsOf)).toEqual(['Vad', '2022', '2021', '2020']);
		for (const counted of ['7 av 13', '5 av 11', '4 av 10', '7 av 12'])
			expect(wordsOf(earlier)).toContain(counted);
	});

	test('[P4] has its lists, two quotations with who said it, four links to one address, its amounts and its contact', () => {
		const ordered = all(page, 'ol').filter((one) => wordsOf(one).includes('En sammanfattning.'));
		expect(all(ordered[0], 'li')).toHaveLength(3);
		const bullets = all(page, 'ul').find((one) => wordsOf(one).includes('Rätten till förskola'));
		expect(all(bullets, 'li')).toHaveLength(5);
		const quotes = all(page, 'blockquote');
		expect(quotes).toHaveLength(2);
		for (const one of quotes)
			expect(wordsOf(one.closest('figure') ?? one)).toContain('Barnombudsmannen, årsrapport 2023');
		expect(all(page, `a[href="${OMBUDSMAN}"]`)).toHaveLength(4);
		const text = wordsOf(page).replace(/\u00a0/g, ' ');
		for (const fact of [
			'600 personer',
			'180 till arbete',
			'2023-12-31',
			'1 000 000 kr',
			'900 000 kr'
		])
			expect(text).toContain(fact);
		expect(made.model.sender?.contact).toMatchObject({ phone: '0270-750 00' });
		expect(text).toContain('826 80 Söderhamn');
	});

	test('[P6] comes in every form', () => {
		expect([...made.forms.keys()]).toEqual(expect.arrayContaining(['pdf', 'docx', 'json']));
		expect(made.forms.get('pdf')?.byteLength).toBeGreaterThan(20_000);
	});
});
