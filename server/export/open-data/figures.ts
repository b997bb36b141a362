import { writeCsv } from '#core/csv-write.ts';
import type { FixedFigure } from '#core/indicator.ts';
import type { EditionModel } from '#core/publication.ts';
import { knownNames, namesOf } from '#core/values-table-names.ts';
import { valuesHead, type WrittenCell } from '#core/values-table-write.ts';
import { dataTexts } from '#messages/data.ts';
import type { EditionInput } from '../input.ts';
import { originName } from '../roll-up.ts';
import { EDITION_HEADS, editionCells } from './edition-columns.ts';
import { indicatorLines, type FigureLine } from './indicator-lines.ts';
import { tableLines } from './table-lines.ts';

const LANG = 'sv';
const t = dataTexts(LANG);
const COLUMNS = Object.keys(t.figures) as (keyof typeof t.figures)[];

/**
 * The `figures` form: CSV in the dialect of our exports, with every value that the edition holds. Its
 * first columns are those that our own import reads; a reading finds each value the same. The other
 * rows (what sources say in words, numbers of the text's own tables) have nothing in the columns of
 * values, so that an import passes over them. What sections were approved with is told once for all
 * that say the same.
 */
export function figuresCsv(input: EditionInput): Uint8Array {
	const edition = editionCells(input);
	const lines = [...ofIndicators(input.model), ...ofTables(input.model)];
	return writeCsv(
		[
			[...valuesHead(LANG), ...COLUMNS.map((column) => t.figures[column]), ...EDITION_HEADS],
			...lines.map(({ value, more }) => [
				...value,
				...COLUMNS.map((column): WrittenCell => more[column] ?? ''),
				...edition
			])
		],
		LANG
	);
}

/** `origin` names the edition that it was taken in from; empty for the report's own. */
type Approved = { figure: FixedFigure; section: string; origin: string };

const nameOf = ({ content }: EditionModel['sections'][number]): string =>
	`${content.number} ${content.title}`;

/** The values of every indicator, in the order in which the edition first speaks of it. */
function ofIndicators(model: EditionModel): FigureLine[] {
	const approved = new Map<string, Approved[]>();
	const add = (id: string, one: Approved) => approved.set(id, [...(approved.get(id) ?? []), one]);
	for (const section of model.sections) {
		const at = { section: nameOf(section) };
		for (const [id, figure] of Object.entries(section.content.figures))
			add(id, { ...at, figure, origin: '' });
		for (const taken of section.content.takenIn ?? [])
			for (const figure of taken.figures)
				add(figure.figures.indicator.id, { ...at, figure, origin: originName(taken) });
	}
	const all = [...approved.values()].flat().map(({ figure }) => figure.figures);
	const groups = new Map(all.flatMap((one) => one.groups).map((group) => [group.id, group]));
	const newest = [...new Map(all.map((one) => [one.indicator.id, one])).values()];
	const names = namesOf(knownNames(model.municipality, newest, [...groups.values()]));
	return [...approved.values()].flatMap((versions) =>
		merged(
			versions.flatMap(({ figure, section, origin }) =>
				indicatorLines(figure.figures, names).map((line) => ({ line, section, origin }))
			)
		)
	);
}

/** Lines that say the same are one, with all their sections, and all that they were taken from. */
function merged(said: { line: FigureLine; section: string; origin: string }[]): FigureLine[] {
	const lines = new Map<
		string,
		{ line: FigureLine; sections: Set<string>; origins: Set<string> }
	>();
	for (const { line, section, origin } of said) {
		const key = JSON.stringify(line);
		const known = lines.get(key) ?? { line, sections: new Set(), origins: new Set() };
		known.sections.add(section);
		if (origin !== '') known.origins.add(origin);
		lines.set(key, known);
	}
	return [...lines.values()].map(({ line, sections, origins }) => ({
		...line,
		more: {
			...line.more,
			sections: [...sections].join(', '),
			origin: [...origins].join('; ')
		}
	}));
}

/** The numbers of the text's own tables, section by section. */
const ofTables = (model: EditionModel): FigureLine[] =>
	model.sections.flatMap((section) =>
		tableLines(section.content).map((line) => ({
			...line,
			more: { ...line.more, sections: nameOf(section) }
		}))
	);
