import { isDate } from './publication.ts';
import type { FieldProblem, Hinder } from './result.ts';

/** The kinds of report, and what each says of itself beside its title. */

export const REPORT_KINDS = ['barnbokslut', 'review', 'interpellationReply'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const META_FIELDS = [
	// review (genomlysning)
	'documentType',
	'preparedBy',
	'date',
	'version',
	'commissionedBy',
	// interpellationReply (interpellationssvar)
	'number',
	'asker',
	'party',
	'subject',
	'answeredBy',
	'answererTitle',
	'meetingDate'
] as const;
export type MetaField = (typeof META_FIELDS)[number];

/** What is not said is absent. */
export type ReportMeta = Partial<Record<MetaField, string>>;

/** The fields of each kind in the order in which they are asked for; `required` before publication. */
export const META_OF: Record<ReportKind, { field: MetaField; required: boolean }[]> = {
	barnbokslut: [],
	review: [
		{ field: 'documentType', required: true },
		{ field: 'preparedBy', required: true },
		{ field: 'date', required: true },
		{ field: 'version', required: true },
		{ field: 'commissionedBy', required: true }
	],
	interpellationReply: [
		{ field: 'number', required: true },
		{ field: 'asker', required: true },
		{ field: 'party', required: true },
		{ field: 'subject', required: true },
		{ field: 'answeredBy', required: true },
		{ field: 'answererTitle', required: true },
		{ field: 'meetingDate', required: false }
	]
};

/** What a title is made of, by the kinds whose titles are made. */
export const TITLE_OF: Partial<Record<ReportKind, MetaField[]>> = {
	interpellationReply: ['number', 'asker', 'party', 'subject']
};

/**
 * The title that is made of what a report says of itself; null where people name it, or where a part is
 * missing. "Svar på interpellation (2016:21) av Jan Jönsson (L) om barn som far illa". It is Swedish in
 * every language of the tools, like the report.
 */
export function madeTitle(kind: ReportKind, meta: ReportMeta): string | null {
	if (kind !== 'interpellationReply') return null;
	const { number, asker, party, subject } = meta;
	if (!number?.trim() || !asker?.trim() || !party?.trim() || !subject?.trim()) return null;
	const about = subject.trim().replace(/^om\s+/i, '');
	return `Svar på interpellation (${number.trim()}) av ${asker.trim()} (${party.trim()}) om ${about}`;
}

/** The most signs that each field takes. */
export const META_LONGEST: Record<MetaField, number> = {
	documentType: 60,
	preparedBy: 120,
	date: 10,
	version: 20,
	commissionedBy: 120,
	number: 20,
	asker: 80,
	party: 30,
	subject: 120,
	answeredBy: 80,
	answererTitle: 120,
	meetingDate: 10
};
const DATES: readonly MetaField[] = ['date', 'meetingDate'];
/** A made title goes on title pages, like one that was typed. */
export const LONGEST_TITLE = 200;

/**
 * What a report of the kind says of itself, in one line a field and without what is empty or of another
 * kind; and what is wrong with it, by field (`meta.date`). What is required may be missing until the
 * report is published.
 */
export function readMeta(
	kind: ReportKind,
	said: Record<string, string | undefined>
): { meta: ReportMeta; problems: FieldProblem[] } {
	const meta: ReportMeta = {};
	const problems: FieldProblem[] = [];
	const known = META_OF[kind].map(({ field }) => field);
	for (const field of known) {
		const value = (said[field] ?? '').replace(/\s+/gu, ' ').trim();
		if (value === '') continue;
		meta[field] = value;
		const problem =
			DATES.includes(field) && !isDate(value)
				? 'date'
				: value.length > META_LONGEST[field]
					? 'length'
					: // A sign that nobody sees has no place on a title page.
						/\p{C}/u.test(value)
						? 'other'
						: null;
		if (problem) problems.push({ field: `meta.${field}`, problem });
	}
	for (const field of Object.keys(said))
		if (!(known as string[]).includes(field))
			problems.push({ field: `meta.${field}`, problem: 'unknown' });
	if ((madeTitle(kind, meta)?.length ?? 0) > LONGEST_TITLE)
		problems.push({ field: 'meta.subject', problem: 'length' });
	return { meta, problems };
}

/** The required fields that are not said, in order. */
export const missingMeta = (kind: ReportKind, meta: ReportMeta): MetaField[] =>
	META_OF[kind].flatMap(({ field, required }) =>
		required && (meta[field] ?? '').trim() === '' ? [field] : []
	);

/** What hinders an edition that would not say what its kind must say. */
export const metaHinders = (kind: ReportKind, meta: ReportMeta): Hinder[] =>
	missingMeta(kind, meta).map((field) => ({ what: 'metaMissing', field }));
