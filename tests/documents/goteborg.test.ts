import { areaTableNode } from '#core/area-nodes.ts';
import { areaTablesOf } from '#core/areas.ts';
import type { DocNode } from '#core/publication.ts';
import { renderEdition } from '#server/export/index.ts';
import { h, list, p } from '#server/demo/write.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { followed, planned } from '../core/gothenburg-areas.ts';
import { must } from '../support/act.ts';
import { all, count, root, wordsOf } from './page.ts';
import { openTown, publish, type Town } from './town.ts';

/**
 * Göteborgs Stad, socialförvaltningen Nordost, barnbokslut 2024, written again in the product: its facts
 * and its parts in our own words, each part that it has counted in what is published.
 */

const UNITS = {
	SVF: 'Stadsområde, välfärd och fritid',
	FIP: 'Familjehemsvård, interna boenden samt placering',
	FOR: 'Familjemottagning och resurser barn och vuxna',
	BOU: 'Barn och unga',
	V: 'Vuxen',
	F: 'Försörjningsstöd'
};

/** What became of the measures, one line each; where the account is silent, so is the list. */
const COMMENTS: Record<string, string[]> = {
	'Skola som arena/Lights on': ['Arbetet pågår och är inte klart.'],
	'Heder och HBTQi-frågor': ['Några aktiviteter är gjorda ihop; samarbetet återstår.'],
	'Öka barns delaktighet': ['Rutinen för evenemang behöver införas.', 'Medarbetare är utbildade.'],
	'Lovaktiviteter och feriearbeten': ['Pengarna kom tidigare under 2024.'],
	Kompetensutveckling: ['Frågorna är tydligare.', 'Handläggarnas grupp är inte igång.'],
	'Styrning & ledning': [
		'Ett material finns.',
		'Det står i materialet.',
		'Flera enheter arbetar så.'
	],
	'Förbättrad samverkan kring barn med funktionsvariation': ['Mycket återstår.', 'Möten hålls.'],
	'Aktivt arbete med genomförandeplaner': ['Frågan var uppe i oktober 2024.'],
	'Deltagande i barnhälsonätverk och implementering av rutin': [
		'Förvaltningen är med i sju nätverk.',
		'Rutinen hjälper handläggarna.'
	],
	'Fokus på arbetsmiljö och kompetensutveckling': ['Enheterna sköter det.'],
	'Förbättra uppföljning av insatser för barn inom utförarverksamheterna som inkluderar effekt och analys':
		['Fortsätter under 2025.'],
	'Komma in tidigt': ['Pågår över avdelningarna.']
};

const followUp = areaTableNode(
	'followUp',
	'Utvecklingsområden från föregående år',
	followed.map(({ id, title, departments, measures, status }) => ({
		id,
		title,
		departments,
		measures: measures.map((m, n) => ({
			id: m.id,
			text: m.text,
			// "3. Ej påbörjad": the account says so of one measure in an area that is begun.
			status: title === 'Kompetensutveckling' && n === 2 ? 'notStarted' : status,
			comments: [COMMENTS[title]?.[n] ?? []].flat()
		}))
	}))
);

/** Results with the measures that they name, by their numbers; none named means all. */
const RESULTS: Record<string, [words: string, measures: number[]][]> = {
	'Nå önskade målgrupper': [
		['Verksamheten når dem som den är till för.', [1, 2]],
		['Arbetet blir mer systematiskt.', [3]]
	],
	'Skola som arena': [['Uppdraget till personalen blir tydligare.', []]],
	'Heder och HBTQI-frågor': [
		['Ungdomarna är tryggare.', [1]],
		['Det finns fler trygga ställen.', [2]],
		['Stödet ökar.', [3]]
	],
	'Lovaktiviteter och feriearbeten': [['Prioriteringen görs ihop.', []]],
	Kompetensutveckling: [['Mer kunskap om barnkonsekvensanalyser.', []]],
	'Ledning och styrning': [
		['Arbetet är systematiskt på alla enheter.', [1]],
		['Egenkontrollen visar bättre resultat.', [2]]
	],
	'Stärka samverkan runt barn med omfattande/komplexa behov': [['Barnens behov blir mötta.', []]],
	'Förbättrad uppföljning': [
		['Mer delaktighet.', [1]],
		['Förändrade behov märks.', [2]],
		['Insatserna anpassas.', [3]]
	],
	'Barnets röst': [
		['Barn och unga blir hörda.', [1]],
		['Familjen förstår besluten.', [2]]
	],
	'Öka barns delaktighet': [
		['Fler barn är delaktiga i insatser.', [1, 2]],
		['Fler unga planerar på fritiden.', [3]]
	]
};

