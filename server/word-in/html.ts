import { IMAGE_SCHEME } from '#core/word-in/inline.ts';
import type { LeftOutCounts, WordImage } from '#core/word-in/proposal.ts';
import { imageProblem } from '#core/image-limits.ts';
import { readImage } from '#core/image-header.ts';
import { pack } from '#server/zip/pack.ts';
import mammoth from 'mammoth';
import type { Package } from './package.ts';
import { headedTables, styleRoles, type StyleRole } from './styles.ts';

/** What the converter puts before every id that it makes. */
export const ID_PREFIX = 'w-';

const LEVELS = [1, 2, 3, 4, 5, 6];
const role = (name: StyleRole) => `p[style-name='role ${name}']`;

/** Paragraphs by what `styles.ts` found; a name that no style of a file has stands before it. */
const STYLE_MAP = [
	...LEVELS.map((n) => `${role(`heading ${n}`)} => h${n}:fresh`),
	...[7, 8, 9].map((n) => `${role(`heading ${n}`)} => h6:fresh`),
	...LEVELS.map((n) => `${role(`within ${n}`)} => h${n}.within:fresh`),
	...[7, 8, 9].map((n) => `${role(`within ${n}`)} => h6.within:fresh`),
	`${role('contents')} => !`,
	`${role('quote')} => blockquote > p:fresh`,
	`${role('quoteSource')} => blockquote > p.quoteSource:fresh`,
	`${role('callout')} => aside > p:fresh`,
	...(['caption', 'small', 'source', 'value', 'sentence'] as const).map(
		(name) => `${role(name)} => p.${name}:fresh`
	),
	"r[style-name='Emphasis'] => em",
	"r[style-name='Intense Emphasis'] => em",
	"r[style-name='annotation reference'] =>",
	'comment-reference => !'
];

/** The charts of our own exports: they are drawn anew, and a picture of them would be no chart (I5). */
const withoutOwnCharts = (xml: string): string =>
	xml.replace(/<w:drawing\b[^]*?<\/w:drawing>/g, (drawing) =>
		/name="Diagram \d+"/.test(drawing) && drawing.includes('svgBlip') ? '' : drawing
	);

/** The converter takes the element for a yes, also where it says no. */
const withoutDenied = (xml: string): string =>
	xml.replace(/<w:tblHeader w:val="(?:false|0|off)"\s*\/>/g, '');

/** The parts of the converter's own tree that are changed before it writes HTML. */
type Part = {
	type: string;
	styleId?: string | null;
	styleName?: string | null;
	isHeader?: boolean;
	isItalic?: boolean;
	children?: Part[];
};

/** A Word file as HTML, and the pictures in it. Nothing outside the file is read. */
export async function htmlOf(
	file: Package,
	leftOut: LeftOutCounts
): Promise<{ html: string; images: WordImage[] }> {
	const styles = file.xml('word/styles.xml');
	const roles = styleRoles(styles);
	const headed = headedTables(styles);
	const images: WordImage[] = [];
	const parts = new Map(file.parts);
	parts.set(file.main, Buffer.from(withoutDenied(withoutOwnCharts(file.document))));
	const { value } = await mammoth.convertToHtml(
		{ buffer: pack(parts) },
		{
			styleMap: STYLE_MAP,
			includeEmbeddedStyleMap: false,
			externalFileAccess: false,
			idPrefix: ID_PREFIX,
			transformDocument: (document: Part) => prepared(document, roles, headed),
			convertImage: mammoth.images.imgElement(async (image) => {
				const id = `word-${images.length + 1}`;
				const bytes = await image.readAsBuffer();
				const problem = imageProblem(bytes);
				const header = readImage(bytes);
				if (problem !== null || header === null) {
					leftOut.add(problem ?? 'imageBroken');
					return { src: '' };
				}
				images.push({ id, ...header, bytes: new Uint8Array(bytes) });
				return { src: `${IMAGE_SCHEME}${id}` };
			})
		}
	);
	return { html: value, images };
}

/** The converter's tree with the roles of styles in the place of their names, and with rows of headers. */
function prepared(part: Part, roles: Map<string, StyleRole>, headed: Set<string>): Part {
	for (const child of part.children ?? []) prepared(child, roles, headed);
	if (part.type === 'paragraph') {
		const known = roles.get(part.styleId ?? '');
		if (known) {
			part.styleName = `role ${known}`;
			part.styleId = null;
			// The look of the style, said again by programs that say everything.
			if (known === 'quote') plain(part);
		}
	}
	if (part.type === 'table' && headed.has(part.styleId ?? '')) {
		const rows = part.children ?? [];
		const [first] = rows;
		if (first && rows.length > 1 && rows.every(({ isHeader }) => !isHeader)) first.isHeader = true;
	}
	return part;
}

function plain(part: Part): void {
	if (part.type === 'run') part.isItalic = false;
	for (const child of part.children ?? []) plain(child);
}
