/**
 * HTML as a value of its own: a template that escapes whatever is put into it, so that nobody who
 * writes a page has to remember to.
 */

const ESCAPES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	// A parser would read it as a line feed.
	'\r': '&#13;'
};

/** Text as it may stand between tags and within quoted attribute values. */
export const escapeHtml = (text: string): string =>
	text
		.toWellFormed()
		// What HTML cannot hold shows as the sign for "a character was here".
		.replaceAll('\u0000', '\ufffd')
		.replace(/[&<>"'\r]/g, (sign) => ESCAPES[sign] ?? sign);

/** An attribute with the blank before it, escaped. */
export const attribute = (name: string, value: string): string => ` ${name}="${escapeHtml(value)}"`;

/** Finished HTML. Only `html` and `trusted` make it. */
export class Markup {
	readonly #html: string;
	constructor(html: string) {
		this.#html = html;
	}
	toString(): string {
		return this.#html;
	}
}

/** What a template takes: text is escaped, markup is put in as it is, null and false are nothing. */
export type Part = string | number | Markup | null | false | readonly Part[];

function print(part: Part): string {
	if (part === null || part === false) return '';
	if (part instanceof Markup) return part.toString();
	if (typeof part === 'string') return escapeHtml(part);
	if (typeof part === 'number') return String(part);
	return part.map(print).join('');
}

/**
 * HTML from a template. A line break of the template and the indentation after it are one space, as
 * HTML has it; those of the parts are kept. Attribute values must be quoted in the template.
 */
export function html(template: TemplateStringsArray, ...parts: Part[]): Markup {
	let out = '';
	template.forEach((literal, i) => {
		out += literal.replace(/\s*\n\s*/g, ' ');
		const part = parts[i];
		if (part !== undefined) out += print(part);
	});
	return new Markup(out);
}

/** HTML that one of our own renderers made: charts and documents, which escape by themselves. */
export const trusted = (markup: string): Markup => new Markup(markup);
