import { ownText, TEXTBLOCKS } from '../cell-text.ts';
import { MOST_PRINT_COLUMNS, signName, unprintable } from '../print-signs.ts';
import type { DocNode } from '../publication.ts';
import type { ReadSection } from './checked.ts';
import { digest, excerptOf, finding, type Finding } from './finding.ts';
import { gridDigest } from './table-grid.ts';

/**
 * C8: what paper cannot hold, found while somebody can still mend it and not on the day of publication.
 * Text alternatives are not looked at: they are read aloud, and need no font.
 */

/** The attributes whose words are printed. */
const PRINTED = [
	'text',
	'place',
	'date',
	'name',
	'title',
	'caption',
	'source',
	'unit',
	'responsible',
	'due'
];

/** The signs of a text at its place; at most one finding a text. */
function signs(section: ReadSection, path: number[], text: string, isOwn: boolean): Finding[] {
	const missing = unprintable(text);
	const [first] = missing;
	if (first === undefined) return [];
	const at = text.indexOf(first);
	const to = at + first.length;
	const range = isOwn && at >= 0 ? { from: at, to } : {};
	return [
		finding(
			'signNotPrinted',
			{ sectionId: section.sectionId, path, ...range },
			digest(text),
			at < 0 ? excerptOf(text) : excerptOf(text, at, to),
			{ signs: missing.map(signName).join(', ') }
		)
	];
}

/** Every text within a value. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (value === null || typeof value !== 'object') return [];
	return Object.values(value).flatMap(textsIn);
}

function signsInText(section: ReadSection): Finding[] {
	const found: Finding[] = [];
	const read = (node: DocNode, path: number[]): void => {
		if (TEXTBLOCKS.has(node.type)) found.push(...signs(section, path, ownText(node), true));
		for (const name of PRINTED) {
			const said = node.attrs?.[name];
			if (typeof said === 'string') found.push(...signs(section, path, said, false));
		}
		for (const [i, child] of (node.content ?? []).entries())
			if (child.text === undefined) read(child, [...path, i]);
	};
	read(section.doc, []);
	return found;
}

/** An indicator's title, note, sources and groups are printed where it is shown. */
const signsInFigures = (section: ReadSection): Finding[] =>
	section.blocks.flatMap(({ path, figures }) =>
		[...new Set(textsIn(figures))].flatMap((text) => signs(section, path, text, false))
	);

const wideTables = (section: ReadSection): Finding[] =>
	section.tables.flatMap((grid) => {
		if (grid.width <= MOST_PRINT_COLUMNS) return [];
		const head = (grid.rows[0] ?? []).map((cell) => cell?.text ?? '').join(' | ');
		return [
			finding(
				'tooManyColumns',
				{ sectionId: section.sectionId, path: grid.path },
				gridDigest(grid),
				grid.caption || excerptOf(head),
				{ columns: String(grid.width), most: String(MOST_PRINT_COLUMNS) }
			)
		];
	});

/** Signs that no font of paper has, and tables that are too wide for any page (C8). */
export const printable = (section: ReadSection): Finding[] => [
	...signsInText(section),
	...signsInFigures(section),
	...wideTables(section)
];
