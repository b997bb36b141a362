import {
	PDFArray,
	PDFBool,
	PDFDict,
	PDFDocument,
	PDFName,
	PDFNumber,
	PDFRawStream,
	PDFRef,
	decodePDFRawStream
} from '@cantoo/pdf-lib';
import { contentsOf } from './pdf-content.ts';
import { tableFailures } from './pdf-tables.ts';
import { allOf, name, textOf, treeOf, type TreeNode } from './pdf-tree.ts';

/** A failure: its kind, and where. */
export type Failure = { kind: string; where: string };

/** What describes the name of PDF/UA to a reader of PDF/A. */
const UA_SCHEMA =
	'<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>';

/** Which types may stand directly within which, where the standard says so. */
const PARENTS: Record<string, string[]> = {
	TR: ['Table', 'THead', 'TBody', 'TFoot'],
	TH: ['TR'],
	TD: ['TR'],
	THead: ['Table'],
	TBody: ['Table'],
	LI: ['L'],
	Lbl: ['LI', 'TOCI', 'Reference', 'Link', 'Note'],
	LBody: ['LI'],
	TOCI: ['TOC']
};

/**
 * What is wrong with the structure of a PDF, by our own reading of what PDF/UA-1 and PDF/A-2a ask of a
 * report. It is no validator: an empty list says that these checks found nothing.
 */
export async function pdfFailures(bytes: Uint8Array): Promise<Failure[]> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const tree = treeOf(pdf);
	const failures: Failure[] = [...documentFailures(pdf), ...metadataFailures(pdf)];
	failures.push(...fontFailures(pdf));
	if (!tree) return [...failures, { kind: 'untagged', where: 'no structure tree' }];
	const nodes = allOf(tree);
	failures.push(
		...(await contentFailures(pdf, bytes, nodes)),
		...headingFailures(nodes),
		...parentFailures(tree),
		...figureFailures(nodes),
		...tableFailures(pdf, tree),
		...annotationFailures(pdf, nodes)
	);
	return failures;
}

function documentFailures(pdf: PDFDocument): Failure[] {
	const { catalog, context } = pdf;
	const failures: Failure[] = [];
	const fail = (kind: string, where = 'catalog') => failures.push({ kind, where });
	const marks = context.lookup(catalog.get(name('MarkInfo')));
	if (!(marks instanceof PDFDict) || marks.get(name('Marked')) !== PDFBool.True) fail('untagged');
	if (textOf(context.lookup(catalog.get(name('Lang')))) !== 'sv-SE') fail('language');
	const shown = context.lookup(catalog.get(name('ViewerPreferences')));
	if (!(shown instanceof PDFDict) || shown.get(name('DisplayDocTitle')) !== PDFBool.True)
		fail('displayDocTitle');
	const outlines = context.lookup(catalog.get(name('Outlines')));
	if (!(outlines instanceof PDFDict) || !outlines.has(name('First'))) fail('bookmarks');
	if (catalog.has(name('AcroForm')) || catalog.has(name('OpenAction'))) fail('action');
	pdf.getPages().forEach((page, i) => {
		if (page.node.get(name('Tabs')) !== PDFName.of('S')) fail('tabs', `page ${i + 1}`);
		if (!page.node.has(name('StructParents'))) fail('untagged', `page ${i + 1}`);
	});
	return failures;
}

function metadataFailures(pdf: PDFDocument): Failure[] {
	const stream = pdf.context.lookup(pdf.catalog.get(name('Metadata')));
	if (!(stream instanceof PDFRawStream)) return [{ kind: 'metadata', where: 'catalog' }];
	const xmp = new TextDecoder().decode(decodePDFRawStream(stream).decode());
	const said = (key: string) =>
		new RegExp(`<${key}>([^<]*)</${key}>|${key}="([^"]*)"`).exec(xmp)?.slice(1).join('');
	const failures: Failure[] = [];
	const expected: [string, string | undefined, string][] = [
		['pdfuaid', said('pdfuaid:part'), '1'],
		['pdfaid', said('pdfaid:part'), '2'],
		['pdfaid', said('pdfaid:conformance'), 'A']
	];
	for (const [kind, is, should] of expected)
		if (is !== should) failures.push({ kind, where: `${is} and not ${should}` });
	if (!/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]+</.test(xmp))
		failures.push({ kind: 'title', where: 'metadata' });
	const schemas = xmp.split('<pdfaExtension:schemas>').length - 1;
	if (schemas !== 1 || !xmp.includes(UA_SCHEMA))
		failures.push({ kind: 'extensionSchema', where: 'metadata' });
	return failures;
}

