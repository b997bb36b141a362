// @vitest-environment jsdom
import { summarise, summaryPassages } from '#core/summary.ts';
import { read } from '#server/export/figures.ts';
import { describe, expect, it } from 'vitest';
import { figures, value } from '../support/figures.ts';
import { soderhamn } from '../support/soderhamn.ts';
import { edition, section } from './support/edition.ts';
import { all, block, doc, p, page, words } from './support/page.ts';

describe('have the children got it better', () => {
	const counted = soderhamn.map(({ indicator }) => indicator.id);
	const blocks = counted.map((id) => block(id));
	const model = edition([
		section({ key: 'summary', doc: doc({ type: 'indicatorSummary' }) }, soderhamn, counted),
		section({ key: 'figures', doc: doc(...blocks) }, soderhamn)
	]);

	it('[I4] the counts stand in words with their denominators and years', () => {
		const root = page(model);
		const answer = words(root.querySelector('.answer'));
		const summary = summarise(
			soderhamn.map((f) => ({
				indicator: f.indicator,
				reading: read({ figures: f, sentence: '' })
			}))
		);
		const passages = summaryPassages(summary, 'sv');
		expect(passages.length).toBeGreaterThanOrEqual(3);
		for (const { count, years } of passages) {
			expect(answer).toContain(count);
			expect(answer).toContain(years.replaceAll('\u00a0', ' '));
		}
		expect(answer).toContain(
			'Av de 11 nyckeltal som går att jämföra med liknande kommuner är utfallet bättre i 5, sämre i 6.'
		);
	});

	it('[I4] every indicator is named where it was counted, the unknown ones too', () => {
		const [trends, against] = all(page(model), '.answer .passage');
		for (const passage of [trends, against]) {
			const names = all(passage as Element, 'li').map(words);
			expect(names.sort()).toEqual(soderhamn.map((f) => f.indicator.title).sort());
		}
		expect(words(against?.querySelector('summary'))).toBe('7 nyckeltal går inte att jämföra');
	});

	it('[I4] names lead to the block that tells of them', () => {
		const root = page(model);
		for (const link of all(root, '.answer a, .key-figures th a')) {
			const target = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
			expect(words(target?.querySelector('h1, h2, h3, h4, h5, h6'))).toBe(words(link));
		}
	});

	it('[I4] the summary in the text says the same', () => {
		const inText = words(page(model).querySelector('[data-section="summary"]'));
		expect(inText).toContain('utfallet bättre i 5, sämre i 6.');
		expect(inText).toContain('Utvecklingen är okänd för:');
	});

	it('[I4] without a summary all indicators of the report are counted, and it is said', () => {
		const bare = edition([section({ key: 'figures', doc: doc(...blocks) }, soderhamn)]);
		const answer = words(page(bare).querySelector('.answer'));
		expect(answer).toContain('18 nyckeltal');
		expect(answer).toContain('Här räknas alla som finns i den.');
	});

	it('[I4] a report without indicators says that it has none', () => {
		const root = page(edition([section({ key: 'a', doc: doc(p('ord')) }, [])]));
		expect(words(root.querySelector('.answer'))).toContain('redovisar inga nyckeltal');
		expect(root.querySelector('.key-figures')).toBeNull();
		expect(words(root.querySelector('nav'))).not.toContain('Nyckeltal');
	});

	it('[I5] figures that were approved differently are told to differ', () => {
		const before = figures([value('2022', 14.7)]);
		const after = figures([value('2022', 14.9)]);
		const twice = edition([
			section(
				{ key: 'summary', number: '1', doc: doc({ type: 'indicatorSummary' }) },
				[before],
				['bistand']
			),
			section({ key: 'figures', number: '2', doc: doc(block('bistand')) }, [after])
		]);
		expect(words(page(twice).querySelector('.key-figures'))).toContain(
			'Barn i familjer med ekonomiskt bistånd har godkänts med olika uppgifter i avsnitten 1 och 2.'
		);
		expect(words(page(model).querySelector('.key-figures'))).not.toContain('olika uppgifter');
	});
});
