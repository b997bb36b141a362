import { META_FIELDS } from '#core/report-kind.ts';
import { field } from '../../form.ts';

/** What a form says of a report: every field named `meta.…` that it has. */
export const metaOf = (form: FormData): Record<string, string> =>
	Object.fromEntries(
		META_FIELDS.filter((name) => form.has(`meta.${name}`)).map((name) => [
			name,
			field(form, `meta.${name}`)
		])
	);
