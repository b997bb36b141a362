import { compareEditions } from '#core/compare/edition-comparison.ts';
import { foldPassages, foldRows, foldSegments } from '#core/compare/fold.ts';
import { passagesOf } from '#core/compare/passages.ts';
import type { SectionChange } from '#core/compare/sections.ts';
import type { DocNode, EditionModel } from '#core/publication.ts';
import { a, b, doc, h, list, p, quote, table } from '#server/demo/write.ts';
import { describe, expect, it } from 'vitest';
import { mulberry } from '../../support/random.ts';
import { made } from './models.ts';

const PARK = 'Vi har byggt en park i söder som barnen själva har ritat.';
const LIBRARY = 'Biblioteket har öppet på lördagar sedan i våras.';
const POOL = 'Simhallen är stängd under ombyggnaden, och många saknar den.';

const compare = (before: EditionModel, after: EditionModel): SectionChange[] =>
	compareEditions(before, after).sections;
const one = (before: DocNode | string[], after: DocNode | string[]): SectionChange => {
	const [found] = compare(
		made([{ key: 's', doc: before }]),
		made([{ key: 's', doc: after }], 2023)
	);
	if (!found) throw new Error('no section');
	return found;
};
/** What has become of each passage: its mark, and where it stood and stands. */
const steps = ({ passages }: SectionChange): string[] =>
	passages.map(
		({ mark, was, now, moved }) => `${mark}${moved ? ' moved' : ''} ${was ?? '-'}>${now ?? '-'}`
	);
const shown = ({ passages }: SectionChange): string[] =>
	passages.map(({ segments }) =>
		segments
			.map(({ kind, text }) =>
				kind === 'same' ? text : kind === 'added' ? `{${text}}` : `[${text}]`
			)
			.join('')
	);

describe('passages of a section', () => {
	it('[P3] a changed word is seen in its paragraph, the others stay', () => {
		const found = one([PARK, LIBRARY, POOL], [PARK, LIBRARY.replace('lördagar', 'söndagar'), POOL]);
		expect(steps(found)).toEqual(['same 0>0', 'changed 1>1', 'same 2>2']);
		expect(shown(found)[1]).toBe('Biblioteket har öppet på [lördagar]{söndagar} sedan i våras.');
		expect(found.mark).toBe('changed');
	});

	it('[P3] a moved paragraph is moved, also when it was changed a little', () => {
		expect(steps(one([PARK, LIBRARY, POOL], [LIBRARY, POOL, PARK]))).toEqual([
			'same 1>0',
			'same 2>1',
			'same moved 0>2'
		]);
		const changed = one([PARK, LIBRARY, POOL], [LIBRARY, POOL, PARK.replace('söder', 'norr')]);
		expect(steps(changed)[2]).toBe('changed moved 0>2');
		// Short words are not known again.
		expect(steps(one(['Ja.', LIBRARY, POOL], [LIBRARY, POOL, 'Ja.']))).toContain('removed 0>-');
	});

	it('[P3] a text that is written anew says so', () => {
		const found = one([PARK], ['Ingenting av det vi skrev då gäller längre.']);
		expect([found.rewritten, steps(found)]).toEqual([true, ['removed 0>-', 'added ->0']]);
		expect(one([PARK], []).rewritten).toBe(false);
	});

	it('[P3] headings, lists, quotations and their sources are told apart', () => {
		const text = (year: string) =>
			doc(h('Fritid'), p(PARK), list(LIBRARY, POOL), quote(`Flicka, ${year}`, 'Vi vill bada.'));
		const found = one(text('2022'), text('2023'));
		expect(found.passages.map(({ kind }) => kind)).toEqual([
			'heading',
			'paragraph',
			'item',
			'item',
			'quote',
			'quoteSource'
		]);
		expect(shown(found)[5]).toBe('Flicka, [2022]{2023}');
		expect(one(text('2022'), text('2022')).mark).toBe('same');
	});

	it('[P3] where no word but something else is changed, that is said', () => {
		const link = (href: string) => doc(p('Läs ', a('mer', href)));
		const found = one(link('https://a.example/'), link('https://b.example/'));
		expect([found.mark, found.formOnly]).toEqual(['changed', true]);
		expect(one(doc(p('Fet')), doc(p(b('Fet')))).formOnly).toBe(true);
	});

	it('[P3] another picture is told, also where its words are the same', () => {
		const picture = (image: string): DocNode => ({
			type: 'picture',
			attrs: { image, alt: 'En park', caption: '' }
		});
		const images = (sha256: string) => ({
			images: {
				x: { type: 'image/png', width: 1, height: 1, sha256 },
				y: { type: 'image/png', width: 1, height: 1, sha256: 'aa' }
			}
		});
		const model = (image: string, sha: string) =>
			made([{ key: 's', doc: doc(p(PARK), picture(image)) }], 2022, [], images(sha));
		expect(compare(model('x', 'aa'), model('y', 'aa'))[0]?.passages[1]?.mark).toBe('same');
		expect(compare(model('x', 'aa'), model('x', 'bb'))[0]?.passages[1]).toMatchObject({
			mark: 'changed',
			replaced: true
		});
	});
});

