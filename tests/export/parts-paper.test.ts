import type { DocNode } from '#core/publication.ts';
import { renderPdf } from '#server/export/pdf/render-pdf.ts';
import { printDocument } from '#server/export/print/build.ts';
import { printProblems } from '#server/export/print/problems.ts';
import { renderDocx } from '#server/export/word/docx.ts';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { htmlOf, named, openDocx } from './support/docx.ts';
import { edition, section } from './support/edition.ts';
import { inputOf, list } from './support/every-node.ts';
import { doc, p } from './support/page.ts';
import { note, NOTES, partsEdition } from './support/parts.ts';
import { contentsOf } from './support/pdf-content.ts';
import { pdfFailures } from './support/pdf-structure.ts';
import { allOf, treeOf } from './support/pdf-tree.ts';

/** Notes, references, signatures and from-to tables on paper. */

const input = inputOf(partsEdition());

it('[P6] on paper the notes stand at the foot of their pages, tagged, with the same numbers', async () => {
	const document = printDocument(input);
	expect(printProblems(document, input)).toEqual([]);
	for (const size of ['normal', 'large'] as const) {
		const made = await renderPdf(document, input.images, { size });
		if (!made.ok) throw new Error(made.reason);
		expect(await pdfFailures(made.bytes)).toEqual([]);
		const tree = treeOf(await PDFDocument.load(made.bytes, { updateMetadata: false }));
		const nodes = tree ? allOf(tree) : [];
		const count = (kind: string) => nodes.filter((node) => node.kind === kind).length;
		expect(count('Note')).toBe(NOTES.length);
		// Each mark, and the lines of the contents.
		expect(count('Reference')).toBe(NOTES.length + count('TOCI'));
		const text = (await contentsOf(made.bytes)).texts.join(' ').replace(/\s+/g, ' ');
		for (const [i, words] of NOTES.entries())
			expect(text.replace(/\u200b/g, '')).toMatch(new RegExp(`${i + 1}\\s?${words.slice(0, 12)}`));
		expect(text.indexOf('Andersson')).toBeLessThan(text.indexOf('Ådahl'));
		expect(text).toMatch(/Stockholm den 16 mars 2016 Åsa Ek Kommunalråd/);
		expect(text).toMatch(/Enstaka samtal → Samtal för alla/);
	}
});

it('[P4] Word has notes of its own in the same order, with their links', async () => {
	const bytes = await renderDocx(printDocument(input), input.images);
	const docx = openDocx(bytes);
	const referred = named(docx.document, 'w:footnoteReference').map((one) =>
		one.getAttribute('w:id')
	);
	expect(referred).toEqual(NOTES.map((_, i) => String(i + 1)));
	const said = named(docx.xml('word/footnotes.xml'), 'w:footnote')
		.filter((one) => Number(one.getAttribute('w:id')) > 0)
		.map((one) =>
			named(one, 'w:t')
				.map((t) => t.textContent)
				.join('')
				.trim()
		);
	expect(said).toEqual(NOTES);
	const links = Buffer.from(docx.parts['word/_rels/footnotes.xml.rels'] ?? []).toString('utf8');
	expect(links).toContain('Target="https://www.exempel.se/samtal_(2022)"');
	const text = (await htmlOf(bytes)).textContent.replace(/\s+/g, ' ');
	expect(text).toContain('→ Samtal för alla');
	expect(text.indexOf('Andersson')).toBeLessThan(text.indexOf('Ådahl'));
	expect(text).toMatch(/Stockholm den 16 mars 2016\s*Åsa Ek\s*Kommunalråd/);
	expect(Buffer.compare(bytes, await renderDocx(printDocument(input), input.images))).toBe(0);
});

it('[P6] a note in the head of a table that goes over pages has one number, and so has one in any block', async () => {
	const cellOf = (type: string, ...words: (string | DocNode)[]): DocNode => ({
		type,
		attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null },
		content: [p(...words)]
	});
	const row = (...content: DocNode[]): DocNode => ({ type: 'tableRow', content });
	const long: DocNode = {
		type: 'table',
		attrs: { purpose: 'table', caption: 'Lång' },
		content: [
			row(cellOf('tableHeader', 'Skola', note('I huvudet.')), cellOf('tableHeader', 'Antal')),
			...Array.from({ length: 90 }, (_, i) =>
				row(
					cellOf('tableCell', `Skola ${i}`, ...(i % 30 === 5 ? [note(`Rad ${i}.`)] : [])),
					cellOf('tableCell', String(i))
				)
			)
		]
	};
	const text = doc(
		p('Före', note('Före tabellen.')),
		long,
		list('bulletList', [p('Punkt', note('I en punkt.'))]),
		{ type: 'quote', attrs: { source: '' }, content: [p('Citat', note('I ett citat.'))] },
		{ type: 'callout', content: [p('Ruta', note('I en ruta. '.repeat(60)))] },
		p('Efter', note('Sist.'))
	);
	const model = edition([section({ key: 'a', title: 'Avsnitt', doc: text }, [])]);
	const made = await renderPdf(printDocument(inputOf(model)), {}, { size: 'normal' });
	if (!made.ok) throw new Error(made.reason);
	expect(await pdfFailures(made.bytes)).toEqual([]);
	const tree = treeOf(await PDFDocument.load(made.bytes, { updateMetadata: false }));
	expect((tree ? allOf(tree) : []).filter(({ kind }) => kind === 'Note')).toHaveLength(9);
	const said = (await contentsOf(made.bytes)).texts.join(' ').replace(/\s+/g, ' ');
	for (const [i, words] of [
		'Före tabellen.',
		'I huvudet.',
		'Rad 5.',
		'Rad 35.',
		'Rad 65.',
		'I en punkt.',
		'I ett citat.',
		'I en ruta.',
		'Sist.'
	].entries())
		expect(said).toMatch(new RegExp(`${i + 1}\\s?${words}`));
});
