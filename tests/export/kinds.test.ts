import type { EditionModel } from '#core/publication.ts';
import { madeTitle, type ReportMeta } from '#core/report-kind.ts';
import { paragraph } from '#core/templates/blocks.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import { editionHtml } from '#server/export/edition-html.ts';
import { editionPdfs } from '#server/export/pdf/edition-pdfs.ts';
import { printDocument } from '#server/export/print/build.ts';
import { renderDocx } from '#server/export/word/docx.ts';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { named, openDocx } from './support/docx.ts';
import { demoEdition, edition, section } from './support/edition.ts';
import { contentsOf } from './support/pdf-content.ts';
import { pdfFailures } from './support/pdf-structure.ts';

const REPLY: ReportMeta = {
	number: '2016:21',
	asker: 'Jan Jönsson',
	party: 'L',
	subject: 'barn som far illa',
	answeredBy: 'Åsa Lindhagen',
	answererTitle: 'socialborgarråd',
	meetingDate: '2016-03-14'
};
const TITLE = 'Svar på interpellation (2016:21) av Jan Jönsson (L) om barn som far illa';
const QUESTION = 'Har barnen fått det bättre?';

const text = (words: string, times = 1) => ({
	type: 'doc',
	content: Array.from({ length: times }, () => paragraph(words))
});
const part = (key: string, number: string, title: string, words: string, times = 1) =>
	section({ key, number, title, chapterKey: key, doc: text(words, times) }, []);

const reply = edition(
	[
		part('question', '1', 'Frågan i korthet', 'Ledamoten frågar vad staden gör.'),
		part('answer', '2', 'Svar', 'Stadens arbete har vuxit under tre år. '.repeat(12), 9)
	],
	{ kind: 'interpellationReply', meta: REPLY, title: madeTitle('interpellationReply', REPLY) ?? '' }
);
const review = edition(
	[
		part('background', '1', 'Bakgrund och uppdrag', 'Nämnden har gett uppdraget.'),
		part('conclusions', '2', 'Slutsatser', 'Inflödet har ökat.')
	],
	{
		kind: 'review',
		title: 'Barn och unga i Exempelkommun',
		meta: {
			documentType: 'Genomlysning',
			preparedBy: 'Utredningsenheten',
			date: '2021-06-11',
			version: '1.0',
			commissionedBy: 'Barn- och ungdomsnämnden'
		}
	}
);

/** Each form's words, page by page where it has pages. */
async function forms(model: EditionModel) {
	const input = { model, hash: sha256Hex(canonicalJson(model)), images: {} };
	const made = await editionPdfs(input);
	if (!made.ok) throw new Error(JSON.stringify(made.problems));
	const pdf = async (form: string) => {
		const { bytes } = made.forms.find((one) => one.form === form) ?? {};
		if (!bytes) throw new Error(`no ${form}`);
		return { pages: (await contentsOf(bytes)).texts, failures: await pdfFailures(bytes) };
	};
	const word = openDocx(await renderDocx(printDocument(input), {}));
	const textOf = (name: string) => word.xml(name).documentElement.textContent;
	const headers = Object.keys(word.parts).filter((name) => /^word\/header\d/.test(name));
	const { body } = new JSDOM(editionHtml(model)).window.document;
	return {
		web: body.textContent.replace(/\u00ad/g, '').replace(/\s+/g, ' '),
		facts: [...body.querySelectorAll('.title dl > div')].map((one) =>
			[...one.children].map((child) => inOneLine(child.textContent.replace(/\u00ad/g, '')).trim())
		),
		pdf: await pdf('pdf'),
		large: await pdf('large'),
		summary: await pdf('summary'),
		wordHeads: headers.map((name) => textOf(name).replace(/\u00ad/g, '')),
		word: textOf('word/document.xml').replace(/\u00ad/g, ''),
		fields: [...headers, 'word/document.xml'].flatMap((name) =>
			named(word.xml(name), 'w:instrText').map((one) => [name, one.textContent])
		)
	};
}
function inOneLine(words: string | undefined): string {
	return (words ?? '').replace(/\s+/g, ' ');
}

