// @vitest-environment jsdom
import type { App } from '#server/app.ts';
import type { PublishedEdition } from '#server/views/published-editions.ts';
import { findEdition } from '#server/store/editions.ts';
import { describe, expect, it } from 'vitest';
import { xmlAnswer } from '../../src/routes/(read)/feeds/answer.ts';
import { dcatXml } from '../../src/routes/(read)/feeds/dcat.ts';
import { rssXml } from '../../src/routes/(read)/feeds/rss.ts';
import { robotsText, sitemapXml } from '../../src/routes/(read)/feeds/sitemap.ts';
import { editionJsonLd, jsonLdScript } from '../../src/routes/(read)/r/json-ld.ts';
import { by, must } from '../support/act.ts';
import { demoApp } from '../support/app.ts';

const ORIGIN = 'https://exempel.se';
const SLUG = 'barnbokslut-2022';

const listed = async (app: App) => must(await app.views.publishedEditions(null, null));

async function withdraw(app: App, forms: ('html' | 'figures')[]) {
	const edition = await app.read((tx) => findEdition(tx, SLUG, 1));
	const input = { by: by('coordinator'), editionId: edition?.id ?? '', reason: 'Små grupper.' };
	must(await app.commands.withdrawForms({ ...input, forms }));
}

/** An edition without a database, for what the demo does not have. */
const one = (over: Partial<PublishedEdition> = {}): PublishedEdition => ({
	slug: SLUG,
	kind: 'barnbokslut',
	number: 1,
	title: 'Barnbokslut 2022',
	reportYear: 2022,
	publishedAt: Date.UTC(2023, 5, 26, 7, 30),
	note: '',
	decision: { body: 'KF', date: '2023-06-19', paragraph: '§ 87', registryNumber: 'KS 1' },
	municipalityId: 'm',
	municipality: 'Exempelkommun',
	authorityId: 'ks',
	authority: 'Kommunstyrelsen',
	sender: {
		accent: '',
		logo: null,
		contact: { unit: 'Barnrätt', email: 'barn@exempel.se', phone: '', web: '' }
	},
	isNewest: true,
	hasPage: true,
	files: [
		{ form: 'pdf', size: 400_000 },
		{ form: 'figures', size: 40_000 },
		{ form: 'json', size: 130_000 }
	],
	...over
});

async function parsed(document: Parameters<typeof xmlAnswer>[1] | null): Promise<XMLDocument> {
	if (!document) throw new Error('there is no document');
	const text = await xmlAnswer('application/xml', document).text();
	const xml = new DOMParser().parseFromString(text, 'application/xml');
	expect(xml.querySelector('parsererror')?.textContent).toBeUndefined();
	return xml;
}
const texts = (xml: XMLDocument, tag: string): string[] =>
	[...xml.getElementsByTagName(tag)].map((element) => element.textContent);
const resources = (xml: XMLDocument, tag: string): (string | null)[] =>
	[...xml.getElementsByTagName(tag)].map((element) => element.getAttribute('rdf:resource'));

describe('what machines are told', () => {
	it('[P3] is every edition with the files that are there, to anyone', async () => {
		const app = await demoApp();
		const [edition, ...others] = await listed(app);
		expect(others).toEqual([]);
		expect(edition).toMatchObject({
			slug: SLUG,
			number: 1,
			municipality: 'Exempelkommun',
			authority: 'Kommunstyrelsen',
			isNewest: true,
			hasPage: true,
			sender: null
		});
		expect(edition?.decision.paragraph).toBe('§ 87');
	});

	it('[P2] [A8] names nothing that was withdrawn', async () => {
		const app = await demoApp();
		await withdraw(app, ['html']);
		const editions = await listed(app);
		expect(editions[0]?.hasPage).toBe(false);
		for (const document of [sitemapXml(editions, ORIGIN), rssXml(editions, ORIGIN)])
			expect(String(document)).not.toContain(SLUG);
		const page = must(await app.views.edition(null, { slug: SLUG, number: 1 }));
		expect([page.html, page.withdrawn?.reason, page.changes]).toEqual([null, 'Små grupper.', null]);
		const gone = page.files.filter(({ withdrawn }) => withdrawn !== null).map(({ form }) => form);
		expect(gone).toEqual(['offline', 'zip']);
	});
});

