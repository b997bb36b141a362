import { numberOf } from '../indicator.ts';
import { periodParts } from '../period.ts';
import type { ReadSection } from './checked.ts';
import { digest, finding, type Finding } from './finding.ts';
import type { IndicatorBlock } from './indicator-blocks.ts';
import { HAIR, rounding, written } from './numbers-in-words.ts';
import { inText, type Passage } from './passage.ts';
import type { Sentence } from './sentences.ts';
import { gridDigest, measureAt, type Grid } from './table-grid.ts';

/** C3: one figure of one year with two values, in a section or anywhere in the report. */

/** A sentence or cell that gives one number of one year to one thing. */
type Statement = {
	/** Its content words, in the order of the alphabet. */
	words: string[];
	year: string;
	value: number;
	decimals: number;
	share: boolean;
	about: boolean;
	report: (other: string, what: string) => Finding;
};

const STOP = new Set(
	'detta denna dessa åren året under siffran andel andelen procent värdet värde resultat resultatet kommunen kommunens antal antalet eller samt efter jämfört enligt också även totalt sammanlagt'.split(
		' '
	)
);
const ABOUT = new Set('cirka ca ungefär drygt knappt nästan över under runt omkring'.split(' '));
/** A sentence about a part of the children, or about others, says nothing of the whole. */
const PARTS =
	/^(?:flick|pojk|kvinn|män$|svensk|utländsk|utrikes|skolan$|skolor|lägst|högst|riket|riks|liknande|landet|länet|kommuner|målet|mål$|minskat|ökat|minskade|ökade|sjunkit|stigit)/;

const contentWords = (words: string[]): string[] =>
	[...new Set(words.filter((w) => w.length >= 4 && /^\p{L}+$/u.test(w) && !STOP.has(w)))].sort();

/** The start of a word: its endings do not make another. */
const stem = (word: string): string => word.slice(0, 7);

function fromSentence(sectionId: string, passage: Passage, sentence: Sentence): Statement | null {
	const { tokens } = sentence;
	const values = tokens.filter(
		(t, i) =>
			t.number?.role === 'plain' &&
			(t.number.percent !== '' || t.number.decimals > 0) &&
			!tokens[i + 1]?.lower.startsWith('procentenhet')
	);
	const token = values[0];
	const number = token?.number;
	const years = tokens.filter((t) => t.number?.years);
	const year = years[0];
	if (!number || !year || values.length !== 1 || years.length !== 1) return null;
	if (tokens.length > 60) return null;
	const at = tokens.indexOf(token);
	return {
		words: contentWords(tokens.filter((t) => t.kind === 'word').map((t) => t.lower)),
		year: year.text,
		value: number.value,
		decimals: number.decimals,
		share: number.percent !== '',
		about: ABOUT.has(tokens[at - 1]?.lower ?? ''),
		report: (other, what) =>
			inText('twoValues', sectionId, passage, [token, token], {
				written: written(number.value, number.decimals),
				other,
				period: year.text,
				what
			})
	};
}

function fromTable(sectionId: string, grid: Grid): Statement[] {
	const made: Statement[] = [];
	if (grid.purpose !== 'table') return made;
	for (const [row, cells] of grid.rows.entries())
		for (const [column, cell] of cells.entries()) {
			if (row < grid.firstRow || column < grid.firstColumn) continue;
			if (cell?.value.kind !== 'number') continue;
			const { value, decimals } = cell.value;
			const head = grid.heads[column] ?? '';
			const year = /(?:^|\s)((?:19|20)\d\d(?:\/\d\d)?)(?:$|\s)/.exec(head)?.[1];
			const label = grid.labels[row] ?? '';
			if (!year || label === '') continue;
			const words = `${grid.caption} ${label} ${head}`.toLowerCase().split(/[^\p{L}]+/u);
			made.push({
				words: contentWords(words),
				year,
				value,
				decimals,
				share: measureAt(grid, row, column) === 'share',
				about: false,
				report: (other, what) =>
					finding(
						'twoValues',
						{ sectionId, path: grid.path, row, column },
						gridDigest(grid),
						`${label}, ${head}`,
						{ written: written(value, decimals), other, period: year, what: what || label }
					)
			});
		}
	return made;
}