describe('tables', () => {
	const rows = [
		['Norra', '12'],
		['Södra', '15'],
		['Östra', '9']
	];
	const of = (some: string[][], head = ['Skola', 'Elever']): DocNode =>
		doc(table('Elever', head, some));
	const marks = (before: DocNode, after: DocNode) =>
		one(before, after).passages[0]?.table?.rows.map(({ mark }) => mark);

	it('[P3] are compared cell by cell, whatever rows come and go', () => {
		const changed = rows.map(([name = '', n = '']) => [name, name === 'Södra' ? '16' : n]);
		expect(marks(of(rows), of(changed))).toEqual(['same', 'same', 'changed', 'same']);
		const [, , row] = one(of(rows), of(changed)).passages[0]?.table?.rows ?? [];
		expect(row?.cells[1]).toEqual([
			{ kind: 'removed', text: '15' },
			{ kind: 'added', text: '16' }
		]);
		expect(marks(of(rows), of([['Västra', '20'], ...changed]))).toEqual([
			'same',
			'added',
			'same',
			'changed',
			'same'
		]);
		expect(marks(of(rows), of(rows.slice(1)))).toEqual(['same', 'removed', 'same', 'same']);
	});

	it('[P3] tell another source and another caption', () => {
		const from = (source: string): DocNode => {
			const one = table('Elever', ['Skola', 'Elever'], rows);
			return doc({ ...one, attrs: { ...one.attrs, source } });
		};
		const found = one(from('Skolverket'), from('Egen räkning')).passages[0];
		expect([found?.mark, found?.table?.source.map(({ text }) => text)]).toEqual([
			'changed',
			['Källa: ', 'Skolverket', 'Egen räkning']
		]);
		const renamed = one(of(rows), doc(table('Barn', ['Skola', 'Elever'], rows))).passages[0];
		expect(renamed?.table?.caption.map(({ kind }) => kind)).toEqual(['removed', 'added']);
	});

	it('[P3] of other columns stand whole beside each other', () => {
		const wide = of(
			rows.map((row) => [...row, '1']),
			['Skola', 'Elever', 'Lärare']
		);
		const found = one(of(rows), wide).passages[0]?.table;
		expect(found?.reshaped).toBe(true);
		expect(found?.rows.map(({ mark }) => mark)).toEqual([
			...Array<string>(4).fill('removed'),
			...Array<string>(4).fill('added')
		]);
	});
});

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

describe('what is shown of it', () => {
	it('[P5] unchanged passages are folded, the heading above a change is not', () => {
		const found = one(
			doc(h('Först'), p(PARK), h('Sedan'), p(LIBRARY), p(POOL), p('Slut.')),
			doc(h('Först'), p(PARK), h('Sedan'), p(LIBRARY), p(`${POOL} Tyvärr.`), p('Slut.'))
		);
		expect(foldPassages(found.passages).map((x) => ('same' in x ? x.same : x.shown.kind))).toEqual([
			2,
			'heading',
			1,
			'paragraph',
			1
		]);
	});

	it('[P5] long unchanged stretches of a passage are folded, and short ones are not', () => {
		const words = (n: number) => Array.from({ length: n }, (_, i) => `ord${i}`).join(' ');
		const folded = foldSegments([
			{ kind: 'same', text: `${words(50)} ` },
			{ kind: 'added', text: 'nytt ' },
			{ kind: 'same', text: words(12) }
		]);
		expect(folded.map((s) => (s.kind === 'folded' ? s.words : s.text.split(' ').length))).toEqual([
			40, 11, 2, 12
		]);
		expect(foldSegments([{ kind: 'same', text: words(99) }])).toHaveLength(1);
	});

	it('[P5] rows of a table are folded, its headers are not', () => {
		const of = (n: string): DocNode =>
			doc(
				table(
					'T',
					['A', 'B'],
					[
						['a', '1'],
						['b', '2'],
						['c', n],
						['d', '4']
					]
				)
			);
		const rows = one(of('3'), of('5')).passages[0]?.table?.rows ?? [];
		expect(foldRows(rows).map((x) => ('same' in x ? x.same : x.shown.mark))).toEqual([
			'same',
			2,
			'changed',
			'same'
		]);
	});

	it('[P3] passages are what the section holds, without those that say nothing', () => {
		const [section] = made([
			{ key: 's', doc: doc(p(), p(PARK), table('', ['', ''], [])) }
		]).sections;
		expect(section && passagesOf(section.content, {}).map(({ text }) => text)).toEqual([PARK]);
	});
});
