import type { Lang } from '#core/format.ts';
import type { TableSpec } from './form-spec.ts';

/** The words that only the further forms need. */
export type FormWords = {
	alternative: Record<TableSpec['type'] | 'donut', (title: string) => string>;
	multiples: (title: string, first: string, last: string) => string;
	/** Between which numbers a series lies, where there are too many to read out. */
	range: (name: string, low: string, where: string, high: string, there: string) => string;
	allInTable: string;
	/** Parts that do not make a whole: told, never corrected. */
	partsSum: (sum: string) => string;
	/** In a narrow column, where the reason has no room; the note under the picture has it. */
	short: { missing: string; suppressed: string };
};

const sv: FormWords = {
	alternative: {
		column: (title) => `Stapeldiagram: ${title}.`,
		rows: (title) => `Liggande stapeldiagram: ${title}.`,
		grouped: (title) => `Grupperat stapeldiagram: ${title}.`,
		stacked: (title) => `Staplat diagram: ${title}.`,
		donut: (title) => `Ringdiagram: ${title}.`
	},
	multiples: (title, first, last) => `Flera små linjediagram, ${first}–${last}: ${title}.`,
	range: (name, low, where, high, there) =>
		`${name}: lägst ${low} (${where}), högst ${high} (${there}).`,
	allInTable: 'Alla tal står i tabellen.',
	partsSum: (sum) => `Delarna är tillsammans ${sum}.`,
	short: { missing: '–', suppressed: '..' }
};

const en: FormWords = {
	alternative: {
		column: (title) => `Column chart: ${title}.`,
		rows: (title) => `Bar chart: ${title}.`,
		grouped: (title) => `Grouped bar chart: ${title}.`,
		stacked: (title) => `Stacked bar chart: ${title}.`,
		donut: (title) => `Donut chart: ${title}.`
	},
	multiples: (title, first, last) => `Several small line charts, ${first}–${last}: ${title}.`,
	range: (name, low, where, high, there) =>
		`${name}: lowest ${low} (${where}), highest ${high} (${there}).`,
	allInTable: 'All numbers are in the table.',
	partsSum: (sum) => `The parts together are ${sum}.`,
	short: { missing: '–', suppressed: '..' }
};

export const formWords = (lang: Lang): FormWords => (lang === 'en' ? en : sv);
