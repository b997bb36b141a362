import { printText } from '#core/print-text.ts';
import type { DocNode } from '#core/publication.ts';
import { textAttr } from '#schema/table-html.ts';
import { w, type Origin, type RollUp, type RollUpGroup } from '../roll-up.ts';
import type { Block, Run } from './document.ts';
import { bullets, paragraph, plain } from './runs.ts';
import { tableOfNode } from './tables.ts';
import { heading, textBlocks } from './text.ts';

type Options = {
	/** The level of the headings that name the authorities. */
	level: number;
	/** The address of this edition, by which those of others are made whole; without it words alone. */
	address: string | undefined;
};

/** What a section has taken in, as paper has it. */
export function rollUpBlocks(
	{ shows, groups, figures, without }: RollUp,
	options: Options
): Block[] {
	return [
		...groups.flatMap((group) => groupBlocks(group, options)),
		...(figures ? figureBlocks(figures, options) : []),
		...(without.length === 0
			? []
			: [paragraph('small', `${w.without[shows]} ${without.join(', ')}.`)])
	];
}

const originRuns = ({ edition, path, adopted }: Origin, { address }: Options): Run[] => [
	...plain(edition, address === undefined ? undefined : new URL(path, address).href),
	...plain(`, ${adopted}`)
];

const groupBlocks = ({ authority, origin, tables }: RollUpGroup, options: Options): Block[] => [
	heading(options.level, authority),
	paragraph('small', [...plain(`${w.from} `), ...originRuns(origin, options), ...plain('.')]),
	...tables.flatMap(({ section, table, departments }) => [
		paragraph('small', w.section(section.number, section.title)),
		...within({ type: 'doc', content: [table] }, options, departments)
	])
];

/** The blocks within a node. */
const within = (
	node: DocNode,
	{ level }: Options,
	departments: RollUpGroup['tables'][number]['departments'] = []
): Block[] =>
	textBlocks(node, {
		under: level,
		departments,
		noteNumber: () => 0,
		reference: () => [],
		rollUp: () => [],
		chart: () => null
	});

const figureBlocks = (
	{ table, from, notes }: NonNullable<RollUp['figures']>,
	options: Options
): Block[] => [
	tableOfNode(table, { id: null, caption: textAttr(table, 'caption') }, (cell) =>
		within(cell, options)
	),
	bullets(
		from.map(({ authority, origin }) => [
			...plain(`${authority}: `),
			...originRuns(origin, options)
		])
	),
	paragraph('source', [{ text: [w.unchanged, ...notes].map(printText).join('\n') }])
];
