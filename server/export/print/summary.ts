import { summarise } from '#core/summary.ts';
import { withNotesInText } from '#core/notes.ts';
import type { DocNode, EditionModel } from '#core/publication.ts';
import { plainText } from '#schema/text.ts';
import { printText } from '#core/print-text.ts';
import { anchorsOf } from '../anchors.ts';
import { passagesOf } from '../answer.ts';
import { figuresOf, type EditionFigures, type ShownIndicator } from '../figures.ts';
import type { EditionInput } from '../input.ts';
import { essenceKey, isAsked } from '../kind.ts';
import { keyFigureOf } from '../key-figures.ts';
import { countOf, promisesOf } from '../promises.ts';
import { t } from '../words.ts';
import { factsOf, frameOf } from './build.ts';
import type { Block, PrintDocument, Run } from './document.ts';
import { bullets, paragraph, plain, strong } from './runs.ts';
import { withKnownTargets } from './targets.ts';
import { heading, textBlocks } from './text.ts';
import { textOf } from './widths.ts';
import { p } from './words.ts';

/** Lines of text that one A4 page holds below its title, and letters in a line; headings are two lines. */
export const SUMMARY_LINES = 49;
const LETTERS = 84;
/** More comparisons than these are counted and not told. */
const MOST_PASSAGES = 4;
/** Of which the section's own words get at most so many. */
const OWN_LINES = 14;
/** A list is never shorter than this where there is as much to list. */
const LEAST_LISTED = 3;

/**
 * The edition's answer on one A4 page, for who decides: counts in words, what got better and worse with
 * its values, what the section `summary` says must be decided, where to read more. What has no room is
 * counted ("och 4 till"), never left out in silence.
 * @param lines how many lines of text the page holds; fewer make shorter lists
 */
export function summaryDocument(input: EditionInput, lines = SUMMARY_LINES): PrintDocument {
	const { model, hash } = input;
	const figures = figuresOf(model, anchorsOf(model));
	const answer = [...(isAsked(model) ? answerBlocks(figures) : []), ...promiseCount(model)];
	const own = ownBlocks(model);
	const more = moreBlocks(model, figures);
	const room = lines - linesOf([...answer, ...own, ...more]);
	const { title, contentsTitle: _, ...frame } = frameOf(input);
	return withKnownTargets({
		...frame,
		title: p.summaryTitle(title),
		contentsTitle: '',
		facts: factsOf(model),
		colophon: [p.hash(hash)],
		parts: [{ section: null, blocks: [...answer, ...wayBlocks(figures, room), ...own, ...more] }]
	});
}

/** About how many lines blocks take. */
const linesOf = (blocks: Block[]): number =>
	blocks.reduce(
		(sum, block) =>
			sum +
			(block.kind === 'heading' ? 1.5 : 0.5) +
			textOf([block])
				.split('\n')
				.reduce((all, line) => all + Math.max(1, Math.ceil(line.length / LETTERS)), 0),
		0
	);

function answerBlocks({ counted, hasSummary }: EditionFigures): Block[] {
	const head = heading(1, t.answer);
	if (counted.length === 0) return [head, paragraph('plain', t.answerNone)];
	const passages = passagesOf(counted);
	const left = passages.length - MOST_PASSAGES;
	return [
		head,
		...passages
			.slice(0, MOST_PASSAGES)
			.map(({ count, years }) =>
				paragraph('plain', [strong(count), ...plain(years === '' ? '' : ` ${years}`)])
			),
		...(left > 0 ? [paragraph('small', p.moreComparisons(left))] : []),
		...(hasSummary ? [] : [paragraph('small', t.answerAll)])
	];
}

/** How many promises were kept, where a follow-up says so. */
function promiseCount(model: EditionModel): Block[] {
	const promises = promisesOf(model);
	return promises ? [paragraph('plain', [strong(countOf(promises))])] : [];
}

