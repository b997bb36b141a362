import type { Form } from '#core/forms.ts';
import { formatNumber } from '#core/format.ts';
import { numberOf, type IndicatorFigures, type IndicatorValue } from '#core/indicator.ts';
import { periodLabel, periodText } from '#core/period.ts';
import type { EditionModel } from '#core/publication.ts';
import { STATUS_WORDS } from '#core/values-table.ts';
import { plainNumber } from '#core/values-table-write.ts';
import { hashOf } from '#schema/content.ts';
import { makeForms } from '#server/export/forms.ts';
import { t } from '#server/export/words.ts';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { figures, nation, similar, value } from '../support/figures.ts';
import { rowsOf, type Row } from './support/csv.ts';
import { demoEdition, section } from './support/edition.ts';
import { block, doc } from './support/page.ts';

/** P4: every form of one edition carries the same figures, read as each form's readers read it. */

/** Beside the demo's: five years of three series, a part, and what is no number. */
const SERIES = figures(
	[
		...[14.7, 15.1, 13.9, 12.2, 11.3].map((n, i) => value(`${2018 + i}`, n)),
		...[10.1, 9.8, 9.4, 9.1].map((n, i) => value(`${2018 + i}`, n, 'g-similar')),
		...[6.6, 6.4, 6.2, 5.9, 5.3].map((n, i) => value(`${2018 + i}`, n, 'g-nation')),
		value('2022', 'suppressed', 'g-similar'),
		value('2022', 12.8, 'own', 'flickor'),
		value('2022', 'missing', 'own', 'pojkar')
	],
	{
		groups: [similar, nation],
		indicator: { id: 'extra', key: 'extra', title: 'Elever med lång väg till skolan' }
	}
);

const model: EditionModel = (() => {
	const demo = demoEdition();
	const extra = section(
		{ key: 'figures.extra', number: '3.9', title: 'Vägen', doc: doc(block('extra')) },
		[SERIES]
	);
	return { ...demo, sections: [...demo.sections, { ...extra, chapterKey: 'figures' }] };
})();

/** Every indicator of the edition, each once. */
const indicators: IndicatorFigures[] = [
	...new Map(
		model.sections.flatMap(({ content }) =>
			Object.entries(content.figures).map(([id, { figures: one }]) => [id, one] as const)
		)
	).values()
];

/** Words as they are compared: kinds of spaces and places to part a word do not count. */
const plain = (text: string): string =>
	text
		.normalize('NFC')
		.replaceAll('\u00ad', '')
		.replace(/[\s\u202f\u00a0]+/g, ' ');

const withoutTags = (html: string): string =>
	plain(
		html
			.replace(/<style>[^]*?<\/style>|<[^>]*>/g, ' ')
			.replaceAll('&amp;', '&')
			.replaceAll('&#39;', "'")
			.replaceAll('&quot;', '"')
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
	);

async function pdfText(bytes: Uint8Array): Promise<string> {
	const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
	const pdf = await task.promise;
	const pages: string[] = [];
	for (let n = 1; n <= pdf.numPages; n += 1) {
		const { items } = await (await pdf.getPage(n)).getTextContent();
		pages.push(
			items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(' ')
		);
	}
	await task.destroy();
	return plain(pages.join('\n'));
}

const bytesOf = new Map<Form, Uint8Array>();
/** What a reader of the form reads. */
const textOf = new Map<Form, string>();
beforeAll(async () => {
	const made = await makeForms({ model, hash: hashOf(model), images: {} });
	if (!made.ok) throw new Error(JSON.stringify(made.problems));
	for (const { form, bytes } of made.forms) bytesOf.set(form, bytes);
	const bytes = (form: Form): Buffer => Buffer.from(bytesOf.get(form) ?? []);
	for (const form of ['html', 'offline'] as const)
		textOf.set(form, withoutTags(bytes(form).toString('utf8')));
	for (const form of ['pdf', 'large', 'summary'] as const)
		textOf.set(form, await pdfText(bytes(form)));
	const word = await mammoth.convertToHtml({ buffer: bytes('docx') });
	textOf.set('docx', withoutTags(word.value));
});

/** A text that a pattern takes as it is. */
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What an indicator is called: over a block by its title, below a lone figure by its subject. */
const namesOf = ({ indicator: { title, subject } }: IndicatorFigures): string[] =>
	[title, subject].map(plain);

const placesOf = (text: string, name: string): number[] =>
	[...text.matchAll(new RegExp(literal(name), 'g'))].map(({ index }) => index);

