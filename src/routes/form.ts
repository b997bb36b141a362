/** One text field of a form; empty when it is missing or a file. Neither trimmed nor judged here. */
export function field(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** All texts of one name: what was ticked. */
export const fields = (form: FormData, name: string): string[] =>
	form.getAll(name).filter((v): v is string => typeof v === 'string');
