import { rolledUp, type Measure, type MeasureStatus } from './areas.ts';
import type { FixedDepartment } from './publication.ts';

/** What readers are told of areas, in Swedish like the report; every form takes its words from here. */

export const STATUS_WORDS: Record<MeasureStatus, string> = {
	notStarted: 'Ej påbörjad',
	started: 'Påbörjad',
	completed: 'Genomförd',
	stopped: 'Avbruten',
	unknown: 'Okänd'
};

/** The word of a status in a follow-up; a measure of which nothing is said is unknown. */
export const statusWord = (status: MeasureStatus | null): string =>
	STATUS_WORDS[status ?? 'unknown'];

export const AREA_HEADS = {
	area: 'Utvecklingsområde',
	measure: 'Åtgärd',
	measures: 'Åtgärder',
	status: 'Status',
	comment: 'Kommentar',
	results: 'Förväntade resultat',
	responsible: 'Ansvarig och tid'
} as const;

export const AREA_LABELS = {
	responsible: 'Ansvarig:',
	due: 'Tid:',
	results: 'Förväntat resultat:'
} as const;

/**
 * "Påbörjad: 1 av 3 genomförd", and the word alone where all are alike; null with one measure, whose own status
 * says it, and where none has one.
 */
export function rolledUpLine(measures: Pick<Measure, 'status'>[]): string | null {
	const status = rolledUp(measures.map((measure) => measure.status));
	if (status === null || measures.length < 2) return null;
	if (measures.every((measure) => (measure.status ?? 'unknown') === status))
		return STATUS_WORDS[status];
	const done = measures.filter((measure) => measure.status === 'completed').length;
	const counted = `${done} av ${measures.length} ${done === 1 ? 'genomförd' : 'genomförda'}`;
	return `${STATUS_WORDS[status]}: ${counted}`;
}

/** How tables call a department. */
export const shortName = ({ name, abbreviation }: FixedDepartment): string =>
	abbreviation.trim() || name;

/** "Artikel 12", "Artikel 3, 12 och 31"; empty without any. */
export function articlesLine(articles: number[]): string {
	const all = [...articles].sort((a, b) => a - b);
	const last = all.pop();
	if (last === undefined) return '';
	return `Artikel ${all.length === 0 ? '' : `${all.join(', ')} och `}${last}`;
}

/** "1–3", "1, 3 och 4–5": numbers that follow each other are a span. */
export function numbersText(numbers: number[]): string {
	const spans: [number, number][] = [];
	for (const n of [...numbers].sort((a, b) => a - b)) {
		const last = spans.at(-1);
		if (last && n <= last[1] + 1) last[1] = n;
		else spans.push([n, n]);
	}
	const parts = spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
	const end = parts.pop() ?? '';
	return parts.length === 0 ? end : `${parts.join(', ')} och ${end}`;
}