/** True when two printed numbers may be one number, rounded differently. */
function agree(
	a: number,
	aDecimals: number,
	b: number,
	bDecimals: number,
	about: boolean
): boolean {
	const off = Math.abs(a - b);
	if (about) return off <= Math.max(3, Math.abs(b) * 0.1);
	return off <= rounding(Math.min(aDecimals, bDecimals)) + HAIR;
}

/** Statements that give another number for what was stated before. */
function amongStatements(statements: Statement[]): Finding[] {
	const known = new Map<string, Statement>();
	const found: Finding[] = [];
	for (const s of statements) {
		if (s.words.length < 2) continue;
		const key = `${s.share ? '%' : '#'}\t${s.year}\t${s.words.join(' ')}`;
		const first = known.get(key);
		if (!first) {
			known.set(key, s);
			continue;
		}
		const about = s.about || first.about;
		if (agree(s.value, s.decimals, first.value, first.decimals, about)) continue;
		found.push(s.report(written(first.value, first.decimals), ''));
	}
	return found;
}

type Named = IndicatorBlock & { stems: string[] };

/** Sentences that name an indicator and a year, and give it a number that it does not have. */
function againstFigures(statements: Statement[], blocks: IndicatorBlock[]): Finding[] {
	// By one of its stems each, so that a sentence meets the few indicators that it may name.
	const byStem = new Map<string, Named[]>();
	for (const block of blocks) {
		const words = contentWords(block.figures.indicator.title.toLowerCase().split(/[^\p{L}]+/u));
		const stems = words.map(stem);
		const first = [...stems].sort((a, b) => b.length - a.length)[0];
		if (!first || (stems.length < 2 && (words[0]?.length ?? 0) < 10)) continue;
		byStem.set(first, [...(byStem.get(first) ?? []), { ...block, stems }]);
	}
	return statements.flatMap((s) => {
		if (s.words.some((w) => PARTS.test(w))) return [];
		const stems = new Set(s.words.map(stem));
		for (const one of stems)
			for (const { figures, stems: named } of byStem.get(one) ?? []) {
				const { indicator } = figures;
				if (!named.every((n) => stems.has(n))) continue;
				if ((indicator.unit === '%') !== s.share) continue;
				const values = figures.values
					.filter((v) => v.period === s.year && periodParts(v.period) !== null)
					.map((v) => ({ own: v.series === 'own' && v.breakdown === '', value: numberOf(v) }))
					.filter((v): v is { own: boolean; value: number } => v.value !== null);
				const own = values.find((v) => v.own);
				if (!own) continue;
				const { decimals } = indicator;
				if (values.some((v) => agree(s.value, s.decimals, v.value, decimals, s.about))) continue;
				return [s.report(written(own.value, decimals), indicator.title)];
			}
		return [];
	});
}

/** One indicator whose newest numbers were fixed as different ones in two sections. */
function betweenSections(sections: ReadSection[]): Finding[] {
	const known = new Map<string, number>();
	const found: Finding[] = [];
	for (const section of sections)
		for (const { path, figures } of section.blocks) {
			const { indicator } = figures;
			for (const v of figures.values) {
				const value = numberOf(v);
				if (value === null) continue;
				const key = [indicator.id, v.series, v.breakdown, v.period].join('\t');
				const first = known.get(key);
				if (first === undefined) known.set(key, value);
				else if (Math.abs(first - value) > HAIR)
					found.push(
						finding(
							'twoValues',
							{ sectionId: section.sectionId, path },
							digest(`${key}\t${value}`),
							indicator.title,
							{
								written: written(value, indicator.decimals),
								other: written(first, indicator.decimals),
								period: v.period,
								what: indicator.title
							}
						)
					);
			}
		}
	return found;
}

/** Figures with two values among the sections given (C3). */
export function twoValues(sections: ReadSection[]): Finding[] {
	const statements = sections.flatMap((section) => [
		...section.passages
			.filter((p) => !p.quoted && !p.promised && p.table === null)
			.flatMap((p) => p.sentences.map((s) => fromSentence(section.sectionId, p, s)))
			.filter((s) => s !== null),
		...section.tables.flatMap((grid) => fromTable(section.sectionId, grid))
	]);
	return [
		...amongStatements(statements),
		...againstFigures(
			statements,
			sections.flatMap((s) => s.blocks)
		),
		...betweenSections(sections)
	];
}
