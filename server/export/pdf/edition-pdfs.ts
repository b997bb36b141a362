import type { MadeForm } from '#core/forms.ts';
import type { EditionInput, PrintProblem } from '../input.ts';
import { printDocument } from '../print/build.ts';
import type { PrintDocument } from '../print/document.ts';
import { SUMMARY_LINES, summaryDocument } from '../print/summary.ts';
import { renderPdf, type PdfMade } from './render-pdf.ts';
import type { PdfSize } from './set-out.ts';

export type PdfsMade = { ok: true; forms: MadeForm[] } | { ok: false; problems: PrintProblem[] };

/** What is taken from a summary's lists at a time, until it fits its page. */
const FEWER_LINES = 6;
const FEWEST_LINES = 13;

/**
 * The edition's PDFs: the report, the report in large type, the summary on one page. What the typesetter
 * refuses comes back with the sections that it refuses, and nothing is made then.
 */
export async function editionPdfs(input: EditionInput): Promise<PdfsMade> {
	const doc = printDocument(input);
	const { images } = input;
	const forms: MadeForm[] = [];
	for (const [form, size] of [
		['pdf', 'normal'],
		['large', 'large']
	] as const) {
		const made = await renderPdf(doc, images, { size });
		if (!made.ok)
			return { ok: false, problems: await refusedParts(doc, images, size, made.reason) };
		forms.push({ form, bytes: made.bytes });
	}
	const summary = await onePage(input);
	if (!summary.ok)
		return {
			ok: false,
			problems: [{ section: null, problem: 'refused', excerpt: summary.reason }]
		};
	forms.push({ form: 'summary', bytes: summary.bytes });
	return { ok: true, forms };
}

/** The summary with as much in its lists as its page holds. */
async function onePage(input: EditionInput): Promise<PdfMade> {
	for (let lines = SUMMARY_LINES; ; lines -= FEWER_LINES) {
		const made = await renderPdf(summaryDocument(input, lines), input.images, { size: 'summary' });
		if (!made.ok || made.pages === 1 || lines - FEWER_LINES < FEWEST_LINES) return made;
	}
}

/**
 * The parts of a document that are refused when each is set alone: the typesetter does not say where.
 * When none is, it is the whole.
 */
export async function refusedParts(
	doc: PrintDocument,
	images: Record<string, Uint8Array>,
	size: PdfSize,
	reason: string
): Promise<PrintProblem[]> {
	const problems: PrintProblem[] = [];
	for (const part of doc.parts) {
		const made = await renderPdf({ ...doc, parts: [part] }, images, { size });
		if (made.ok) continue;
		const section = part.section && { key: part.section.key, title: part.section.title };
		problems.push({ section, problem: 'refused', excerpt: made.reason });
	}
	return problems.length > 0 ? problems : [{ section: null, problem: 'refused', excerpt: reason }];
}
