import { longDate, NBSP } from '#core/format.ts';
import { readIndicator, type FixedFigure, type IndicatorReading } from '#core/indicator.ts';
import { withNotesInText } from '#core/notes.ts';
import { periodLabel } from '#core/period.ts';
import type { DocNode, EditionModel, FixedContent, TakenIn } from '#core/publication.ts';
import { derivedLine, sourceLine } from '#core/sentence.ts';
import { purposeOf, shownOf, type RollUpShows } from '#core/taken-in.ts';
import { rollUpTexts } from '#messages/roll-up.ts';
import { changeVerdict, LANG, t, valueText } from './words.ts';

/** What readers are told of what a section has taken in (Y6): the same in every form. */

export const w = rollUpTexts(LANG);

/** Where something was taken from. */
export type Origin = {
	/** "Barnbokslut 2024, utgåva 2", and the path of its page. */
	edition: string;
	path: string;
	/** "fastställd av Socialnämnden 3 mars 2025, § 12". */
	adopted: string;
};

/** The tables of one edition, under its authority's name. */
export type RollUpGroup = { authority: string; origin: Origin; tables: TakenIn['tables'] };

export type RollUp = {
	shows: RollUpShows;
	/** The tables by edition; none for figures. */
	groups: RollUpGroup[];
	/** All figures as one table, where they come from, and what else is to be said of them; else null. */
	figures: {
		table: DocNode;
		from: { authority: string; origin: Origin }[];
		notes: string[];
	} | null;
	/** Editions that were taken in and hold nothing of the kind: "Kulturnämnden (Barnbokslut 2024, utgåva 1)". */
	without: string[];
};

export function originOf({ slug, number, title, decision }: TakenIn): Origin {
	const { body, date, paragraph } = decision;
	return {
		edition: w.edition(title, number),
		path: `/r/${slug}/v/${number}`,
		adopted: w.adopted(body, longDate(date, LANG), paragraph.replaceAll('§ ', `§${NBSP}`))
	};
}

/** "Socialnämnden, Barnbokslut 2024, utgåva 2": where a row of data was taken from. */
export const originName = (taken: TakenIn): string =>
	`${taken.authority}, ${originOf(taken).edition}`;

/** The sections that show promises followed up elsewhere, which the report's own count leaves out. */
export const followUpsTakenIn = ({ sections }: EditionModel): FixedContent[] =>
	sections
		.map(({ content }) => content)
		.filter(({ takenIn = [] }) =>
			takenIn.some(({ tables }) => tables.some(({ table }) => purposeOf(table) === 'followUp'))
		);

/** What a block of this kind shows of what the section has taken in; null where that is nothing at all. */
export function rollUpOf(takenIn: TakenIn[], shows: RollUpShows): RollUp | null {
	const all = takenIn.map((taken) => shownOf(taken, new Set([shows])));
	const has = ({ tables, figures }: TakenIn) => tables.length + figures.length > 0;
	const held = all.filter(has);
	if (held.length === 0) return null;
	return {
		shows,
		groups:
			shows === 'figures'
				? []
				: held.map((taken) => ({
						authority: taken.authority,
						origin: originOf(taken),
						// Its notes stand in their places: they are not among those of this edition.
						tables: taken.tables.map((one) => ({ ...one, table: withNotesInText(one.table) }))
					})),
		figures: shows === 'figures' ? figuresOf(held) : null,
		without: all
			.filter((taken) => !has(taken))
			.map((taken) => `${taken.authority} (${originOf(taken).edition})`)
	};
}

function figuresOf(held: TakenIn[]): RollUp['figures'] {
	const found = held.flatMap(({ authority, figures }) =>
		figures.map((fixed) => ({ authority, fixed, reading: readIndicator(fixed.figures) }))
	);
	// What several boards measure stands together, in the order in which it is first met.
	const order = [...new Set(found.map(({ fixed }) => fixed.figures.indicator.id))];
	const rows = order.flatMap((id) =>
		found.filter(({ fixed }) => fixed.figures.indicator.id === id).flatMap(rowsOf)
	);
	const isDerived = found.some(({ reading: r }) => r.change !== null && !r.trendStated);
	return {
		table: {
			type: 'table',
			attrs: { purpose: 'table', caption: w.caption },
			content: [row('tableHeader', Object.values(w.heads)), ...rows]
		},
		from: held.map((taken) => ({ authority: taken.authority, origin: originOf(taken) })),
		notes: isDerived ? [derivedLine(LANG)] : []
	};
}

type Found = { authority: string; fixed: FixedFigure; reading: IndicatorReading };

/** The newest value; where there is none of the whole, the newest of each part. */
function rowsOf({ authority, fixed, reading }: Found): DocNode[] {
	const { indicator } = fixed.figures;
	const { latest, breakdowns } = reading;
	const parts = breakdowns.filter(
		(one, i) => breakdowns.findIndex(({ breakdown }) => breakdown === one.breakdown) === i
	);
	const shown = latest ? [latest] : parts;
	if (shown.length === 0)
		return [row('tableCell', [indicator.title, authority, '–', t.absent.missing, '–', '–'])];
	const { word, detail } = changeVerdict(indicator, reading);
	return shown.map((value) =>
		row('tableCell', [
			value.breakdown === '' ? indicator.title : `${indicator.title}, ${value.breakdown}`,
			authority,
			periodLabel(value.period, LANG),
			valueText(indicator, value),
			value === latest ? [word, detail].filter((part) => part !== '').join(', ') : '–',
			sourceLine(value, LANG).replace(/^Källa: /, '')
		])
	);
}

/** The first cell of every row names it. */
const row = (type: 'tableHeader' | 'tableCell', words: string[]): DocNode => ({
	type: 'tableRow',
	content: words.map((text, i) => ({
		type: i === 0 ? 'tableHeader' : type,
		attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null },
		content: [
			{
				type: 'paragraph',
				content: [
					{
						type: 'text',
						text,
						...(i === 0 && type === 'tableCell' ? { marks: [{ type: 'bold' }] } : {})
					}
				]
			}
		]
	}))
});
