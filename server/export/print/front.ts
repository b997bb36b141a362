import { t, type Verdict } from '../words.ts';
import type { Anchors } from '../anchors.ts';
import { passagesOf, type AnswerPassage } from '../answer.ts';
import type { EditionFigures, ShownIndicator } from '../figures.ts';
import { joined, keyFigureOf } from '../key-figures.ts';
import type { Block, Run } from './document.ts';
import { bullets, paragraph, plain } from './runs.ts';
import { tableOf, textCell } from './tables.ts';
import { heading } from './text.ts';

/** The title of an indicator, leading to where it is told. */
const link = ({ fixed, place }: ShownIndicator): Run[] =>
	plain(fixed.figures.indicator.title, place ? `#${place.anchor}` : undefined);

/** "Har barnen fått det bättre?": counts, years, and every indicator by name, the unknown too (I4). */
export function answerBlocks({ counted, hasSummary }: EditionFigures, anchors: Anchors): Block[] {
	const byId = new Map(counted.map((one) => [one.id, one]));
	const names = (ids: string[]): Run[][] =>
		ids.map((id) => {
			const one = byId.get(id);
			return one ? link(one) : plain(id);
		});
	const passage = (one: AnswerPassage): Block[] => [
		heading(2, one.title),
		paragraph('sentence', one.count),
		...(one.years === '' ? [] : [paragraph('small', one.years)]),
		...one.kinds.flatMap(({ kind, ids }) => [
			heading(3, t.kindCount(t.kinds[kind], ids.length)),
			bullets(names(ids))
		]),
		...(one.unknown.length === 0
			? []
			: [
					heading(3, one.unknownCount(one.unknown.length)),
					paragraph('plain', inLine(names(one.unknown)))
				])
	];
	return [
		heading(1, t.answer, { id: anchors.answer, inContents: true }),
		...(counted.length === 0
			? [paragraph('plain', t.answerNone)]
			: [
					paragraph(
						'lead',
						hasSummary
							? t.answerBasis(counted.length)
							: `${t.answerBasis(counted.length)} ${t.answerAll}`
					),
					...passagesOf(counted).flatMap(passage),
					paragraph('small', t.howCounted)
				])
	];
}

/** Names one after the other. */
const inLine = (names: Run[][]): Run[] =>
	names.flatMap((name, i) => (i === 0 ? name : [...plain('; '), ...name]));

/** A summary within the text: the same sentences, of the figures that were approved with it. */
export const summaryBlocks = (shown: ShownIndicator[], level: number): Block[] => [
	heading(level, t.summaryOf),
	...(shown.length === 0
		? [paragraph('plain', t.answerNone)]
		: passagesOf(shown).flatMap(({ count, years, lists }) => [
				paragraph('sentence', count),
				...(years === '' ? [] : [paragraph('small', years)]),
				bullets(lists.map((words) => plain(words)))
			]))
];

/** All indicators at a glance; nothing where there is none. */
export function keyFigureBlocks({ all, differing }: EditionFigures, anchors: Anchors): Block[] {
	if (all.length === 0) return [];
	const heads = [t.keyFigureName, t.value, t.year, t.change, t.againstSimilar];
	return [
		heading(1, t.keyFigures, { id: anchors.keyFigures, inContents: true }),
		tableOf({
			id: null,
			caption: t.keyFiguresCaption,
			head: [
				heads.map((head, i) =>
					textCell([head], { header: true, align: i === 1 || i === 2 ? 'right' : 'left' })
				)
			],
			rows: all.map((shown) => {
				const { value, period, change, similar } = keyFigureOf(shown);
				return [
					{ ...textCell([], { header: true }), blocks: [paragraph('plain', link(shown))] },
					textCell([value], { align: 'right' }),
					textCell([period], { align: 'right' }),
					textCell([verdict(change)]),
					textCell([similar ? verdict(similar) : t.noComparison])
				];
			})
		}),
		...differing.map(({ title, numbers }) => paragraph('small', t.differ(title, joined(numbers))))
	];
}

/** "Förbättrat, ned 0,4 procentenheter från 2021". */
export const verdict = ({ word, detail }: Verdict<unknown>): string =>
	[word, detail].filter((part) => part !== '').join(', ');
