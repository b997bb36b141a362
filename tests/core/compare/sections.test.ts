import { compareEditions } from '#core/compare/edition-comparison.ts';
import { doc } from '#server/demo/write.ts';
import { describe, expect, it } from 'vitest';
import { mulberry } from '../../support/random.ts';
import { compare, LIBRARY, made, one, PARK, POOL } from './models.ts';

describe('sections of two editions', () => {
	it('[P3] new numbers, chapters, headings, owners and articles are told', () => {
		const before = made([
			{ key: 'a', doc: [PARK], title: 'Park', number: '1', articles: [31], chapterKey: 'x' }
		]);
		const after = made(
			[
				{
					key: 'a',
					doc: [PARK],
					title: 'Parker',
					number: '2.1',
					articles: [12, 31],
					department: 'Teknik',
					chapterKey: 'y'
				}
			],
			2023
		);
		expect(compare(before, after)).toMatchObject([
			{
				mark: 'changed',
				renumbered: true,
				movedFrom: 'x',
				title: [
					{ kind: 'removed', text: 'Park' },
					{ kind: 'added', text: 'Parker' }
				],
				department: { was: null, now: 'Teknik' },
				articles: { was: [31], now: [12, 31] }
			}
		]);
		const renumbered = made([
			{ key: 'a', doc: [PARK], title: 'Park', number: '7', articles: [31], chapterKey: 'x' }
		]);
		expect(compare(before, renumbered)[0]).toMatchObject({ mark: 'same', renumbered: true });
	});

	it('[P3] a section with another key is known by its heading, else by its words', () => {
		const before = made([
			{ key: 'a', doc: [PARK], title: 'Parker' },
			{ key: 'b', doc: [LIBRARY, POOL], title: 'Fritid' }
		]);
		const after = made([
			{ key: 'c', doc: ['Helt andra ord.'], title: 'Parker' },
			{ key: 'd', doc: [LIBRARY, POOL, 'Och mer.'], title: 'Mötesplatser' }
		]);
		const found = compare(before, after);
		expect(found.map(({ was, now }) => `${was?.key ?? '-'}>${now?.key ?? '-'}`)).toEqual([
			'a>c',
			'b>d'
		]);
	});

	it('[P3] two sections that became one: the removed one says where its text stands now', () => {
		const before = made([
			{ key: 'a', doc: [PARK], title: 'Parker' },
			{ key: 'b', doc: [LIBRARY, POOL], title: 'Hus' },
			{ key: 'c', doc: ['Slut.'], title: 'Slut' }
		]);
		const after = made([
			{ key: 'a', doc: [PARK, LIBRARY, POOL], title: 'Parker' },
			{ key: 'c', doc: ['Slut.'], title: 'Slut' }
		]);
		const found = compare(before, after);
		// What is gone stands after what it stood after.
		expect(found.map(({ mark, was }) => `${mark} ${was?.key ?? ''}`)).toEqual([
			'changed a',
			'removed b',
			'same c'
		]);
		expect(found[1]?.joins?.key).toBe('a');
		expect(found[0]?.passages.map(({ elsewhere }) => elsewhere?.key ?? '')).toEqual(['', 'b', 'b']);
	});

	it('[P3] empty editions and empty sections have nothing to tell', () => {
		expect(compare(made([]), made([], 2023))).toEqual([]);
		expect(
			compare(made([{ key: 'a', doc: doc() }]), made([{ key: 'a', doc: doc() }]))
		).toMatchObject([{ mark: 'same', passages: [] }]);
		expect(compare(made([]), made([{ key: 'a', doc: doc() }]))).toMatchObject([{ mark: 'added' }]);
		const { figures, promises } = compareEditions(made([]), made([], 2023));
		expect([figures.rows, promises?.kept]).toEqual([[], []]);
	});

	it('[P3] whatever changed: every passage of either edition is told once, with all its words', () => {
		const random = mulberry(11);
		const stock = [
			PARK,
			LIBRARY,
			POOL,
			'Ja.',
			'Ett stycke till om barn och unga i kommunen.',
			'Nej.'
		];
		const some = (): string[] =>
			Array.from({ length: Math.floor(random() * 9) }, () => {
				const text = stock[Math.floor(random() * stock.length)] ?? '';
				return random() < 0.3 ? text.replace(/\S+ /u, 'annat ') : text;
			});
		for (let i = 0; i < 300; i += 1) {
			const [was, now] = [some(), some()];
			const { passages } = one(was, now);
			const texts = (side: 'was' | 'now', other: 'removed' | 'added') =>
				passages
					.filter((passage) => passage[side] !== null)
					.sort((x, y) => (x[side] ?? 0) - (y[side] ?? 0))
					.map(({ segments }) =>
						segments
							.filter(({ kind }) => kind === 'same' || kind === other)
							.map(({ text }) => text)
							.join('')
					);
			expect(texts('was', 'removed')).toEqual(was);
			expect(texts('now', 'added')).toEqual(now);
		}
	});

	it('[P3] a section of thousands of other passages is compared within bounds', () => {
		const long = (n: number): string[] =>
			Array.from(
				{ length: 2_000 },
				(_, i) => `Stycke ${i * n} handlar om ${(i * 7919) % (n * 31)} barn.`
			);
		const began = performance.now();
		expect(one(long(3), long(7)).passages.length).toBeGreaterThan(1_999);
		expect(performance.now() - began).toBeLessThan(5_000);
	});
});