function fontFailures(pdf: PDFDocument): Failure[] {
	const failures: Failure[] = [];
	for (const [, object] of pdf.context.enumerateIndirectObjects()) {
		if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('Font')) continue;
		const isPart = /\/CIDFontType\d/.test(String(object.get(name('Subtype'))));
		const where = String(object.get(name('BaseFont')));
		if (!isPart && !object.has(name('ToUnicode'))) failures.push({ kind: 'toUnicode', where });
		const descendants = pdf.context.lookup(object.get(name('DescendantFonts')));
		const own = descendants instanceof PDFArray ? descendants.lookup(0, PDFDict) : object;
		const descriptor = pdf.context.lookup(own.get(name('FontDescriptor')));
		const isEmbedded =
			descriptor instanceof PDFDict &&
			['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(name(key)));
		if (!isEmbedded) failures.push({ kind: 'fontNotEmbedded', where });
	}
	return failures;
}

/** Everything that is painted stands in the tree or is an artifact, and the tree holds nothing else. */
async function contentFailures(
	pdf: PDFDocument,
	bytes: Uint8Array,
	nodes: TreeNode[]
): Promise<Failure[]> {
	const held = new Map<PDFRef | null, Set<number>>();
	for (const { page, mcid } of nodes.flatMap(({ contents }) => contents))
		held.set(page, (held.get(page) ?? new Set()).add(mcid));
	const { pages } = await contentsOf(bytes);
	return pdf.getPages().flatMap((page, i) => {
		const where = `page ${i + 1}`;
		const known = held.get(page.ref) ?? new Set();
		const { mcids, unmarked, cut } = pages[i] ?? { mcids: new Set(), unmarked: [], cut: [] };
		return [
			...cut.map((text) => ({ kind: 'cut', where: `${where}: ${text}` })),
			...unmarked.map((operator) => ({ kind: 'outsideTree', where: `${where}: ${operator}` })),
			...[...mcids]
				.filter((mcid) => !known.has(mcid))
				.map((mcid) => ({ kind: 'outsideTree', where: `${where}: content ${mcid}` }))
		];
	});
}

function headingFailures(nodes: TreeNode[]): Failure[] {
	const levels = nodes.flatMap(({ kind }) => /^H([1-6])$/.exec(kind)?.[1] ?? []).map(Number);
	return [
		...(levels.length === 0 ? [{ kind: 'noHeadings', where: 'tree' }] : []),
		...levels.flatMap((level, i) =>
			level > (levels[i - 1] ?? 0) + 1
				? [{ kind: 'skippedLevel', where: `heading ${i + 1}: H${level}` }]
				: []
		)
	];
}

const parentFailures = (node: TreeNode): Failure[] =>
	node.children.flatMap((child) => {
		const allowed = PARENTS[child.kind];
		const here =
			allowed && !allowed.includes(node.kind)
				? [{ kind: 'nesting', where: `${child.kind} within ${node.kind}` }]
				: [];
		return [...here, ...parentFailures(child)];
	});

const figureFailures = (nodes: TreeNode[]): Failure[] =>
	nodes
		.filter(({ kind, dict }) => kind === 'Figure' && textOf(dict.lookup(name('Alt'))).trim() === '')
		.map((_, i) => ({ kind: 'figureWithoutAlt', where: `figure ${i + 1}` }));

/** Every annotation says what it is, and stands in the tree as a link. */
function annotationFailures(pdf: PDFDocument, nodes: TreeNode[]): Failure[] {
	const owners = new Map(
		nodes.flatMap((node) => node.annotations.map((ref) => [ref, node] as const))
	);
	const failures: Failure[] = [];
	pdf.getPages().forEach((page, i) => {
		const list = pdf.context.lookup(page.node.get(name('Annots')));
		if (!(list instanceof PDFArray)) return;
		for (const ref of list.asArray()) {
			const where = `page ${i + 1}`;
			const dict = pdf.context.lookup(ref);
			if (!(dict instanceof PDFDict) || !(ref instanceof PDFRef)) continue;
			if (textOf(dict.lookup(name('Contents'))).trim() === '')
				failures.push({ kind: 'annotationWithoutContents', where });
			if (!(dict.get(name('StructParent')) instanceof PDFNumber) || !owners.has(ref))
				failures.push({ kind: 'annotationOutsideTree', where });
			else if (owners.get(ref)?.kind !== 'Link') failures.push({ kind: 'annotationNoLink', where });
		}
	});
	return failures;
}
