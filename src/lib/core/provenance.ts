import { isoDate, unitIsSilent, upperFirst, type Lang } from './format.ts';
import { sortedBreakdowns } from './breakdown.ts';
import { groupName } from './group-name.ts';
import { groupingOf, sameGrouping, type Grouping } from './grouping.ts';
import {
	numberOf,
	type ComparisonGroup,
	type IndicatorFigures,
	type IndicatorReading,
	type IndicatorValue,
	type NextPublication,
	type Period,
	type ValueSource
} from './indicator.ts';
import {
	comparePeriods,
	endsBy,
	isPeriod,
	periodLabel,
	periodOrdinal,
	periodParts,
	periodText,
	sameKind,
	UNKNOWN_PERIOD
} from './period.ts';
import { provenanceWords, type ProvenanceWords } from './provenance-words.ts';
import { toleranceLine } from './sentence-parts.ts';

export const PROVENANCE_KINDS = [
	'definition',
	'unit',
	'period',
	'parts',
	'source',
	'group',
	'calculation',
	'next'
] as const;

/** A line of the card: its name, and what is to be said of it. */
export type ProvenanceRow = {
	kind: (typeof PROVENANCE_KINDS)[number];
	label: string;
	lines: string[];
};

export type ProvenanceOptions = {
	lang: Lang;
	municipality: string;
	/** What the source means to publish next, where it is known. */
	next?: NextPublication | null;
	/** The day on which the card is made (`2026-09-15`): what was expected before it is not told. */
	today: string;
};

/** "2018–2022" where every year between is there; else each by itself. */
export function periodList(periods: Period[], lang: Lang): string {
	const sorted = [...new Set(periods)].sort(comparePeriods);
	const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
	const isWhole =
		sorted.length > 2 &&
		['year', 'schoolYear'].includes(periodParts(first)?.kind ?? '') &&
		sorted.every((period) => sameKind(period, first)) &&
		(periodOrdinal(last) ?? 0) - (periodOrdinal(first) ?? 0) === sorted.length - 1;
	return isWhole
		? `${periodLabel(first, lang)}–${periodLabel(last, lang)}`
		: sorted.map((period) => periodLabel(period, lang)).join(', ');
}

/** I1, I8: every source once, with whose values of which periods are from it. */
function sourceLines(
	{ values, stated, groups }: IndicatorFigures,
	{ lang, municipality }: ProvenanceOptions,
	w: ProvenanceWords
): string[] {
	const cite = ({ kind, text, at, by }: ValueSource): string =>
		kind === 'fetched' ? w.fetched(text, isoDate(at)) : w.entered(text, isoDate(at), by);
	const names = new Map(groups.map((group) => [group.id, upperFirst(groupName(group, lang))]));
	const nameOf = (series: string): string =>
		series === 'own' ? municipality : (names.get(series) ?? series);
	/** By source, by whose values, by part. */
	const sources = new Map<string, Map<string, Parts>>();
	const add = (source: string, whose: string, part: string, period: Period): void => {
		const of = sources.get(source) ?? new Map<string, Parts>();
		const parts: Parts = of.get(whose) ?? new Map<string, Period[]>();
		parts.set(part, [...(parts.get(part) ?? []), period]);
		sources.set(source, of.set(whose, parts));
	};
	const own = [...values].sort((a, b) => Number(b.series === 'own') - Number(a.series === 'own'));
	for (const { source, series, breakdown, period } of own)
		add(cite(source), nameOf(series), breakdown, period);
	for (const one of stated) add(cite(one.source), w.stated, '', one.period);
	return [...sources].map(
		([source, of]) =>
			`${source}: ${[...of].flatMap(([whose, parts]) => partsOf(whose, parts, lang, w)).join('; ')}`
	);
}

/** By part of the children, empty for all of them: of which periods there are values. */
type Parts = Map<string, Period[]>;

/** Parts by the periods that they share, as text. */
function byPeriods(parts: Parts, lang: Lang): [periods: string, parts: string[]][] {
	const shared = new Map<string, string[]>();
	for (const part of sortedBreakdowns(parts.keys())) {
		const text = periodList(parts.get(part) ?? [], lang);
		shared.set(text, [...(shared.get(text) ?? []), part]);
	}
	return [...shared];
}

/** "Exempelby 2020–2022 (även flickor, pojkar)": parts are never told as if they were the whole. */
const partsOf = (whose: string, parts: Parts, lang: Lang, w: ProvenanceWords): string[] =>
	byPeriods(parts, lang).map(([periods, all]) => {
		const named = all.filter((part) => part !== '').join(', ');
		if (!all.includes('')) return `${whose}, ${named} ${periods}`;
		return named === '' ? `${whose} ${periods}` : `${whose} ${periods} (${w.also(named)})`;
	});

