import { excerptOf } from '#core/checks/finding.ts';
import { isSound } from '#core/image-sound.ts';
import { MOST_PRINT_COLUMNS, signName, unprintable } from '#core/print-signs.ts';
import type { PrintProblemCode } from '#core/result.ts';
import type { EditionInput, PrintProblem } from '../input.ts';
import type { Block, PrintDocument, PrintTable, Run } from './document.ts';
import { LEAST_ALTERNATIVE } from './picture.ts';
import { eachBlock, runsIn } from './targets.ts';
import { textOf } from './widths.ts';

/**
 * Five hundred pages of prose. A million letters with tables and charts were measured as 575 pages, and
 * 1,252 in large type, in 1.5 GB; half as many again is as far as a small server goes.
 */
export const MOST_LETTERS = 1_500_000;
/** Cells and blocks; each costs the typesetter more than its letters do. */
export const MOST_BLOCKS = 100_000;
/** More of them help nobody: the next come when these are mended. */
const MOST_TOLD = 100;

type Say = (problem: PrintProblemCode, excerpt: string) => void;

/**
 * What a form on paper cannot hold, by section and in the words of the place, before a library refuses
 * it without saying where: signs that the font lacks, pictures without words, tables without end,
 * pictures that cannot be read, too much of everything. Empty when all is well.
 */
export function printProblems(doc: PrintDocument, input: EditionInput): PrintProblem[] {
	const told = new Map<string, PrintProblem>();
	const sayIn =
		(section: PrintProblem['section']): Say =>
		(problem, excerpt) => {
			const key = `${section?.key ?? ''}\t${problem}\t${excerpt}`;
			if (told.size < MOST_TOLD) told.set(key, { section, problem, excerpt });
		};
	const whole = sayIn(null);
	if (!fits(doc)) whole('size', '');
	frameSigns(doc, whole);
	if (doc.logo) pictureProblems(doc.logo.image, doc.logo.alt, input, whole);
	for (const { section, blocks } of doc.parts) {
		const say = sayIn(section && { key: section.key, title: section.title });
		eachBlock(blocks, (block) => blockProblems(block, input, say));
	}
	return [...told.values()];
}

/** Whether there is room for all of it; counting stops where there is none. */
function fits({ parts }: PrintDocument): boolean {
	let [letters, count] = [0, 0];
	for (const { blocks } of parts)
		eachBlock(blocks, (block) => {
			count += block.kind === 'table' ? cellsOf(block) : 1;
			letters += runsIn(block).reduce((all, { text }) => all + text.length, 0);
		});
	return letters <= MOST_LETTERS && count <= MOST_BLOCKS;
}

const cellsOf = ({ head, rows }: PrintTable): number =>
	[...head, ...rows].reduce((all, row) => all + row.length, 0);

const joined = (runs: Run[]): string => runs.map(({ text }) => text).join('');

/** Says which signs of a text cannot be printed, with the words around the first of each. */
function signs(text: string, say: Say): void {
	for (const sign of unprintable(text)) {
		const at = text.indexOf(sign);
		const excerpt = at < 0 ? excerptOf(text) : excerptOf(text, at, at + sign.length);
		say('sign', `${signName(sign)}: ${excerpt}`);
	}
}

/** What stands on the title page, at the edges of every page and at the end. */
function frameSigns(doc: PrintDocument, say: Say): void {
	const facts = doc.facts.flatMap(({ term, lines }) => [term, ...lines.map(joined)]);
	const { title, sender, foot, colophon } = doc;
	for (const text of new Set([title, sender, foot, ...facts, ...colophon])) signs(text, say);
}

function blockProblems(block: Block, input: EditionInput, say: Say): void {
	signs(joined(runsIn(block)), say);
	switch (block.kind) {
		case 'terms':
			for (const { term } of block.items) signs(term, say);
			return;
		case 'quote':
			signs(block.source, say);
			return;
		case 'table':
			signs(block.caption, say);
			if (block.widths.length > MOST_PRINT_COLUMNS) say('columns', tableName(block));
			return;
		case 'chart':
			signs(block.caption, say);
			for (const text of textsIn(block.svg)) signs(text, say);
			// A number and where it belongs: less is no alternative to a picture of numbers.
			if (block.alt.length < LEAST_ALTERNATIVE || !/\d/.test(block.alt))
				say('alternative', block.caption || block.alt);
			return;
		case 'picture':
			signs(block.caption, say);
			pictureProblems(block.image, block.alt, input, say, block.caption);
			return;
		case 'heading':
		case 'paragraph':
		case 'list':
		case 'callout':
		case 'together':
			return;
	}
}

const tableName = ({ caption, head, rows }: PrintTable): string =>
	caption || excerptOf((head[0] ?? rows[0] ?? []).map(({ blocks }) => textOf(blocks)).join(' | '));

/** What a chart's picture says; our own markup, so its texts are whole. */
const textsIn = (svg: string): string[] =>
	[...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);

function pictureProblems(
	id: string,
	alt: string,
	{ images }: EditionInput,
	say: Say,
	caption = ''
): void {
	const name = caption || excerptOf(alt);
	if (alt.trim() === '') say('alternative', name);
	const bytes = images[id];
	if (!bytes || !isSound(bytes)) say('picture', name);
}
