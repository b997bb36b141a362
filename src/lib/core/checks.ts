import { abbreviations, glossaryOf } from './checks/abbreviations.ts';
import { accessibility } from './checks/accessibility.ts';
import { areaWays } from './checks/area-ways.ts';
import { areas } from './checks/areas.ts';
import { readSection, type ReadSection } from './checks/checked.ts';
import { directions } from './checks/direction.ts';
import type { CheckedSection, Finding } from './checks/finding.ts';
import { numberStyle } from './checks/number-style.ts';
import { printable } from './checks/printable.ts';
import { personalData } from './checks/personal-data.ts';
import { smallInFigures } from './checks/small-in-figures.ts';
import { smallInTables } from './checks/small-in-table.ts';
import { smallInText } from './checks/small-in-text.ts';
import { tableShares } from './checks/table-shares.ts';
import { tableSums } from './checks/table-sums.ts';
import { textShares } from './checks/text-shares.ts';
import { twoValues } from './checks/two-values.ts';
import { percentagePoints } from './checks/units.ts';
import { years } from './checks/years.ts';
import type { LineageLink } from './lineage.ts';
import type { Hinder } from './result.ts';

export { mayOverride } from './checks/finding.ts';
export type {
	CheckedSection,
	Finding,
	FindingCode,
	FindingParams,
	Place,
	Severity
} from './checks/finding.ts';

/** The checks that look at one section at a time. */
const EACH: ((section: ReadSection) => Finding[])[] = [
	personalData,
	smallInText,
	smallInTables,
	smallInFigures,
	accessibility,
	tableSums,
	tableShares,
	textShares,
	percentagePoints,
	directions,
	years,
	numberStyle,
	printable,
	areas
];

export type CheckOptions = {
	/** Abbreviations that are explained elsewhere, in the spelling to be kept. */
	glossary?: string[];
	/**
	 * Where areas went, as far as it was confirmed and still stands (Y3). Absent where not all of a report
	 * is looked at: then nothing is said of it.
	 */
	lineage?: LineageLink[];
};

/** More of one kind in one section help nobody: the next come when these are mended or overridden. */
const MOST_OF_A_KIND = 50;

/** Where a finding stands, for sorting: by the document, then within the node. */
function before(a: Finding, b: Finding): number {
	const depth = Math.max(a.place.path.length, b.place.path.length);
	for (let i = 0; i < depth; i += 1) {
		const gap = (a.place.path[i] ?? -1) - (b.place.path[i] ?? -1);
		if (gap !== 0) return gap;
	}
	const within = (f: Finding) => f.place.from ?? (f.place.row ?? 0) * 1000 + (f.place.column ?? 0);
	return within(a) - within(b);
}

/**
 * All findings of the sections given (C1-C6, C8, Y2-Y4), section by section, those that hinder first and each kind
 * in the order of the text. Figures and abbreviations are held against each other across the sections.
 */
export function checkSections(sections: CheckedSection[], options: CheckOptions = {}): Finding[] {
	const read = sections.map(readSection);
	const found = [
		...read.flatMap((section) => EACH.flatMap((check) => check(section))),
		...twoValues(read),
		...abbreviations(read, options.glossary ?? []),
		...(options.lineage ? areaWays(read, options.lineage) : [])
	];
	const order = new Map(sections.map((s, i) => [s.sectionId, i]));
	const hinders = (f: Finding) => (f.severity === 'blocking' ? 0 : 1);
	found.sort(
		(a, b) =>
			(order.get(a.place.sectionId) ?? 0) - (order.get(b.place.sectionId) ?? 0) ||
			hinders(a) - hinders(b) ||
			before(a, b)
	);
	const told = new Map<string, number>();
	return found.filter((f) => {
		const kind = `${f.place.sectionId}\t${f.code}`;
		const n = (told.get(kind) ?? 0) + 1;
		told.set(kind, n);
		return n <= MOST_OF_A_KIND;
	});
}

/** Where a section stands in its report: what a hinder says of it. */
export type NamedSection = { sectionId: string; key: string; title: string };

/**
 * The findings of one section that hinder it, less those whose keys are overridden (C1). Pictures
 * without a text alternative hinder by a rule of their own (C5).
 */
export function findingHinders(
	at: NamedSection,
	content: Pick<CheckedSection, 'doc' | 'figures'>,
	overridden: ReadonlySet<string>
): Hinder[] {
	const { doc, figures } = content;
	return checkSections([{ sectionId: at.sectionId, doc, figures }])
		.filter((f) => f.severity === 'blocking' && f.code !== 'altMissing' && !overridden.has(f.key))
		.map(({ key: finding, code, excerpt }) => ({ what: 'finding', ...at, finding, code, excerpt }));
}

/** The abbreviations that the sections explain, for checks of others of the same report. */
export const glossaryIn = (sections: CheckedSection[]): string[] =>
	glossaryOf(sections.map(readSection));
