import {
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFRawStream,
	decodePDFRawStream,
	type PDFObject
} from '@cantoo/pdf-lib';
import { renderPdf } from '#server/export/pdf/render-pdf.ts';
import { beforeAll, expect, it } from 'vitest';
import { pdfFailures } from './support/pdf-structure.ts';
import { allOf, attribute, name, treeOf, type TreeNode } from './support/pdf-tree.ts';
import { everyBlock, sampleImages } from './support/every-block.ts';

/** The checker of PDFs finds what is broken: each failure is made in a good file, and found. */

let good: Uint8Array;

beforeAll(async () => {
	const made = await renderPdf(everyBlock(), sampleImages, { size: 'normal' });
	if (!made.ok) throw new Error(made.reason);
	good = made.bytes;
});

const nodesOf = (pdf: PDFDocument, kind: string): TreeNode[] => {
	const tree = treeOf(pdf);
	const found = tree ? allOf(tree).filter((node) => node.kind === kind) : [];
	if (found.length === 0) throw new Error(`The sample has no ${kind}`);
	return found;
};

/** The first of a kind in the tree. */
const first = (pdf: PDFDocument, kind: string): TreeNode => {
	const [node] = nodesOf(pdf, kind);
	if (!node) throw new Error(kind);
	return node;
};

const dictsWith = (pdf: PDFDocument, key: string): PDFDict[] =>
	pdf.context
		.enumerateIndirectObjects()
		.flatMap(([, object]) => (object instanceof PDFDict && object.has(name(key)) ? [object] : []));

const annotation = (pdf: PDFDocument): PDFDict => {
	const [found] = dictsWith(pdf, 'Contents').filter(
		(dict) => dict.get(name('Subtype')) === name('Link')
	);
	if (!found) throw new Error('The sample has no link');
	return found;
};

function changeMetadata(pdf: PDFDocument, change: (xmp: string) => string): void {
	const ref = pdf.catalog.get(name('Metadata'));
	const stream = pdf.context.lookup(ref);
	if (!(stream instanceof PDFRawStream)) throw new Error('no metadata');
	const xmp = new TextDecoder().decode(decodePDFRawStream(stream).decode());
	const changed = change(xmp);
	if (changed === xmp) throw new Error('nothing was changed');
	pdf.catalog.set(
		name('Metadata'),
		pdf.context.register(pdf.context.stream(new TextEncoder().encode(changed)))
	);
}

/** Takes an attribute of a table's cell away. */
function dropAttribute(pdf: PDFDocument, node: TreeNode, key: string): void {
	const list = pdf.context.lookup(node.dict.get(name('A')));
	const all: (PDFObject | undefined)[] = list instanceof PDFArray ? list.asArray() : [list];
	for (const one of all) {
		const dict = pdf.context.lookup(one);
		if (dict instanceof PDFDict) dict.delete(name(key));
	}
}

const breaks: [kind: string, breakIt: (pdf: PDFDocument) => void][] = [
	['untagged', (pdf) => pdf.catalog.delete(name('StructTreeRoot'))],
	['untagged', (pdf) => pdf.catalog.delete(name('MarkInfo'))],
	['language', (pdf) => pdf.catalog.delete(name('Lang'))],
	['displayDocTitle', (pdf) => pdf.catalog.delete(name('ViewerPreferences'))],
	['bookmarks', (pdf) => pdf.catalog.delete(name('Outlines'))],
	['tabs', (pdf) => pdf.getPage(2).node.delete(name('Tabs'))],
	['title', (pdf) => changeMetadata(pdf, (xmp) => xmp.replace(/<dc:title>.*?<\/dc:title>/s, ''))],
	['pdfuaid', (pdf) => changeMetadata(pdf, (xmp) => xmp.replaceAll('pdfuaid:part', 'x:part'))],
	['pdfaid', (pdf) => changeMetadata(pdf, (xmp) => xmp.replaceAll('pdfaid:conformance', 'x:y'))],
	[
		'extensionSchema',
		(pdf) =>
			changeMetadata(pdf, (xmp) => xmp.replace(/>[^<]*pdfua[^<]*<\/pdfaSchema/, '></pdfaSchema'))
	],
	[
		'extensionSchema',
		(pdf) =>
			changeMetadata(pdf, (xmp) =>
				xmp.replace('</rdf:RDF>', '<pdfaExtension:schemas></pdfaExtension:schemas></rdf:RDF>')
			)
	],
	[
		'outsideTree',
		// A line that nobody has marked.
		(pdf) => pdf.getPage(2).drawLine({ start: { x: 0, y: 0 }, end: { x: 9, y: 9 } })
	],
	[
		'outsideTree',
		// A paragraph that is painted, and that the tree has lost.
		(pdf) => first(pdf, 'P').dict.delete(name('K'))
	],
	['cut', (pdf) => pdf.getPage(2).setMediaBox(0, 0, 300, 842)],
	['figureWithoutAlt', (pdf) => first(pdf, 'Figure').dict.delete(name('Alt'))],
	['skippedLevel', (pdf) => first(pdf, 'H2').dict.set(name('S'), name('H4'))],
	['nesting', (pdf) => first(pdf, 'L').dict.set(name('S'), name('Div'))],
	[
		'tableWithoutHeaders',
		(pdf) => nodesOf(pdf, 'TH').forEach(({ dict }) => dict.set(name('S'), name('TD')))
	],
	['headerWithoutScope', (pdf) => dropAttribute(pdf, first(pdf, 'TH'), 'Scope')],
	['headerWithoutId', (pdf) => first(pdf, 'TH').dict.delete(name('ID'))],
	[
		'headersLack',
		(pdf) => {
			const cells = nodesOf(pdf, 'TD');
			const named = cells.find((node) => attribute(pdf, node, 'Table', 'Headers'));
			if (named) dropAttribute(pdf, named, 'Headers');
		}
	],
	['unevenTable', (pdf) => lastCellOff(pdf)],
	['annotationWithoutContents', (pdf) => annotation(pdf).delete(name('Contents'))],
	['annotationOutsideTree', (pdf) => annotation(pdf).delete(name('StructParent'))],
	[
		'annotationNoLink',
		(pdf) => nodesOf(pdf, 'Link').forEach(({ dict }) => dict.set(name('S'), name('Span')))
	],
	['toUnicode', (pdf) => dictsWith(pdf, 'ToUnicode')[0]?.delete(name('ToUnicode'))],
	[
		'fontNotEmbedded',
		(pdf) => {
			for (const key of ['FontFile2', 'FontFile3'])
				for (const dict of dictsWith(pdf, key)) dict.delete(name(key));
		}
	]
];

/** Takes the last cell of the last row of a table away. */
function lastCellOff(pdf: PDFDocument): void {
	const rows = nodesOf(pdf, 'TR');
	const kids = rows.at(-1)?.dict.lookup(name('K'));
	if (kids instanceof PDFArray) kids.remove(kids.size() - 1);
}

it('[P6] a good file has no failure, also after another program has written it', async () => {
	expect(await pdfFailures(good)).toEqual([]);
	const again = await PDFDocument.load(good, { updateMetadata: false });
	expect(await pdfFailures(await again.save())).toEqual([]);
});

it.each(breaks)('[P6] the checker finds: %s', async (kind, breakIt) => {
	const pdf = await PDFDocument.load(good, { updateMetadata: false });
	breakIt(pdf);
	const found = await pdfFailures(await pdf.save());
	expect(found.map((failure) => failure.kind)).toContain(kind);
});
