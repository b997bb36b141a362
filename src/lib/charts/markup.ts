/** Characters that XML 1.0 does not allow, tab and line ends aside. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it stands in XML or HTML, between tags and in quoted attributes alike. */
export const escape = (text: string): string =>
	text
		.replace(NOT_XML, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');

/** A coordinate: one decimal is a tenth of a pixel. */
export const n = (value: number): string => String(Math.round(value * 10) / 10);

/** An id that is safe in HTML, in SVG and in `url(#…)`. */
export const safeId = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '-');

/** One line of text. `more` are attributes, already escaped. */
export const textAt = (x: number, y: number, text: string, more = ''): string =>
	`<text x="${n(x)}" y="${n(y)}"${more === '' ? '' : ` ${more}`}>${escape(text)}</text>`;