describe('an answer to an interpellation', () => {
	let made: Awaited<ReturnType<typeof forms>>;
	beforeAll(async () => {
		made = await forms(reply);
	});

	it('[P4] bears its made title in every form', () => {
		expect(made.web).toContain(TITLE);
		expect(made.word).toContain(TITLE);
		for (const { pages, failures } of [made.pdf, made.large, made.summary]) {
			expect(inOneLine(pages[0])).toContain(TITLE);
			expect(failures).toEqual([]);
		}
	});

	it('[P4] says who asks and who answers, and when it was answered', () => {
		expect(made.facts.slice(0, 5)).toEqual([
			['Interpellation', '2016:21'],
			['Ställd av', 'Jan Jönsson (L)'],
			['Besvaras av', 'Åsa Lindhagen, socialborgarråd'],
			['Sammanträde', '14 mars 2016'],
			['Besvarad', 'Kommunfullmäktige, 19 juni 2023, § 87']
		]);
		for (const [term, value] of made.facts.slice(0, 4))
			expect(inOneLine(made.pdf.pages[0])).toContain(`${term} ${value}`);
	});

	it('[P4] begins below its title, and has the whole title in the head of every page after it', () => {
		expect(inOneLine(made.pdf.pages[0])).toContain('Frågan i korthet');
		expect(made.pdf.pages.length).toBeGreaterThan(1);
		for (const page of made.pdf.pages.slice(1)) expect(inOneLine(page)).toContain(TITLE);
		expect(made.wordHeads).toContain(TITLE);
		expect(inOneLine(made.pdf.pages.join(' '))).not.toContain('Innehåll');
	});

	it('[I4] asks nothing of figures that it does not have, in no form', () => {
		const all = [
			made.web,
			made.word,
			...made.pdf.pages,
			...made.large.pages,
			...made.summary.pages
		];
		for (const words of all) {
			expect(inOneLine(words)).not.toContain(QUESTION);
			expect(inOneLine(words)).not.toContain('redovisar inga nyckeltal');
		}
		expect(inOneLine(made.summary.pages[0])).toContain('Stadens arbete har vuxit');
	});
});

describe('a review', () => {
	let made: Awaited<ReturnType<typeof forms>>;
	beforeAll(async () => {
		made = await forms(review);
	});

	it('[P4] says on its title page what it is, who made it, when and for whom', () => {
		expect(made.facts.slice(0, 5)).toEqual([
			['Dokumenttyp', 'Genomlysning'],
			['Framtagen av', 'Utredningsenheten'],
			['Datum', '11 juni 2021'],
			['Version', '1.0'],
			['Uppdragsgivare', 'Barn- och ungdomsnämnden']
		]);
		expect(made.web).not.toContain('Verksamhetsår');
		const first = inOneLine(made.pdf.pages[0]);
		for (const [term, value] of made.facts.slice(0, 5)) expect(first).toContain(`${term} ${value}`);
	});

	it('[P4] knows how long it is where the form has pages', () => {
		expect(inOneLine(made.pdf.pages[0])).toContain(`Sidor ${made.pdf.pages.length}`);
		expect(made.web).not.toContain('Sidor');
		expect(made.fields).toContainEqual(['word/document.xml', 'NUMPAGES']);
	});

	it('[P4] has type, title and page in the head of every page but the first', () => {
		const { pages, failures } = made.pdf;
		expect(failures).toEqual([]);
		for (const [i, page] of pages.entries()) {
			if (i === 0) continue;
			const words = inOneLine(page);
			expect(words).toContain('Genomlysning: Barn och unga i Exempelkommun');
			// Once: in the head, and not at the foot again.
			expect(words.split(`Sida ${i + 1} av ${pages.length}`)).toHaveLength(2);
		}
		expect(made.wordHeads.some((head) => head.includes('Genomlysning: Barn och unga'))).toBe(true);
		expect(
			made.fields.filter(([name]) => name?.includes('header')).map(([, code]) => code)
		).toEqual(['PAGE', 'NUMPAGES']);
	});

	it('[I4] asks nothing of figures that it does not have, and tells its conclusions on one page', () => {
		for (const words of [made.web, made.word, ...made.pdf.pages, ...made.summary.pages])
			expect(inOneLine(words)).not.toContain(QUESTION);
		expect(inOneLine(made.summary.pages[0])).toContain('Inflödet har ökat.');
	});
});

it('[P4] a barnbokslut says what it said, and asks its question', () => {
	const model = demoEdition();
	expect('kind' in model || 'meta' in model).toBe(false);
	const { running, facts, short } = printDocument({ model, hash: '0'.repeat(64), images: {} });
	expect(running).toEqual({ left: 'Exempelkommun, Kommunstyrelsen', right: 'Barnbokslut 2022' });
	expect(facts.map(({ term }) => term).slice(0, 2)).toEqual(['Verksamhetsår', 'Beslut']);
	expect(short).toBeUndefined();
	expect(editionHtml(model)).toContain(QUESTION);
});