/** I7: who is compared with, of which year, made of whom; each set of members with its periods. */
function groupLines(
	group: ComparisonGroup,
	values: IndicatorValue[],
	lang: Lang,
	w: ProvenanceWords
): string[] {
	const name = upperFirst(groupName(group, lang));
	if (group.kind === 'nation') return [`${name}. ${w.nation}`];
	if (group.kind === 'allMunicipalities') return [`${name}. ${w.mean}`];
	const line = (of: string, { year, members }: Grouping): string =>
		`${of}. ${w.grouping(year)} ${members.length === 0 ? w.noMembers : w.members(members.join(', '))}`;
	const made: { grouping: Grouping; periods: Period[] }[] = [];
	for (const value of values.filter(({ series }) => series === group.id)) {
		const grouping = groupingOf(value, group);
		const known = made.find((one) => sameGrouping(one.grouping, grouping));
		if (known) known.periods.push(value.period);
		else made.push({ grouping, periods: [value.period] });
	}
	if (made.every(({ grouping }) => sameGrouping(grouping, group))) return [line(name, group)];
	return made.map(({ grouping, periods }) => {
		const told = line(`${name} ${periodList(periods, lang)}`, grouping);
		return sameGrouping(grouping, group) ? told : `${told} ${w.changed}`;
	});
}

/** What was expected on a day that has passed, or of a period that is here, is not expected. */
function nextLines(
	{ values }: IndicatorFigures,
	{ next, today, lang }: ProvenanceOptions,
	w: ProvenanceWords
): string[] {
	if (!next) return [];
	const period =
		next.period !== null && next.period !== UNKNOWN_PERIOD && isPeriod(next.period)
			? next.period
			: null;
	const date = next.date !== null && /^\d{4}-\d\d-\d\d$/.test(next.date) ? next.date : null;
	const isOver =
		date === null
			? values.some(
					(v) =>
						v.series === 'own' &&
						numberOf(v) !== null &&
						period !== null &&
						endsBy(period, v.period)
				)
			: date < today;
	if (isOver) return [];
	return [
		...(period === null ? [] : [w.nextPeriod(periodText(period, lang))]),
		...(date === null ? [] : [w.nextDate(date)])
	];
}

/**
 * The card of a number (I1, I7, I8): what is measured and in what, which periods, from where, fetched
 * or typed by whom and when, who is compared with, what is our own calculation, and when the next
 * value is expected. Rows with nothing to say are left out; what a source does not say is said.
 */
export function provenance(
	figures: IndicatorFigures,
	reading: IndicatorReading,
	options: ProvenanceOptions
): ProvenanceRow[] {
	const { lang } = options;
	const w = provenanceWords(lang);
	const { indicator } = figures;
	const { unit, definition, wishedDirection } = indicator;
	const measure =
		unit === '%' ? w.share : unit === '' ? w.noUnit : unitIsSilent(unit) ? w.count : unit;
	const own = new Map<string, Period[]>();
	for (const { series, breakdown, period } of figures.values)
		if (series === 'own') own.set(breakdown, [...(own.get(breakdown) ?? []), period]);
	const whole = own.get('') ?? [];
	own.delete('');
	const isDerived =
		(reading.trend !== 'unknown' && !reading.trendStated) ||
		reading.groups.some(({ outcome, stated }) => outcome !== 'unknown' && !stated);
	const compared = reading.groups.flatMap(({ group }) =>
		groupLines(group, figures.values, lang, w)
	);
	const rows: ProvenanceRow[] = [
		{
			kind: 'definition',
			label: w.definition,
			lines: [definition === '' ? w.noDefinition : definition]
		},
		{
			kind: 'unit',
			label: w.unit,
			lines: [`${upperFirst(measure)}. ${w.wished[wishedDirection]}`]
		},
		{
			kind: 'period',
			label: w.period,
			lines: [whole.length > 0 ? periodList(whole, lang) : own.size > 0 ? w.onlyParts : w.noValue]
		},
		{
			kind: 'parts',
			label: w.parts,
			lines: byPeriods(own, lang).map(
				([periods, parts]) => `${upperFirst(parts.join(', '))}: ${periods}`
			)
		},
		{ kind: 'source', label: w.source, lines: sourceLines(figures, options, w) },
		{ kind: 'group', label: w.groups, lines: compared },
		{
			kind: 'calculation',
			label: w.calculation,
			lines: isDerived
				? [w.calculated, toleranceLine(indicator, lang)].filter((line) => line !== '')
				: []
		},
		{ kind: 'next', label: w.next, lines: nextLines(figures, options, w) }
	];
	return rows.filter(({ lines }) => lines.length > 0);
}
