import { BLOCK_NAMES } from '#core/block-names.ts';
import { LONGEST_QUOTE } from '#core/review.ts';
import * as Y from 'yjs';
import {
	entriesIn,
	isWhole,
	isWithin,
	lettersIn,
	lettersOf,
	type Outline,
	type Path
} from './outline.ts';

/** The ids of the indicators whose blocks stand in the range. */
export function indicatorsIn(outline: Outline, start: Path, end: Path): string[] {
	const ids = new Set<string>();
	for (const { type, path } of entriesIn(outline, start, end))
		if (type instanceof Y.XmlElement && isWhole(path, start, end)) {
			const id = attributeOf(type, 'indicator');
			if (id !== '') ids.add(id);
		}
	return [...ids];
}

/**
 * What a thread keeps of its passage: its words, a line for each textblock; of blocks without words what
 * they are called. At most `LONGEST_QUOTE` characters.
 * @param titles what indicators are called, by id
 */
export function quoteOf(
	outline: Outline,
	{ path: start, endPath: end }: { path: Path; endPath: Path },
	titles: ReadonlyMap<string, string>
): string {
	const lines: string[] = [];
	let line: string | null = null;
	let length = 0;
	/** A block that was named, whose inside is not told. */
	let named: Path | null = null;
	let onlyName = '';
	const add = (words: string) => {
		lines.push(words);
		length += words.length;
	};
	const flush = () => {
		if (line !== null) add(line);
		line = null;
	};
	for (const { type, path } of entriesIn(outline, start, end)) {
		if (length > LONGEST_QUOTE) break;
		if (named && isWithin(path, named)) continue;
		if (type instanceof Y.XmlText) {
			const [from, to] = lettersIn(type, path, start, end);
			line = (line ?? '') + lettersOf(type).slice(from, to);
		} else if (type.nodeName === 'hardBreak') line = `${line ?? ''} `;
		else if (type.nodeName !== 'footnote') {
			flush();
			if (!isWhole(path, start, end)) continue;
			onlyName ||= BLOCK_NAMES[type.nodeName] ?? '';
			const words = wordsOf(type, titles);
			if (words === '') continue;
			add(words);
			named = path;
		}
	}
	flush();
	const said = lines.length > 1 ? lines.filter((one) => one.trim() !== '') : lines;
	const quote = said.join('\n');
	return cut(quote.trim() === '' && onlyName !== '' ? onlyName : quote);
}

/** What stands for a block; empty where its words speak for themselves. */
function wordsOf(element: Y.XmlElement, titles: ReadonlyMap<string, string>): string {
	switch (element.nodeName) {
		case 'indicator':
		case 'figure':
			return titles.get(attributeOf(element, 'indicator')) ?? '';
		case 'picture':
			return attributeOf(element, 'caption') || attributeOf(element, 'alt');
		case 'table':
		case 'areaTable':
			return attributeOf(element, 'caption');
		case 'area': {
			const title = element.get(0);
			return title instanceof Y.XmlElement ? textOf(title) : '';
		}
		case 'signature':
			return ['name', 'title', 'place', 'date']
				.map((name) => attributeOf(element, name))
				.filter(Boolean)
				.join(', ');
		case 'indicatorSummary':
		case 'rollUp':
			return BLOCK_NAMES[element.nodeName] ?? '';
		default:
			return '';
	}
}

const textOf = (block: Y.XmlElement): string =>
	block
		.toArray()
		.map((child) => (child instanceof Y.XmlText ? lettersOf(child) : ''))
		.join('')
		.trim();

function attributeOf(element: Y.XmlElement, name: string): string {
	const value: unknown = element.getAttribute(name);
	return typeof value === 'string' ? value.trim() : '';
}

/** Never through the middle of a sign that is two units long. */
function cut(text: string): string {
	if (text.length <= LONGEST_QUOTE) return text;
	const short = text.slice(0, LONGEST_QUOTE);
	return short.isWellFormed() ? short : short.slice(0, -1);
}