describe('sitemap, robots and RSS', () => {
	const second = one({ number: 2, note: 'Rättat <tal> & "år"' });
	const both = [second, one({ isNewest: false })];

	it('[P2] each edition has its canonical address, a replaced one its own', async () => {
		expect(texts(await parsed(sitemapXml(both, ORIGIN)), 'loc')).toEqual([
			'https://exempel.se/',
			'https://exempel.se/r/barnbokslut-2022',
			'https://exempel.se/r/barnbokslut-2022/v/1',
			'https://exempel.se/tillganglighet'
		]);
	});

	it('[A5] robots are kept from the pages of the work and shown the sitemap', () => {
		const lines = robotsText(ORIGIN).split('\n');
		for (const path of ['/reports', '/settings', '/api/', '/login'])
			expect(lines).toContain(`Disallow: ${path}`);
		expect(lines.some((line) => /Disallow: \/(r|$)\b/.test(line))).toBe(false);
		expect(lines).toContain('Sitemap: https://exempel.se/sitemap.xml');
	});

	it('[P2] a feed tells why a correction came, whatever signs are in it', async () => {
		const xml = await parsed(
			rssXml([one({ number: 2, note: 'A\u0000\u0007<b> & ]]>' }), ...both], ORIGIN)
		);
		expect(texts(xml, 'guid')[1]).toBe('https://exempel.se/r/barnbokslut-2022/v/2');
		expect(texts(xml, 'description')[1]).toBe('Skäl: A\ufffd<b> & ]]>');
		expect(texts(xml, 'description')[2]).toBe('Skäl: Rättat <tal> & "år"');
		expect(texts(xml, 'pubDate')[0]).toBe('Mon, 26 Jun 2023 07:30:00 GMT');
		expect(texts(await parsed(rssXml([], ORIGIN)), 'item')).toEqual([]);
	});
});

describe('the catalogue of data', () => {
	const years = [
		one(),
		one({ slug: 'barnbokslut-2021', title: 'Barnbokslut 2021', reportYear: 2021 }),
		one({ number: 0, isNewest: false })
	];

	it('[P4] has what DCAT-AP-SE demands of catalogue, data set, distribution, publisher and contact', async () => {
		const xml = await parsed(dcatXml(years, ORIGIN));
		const [catalogue] = xml.getElementsByTagName('dcat:Catalog');
		for (const tag of [
			'dcterms:title',
			'dcterms:description',
			'dcterms:publisher',
			'dcterms:license'
		])
			expect(catalogue?.getElementsByTagName(tag), tag).toHaveLength(1);
		const [set, ...others] = xml.getElementsByTagName('dcat:Dataset');
		expect(others).toEqual([]);
		for (const tag of [
			'dcterms:title',
			'dcterms:description',
			'dcterms:publisher',
			'dcat:contactPoint'
		])
			expect(set?.getElementsByTagName(tag), tag).toHaveLength(1);
		expect(resources(xml, 'dcat:theme').map((uri) => uri?.split('/').at(-1))).toEqual([
			'SOCI',
			'GOVE'
		]);
		expect(resources(xml, 'dcterms:accrualPeriodicity')[0]).toMatch(/frequency\/ANNUAL$/);
		expect(texts(xml, 'dcat:startDate').concat(texts(xml, 'dcat:endDate'))).toEqual([
			'2021-01-01',
			'2022-12-31'
		]);
		expect(texts(xml, 'foaf:name')).toEqual(['Exempelkommun']);
		expect(resources(xml, 'vcard:hasEmail')).toEqual(['mailto:barn@exempel.se']);
		expect(resources(xml, 'dcat:downloadURL')).toEqual([
			'https://exempel.se/r/barnbokslut-2022/v/1.csv',
			'https://exempel.se/r/barnbokslut-2022/v/1.json',
			'https://exempel.se/r/barnbokslut-2021/v/1.csv',
			'https://exempel.se/r/barnbokslut-2021/v/1.json'
		]);
	});

	it('[P4] every node is named once, absolutely, and every node that is named is there', async () => {
		const xml = await parsed(dcatXml(years, ORIGIN));
		const about = [...xml.querySelectorAll('*')].flatMap((e) => e.getAttribute('rdf:about') ?? []);
		expect(new Set(about).size).toBe(about.length);
		for (const element of xml.querySelectorAll('*')) {
			const to = element.getAttribute('rdf:resource');
			if (to?.includes('#') && to.startsWith(ORIGIN)) expect(about).toContain(to);
			for (const uri of [to, element.getAttribute('rdf:about')])
				if (uri !== null) expect(uri).toMatch(/^(?:https?|mailto):\S+$/);
		}
	});

	it('[P2] lists no withdrawn file, and nothing where there is no data', async () => {
		const some = dcatXml([one({ files: [{ form: 'json', size: 1 }] })], ORIGIN);
		expect(resources(await parsed(some), 'dcat:downloadURL')).toHaveLength(1);
		expect(dcatXml([one({ files: [{ form: 'pdf', size: 1 }] })], ORIGIN)).toBeNull();
		expect(dcatXml([], ORIGIN)).toBeNull();
	});
});

