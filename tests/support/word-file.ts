import { pack } from '#server/zip/pack.ts';
import type { WordReport } from '#core/word-in/proposal.ts';
import { readWord, type WordStep } from '#server/word-in/work.ts';

/** Word files made by hand, part by part: what no program writes is what they are for. */

const NAMESPACES = [
	['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
	['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
	['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
	['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
	['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
	['c', 'http://schemas.openxmlformats.org/drawingml/2006/chart'],
	['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
	['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
	['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
	['v', 'urn:schemas-microsoft-com:vml']
]
	.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
	.join(' ');

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const paragraph = (text: string, style = '', properties = ''): string =>
	`<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>` +
	`<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const part = (name: string, inner: string): string =>
	`<w:${name} ${NAMESPACES}>${inner}</w:${name}>`;

/** Styles as a Swedish Word names them: ids in Swedish, names in English. */
export const STYLES = part(
	'styles',
	[
		...[1, 2, 3].map(
			(n) =>
				`<w:style w:type="paragraph" w:styleId="Rubrik${n}"><w:name w:val="heading ${n}"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${n - 1}"/></w:pPr></w:style>`
		),
		'<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
		'<w:style w:type="paragraph" w:styleId="KomRubrik2"><w:name w:val="Kommunrubrik numrerad"/><w:basedOn w:val="Rubrik2"/></w:style>',
		'<w:style w:type="paragraph" w:styleId="Citat"><w:name w:val="Quote"/></w:style>',
		'<w:style w:type="paragraph" w:styleId="Beskrivning"><w:name w:val="caption"/></w:style>',
		'<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>'
	].join('')
);

/** The parts of a Word file whose body is this XML; `more` adds parts or puts others in their place. */
export function wordParts(
	body: string,
	more: Record<string, string | Uint8Array> = {},
	rels = ''
): Map<string, Buffer> {
	const parts: Record<string, string | Uint8Array> = {
		'[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
		'_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
		'word/document.xml': part('document', `<w:body>${body}</w:body>`),
		'word/styles.xml': STYLES,
		'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels}</Relationships>`,
		...more
	};
	return new Map(Object.entries(parts).map(([name, data]) => [name, Buffer.from(data)]));
}

export const wordFile = (...asked: Parameters<typeof wordParts>): Uint8Array =>
	new Uint8Array(pack(wordParts(...asked)));

export const relationship = (id: string, type: string, target: string, mode = ''): string =>
	`<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`;

/** A picture in a paragraph. */
export const drawing = (id: string, alt: string, how: 'embed' | 'link' = 'embed'): string =>
	`<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild 1" descr="${alt}"/><a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip r:${how}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

export const table = (rows: string[][]): string =>
	`<w:tbl>${rows
		.map(
			(cells, r) =>
				`<w:tr>${r === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells
					.map(
						(cell) =>
							`<w:tc>${cell
								.split('\n')
								.map((line) => paragraph(line))
								.join('')}</w:tc>`
					)
					.join('')}</w:tr>`
		)
		.join('')}</w:tbl>`;

export const section = (
	key: string,
	number: string,
	title: string
): WordReport['sections'][number] => ({
	id: `id-${key}`,
	key,
	number,
	title,
	templateTitle: title,
	chapterKey: key.split('.')[0] ?? key,
	chapterTitle: key.includes('.') ? 'Kapitlet' : title
});

export const NOTHING: WordReport = { sections: [], departments: [], indicators: [] };

/** What a file becomes, in this thread. */
export const readHere = (
	bytes: Uint8Array,
	report: WordReport = NOTHING,
	onStep: (step: WordStep) => void = () => undefined
) => readWord({ bytes, report }, onStep);