/** What got better and worse, as far as there is room; then how many did neither. */
function wayBlocks({ counted }: EditionFigures, room: number): Block[] {
	if (counted.length === 0) return [];
	const { improved, worsened, unchanged, trendUnknown } = summarise(
		counted.map(({ fixed, reading }) => ({ indicator: fixed.figures.indicator, reading }))
	);
	const shown = (ids: string[]): ShownIndicator[] => counted.filter(({ id }) => ids.includes(id));
	const better = shown(improved).map(lineOf);
	const worse = shown(worsened).map(lineOf);
	// Two headings, two lines that say how many are left, and one of others.
	const each = (room - 8) / 2;
	const [first, second] = [needed(better), needed(worse)];
	const others = [
		unchanged.length === 0 ? '' : p.unchanged(unchanged.length),
		trendUnknown.length === 0 ? '' : `${t.trendUnknownCount(trendUnknown.length)}.`
	]
		.filter((words) => words !== '')
		.join(' ');
	return [
		...listBlocks(p.gotBetter(better.length), better, Math.max(each, 2 * each - second)),
		...listBlocks(p.gotWorse(worse.length), worse, Math.max(each, 2 * each - first)),
		...(others === '' ? [] : [paragraph('plain', others)])
	];
}

/** "Barnbokslån: 9,1 lån per barn (2022), ned 0,4 från 2021". */
function lineOf(one: ShownIndicator): Run[] {
	const { title, value, period, change } = keyFigureOf(one);
	const by = change.detail === '' ? '' : `, ${change.detail}`;
	return [...plain(`${title}: `), strong(value), ...plain(` (${period})${by}`)];
}

const height = (runs: Run[]): number =>
	Math.ceil(runs.reduce((all, { text }) => all + text.length, 0) / LETTERS) || 1;
const needed = (items: Run[][]): number => items.reduce((all, item) => all + height(item), 0);

function listBlocks(title: string, items: Run[][], room: number): Block[] {
	if (items.length === 0) return [];
	let used = 0;
	const kept = items.filter((item, i) => {
		used += height(item);
		return i < LEAST_LISTED || used <= room;
	});
	const left = items.length - kept.length;
	return [heading(2, title), bullets([...kept, ...(left > 0 ? [plain(p.andMore(left))] : [])])];
}

/** The first paragraphs of the section that tells the most, and what it has marked as important. */
function ownBlocks(model: EditionModel): Block[] {
	const key = essenceKey(model);
	const content = model.sections.find((one) => one.content.key === key)?.content;
	if (!content) return [];
	const { doc, number, title } = content;
	const nodes = (doc.content ?? []).filter(
		(node) => node.type !== 'paragraph' || plainText(node) !== ''
	);
	const end = nodes.findIndex(({ type }) => type !== 'paragraph');
	const blocksOf = (some: DocNode[]): Block[] =>
		textBlocks(
			// A page of its own has no notes of others.
			{ type: 'doc', content: some.map(withNotesInText) },
			{
				under: 1,
				departments: content.departments ?? [],
				reference: () => [],
				rollUp: () => [],
				chart: () => null
			}
		);
	const callouts = blocksOf(nodes.filter(({ type }) => type === 'callout'));
	const text = blocksOf(end < 0 ? nodes : nodes.slice(0, end));
	let room = OWN_LINES;
	const fits = (block: Block): boolean => {
		room -= linesOf([block]);
		return room >= 0;
	};
	const kept = callouts.filter(fits);
	const paragraphs = text.filter(fits);
	const all = [...paragraphs, ...kept];
	// A first paragraph that is longer than the page is cut, and said to go on.
	const [long] = [...text, ...callouts].flatMap((block) =>
		block.kind === 'paragraph' ? [block] : []
	);
	if (all.length === 0 && !long) return [];
	return [
		heading(1, p.fromSummary(number, title)),
		...(all.length === 0 && long ? [paragraph('plain', cut(long.runs))] : all),
		...(all.length < nodes.length ? [paragraph('small', p.readOn(number))] : [])
	];
}

/** As many whole words as there are lines for. */
function cut(runs: Run[]): Run[] {
	const most = (OWN_LINES - 1) * LETTERS;
	const text = runs.map((run) => run.text).join('');
	return [{ text: `${text.slice(0, text.lastIndexOf(' ', most) || most)} …` }];
}

function moreBlocks(
	{ title, number, address }: EditionModel,
	{ counted }: EditionFigures
): Block[] {
	const whole = p.whole(printText(title), number);
	return [
		heading(1, p.readMore),
		paragraph('plain', [
			...plain(whole),
			...(address === undefined ? [] : [...plain(' '), ...plain(address, address)])
		]),
		...(counted.length === 0 ? [] : [paragraph('plain', p.answerIn)])
	];
}
