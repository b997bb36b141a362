import {
	facetsOf,
	highlight,
	looksFor,
	NO_FILTERS,
	partLooksFor,
	passes,
	plainForm,
	readQuery,
	snippet,
	type Filtered,
	type Segment
} from '#core/search.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const shown = (segments: Segment[]) =>
	segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
const names = (typed: string) => {
	const { terms, without, left } = readQuery(typed);
	const say = (all: typeof terms) =>
		all.map(({ words, exact }) => (exact ? `"${words.join(' ')}"` : words.join('-')));
	return { terms: say(terms), without: say(without), left };
};

describe('what a person types', () => {
	test('[P8] words, phrases and what must not be there are told apart', () => {
		expect(names('Trygg  SKOLA')).toEqual({ terms: ['trygg', 'skola'], without: [], left: [] });
		expect(names('"barn i behov" -gymnasiet')).toEqual({
			terms: ['"barn i behov"'],
			without: ['gymnasiet'],
			left: []
		});
		expect(names('skola -"fritids hem"').without).toEqual(['"fritids hem"']);
		for (const quoted of ['”barnets bästa”', '“barnets bästa”', '«barnets bästa»'])
			expect(names(quoted).terms).toEqual(['"barnets bästa"']);
	});

	test('[P8] words that stand everywhere are left out and told', () => {
		expect(names('trygghet i skolan och hemma')).toEqual({
			terms: ['trygghet', 'skolan', 'hemma'],
			without: [],
			left: ['i', 'och']
		});
		expect(names('och att')).toEqual({ terms: [], without: [], left: ['och', 'att'] });
		expect(names('"och att"').terms).toEqual(['"och att"']);
	});

	test('[P8] a sign that means nothing is a space, and a dash is not always a minus', () => {
		expect(names('AND OR ( * "').terms).toEqual(['and', 'or']);
		expect(names('skola,elev;14,7').terms).toEqual(['skola', 'elev', '14-7']);
		expect(names('e-tjänst 2021/22').terms).toEqual(['e-tjänst', '2021-22']);
		expect(names('läsår 2021 -22').terms).toEqual(['läsår', '2021', '22']);
		expect(names('-trygghet')).toEqual({ terms: ['trygghet'], without: [], left: [] });
		expect(names('skola – elever').without).toEqual([]);
		expect(names('?!*"( -').terms).toEqual([]);
	});

	test('[P8] what is typed twice counts once, and after ten words the rest is told as left out', () => {
		expect(names('skola Skola SKOLA').terms).toEqual(['skola']);
		const many = names(Array.from({ length: 14 }, (_, n) => `ord${n}`).join(' '));
		expect(many.terms).toHaveLength(10);
		expect(many.left).toEqual(['ord10', 'ord11', 'ord12', 'ord13']);
	});

	test('[P8] only letters and digits of what is typed come into a question to the index', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (typed) => {
				const query = readQuery(typed);
				if (query.terms.length === 0) return;
				const looks = [looksFor(query), partLooksFor(query)].flatMap((l) =>
					l ? [...l.all, ...l.none] : []
				);
				// Read backwards a word may begin with the mark of its last letter.
				for (const { expression } of looks)
					expect(expression).toMatch(
						/^(?:(?:\{title body\} : |\{title_tails body_tails\} : )?" ?[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M} ]*"(?: \*)?|[()]| AND | OR )+$/u
					);
			}),
			{ numRuns: 500, examples: [['𠀀𖽏 "a𖽏"']] }
		);
	});
});

