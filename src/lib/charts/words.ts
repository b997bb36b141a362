import type { Lang } from '#core/format.ts';
import type { ValueStatus } from '#core/indicator.ts';
import type { PeriodParts } from '#core/period.ts';

type Absence = Exclude<ValueStatus, 'value'>;

/** The words of charts and their tables. */
export type ChartWords = {
	percent: string;
	axisFrom: (value: string) => string;
	line: (title: string, first: string, last: string) => string;
	bar: (title: string, period: string) => string;
	fromTo: (name: string, a: string, whenA: string, b: string, whenB: string) => string;
	single: (name: string, value: string, when: string) => string;
	absent: Record<Absence, string>;
	absentFor: Record<Absence | 'noRow', (what: string) => string>;
	noRow: string;
	period: Record<PeriodParts['kind'], string>;
	who: string;
	value: string;
	all: string;
};

const sv: ChartWords = {
	percent: 'Procent',
	axisFrom: (value) => `axeln börjar på ${value}`,
	line: (title, first, last) => `Linjediagram, ${first}–${last}: ${title}.`,
	bar: (title, period) => `Stapeldiagram, ${period}: ${title}.`,
	fromTo: (name, a, whenA, b, whenB) => `${name}: från ${a} ${whenA} till ${b} ${whenB}.`,
	single: (name, value, when) => `${name}: ${value} ${when}.`,
	absent: {
		missing: 'uppgift saknas',
		suppressed: 'skyddad uppgift',
		notApplicable: 'ej tillämpligt'
	},
	absentFor: {
		missing: (what) => `Uppgift saknas: ${what}.`,
		suppressed: (what) => `Skyddad uppgift: ${what}.`,
		notApplicable: (what) => `Ej tillämpligt: ${what}.`,
		noRow: (what) => `Ej redovisat: ${what}.`
	},
	noRow: 'ej redovisat',
	period: { year: 'År', schoolYear: 'Läsår', term: 'Termin', month: 'Månad', unknown: 'Period' },
	who: 'Avser',
	value: 'Värde',
	all: 'alla'
};

const en: ChartWords = {
	percent: 'Per cent',
	axisFrom: (value) => `axis starts at ${value}`,
	line: (title, first, last) => `Line chart, ${first}–${last}: ${title}.`,
	bar: (title, period) => `Bar chart, ${period}: ${title}.`,
	fromTo: (name, a, whenA, b, whenB) => `${name}: from ${a} ${whenA} to ${b} ${whenB}.`,
	single: (name, value, when) => `${name}: ${value} ${when}.`,
	absent: { missing: 'no figure', suppressed: 'confidential', notApplicable: 'not applicable' },
	absentFor: {
		missing: (what) => `No figure: ${what}.`,
		suppressed: (what) => `Confidential: ${what}.`,
		notApplicable: (what) => `Not applicable: ${what}.`,
		noRow: (what) => `Not reported: ${what}.`
	},
	noRow: 'not reported',
	period: {
		year: 'Year',
		schoolYear: 'School year',
		term: 'Term',
		month: 'Month',
		unknown: 'Period'
	},
	who: 'Concerns',
	value: 'Value',
	all: 'all'
};

export const chartWords = (lang: Lang): ChartWords => (lang === 'en' ? en : sv);
