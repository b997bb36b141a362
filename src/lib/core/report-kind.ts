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
