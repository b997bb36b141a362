import { Document, Packer, Paragraph, Table } from 'docx';
import type { Block, PrintDocument } from '../print/document.ts';
import { blocksAt, termsAt } from './blocks.ts';
import { bookmarksFor } from './bookmarks.ts';
import { Contents, type ContentsEntry, type Heading } from './contents.ts';
import { noLists, numberingOf } from './lists.ts';
import { TEXT_WIDTH } from './measures.ts';
import { repacked } from './pack.ts';
import { pageOf } from './page.ts';
import { chartPng, pictureRun, readyPicture, type ReadyPicture } from './pictures.ts';
import { runChildren, textRuns } from './runs.ts';
import { STYLE, stylesOf, withinStyle } from './styles.ts';
import { paragraphAt, type Place, type Writer } from './writer.ts';

/** On the title page, in twips: 3 cm. */
const LOGO_HEIGHT = 1700;
const BODY: Place = {
	width: TEXT_WIDTH,
	indent: 0,
	depth: 0,
	keepNext: false,
	frame: null,
	cell: null
};

/**
 * An edition as a Word file: styles with outline levels, contents, alternatives, header rows, Swedish.
 * `images` are the pictures by id. The same input gives the same bytes. A picture that cannot be read
 * becomes its alternative in words.
 * @throws Error when a table has more columns than Word opens, or a chart's SVG is none
 */
export async function renderDocx(
	doc: PrintDocument,
	images: Record<string, Uint8Array>
): Promise<Uint8Array> {
	const blocks = doc.parts.flatMap((part) => part.blocks);
	const all = blocks.flatMap(withInner);
	const headings = contentsHeadings(all);
	const ids = [
		...headings.values(),
		...all.flatMap((block) => ('id' in block ? (block.id ?? []) : []))
	];
	const w: Writer = {
		accent: doc.accent.slice(1),
		pictures: await picturesOf(doc, all, images),
		charts: await chartsOf(all),
		bookmarks: bookmarksFor(ids),
		headings,
		lists: noLists(),
		drawings: 0,
		isBelowTable: false,
		beginsPage: false
	};
	const front = titlePage(w, doc);
	const contents = contentsOf(w, doc);
	w.beginsPage = doc.short !== true;
	const body = blocksAt(w, BODY, blocks);
	const end = colophonOf(w, doc);
	const file = new Document({
		footnotes: footnotesOf(all, w.bookmarks.names),
		styles: stylesOf(w.accent),
		numbering: numberingOf(w.lists),
		hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
		// Asking Word to update fields makes it ask the reader first.
		features: { updateFields: false },
		sections: [{ ...pageOf(doc), children: [...front, ...contents, ...body, ...end] }]
	});
	return repacked(await Packer.toBuffer(file), doc);
}

/** The words of the notes by their numbers. */
function footnotesOf(
	all: Block[],
	names: ReadonlyMap<string, string>
): Record<string, { children: Paragraph[] }> {
	const notes = all.flatMap((block) =>
		'runs' in block ? block.runs.flatMap(({ note }) => note ?? []) : []
	);
	return Object.fromEntries(
		notes.map(({ number, runs }) => [
			number,
			{
				children: [
					new Paragraph({
						style: STYLE.note,
						children: runChildren([{ text: ' ' }, ...runs], names)
					})
				]
			}
		])
	);
}

/** A block and every block within it, in order. */
function withInner(block: Block): Block[] {
	const inner = (): Block[] => {
		switch (block.kind) {
			case 'list':
				return block.items.flat();
			case 'table':
				return [...block.head, ...block.rows].flat().flatMap((cell) => cell.blocks);
			case 'quote':
			case 'callout':
			case 'together':
				return block.blocks;
			default:
				return [];
		}
	};
	return [block, ...inner().flatMap(withInner)];
}

async function picturesOf(
	doc: PrintDocument,
	all: Block[],
	images: Record<string, Uint8Array>
): Promise<Map<string, ReadyPicture>> {
	const ids = new Set(all.flatMap((block) => (block.kind === 'picture' ? block.image : [])));
	if (doc.logo) ids.add(doc.logo.image);
	const ready = new Map<string, ReadyPicture>();
	for (const id of ids) {
		const bytes = images[id];
		const picture = bytes && (await readyPicture(bytes));
		if (picture) ready.set(id, picture);
	}
	return ready;
}

/** As many charts are drawn at once as the process has threads for it; each drawing takes megabytes. */
const AT_ONCE = 4;

/** Every chart once. */
async function chartsOf(all: Block[]): Promise<Map<string, Uint8Array>> {
	const svgs = [...new Set(all.flatMap((block) => (block.kind === 'chart' ? block.svg : [])))];
	const drawn = new Map<string, Uint8Array>();
	for (let i = 0; i < svgs.length; i += AT_ONCE)
		await Promise.all(
			svgs.slice(i, i + AT_ONCE).map(async (svg) => drawn.set(svg, await chartPng(svg)))
		);
	return drawn;
}

/** The headings of the contents; one without an id is given one, so that the contents lead to it. */
const contentsHeadings = (all: Block[]): Map<Heading, string> =>
	new Map(
		all
			.filter((block): block is Heading => block.kind === 'heading' && block.inContents)
			.map((heading, i) => [heading, heading.id ?? `rubrik ${i + 1}`])
	);

function contentsOf(w: Writer, doc: PrintDocument): Contents[] {
	const entries = [...w.headings].map(([{ level, number, runs }, id]): ContentsEntry => {
		const title = runs.map(({ text }) => text).join('');
		const text = [number, title].filter((part) => part !== '').join(' ');
		return { level, text, bookmark: w.bookmarks.names.get(id) ?? '' };
	});
	return entries.length === 0 || doc.contentsTitle === ''
		? []
		: [new Contents(doc.contentsTitle, entries)];
}

function titlePage(w: Writer, doc: PrintDocument): (Paragraph | Table)[] {
	const logo = doc.logo && w.pictures.get(doc.logo.image);
	return [
		...(doc.logo && logo
			? [
					paragraphAt(w, BODY, {
						style: STYLE.picture,
						spacing: { after: 480 },
						children: [pictureRun(w, BODY, logo, doc.logo.alt, LOGO_HEIGHT)]
					})
				]
			: []),
		paragraphAt(w, BODY, {
			style: STYLE.sender,
			spacing: { before: doc.short ? 0 : logo ? 1200 : 2400 },
			children: textRuns(doc.sender)
		}),
		paragraphAt(w, BODY, {
			style: STYLE.title,
			border: { bottom: { style: 'single', size: 18, color: w.accent, space: 10 } },
			children: textRuns(doc.title)
		}),
		...termsAt(w, BODY, doc.facts)
	];
}

/** Edition, date, decision, address and hash, at the very end. */
const colophonOf = (w: Writer, doc: PrintDocument): Paragraph[] =>
	doc.colophon.length === 0
		? []
		: [
				paragraphAt(w, BODY, { style: withinStyle(1), children: textRuns(doc.colophonTitle) }),
				...doc.colophon.map((line) =>
					paragraphAt(w, BODY, { style: STYLE.colophon, children: textRuns(line) })
				)
			];
