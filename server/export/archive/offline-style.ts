import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The tokens and the reader's own style, as the reader's page has them. */
const SHEETS = ['../../../src/app.css', '../../../src/routes/(read)/read.css'];
const FONT = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';

/** A sheet without its comments and most of its white space; strings keep theirs. */
export const smaller = (css: string): string =>
	css
		.replace(
			/("[^"\n]*"|'[^'\n]*')|\/\*[^]*?\*\//g,
			(_, string: string | undefined) => string ?? ''
		)
		.replace(
			/("[^"\n]*"|'[^'\n]*')|\s*([{};])\s*|\s+/g,
			(_, string: string | undefined, sign: string | undefined) => string ?? sign ?? ' '
		)
		.replaceAll(';}', '}')
		.trim();

let made: string | undefined;

/**
 * The style of the reader's page with its letters in it, about 60 kB. Read once from the source tree,
 * which is what the server runs.
 * @throws Error when it would fetch anything
 */
export function offlineStyle(): string {
	made ??= make();
	return made;
}

function make(): string {
	const font = readFileSync(createRequire(import.meta.url).resolve(FONT)).toString('base64');
	const css = SHEETS.map((sheet) => readFileSync(new URL(sheet, import.meta.url), 'utf8'))
		.join('\n')
		.replace(`url('${FONT}')`, `url('data:font/woff2;base64,${font}')`);
	const fetched = /@import\b|url\((?!'data:)/.exec(css);
	if (fetched) throw new Error(`The style of the offline page would fetch: ${fetched[0]}`);
	return smaller(css);
}
