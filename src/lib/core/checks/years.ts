import { readIndicator } from '../indicator.ts';
import type { ReadSection } from './checked.ts';
import { digest, finding, type Finding } from './finding.ts';
import { inText, type Passage } from './passage.ts';
import type { Token } from './tokens.ts';

/** C4: a number of the municipality beside one of others that is from another year. */

/** Others that one compares with. */
const OTHERS =
	/^(?:riket|rikets|riks(?:genomsnitt|medel|snitt|värde)\p{L}*|landet|landets|länet|länets|r9)$/u;
const ALIKE = /^(?:liknande|jämförbara|alla|andra|övriga)$/;

/** Where one statement ends and the next begins. */
const PARTS = new Set([',', ';', '(', ')', 'medan', 'jämfört', 'men', 'och', 'än', 'mot']);

type Part = {
	tokens: Token[];
	others: boolean;
	/** The year is one that the own number is compared with: "jämfört med 2020". */
	before: boolean;
	values: Token[];
	years: [number, number][];
};

/** "66,3 procent (2022)": the bracket belongs to what stands before it. */
function isYearInBrackets(tokens: Token[], i: number): boolean {
	const at = tokens[i]?.text === '(' ? i + 1 : tokens[i]?.text === ')' ? i - 1 : -1;
	return (
		at > 0 &&
		tokens[at - 1]?.text === '(' &&
		!!tokens[at]?.number?.years &&
		tokens[at + 1]?.text === ')'
	);
}

function partsOf(passage: Passage): Part[] {
	const parts: Part[] = [];
	for (const sentence of passage.sentences) {
		let part: Part = { tokens: [], others: false, before: false, values: [], years: [] };
		parts.push(part);
		for (const [i, token] of sentence.tokens.entries()) {
			if (PARTS.has(token.lower) && !isYearInBrackets(sentence.tokens, i)) {
				const before = token.lower === 'jämfört' || token.lower === 'än';
				part = { tokens: [], others: false, before, values: [], years: [] };
				parts.push(part);
			}
			if (token.lower === 'sedan') part.before = true;
			const next = sentence.tokens[i + 1]?.lower ?? '';
			if (OTHERS.test(token.lower) || (ALIKE.test(token.lower) && next.startsWith('kommun')))
				part.others = true;
			const number = token.number;
			if (number?.years) part.years.push(number.years);
			const size = number?.role === 'plain' && (number.percent !== '' || number.decimals > 0);
			// A difference is no value.
			if (size && !next.startsWith('procentenhet')) part.values.push(token);
			part.tokens.push(token);
		}
	}
	return parts;
}

const meet = (a: [number, number][], b: [number, number][]): boolean =>
	a.some(([from, to]) => b.some(([f, t]) => from <= t && f <= to));

const isShare = (token: Token | undefined): boolean => (token?.number?.percent ?? '') !== '';
const said = (years: [number, number][]): string =>
	[...new Set(years.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)))]
		.slice(0, 3)
		.join(', ');

function inPassage(section: ReadSection, passage: Passage): Finding[] {
	const parts = partsOf(passage);
	const theirs = parts.filter((p) => p.others && p.values.length > 0 && p.years.length > 0);
	if (theirs.length === 0) return [];
	const ours = parts.filter((p) => !p.others && p.values.length > 0);
	const ownYears = ours.filter((p) => !p.before).flatMap((p) => p.years);
	// The own number is newer than what it is compared with, be its own year told or not.
	const since = parts.filter((p) => p.before && !p.others).flatMap((p) => p.years);
	const newest = since.reduce((latest, [, to]) => Math.max(latest, to), 0);
	// Each is held against a few years at most: what lists more is a series, and is left alone.
	if (ours.length === 0 || ownYears.length > 20 || theirs.length > 20) return [];
	return theirs.flatMap((part) => {
		const first = part.values[0];
		const last = part.tokens.find((t) => t.number?.years);
		if (!first || !last) return [];
		if (!ours.some((p) => p.values.some((v) => isShare(v) === isShare(first)))) return [];
		const apart =
			ownYears.length > 0
				? !meet(ownYears, part.years)
				: since.length > 0 && part.years.every(([, to]) => to < newest);
		if (!apart) return [];
		const own = ownYears.length > 0 ? ownYears : since;
		const range: [Token, Token] = first.start < last.start ? [first, last] : [last, first];
		const params = { own: said(own), other: said(part.years), what: '' };
		return [inText('otherYear', section.sectionId, passage, range, params)];
	});
}

/** Indicators whose newest own number and whose group's number are of different periods. */
function ofFigures(section: ReadSection): Finding[] {
	return section.blocks.flatMap(({ path, figures }) => {
		const reading = readIndicator(figures);
		const latest = reading.latest;
		if (latest?.status !== 'value') return [];
		return reading.groups.flatMap(({ group, elsewhen }) => {
			if (!elsewhen) return [];
			const params = {
				own: latest.period,
				other: elsewhen.period,
				what: `${figures.indicator.title}, ${group.name}`
			};
			const content = digest([figures.indicator.id, group.id, latest.value].join('\n'));
			const place = { sectionId: section.sectionId, path };
			return [finding('otherYear', place, content, params.what, params)];
		});
	});
}

/** Values and comparisons from different years, in sentences and in figures (C4). */
export const years = (section: ReadSection): Finding[] => [
	...section.passages
		.filter((p) => !p.quoted && p.tokens.some((t) => t.number?.years))
		.flatMap((p) => inPassage(section, p)),
	...ofFigures(section)
];