const plan = areaTableNode(
	'plan',
	'Prioriterade utvecklingsområden',
	planned.map(({ id, title, departments, measures }) => ({
		id,
		title,
		departments,
		articles: title.includes('röst') || title.includes('delaktighet') ? [12] : [3, 6],
		measures: measures.map(({ id: measure, text }) => ({ id: measure, text })),
		results: (RESULTS[title] ?? []).map(([text, numbers], i) => ({
			id: `${id}-r${i}`,
			text,
			measures: numbers.map((n) => measures[n - 1]?.id ?? '')
		}))
	}))
);

const TEXTS: Record<string, DocNode[]> = {
	Inledning: [p('Barnrättsplanen gäller sedan juni 2020. Det första barnbokslutet gjordes 2021.')],
	'Upplägg och underlag': [p('Uppföljning, nulägesanalys och prioriterade områden.')],
	'Viktiga begrepp': ['Barnperspektiv', 'Barns perspektiv', 'Barnrättsperspektiv'].flatMap(
		(term) => [h(term), p(`Vad ordet betyder här: ${term.toLowerCase()}.`)]
	),
	'Fyra grundläggande artiklar': [2, 3, 6, 12].flatMap((n) => [
		h(`Artikel ${n}`),
		p('Så här lyder den i korthet.')
	]),
	Sammanfattning: [p('Sju områden är påbörjade och fem genomförda.')],
	'Uppföljning av föregående års utvecklingsområden': [p('Så gick det.'), followUp],
	Nulägesanalys: [p('Förutsättningar, styrkor och utmaningar.')],
	'Förutsättningar för barnrättsarbetet': [p('Kunskapen är god. Flera enheter saknar personal.')],
	'Styrkor: artikel 2, icke-diskriminering': [p('Tidiga insatser, riktade och för alla.')],
	'Styrkor: artikel 3, barnets bästa': [p('Stödet utformas efter barnet.')],
	'Styrkor: artikel 6, liv och utveckling': [
		p('Det finns närmare 30 mötesplatser för unga mellan 10 och 20 år.'),
		p('Ungdomar mellan 16 och 20 år får erfarenhet av arbete.')
	],
	'Styrkor: artikel 12, barns rätt att höras': [p('Två ungdomsråd möter nämnden.')],
	'Utmaningar eller brister: artikel 2, icke-diskriminering': [
		p('Grupper som kräver mer uppmärksamhet:'),
		list(
			'Barn som är svåra att nå.',
			'Barn som behöver stöd från två förvaltningar.',
			'Tjejer i riskzon.',
			'Unga i häkte.',
			'Barn med stora vårdbehov.',
			'Barn mellan 2 och 4 år, som är svåra att samtala med.',
			'Unga som möter rasism.',
			'Unga med funktionsvariation: upp mot 100 ungdomar en kväll.',
			'HBTQi-ungdomar.'
		)
	],
	'Utmaningar eller brister: artikel 3, barnets bästa': [p('Mallarna är flera.')],
	'Utmaningar eller brister: artikel 6, liv och utveckling': [p('Platser saknas.')],
	'Utmaningar eller brister: artikel 12, barns rätt att höras': [p('Dokumentationen brister.')],
	'Prioriterade utvecklingsområden och åtgärder': [p('Nästa års områden.'), plan],
	'Källor, förkortningar och ordlista': [p('Förkortningarna står sist i utgåvan.')]
};

