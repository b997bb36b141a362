import { abbreviationsOf } from '#core/edition-abbreviations.ts';
import { printText } from '#core/print-text.ts';
import type { EditionModel } from '#core/publication.ts';
import type { Anchors } from '../anchors.ts';
import { articleName, placeWords, type Matrix } from '../matrix.ts';
import { countOf, howCounted, measureCountOf, type Promises } from '../promises.ts';
import { w } from '../roll-up.ts';
import { reading } from '../words.ts';
import type { Block, Run } from './document.ts';
import { bullets, paragraph, plain } from './runs.ts';
import { tableOf, textCell } from './tables.ts';
import { heading } from './text.ts';

/** More departments than these make columns too narrow for their names. */
const MOST_DEPARTMENTS = 8;

/** What became of last year's promises, counted in words and named; nothing without any. */
export function promiseBlocks(promises: Promises | null, anchors: Anchors): Block[] {
	if (!promises) return [];
	const { outcomes, sections, elsewhere } = promises;
	const measures = measureCountOf(promises);
	const linksTo = (some: Promises['sections']): Run[] =>
		some.flatMap(({ key, number, title }, i) => [
			...plain(i > 0 ? ', ' : ' '),
			...plain(`${number} ${title}`, `#${anchors.sections.get(key) ?? ''}`)
		]);
	return [
		heading(1, reading.promises, { id: anchors.promises, inContents: true }),
		paragraph('sentence', countOf(promises)),
		...(measures === '' ? [] : [paragraph('plain', measures)]),
		...outcomes.flatMap(({ status, names }) => [
			heading(2, `${reading.promiseStatus[status]} (${names.length})`),
			bullets(names.map((name) => plain(name === '' ? reading.unnamed : name)))
		]),
		paragraph('plain', [...plain(reading.promisesMore), ...linksTo(sections)]),
		...(elsewhere.length === 0
			? []
			: [paragraph('plain', [...plain(w.notCounted), ...linksTo(elsewhere), ...plain('.')])]),
		paragraph('small', howCounted(promises))
	];
}

/** What the letters that tables call departments by stand for; nothing where there are none. */
export function abbreviationBlocks(model: EditionModel, anchors: Anchors): Block[] {
	const all = abbreviationsOf(model);
	if (all.length === 0) return [];
	return [
		heading(1, reading.abbreviations, { id: anchors.abbreviations, inContents: true }),
		paragraph('plain', reading.abbreviationsIntro),
		{
			kind: 'terms',
			items: all.map(({ short, name }) => ({ term: printText(short), lines: [plain(name)] }))
		}
	];
}

/** Sections by the articles that they bear and who wrote them; nothing where none bears any. */
export function matrixBlocks(matrix: Matrix | null, anchors: Anchors): Block[] {
	if (!matrix) return [];
	const { departments, rows } = matrix;
	const links = (sections: Matrix['rows'][number]['cells'][number], isNamed: boolean): Run[] =>
		sections.flatMap((place, i) => [
			...plain(i > 0 ? '; ' : ''),
			...plain(
				isNamed ? `${placeWords(place)} ${place.title}` : placeWords(place),
				`#${anchors.sections.get(place.key) ?? ''}`
			)
		]);
	const names = departments.map((name) => name ?? reading.noDepartment);
	const told: Block =
		departments.length <= MOST_DEPARTMENTS
			? tableOf({
					id: null,
					caption: reading.matrixCaption,
					head: [[reading.article, ...names].map((head) => textCell([head], { header: true }))],
					rows: rows.map(({ article, cells }) => [
						textCell([articleName(article)], { header: true }),
						...cells.map((sections) => ({
							...textCell([]),
							blocks: [paragraph('plain', sections.length === 0 ? '–' : links(sections, false))]
						}))
					])
				})
			: {
					kind: 'terms',
					items: rows.map(({ article, cells }) => ({
						term: articleName(article),
						lines: cells.flatMap((sections, i) =>
							sections.length === 0
								? []
								: [[...plain(`${names[i] ?? ''}: `), ...links(sections, true)]]
						)
					}))
				};
	return [
		heading(1, reading.matrix, { id: anchors.matrix, inContents: true }),
		paragraph('plain', reading.matrixIntro),
		told
	];
}
