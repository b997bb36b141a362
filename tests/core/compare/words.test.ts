import { compareWords, newBudget, type Segment } from '#core/compare/words.ts';
import { describe, expect, it } from 'vitest';
import { mulberry } from '../../support/random.ts';

const show = (before: string, after: string): string =>
	compareWords(before, after, newBudget())
		.map(({ kind, text }) =>
			kind === 'same' ? text : kind === 'added' ? `{${text}}` : `[${text}]`
		)
		.join('');

const join = (segments: Segment[], other: 'added' | 'removed'): string =>
	segments
		.filter(({ kind }) => kind === 'same' || kind === other)
		.map(({ text }) => text)
		.join('');

describe('words of two texts', () => {
	it.each([
		['foo bar baz', 'foo baz', 'foo [bar ]baz'],
		['foo baz', 'foo bar baz', 'foo {bar }baz'],
		['foo bar baz', 'foo qux baz', 'foo [bar]{qux} baz'],
		['barn.', 'barn och unga', 'barn[.]{ och unga}'],
		[
			'Andelen var 14,7 % år 2021.',
			'Andelen var 14,9 % år 2022.',
			'Andelen var [14,7]{14,9} % år [2021]{2022}.'
		],
		['HBTQi-personer', 'HBTQI-personer', '[HBTQi-personer]{HBTQI-personer}'],
		[
			'Fler små barn går i förskolan med gymnasiet i kommunen.',
			'Mat och hyra kostar mer än förut med skola i kommunen.',
			'[Fler små barn går i förskolan med gymnasiet]{Mat och hyra kostar mer än förut med skola} i kommunen.'
		],
		['', 'Nytt.', '{Nytt.}'],
		['Gammalt.', '', '[Gammalt.]'],
		['', '', ''],
		['lika', 'lika', 'lika'],
		[
			'Vi har byggt en park i söder och en skola.',
			'Vi ska riva tre hus vid ån och två broar.',
			'Vi [har byggt en park i söder och en skola]{ska riva tre hus vid ån och två broar}.'
		]
	])('[P3] "%s" and "%s"', (before, after, shown) => {
		expect(show(before, after)).toBe(shown);
	});

	it('[P3] same and removed make the older text, same and added the newer, for any two texts', () => {
		const random = mulberry(7);
		const words = [
			'barn',
			'och',
			'unga',
			'14,7',
			'%',
			'.',
			',',
			' ',
			'  ',
			'\u00a0',
			'\n',
			'å',
			'–',
			'😀',
			'skola'
		];
		const text = (): string =>
			Array.from(
				{ length: Math.floor(random() * 40) },
				() => words[Math.floor(random() * words.length)]
			).join(random() < 0.5 ? '' : ' ');
		const spaced = (one: string): string => one.replace(/\s+/gu, ' ');
		for (let i = 0; i < 2_000; i += 1) {
			const before = text();
			const after = random() < 0.3 ? before.replace('barn', 'flickor') : text();
			const segments = compareWords(before, after, newBudget());
			expect(spaced(join(segments, 'removed')), JSON.stringify([before, after])).toBe(
				spaced(before)
			);
			expect(spaced(join(segments, 'added')), JSON.stringify([before, after])).toBe(spaced(after));
			expect(segments.every(({ text: one }) => one !== '')).toBe(true);
			expect(segments.some(({ kind }, n) => kind === segments[n - 1]?.kind)).toBe(false);
		}
	});

	it('[P3] texts with too little in common are replaced whole, within bounds and always alike', () => {
		const long = (seed: number): string =>
			Array.from({ length: 40_000 }, (_, i) => `ord${(i * seed) % 977}`).join(' ');
		const budget = newBudget();
		const [before, after] = [long(3), long(7)];
		const began = performance.now();
		expect(compareWords(before, after, budget)).toEqual([
			{ kind: 'removed', text: before },
			{ kind: 'added', text: after }
		]);
		expect(performance.now() - began).toBeLessThan(3_000);
		// What is left bounds the rest of the comparison: at last even short texts are replaced.
		for (let i = 0; i < 10; i += 1) compareWords(before, after, budget);
		expect(compareWords('ett två tre', 'ett fyra tre', budget)).toHaveLength(2);
	});
});