describe('Göteborgs Stads barnbokslut 2024, board report', () => {
	let town: Town;
	let page: Element;
	let made: Awaited<ReturnType<typeof publish>>;

	beforeAll(async () => {
		town = await openTown({
			municipality: 'Göteborgs Stad',
			authority: 'Socialnämnd Nordost',
			departments: Object.entries(UNITS).map(([id, name]) => ({ id, name, abbreviation: id }))
		});
		const { reportId } = must(
			await town.app.commands.createReport({
				by: town.writer,
				authorityId: town.authorityId,
				variant: 'board',
				reportYear: 2024,
				title: 'Barnbokslut 2024'
			})
		);
		made = await publish(town, reportId, TEXTS);
		page = root(renderEdition(made.model));
	}, 60_000);
	afterAll(() => town.app.close());

	test('[P4] has its numbered headings, its definitions, the four articles and eight sections by article', () => {
		const numbered = all(page, 'h2, h3, h4').filter((one) => /^\d+(\.\d+)*\s/.test(wordsOf(one)));
		expect(numbered.length).toBeGreaterThanOrEqual(11);
		const keys = made.model.sections.map(({ content }) => content.key);
		for (const side of ['strengths', 'challenges'])
			for (const article of [2, 3, 6, 12]) expect(keys).toContain(`current.${side}.${article}`);
		const titles = all(page, 'h3, h4, h5').map(wordsOf);
		for (const term of ['Barnperspektiv', 'Barns perspektiv', 'Barnrättsperspektiv'])
			expect(titles).toContain(term);
		for (const article of [2, 3, 6, 12]) expect(titles).toContain(`Artikel ${article}`);
	});

	test('[Y2] follows up twelve areas, seven begun and five completed, with a status for each measure', () => {
		const doc = made.model.sections.find(({ content }) => content.key === 'followUp')?.content.doc;
		const areas = doc ? areaTablesOf(doc).flatMap((table) => table.areas) : [];
		expect(areas).toHaveLength(12);
		expect(count(areas.map(({ status }) => status))).toEqual({ started: 7, completed: 5 });
		// Items are numbered in five rows of the account; with three measures or two.
		expect(areas.filter(({ measures }) => measures.length > 1).map(({ title }) => title)).toEqual([
			'Öka barns delaktighet',
			'Kompetensutveckling',
			'Styrning & ledning',
			'Förbättrad samverkan kring barn med funktionsvariation',
			'Deltagande i barnhälsonätverk och implementering av rutin'
		]);
		const training = areas.find(({ title }) => title === 'Kompetensutveckling');
		expect(training?.measures.map(({ status }) => status)).toEqual([
			'started',
			'started',
			'notStarted'
		]);
		expect(areas.every(({ measures }) => (measures[0]?.comments.length ?? 0) > 0)).toBe(true);
		const promises = wordsOf(page.querySelector('.promises .count'));
		expect(promises).toBe('12 löften följs upp: 5 genomförda och 7 påbörjade.');
		const table = page.querySelector('#followUp table') as Element;
		expect(all(table, 'thead th').map(wordsOf)).toEqual([
			'Utvecklingsområde',
			'Åtgärd',
			'Status',
			'Kommentar'
		]);
		expect(all(table, 'tbody th')).toHaveLength(12);
		for (const word of ['Påbörjad', 'Genomförd', 'Ej påbörjad'])
			expect(wordsOf(table)).toContain(word);
	});

	test('[Y4] plans ten areas, whose results name their measures', () => {
		const doc = made.model.sections.find(({ content }) => content.key === 'plan')?.content.doc;
		const areas = doc ? areaTablesOf(doc).flatMap((table) => table.areas) : [];
		expect(areas).toHaveLength(10);
		const reach = areas.find(({ title }) => title === 'Nå önskade målgrupper');
		expect(reach?.results.map(({ measures }) => measures)).toEqual([[1, 2], [3]]);
		expect(wordsOf(page.querySelector('#plan table'))).toContain('1–2. Verksamheten når');
		// The spellings of the account ("V & F", "F & V") are one: departments are tags.
		expect(areas.find(({ title }) => title === 'Ledning och styrning')?.departments).toEqual(
			followed.find(({ title }) => title === 'Styrning & ledning')?.departments.toReversed()
		);
	});

	test('[P4] explains six abbreviations, once', () => {
		const lists = all(page, 'h2').filter((one) => wordsOf(one) === 'Förkortningar');
		expect(lists).toHaveLength(1);
		const terms = all(lists[0]?.parentElement as Element, 'dt').map(wordsOf);
		expect(terms.sort()).toEqual(Object.keys(UNITS).sort());
		for (const name of Object.values(UNITS))
			expect(wordsOf(lists[0]?.parentElement)).toContain(name);
	});

	test('[P4] has a list of nine, figures in prose, and neither indicators nor charts, quotes or links', () => {
		const groups = all(page, 'ul').find((one) => wordsOf(one).includes('Tjejer i riskzon'));
		expect(all(groups, 'li')).toHaveLength(9);
		for (const figure of ['närmare 30', '100 ungdomar', '10 och 20 år', '2 och 4 år'])
			expect(wordsOf(page).replace(/\u00a0/g, ' ')).toContain(figure);
		const sections = made.model.sections.map(({ content }) => JSON.stringify(content.doc)).join();
		for (const none of ['indicator', 'figure', 'quote', 'picture', 'signature', '"link"', 'chart'])
			expect(sections).not.toContain(`"type":"${none.replaceAll('"', '')}"`);
	});

	test('[P4] [P6] comes in every form, and its measures as lines of their own', () => {
		expect([...made.forms.keys()].sort()).toEqual(['docx', 'json', 'measures', 'pdf']);
		expect(new TextDecoder('latin1').decode(made.forms.get('pdf')?.slice(0, 5))).toBe('%PDF-');
		const lines = new TextDecoder().decode(made.forms.get('measures')).trim().split(/\r?\n/);
		const measures = [...followed, ...planned].reduce((n, area) => n + area.measures.length, 0);
		expect(lines.length).toBeGreaterThanOrEqual(measures + 1);
	});
});
