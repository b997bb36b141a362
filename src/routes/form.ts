/** One text field of a form; empty when it is missing or a file. Neither trimmed nor judged here. */
export function field(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** All texts of one name: what was ticked. */
export const fields = (form: FormData, name: string): string[] =>
	form.getAll(name).filter((v): v is string => typeof v === 'string');

/**
 * Every text of a form by its name, the last where a name comes twice. A field that is called as what all
 * objects have (`__proto__`) is nobody's: what it would make cannot be sent back to the page.
 */
export const texts = (form: FormData): Record<string, string> =>
	Object.fromEntries(
		[...form].flatMap(([name, value]) =>
			typeof value === 'string' && name !== '__proto__' ? [[name, value] as const] : []
		)
	);

/** Ids are shorter, in characters. */
const LONGEST_ID = 100;

/**
 * An id as a part of an address. What was sent instead of one is cut, for headers end at 16 kB; half a sign at
 * the cut becomes one that an address can hold.
 */
export const idInAddress = (id: string): string =>
	encodeURIComponent(id.slice(0, LONGEST_ID).toWellFormed());
