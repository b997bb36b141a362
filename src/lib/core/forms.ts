/**
 * The forms of an edition (P4): all are made of the one model when it is published, and kept with their
 * hashes. `html` is the article of the reader's page and has no address of its own.
 */
export const FORMS = [
	'html',
	'offline',
	'pdf',
	'large',
	'summary',
	'docx',
	'json',
	'figures',
	'measures',
	'zip'
] as const;
export type Form = (typeof FORMS)[number];
/** What can be fetched as a file. */
export type FileForm = Exclude<Form, 'html'>;

export type FormFacts = {
	/** What follows the number in the address: `/r/{slug}/v/{n}` and this. */
	suffix: string;
	/** MIME type. */
	type: string;
};

export const FILE_FORMS: Record<FileForm, FormFacts> = {
	/** One page that needs nothing else: style, font and pictures are in it. */
	offline: { suffix: '.html', type: 'text/html; charset=utf-8' },
	pdf: { suffix: '.pdf', type: 'application/pdf' },
	/** The same in large type. */
	large: { suffix: '-storstil.pdf', type: 'application/pdf' },
	/** One page for the meeting. */
	summary: { suffix: '-sammanfattning.pdf', type: 'application/pdf' },
	docx: {
		suffix: '.docx',
		type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
	},
	json: { suffix: '.json', type: 'application/json' },
	/** Every value that the edition holds. */
	figures: { suffix: '.csv', type: 'text/csv; charset=utf-8' },
	/** Every row of its follow-up and its plan. */
	measures: { suffix: '-atgarder.csv', type: 'text/csv; charset=utf-8' },
	/** P7: all of it, with checksums and the approval record. */
	zip: { suffix: '.zip', type: 'application/zip' }
};

/** Every file, in the order in which readers are offered them. */
export const FILES = Object.keys(FILE_FORMS) as FileForm[];

/** The address of a file, from the root of the host. */
export const formAddress = (slug: string, number: number, form: FileForm): string =>
	`/r/${slug}/v/${number}${FILE_FORMS[form].suffix}`;

/** What a saved file is called: `barnbokslut-2022-utgava-1.pdf`. */
export const formFileName = (slug: string, number: number, form: FileForm): string =>
	`${slug}-utgava-${number}${FILE_FORMS[form].suffix}`;

/** The edition's number and the form that a file's name at its address means; null for none. */
export function readFormName(name: string): { number: number; form: FileForm } | null {
	const found = /^([1-9]\d{0,4})([.-].+)$/.exec(name);
	const form = FILES.find((one) => FILE_FORMS[one].suffix === found?.[2]);
	return found && form ? { number: Number(found[1]), form } : null;
}

/**
 * The report and the form that `barnbokslut-2022.pdf` means; null for none. Names of reports have no full
 * stop, and the longest suffix that fits is the one that is meant.
 */
export function readLatestName(name: string): { slug: string; form: FileForm } | null {
	const [form] = FILES.filter((one) => name.endsWith(FILE_FORMS[one].suffix)).sort(
		(a, b) => FILE_FORMS[b].suffix.length - FILE_FORMS[a].suffix.length
	);
	const slug = form ? name.slice(0, -FILE_FORMS[form].suffix.length) : '';
	return form && /^[a-z0-9-]+$/.test(slug) ? { slug, form } : null;
}

/** Where the schema of the `json` form is published, from the root of the host. */
export const SCHEMA_ADDRESS = '/schema/edition-1.json';

/** A form with its bytes, as it is kept. */
export type MadeForm = { form: Form; bytes: Uint8Array };