/** All that is said around an indicator's names, as far as the name of another one. */
function saidOf(form: Form, one: IndicatorFigures): string {
	const text = textOf.get(form) ?? '';
	const own = namesOf(one);
	const others = indicators
		.filter(({ indicator }) => indicator.id !== one.indicator.id)
		.flatMap(namesOf)
		.filter((name) => !own.some((other) => other.includes(name)))
		.flatMap((name) => placesOf(text, name))
		.sort((a, b) => a - b);
	return own
		.flatMap((name) => placesOf(text, name))
		.map((at) =>
			text.slice(
				Math.max(0, at - NEAR),
				others.find((next) => next > at)
			)
		)
		.join('\n');
}

/** Within so many characters of a number stands its period: the rest of a row, a caption. */
const NEAR = 120;

const printed = ({ indicator: { decimals } }: IndicatorFigures, v: IndicatorValue): string => {
	const number = numberOf(v);
	if (number !== null) return plain(formatNumber(number, decimals, 'sv'));
	return t.absent[v.status === 'value' ? 'missing' : v.status];
};

/** Where the words stand as they are: 4,7 is not told by 14,7. */
const told = (said: string, words: string): number[] =>
	[...said.matchAll(new RegExp(`(?<![\\d,\u2212])${literal(words)}(?!\\d|,\\d)`, 'gi'))].map(
		({ index }) => index
	);

/** The values of an indicator that a form does not tell with their period, or whose source it does not. */
function missing(form: Form, one: IndicatorFigures): string[] {
	const said = saidOf(form, one);
	return one.values.flatMap((v) => {
		const period = periodLabel(v.period, 'sv');
		const number = printed(one, v);
		const isTold = told(said, number).some((at) => {
			const near = said.slice(Math.max(0, at - NEAR), at + NEAR);
			return [period, plain(periodText(v.period, 'sv'))].some((p) => told(near, p).length > 0);
		});
		const isSourced = said.includes(plain(v.source.text));
		return [
			...(isTold ? [] : [`${v.series} ${period}: ${number}`]),
			...(isSourced ? [] : [v.source.text])
		];
	});
}

describe('every form carries the same figures', () => {
	it.each(['html', 'offline', 'pdf', 'large', 'docx'] satisfies Form[])(
		'[P4] %s tells every value of every indicator with its period and its source',
		(form) => {
			expect(indicators.length).toBeGreaterThan(10);
			for (const one of indicators)
				expect([one.indicator.title, missing(form, one)]).toEqual([one.indicator.title, []]);
		}
	);

	it('[P4] a figure that the edition does not hold is not found in any of them', () => {
		const other = structuredClone(SERIES);
		for (const v of other.values) if (v.value !== null) v.value += 50;
		const wrong = other.values.filter((v) => v.value !== null).length;
		expect(wrong).toBe(15);
		for (const form of ['html', 'offline', 'pdf', 'large', 'docx'] satisfies Form[])
			expect([form, missing(form, other).length]).toEqual([form, wrong]);
	});

	it('[P4] JSON holds them as numbers, with unit, period and source', () => {
		const file = JSON.parse(Buffer.from(bytesOf.get('json') ?? []).toString('utf8')) as {
			edition: EditionModel;
		};
		const read = new Map(
			file.edition.sections.flatMap(({ content }) => Object.entries(content.figures))
		);
		for (const one of indicators)
			expect(read.get(one.indicator.id)?.figures.values).toEqual(one.values);
	});

	it('[P4] CSV has a row for each, and no other', () => {
		const rows = rowsOf(bytesOf.get('figures') ?? new Uint8Array()).filter(
			(row) => row['Slag'] === 'nyckeltal'
		);
		const line = (row: Row) => [
			row['Period'],
			row['Del'],
			row['Status'],
			row['Värde'],
			row['Källa']
		];
		for (const { indicator, values } of indicators)
			expect(
				rows
					.filter((row) => row['Nyckel'] === indicator.key)
					.map(line)
					.sort()
			).toEqual(
				values
					.map((v) => [
						v.period === 'unknown' ? 'ej angivet' : v.period,
						v.breakdown,
						STATUS_WORDS.sv[v.status],
						v.value === null ? '' : plainNumber(v.value, 'sv'),
						v.source.text
					])
					.sort()
			);
		expect(rows).toHaveLength(indicators.flatMap(({ values }) => values).length);
	});

	it.each(['html', 'offline', 'pdf', 'large', 'summary', 'docx'] satisfies Form[])(
		'[P4] %s says edition, date, decision and hash',
		(form) => {
			const text = textOf.get(form) ?? '';
			for (const words of ['Utgåva 1', '26 juni 2023', '19 juni 2023', '§ 87', 'KS 2023/0123'])
				expect(text).toContain(words);
			// A long line of signs is parted where the page ends.
			expect(text.replaceAll(' ', '')).toContain(hashOf(model));
		}
	);
});
