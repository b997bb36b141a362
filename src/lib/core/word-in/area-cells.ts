import { AREA_LABELS, STATUS_WORDS } from '../area-words.ts';
import type { MeasureStatus } from '../areas.ts';
import type { DocNode } from '../publication.ts';
import { lineText } from './inline.ts';
import { plainTitle } from './match.ts';
import type { WordReport } from './proposal.ts';

/** What single cells of a table of promises say, in the words of our own exports and in others'. */

/** Statuses as people write them, without signs and capitals. */
const STATUSES: Record<string, MeasureStatus> = {
	...Object.fromEntries(
		Object.entries(STATUS_WORDS).map(([status, word]) => [
			plainTitle(word),
			status as MeasureStatus
		])
	),
	'inte paborjad': 'notStarted',
	'ej paborjat': 'notStarted',
	'inte paborjat': 'notStarted',
	planerad: 'notStarted',
	paborjat: 'started',
	pagar: 'started',
	pagaende: 'started',
	'delvis genomford': 'started',
	genomfort: 'completed',
	klar: 'completed',
	klart: 'completed',
	avslutad: 'completed',
	avbrutet: 'stopped',
	utgar: 'stopped',
	okant: 'unknown'
};

/** A status for each measure: one for all, or as many as there are measures; null where that is not so. */
export function statusesOf(said: string[], measures: number): (MeasureStatus | null)[] | null {
	if (said.length === 0) return Array.from({ length: measures }, () => null);
	const read = said.map((words) => STATUSES[plainTitle(words)] ?? null);
	if (read.includes(null)) return null;
	const [one] = read;
	if (read.length === measures) return read;
	return read.length === 1 ? Array.from({ length: measures }, () => one ?? null) : null;
}

/** The departments that the words name, each by its name or abbreviation; null when one is nobody's. */
export function departmentsIn(words: string, known: WordReport['departments']): string[] | null {
	const idOf = (name: string): string | undefined =>
		known.find((d) => [d.name, d.abbreviation].map(plainTitle).includes(plainTitle(name)))?.id;
	const ids = words
		.split(/[,;/\n]/)
		.filter((name) => name.trim() !== '')
		// "och" stands between names and within them.
		.flatMap((name) => idOf(name) ?? name.split(/\s(?:och|&)\s/).map((part) => idOf(part) ?? null));
	return ids.every((id) => id !== null) ? [...new Set(ids)] : null;
}

/** The articles of the Convention that the words name; null when they name something else. */
export function articlesIn(words: string): number[] | null {
	const numbers = words.match(/\d+/g)?.map(Number) ?? [];
	const isArticle = numbers.every((n) => n >= 1 && n <= 54);
	const isElse = words.replace(/\d+|art(?:iklarna|iklar|ikel)?\.?|och|[,;.\s]/gi, '') !== '';
	return isArticle && !isElse ? [...new Set(numbers)] : null;
}

export type AreaCell = {
	title: string;
	departments: string[];
	articles: number[];
	responsible: string;
	due: string;
	expected: string[];
};

/** "Påbörjad: 1 av 3 genomförd", which is counted anew. */
const ROLLED_UP = new RegExp(
	`^(?:${Object.values(STATUS_WORDS).join('|')}): \\d+ av \\d+ genomförda?$`
);

/** The cell of an area: its name with departments in parentheses, and lines with what else belongs to it. */
export function areaCell(lines: string[], known: WordReport['departments']): AreaCell {
	const cell: AreaCell = {
		title: '',
		departments: [],
		articles: [],
		responsible: '',
		due: '',
		expected: []
	};
	const titles: string[] = [];
	const after = (line: string, label: string): string | null =>
		line.startsWith(label) ? line.slice(label.length).trim() : null;
	lines.forEach((line, i) => {
		const articles = i > 0 && /^Art/.test(line) ? articlesIn(line) : null;
		const responsible = after(line, AREA_LABELS.responsible);
		const due = after(line, AREA_LABELS.due);
		const expected = after(line, AREA_LABELS.results);
		if (articles) cell.articles = articles;
		else if (responsible !== null) cell.responsible = responsible;
		else if (due !== null) cell.due = due;
		else if (expected !== null) cell.expected.push(expected);
		else if (!ROLLED_UP.test(line)) titles.push(line);
	});
	const title = titles.join(' ');
	const [, name = title, inside = ''] = /^(.*\S)\s*\(([^()]*)\)$/.exec(title) ?? [];
	const departments = inside === '' ? null : departmentsIn(inside, known);
	return { ...cell, title: departments ? name : title, departments: departments ?? [] };
}

/** A line without the number before it, and the numbers: "2. Ny skola", "1–2, 4. Fler elever". */
export function numbered(line: DocNode[]): { numbers: number[]; line: DocNode[] } {
	const [first, ...rest] = line;
	const said = /^(\d+(?:(?:\s*[,–-]\s*|\s+och\s+)\d+)*)[.)]\s+/.exec(first?.text ?? '');
	const text = first?.text?.slice(said?.[0].length ?? 0) ?? '';
	if (!first || !said || lineText([{ ...first, text }, ...rest]) === '')
		return { numbers: [], line };
	const numbers = (said[1] ?? '').split(/,|och/).flatMap((span) => {
		const [from = 0, to = from] = span.split(/[–-]/).map(Number);
		return Array.from({ length: Math.min(100, Math.max(1, to - from + 1)) }, (_, i) => from + i);
	});
	return { numbers, line: [...(text === '' ? [] : [{ ...first, text }]), ...rest] };
}