describe('what is shown of a hit', () => {
	const LONG = Array.from({ length: 60 }, (_, n) => `Mening nummer ${n} handlar om annat.`).join(
		' '
	);

	test('[P8] forms and compounds of a word are marked, whole, and nothing else is', () => {
		const text =
			'Skolan, grundskolorna, skolresultat och förskolebarn. Skolverket skolades i skog.';
		expect(shown(highlight(text, readQuery('skola'), false))).toBe(
			'[Skolan], [grundskolorna], [skolresultat] och förskolebarn. [Skolverket] [skolades] i skog.'
		);
		expect(shown(highlight('Relevanta elever', readQuery('elev'), false))).toBe(
			'Relevanta [elever]'
		);
		// Found by parts of words, so these are what the reader must see.
		expect(shown(highlight('Relevanta elever', readQuery('elev'), true))).toBe(
			'[Relevanta] [elever]'
		);
	});

	test('[P8] a phrase is marked as one where it stands, and its words alone are not', () => {
		const text = 'Barn i behov av stöd. Barn har behov.';
		expect(shown(highlight(text, readQuery('"barn i behov"'), false))).toBe(
			'[Barn i behov] av stöd. Barn har behov.'
		);
		expect(shown(highlight('E-tjänster och tjänster', readQuery('e-tjänst'), false))).toBe(
			'[E-tjänster] och tjänster'
		);
	});

	test('[P8] the piece that is shown is where the words stand together', () => {
		const text = `Skolan först. ${LONG} Här är skolan och tryggheten nämnda. ${LONG} Trygg sist.`;
		const said = shown(snippet(text, readQuery('trygg skola'), false));
		expect(said).toContain('Här är [skolan] och [tryggheten] nämnda.');
		expect(said).toMatch(/^… .* …$/);
		expect(said).not.toContain('först');
	});

	test('[P8] a text whose title alone was found is shown from its beginning', () => {
		const said = shown(snippet(LONG, readQuery('skola'), false));
		expect(said).toMatch(/^Mening nummer 0 .* …$/);
		expect(shown(snippet('', readQuery('skola'), false))).toBe('');
	});

	test('[P8] lines follow upon each other, parted where no sentence ends', () => {
		expect(shown(snippet('Skolan.\nElever\n14,7 %', readQuery('skola'), false))).toBe(
			'[Skolan]. Elever · 14,7 %'
		);
	});

	test('[P8] a soft hyphen hides no word', () => {
		const text = plainForm('Skol\u00adnärvaron ökar');
		expect(shown(highlight(text, readQuery('skolnärvaro'), false))).toBe('[Skolnärvaron] ökar');
	});

	test('[P8] any text is shown in its own words, at most some 200 characters of it, cut between words', () => {
		const word = fc.constantFrom(
			'skola',
			'trygg',
			'barn',
			'och',
			'Ö',
			'2022',
			'\n',
			'a'.repeat(30)
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 120 }), fc.boolean(), (words, parts) => {
				const text = words.join(' ');
				const pieces = snippet(text, readQuery('skola trygg'), parts);
				const said = pieces.map(({ text: piece }) => piece).join('');
				expect(said.length).toBeLessThan(200 + 3 * words.length + 10);
				const inner = said.replace(/^… | …$/g, '');
				const plain = text.replace(/\s*\n\s*/g, ' · ');
				expect(plain.replace(/[\s·]+/g, ' ')).toContain(inner.replace(/[\s·]+/g, ' ').trim());
				for (const { text: piece, hit } of pieces)
					if (hit) expect(piece).toMatch(/^(?:skola|trygg)$/);
			}),
			{ numRuns: 300 }
		);
	});

	test('[P8] a long text with many hits is shown at once', () => {
		const text = 'skola trygghet barn '.repeat(20_000);
		const begun = performance.now();
		expect(snippet(text, readQuery('skola trygghet'), false).length).toBeGreaterThan(10);
		expect(performance.now() - begun).toBeLessThan(5000);
	});
});

describe('filters', () => {
	const one = (year: number, department: string | null, ...articles: number[]): Filtered => ({
		year,
		department,
		articles,
		indicators: [{ key: `k${year}` }]
	});
	const all = [
		one(2021, 'Skola', 28, 29),
		one(2022, 'Skola', 28),
		one(2022, 'Ödsmål', 2),
		one(2022, 'Äldre', 2),
		one(2022, null)
	];

	test('[P8] each filter counts what choosing another value in its place would give', () => {
		const filters = { ...NO_FILTERS, year: 2022, article: 28 };
		expect(all.filter((p) => passes(filters, p))).toHaveLength(1);
		expect(facetsOf(all, filters)).toEqual({
			years: [
				{ value: 2022, count: 1 },
				{ value: 2021, count: 1 }
			],
			departments: [{ value: 'Skola', count: 1 }],
			articles: [
				{ value: 2, count: 2 },
				{ value: 28, count: 1 }
			]
		});
	});

	test('[P8] what is chosen stays among the choices, and names follow the Swedish alphabet', () => {
		const { departments, years } = facetsOf(all, { ...NO_FILTERS, year: 1999 });
		expect(years.map(({ value }) => value)).toEqual([2022, 2021, 1999]);
		expect(departments).toEqual([]);
		expect(facetsOf(all, NO_FILTERS).departments.map(({ value }) => value)).toEqual([
			'Skola',
			'Äldre',
			'Ödsmål'
		]);
	});

	test('[P8] an indicator’s key lets through what shows it', () => {
		const filters = { ...NO_FILTERS, indicator: 'k2021' };
		expect(all.filter((p) => passes(filters, p)).map(({ year }) => year)).toEqual([2021]);
	});
});
