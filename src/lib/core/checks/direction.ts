import type { Indicator } from '../indicator.ts';
import { numberOf } from '../indicator.ts';
import type { ReadSection } from './checked.ts';
import { digest, finding, type Finding } from './finding.ts';
import { written } from './numbers-in-words.ts';
import { inText, type Passage } from './passage.ts';
import type { Token } from './tokens.ts';

/** C4: a wish for high or low numbers that goes against what the numbers count. */

type Good = 'high' | 'low';

/** Beginnings of words for what there should be little of. */
const LOW_IS_GOOD =
	/^(?:(?:skol|hög|ogiltig|sjuk)?frånvaro|arbetslös|våld|brott|kriminal|ohälsa|mobb|kränk|otrygg|trångbod|avhopp|orosanmäl|barnfattig|självmord|missbruk|obehörig|hemlös|utsatthet|långtidsarbetslös|biståndsmott)/;
const HIGH_IS_GOOD =
	/^(?:behörig|gymnasiebehörig|trygghet|trygga|examen|närvaro|studiero|delaktighet|barnbokslån|boklån|kunskapskrav|betygskriteri|meritvärde|simkunnig|måluppfyllelse)/;
/** Children or pupils to each grown-up: few are good. The word for it ("täthet") says the opposite. */
const PER_ADULT =
	/(?:barn|elever)[^.]{0,20}(?:per|\/) ?(?:pedagog|lärare|förskollärare|årsarbetare|anställd|vuxen|heltid)/;
const DENSITY = /^(?:personal|lärar|förskollär\p{L}{0,3}|pedagog)t?äthet/u;

/** What would be good, by the words; null when they say nothing or both. */
export function goodBy(
	words: string[],
	text: string,
	value: number | null,
	share: boolean
): Good | null {
	const found = new Set<Good>();
	if (PER_ADULT.test(text)) return 'low';
	for (const word of words) {
		// Twelve is no number of teachers to a child: it is children to a teacher.
		if (DENSITY.test(word) && value !== null && value > 1.5 && value < 50 && !share) return 'low';
		if (LOW_IS_GOOD.test(word)) found.add('low');
		else if (HIGH_IS_GOOD.test(word)) found.add('high');
	}
	if (/ekonomiskt bistånd|försörjningsstöd/.test(text)) found.add('low');
	return found.size === 1 ? ([...found][0] ?? null) : null;
}

const WISHES: ReadonlyMap<string, Good> = new Map([
	['hög', 'high'],
	['högt', 'high'],
	['höga', 'high'],
	['låg', 'low'],
	['lågt', 'low'],
	['låga', 'low']
]);

type Wish = { good: Good; first: Token; last: Token };

/** "så hög siffra som möjligt", "en låg siffra är önskvärd". */
function wishIn(tokens: Token[]): Wish | null {
	for (const [i, first] of tokens.entries()) {
		const good = WISHES.get(first.lower);
		if (!good) continue;
		const so = tokens[i - 1];
		const after = tokens.slice(i + 1, i + 6);
		const possible = after.findIndex((t) => t.lower === 'möjligt');
		const wished = after.findIndex((t) => /^önskvär/.test(t.lower));
		const end = after[so?.lower === 'så' && possible >= 0 ? possible : wished];
		if (end) return { good, first: so?.lower === 'så' ? so : first, last: end };
	}
	return null;
}

function inPassage(section: ReadSection, passage: Passage): Finding[] {
	const wish = wishIn(passage.tokens);
	if (!wish) return [];
	const value = passage.tokens.find((t) => t.number?.role === 'plain');
	const share = passage.tokens.some((t) => t.text === '%' || t.lower === 'procent');
	const words = passage.tokens.map((t) => t.lower);
	// An indicator has a sentence or three: in a long passage the wish may be about something else.
	if (words.length > 150) return [];
	const good = goodBy(words, passage.text.toLowerCase(), value?.number?.value ?? null, share);
	if (!good || good === wish.good) return [];
	return [
		inText('directionContradicts', section.sectionId, passage, [wish.first, wish.last], {
			wished: wish.good,
			value: value?.text ?? '',
			what: ''
		})
	];
}

const isShareUnit = (unit: string): boolean => /^(?:%|procent)/i.test(unit.trim());

/** The direction that an indicator's own words speak for; null when they say nothing or both. */
export function goodOf(indicator: Indicator, value: number | null): Good | null {
	const text = `${indicator.title} ${indicator.subject} ${indicator.unit}`.toLowerCase();
	return goodBy(text.split(/[^\p{L}/]+/u), text, value, isShareUnit(indicator.unit));
}

function ofFigures(section: ReadSection): Finding[] {
	return section.blocks.flatMap(({ path, figures }) => {
		const { indicator } = figures;
		const own = figures.values.filter((v) => v.series === 'own' && v.breakdown === '');
		const value = own.map(numberOf).find((n) => n !== null) ?? null;
		const good = goodOf(indicator, value);
		if (!good || indicator.wishedDirection === 'none' || good === indicator.wishedDirection)
			return [];
		const content = digest(
			[indicator.id, indicator.title, indicator.unit, indicator.wishedDirection, value].join('\n')
		);
		return [
			finding(
				'directionContradicts',
				{ sectionId: section.sectionId, path },
				content,
				indicator.title,
				{
					wished: indicator.wishedDirection,
					value: value === null ? '' : written(value, indicator.decimals),
					what: indicator.title
				}
			)
		];
	});
}

/** Wished directions that the unit or the subject contradicts, in sentences and in figures (C4). */
export const directions = (section: ReadSection): Finding[] => [
	...section.passages.filter((p) => !p.quoted).flatMap((p) => inPassage(section, p)),
	...ofFigures(section)
];
