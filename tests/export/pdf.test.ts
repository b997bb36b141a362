import { canonicalJson, sha256Hex } from '#schema/content.ts';
import { editionPdfs } from '#server/export/pdf/edition-pdfs.ts';
import { renderPdf } from '#server/export/pdf/render-pdf.ts';
import { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { Worker } from 'node:worker_threads';
import { beforeAll, expect, it } from 'vitest';
import { demoEdition } from './support/edition.ts';
import { contentsOf } from './support/pdf-content.ts';
import { pdfFailures } from './support/pdf-structure.ts';
import { allOf, attribute, name, textOf, treeOf } from './support/pdf-tree.ts';
import { everyBlock, sampleImages } from './support/every-block.ts';

/** The PDFs of the demo's edition, and of a document with every kind of block. */

const model = demoEdition();
const input = { model, hash: sha256Hex(canonicalJson(model)), images: {} };
let demo: Record<string, Uint8Array>;
let sample: Uint8Array;
let sampleText: string[];

beforeAll(async () => {
	const made = await editionPdfs(input);
	if (!made.ok) throw new Error(JSON.stringify(made.problems));
	demo = Object.fromEntries(made.forms.map(({ form, bytes }) => [form, bytes]));
	sample = await render();
	sampleText = (await contentsOf(sample)).texts;
});

async function render(size: 'normal' | 'large' | 'summary' = 'normal'): Promise<Uint8Array> {
	const made = await renderPdf(everyBlock(), sampleImages, { size });
	if (!made.ok) throw new Error(made.reason);
	return made.bytes;
}

it('[P6] the report, its large type and its summary have the structure of an accessible file', async () => {
	expect(Object.keys(demo)).toEqual(['pdf', 'large', 'summary']);
	for (const bytes of Object.values(demo)) expect(await pdfFailures(bytes)).toEqual([]);
});

it('[P6] so has a document with every kind of block, in every size', async () => {
	expect(await pdfFailures(sample)).toEqual([]);
	expect(await pdfFailures(await render('large'))).toEqual([]);
	expect(await pdfFailures(await render('summary'))).toEqual([]);
});

it('[P6] the tree of the sample holds what the document holds', async () => {
	const pdf = await PDFDocument.load(sample, { updateMetadata: false });
	const tree = treeOf(pdf);
	if (!tree) throw new Error('no tree');
	const nodes = allOf(tree);
	const count = (kind: string) => nodes.filter((node) => node.kind === kind).length;
	// Five pictures, three charts, the logo.
	expect(count('Figure')).toBe(9);
	expect(count('Table')).toBe(4);
	expect(count('BlockQuote')).toBe(2);
	expect(count('TOC')).toBeGreaterThan(0);
	// The contents, three chapters and the colophon.
	expect(count('H1')).toBe(5);
	const rowHeads = nodes.filter(
		(node) => node.kind === 'TH' && attribute(pdf, node, 'Table', 'Scope') === name('Row')
	);
	expect(rowHeads).toHaveLength(6);
	expect(
		nodes
			.filter(({ kind }) => kind === 'Figure')
			.map(({ dict }) => textOf(dict.lookup(name('Alt'))))
	).toContain('Stapeldiagram: 52 procent av eleverna i grundskolan år 2022.');
});

it('[P4] [P6] every page says edition, decision, registry number and its own number', () => {
	const last = sampleText.length;
	sampleText.slice(1).forEach((text, i) => {
		expect(text).toContain('Utgåva 1 · 2023-06-26 · § 87');
		expect(text).toContain('KS 2023/0123');
		expect(text).toContain(`Sida ${i + 2} av ${last}`);
	});
	expect(sampleText.join('')).toContain('0123456789abcdef');
});

it('[P6] links that lead somewhere are links, and the others their words', async () => {
	const pdf = await PDFDocument.load(sample, { updateMetadata: false });
	const addresses = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
		const action = object instanceof PDFDict ? object.lookup(name('A')) : undefined;
		return action instanceof PDFDict ? [textOf(action.lookup(name('URI')))] : [];
	});
	expect(addresses).toContain('mailto:barn@example.org');
	// Each place and each address; the others of the document are not among them.
	expect(addresses.filter((url) => url.startsWith('https://example.org/a?b=1'))).toHaveLength(1);
	expect(addresses.filter((url) => url !== '')).toHaveLength(3);
	expect(sampleText.join('')).toContain('ingenstans och fel');
});

it('[P6] a wide table turns its page, and its source goes along', () => {
	const page = sampleText.find((text) => text.includes('Uppföljning 13'));
	expect(page).toContain('Källa: en annan');
});

it('[P6] the summary is one page, and the report has the target size', async () => {
	const pages = async (bytes: Uint8Array | undefined) =>
		(await PDFDocument.load(bytes ?? new Uint8Array())).getPageCount();
	expect(await pages(demo['summary'])).toBe(1);
	expect(demo['pdf']?.byteLength).toBeLessThan(400_000);
	expect(await pages(demo['large'])).toBeGreaterThan(await pages(demo['pdf']));
});

it('[P6] the same edition gives the same bytes', async () => {
	const again = await editionPdfs(input);
	if (!again.ok) throw new Error('refused');
	for (const { form, bytes } of again.forms)
		expect(Buffer.compare(Buffer.from(bytes), Buffer.from(demo[form] ?? []))).toBe(0);
});

it('[P6] a fresh thread gives the same bytes too', async () => {
	const worker = new Worker(new URL('./support/pdf-in-thread.ts', import.meta.url));
	const bytes = await new Promise<unknown>((resolve, reject) => {
		worker.once('message', resolve);
		worker.once('error', reject);
	});
	await worker.terminate();
	expect(bytes).toBeInstanceOf(Uint8Array);
	expect(Buffer.compare(Buffer.from(bytes as Uint8Array), Buffer.from(sample))).toBe(0);
});

it('[P6] only our faces are in the file', async () => {
	for (const bytes of [sample, demo['pdf'] ?? new Uint8Array()]) {
		const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
		const faces = pdf.context
			.enumerateIndirectObjects()
			.flatMap(([, object]) => /\/BaseFont \/([^\s/]+)/.exec(String(object))?.[1] ?? []);
		expect(faces.length).toBeGreaterThan(0);
		expect(faces.filter((face) => !/^[A-Z]{6}\+SourceSans3-/.test(face))).toEqual([]);
	}
});

it('[P6] what is read aloud of a link is Swedish, to people too', async () => {
	const pdf = await PDFDocument.load(sample, { updateMetadata: false });
	const said = pdf
		.getPages()
		.flatMap((page) => page.node.Annots()?.asArray() ?? [])
		.map((ref) => textOf(pdf.context.lookup(ref, PDFDict).lookup(name('Contents'))));
	expect(said).toContain('E-post till barn@example.org');
	expect(said.some((text) => /^Ring .*0123/.test(text))).toBe(true);
	expect(said.filter((text) => /\b(email|telephone|call|link|page|section)\b/i.test(text))).toEqual(
		[]
	);
});