describe('data in the page', () => {
	it('[P4] is a report and its data set, and nothing in it ends the element', async () => {
		const app = await demoApp();
		const page = must(await app.views.edition(null, { slug: SLUG, number: 1 }));
		const at = {
			canonical: `${ORIGIN}/r/${SLUG}`,
			permanent: `${ORIGIN}/r/${SLUG}/v/1`,
			origin: ORIGIN,
			decision: 'Beslut'
		};
		const files = page.files.map((file) =>
			file.form === 'figures' || file.form === 'pdf' ? { ...file, size: 1234 } : file
		);
		const title = '</script><script>alert(1)</script><!--';
		const script = jsonLdScript(editionJsonLd({ ...page, files, title }, at));
		expect(script.match(/</g)).toHaveLength(2);
		document.head.innerHTML = script;
		const data = JSON.parse(document.head.textContent) as {
			'@graph': Record<string, unknown>[];
		};
		const [report, dataset] = data['@graph'];
		expect(report).toMatchObject({ '@type': 'Report', name: title, inLanguage: 'sv' });
		expect(dataset).toMatchObject({
			'@type': 'Dataset',
			distribution: [{ contentUrl: `${ORIGIN}/r/${SLUG}/v/1.csv`, encodingFormat: 'text/csv' }]
		});
		expect(JSON.stringify(report?.['encoding'])).toContain(`${ORIGIN}/r/${SLUG}/v/1.pdf`);
	});
});

it('[P3] words about barnbokslut are for barnbokslut alone', async () => {
	const reply = one({ slug: 'svar', kind: 'interpellationReply', title: 'Svar på interpellation' });
	const both = await parsed(rssXml([reply, one()], ORIGIN));
	expect(texts(both, 'title')[0]).toBe('Rapporter om barn från Exempelkommun');
	expect(texts(await parsed(rssXml([one()], ORIGIN)), 'title')[0]).toBe(
		'Barnbokslut från Exempelkommun'
	);
	// The catalogue describes the data of barnbokslut; what is none has its files on its own page.
	expect(dcatXml([reply], ORIGIN)).toBeNull();
	const titles = texts(await parsed(dcatXml([reply, one()], ORIGIN)), 'dcterms:title');
	expect(titles.filter((title) => title.startsWith('Svar'))).toEqual([]);
	expect(titles.some((title) => title.startsWith('Barnbokslut 2022:'))).toBe(true);
});
