import { expect, it } from 'vitest';
import { checkSections, findingHinders } from '#core/checks.ts';
import { mayOverride } from '#core/checks/finding.ts';
import { MOST_PRINT_COLUMNS } from '#core/print-signs.ts';
import { figures, value } from '../../support/figures.ts';
import { bullets, check, h, indicator, picture, quote, section, table } from './make.ts';

const C8 = (content: Parameters<typeof check>[0], known: Parameters<typeof section>[1] = []) =>
	checkSections([section(content, known)]).filter(({ rule }) => rule === 'C8');

const columns = (n: number) => {
	const line = (words: string) => Array.from({ length: n }, () => words).join('|');
	return table('Elever', line('År'), line('25'));
};

it('[C8] a sign that cannot be printed is found where it stands, and hinders', () => {
	const [found, ...others] = C8(['Vi är glada 😀 över 👍 och 😀.']);
	expect(others).toEqual([]);
	expect(found).toMatchObject({
		code: 'signNotPrinted',
		severity: 'blocking',
		place: { path: [0], from: 12, to: 14 },
		params: { signs: '😀 (U+1F600), 👍 (U+1F44D)' }
	});
	expect(found?.excerpt).toContain('glada 😀 över');
});

it('[C8] it is found in every text that is printed, and not in a text alternative', () => {
	const source = { ...quote('Bra.'), attrs: { source: 'Elev 😀' } };
	const captioned = {
		...picture('En 😀 på en affisch på skolans dörr'),
		attrs: { image: 'a', alt: '😀', caption: '' }
	};
	expect(C8([h('Rubrik 😀'), bullets('Punkt 😀'), quote('Citat 😀'), source])).toHaveLength(4);
	expect(
		C8([table('Rubrik 😀', 'A | B', '1 | 2'), table('Elever', 'A | 😀', '1 | 2')])
	).toHaveLength(2);
	expect(C8([captioned])).toEqual([]);
	expect(C8([{ ...captioned, attrs: { ...captioned.attrs, caption: 'Bild 😀' } }])).toHaveLength(1);
});

it('[C8] it is found in what an indicator says, where that is shown', () => {
	const known = figures([value('2022', 14.7)]);
	expect(C8(['Text.', indicator('bistand')], [known])).toEqual([]);
	const noted = { ...known, indicator: { ...known.indicator, note: 'Källan säger 😀.' } };
	expect(C8(['Text.', indicator('bistand')], [noted])).toMatchObject([
		{ code: 'signNotPrinted', place: { path: [1] }, excerpt: 'Källan säger 😀.' }
	]);
});

it('[C8] a table with more columns than a page holds is found, and one that fits is not', () => {
	expect(C8([columns(MOST_PRINT_COLUMNS)])).toEqual([]);
	expect(C8([columns(40)])).toMatchObject([
		{ code: 'tooManyColumns', excerpt: 'Elever', params: { columns: '40', most: '20' } }
	]);
});

it('[C8] nobody takes it upon them: it hinders until it is mended', () => {
	const { doc, figures: none } = section(['Bra 😀', columns(40)]);
	const at = { sectionId: 's1', key: 'a', title: 'A' };
	const hinders = findingHinders(at, { doc, figures: none }, new Set());
	expect(hinders.map((one) => one.what === 'finding' && one.code)).toEqual(
		expect.arrayContaining(['signNotPrinted', 'tooManyColumns'])
	);
	expect(mayOverride('signNotPrinted')).toBe(false);
	expect(mayOverride('tooManyColumns')).toBe(false);
});
