import { PDFArray, PDFDict, PDFName, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);
const LABEL = name('Lbl');

/** Where a label belongs by the standard: to a point of a list, a line of contents, a note. */
const LABELLED = new Set(['/LI', '/TOCI', '/Note', '/Link', '/Reference']);

/**
 * The mark of a footnote in the text leads elsewhere, so it is a reference; the typesetter calls it a
 * label, which labels nothing where it stands.
 */
export function referToNotes(pdf: PDFDocument): void {
	const { context, catalog } = pdf;
	const waiting: PDFObject[] = [catalog.lookup(name('StructTreeRoot'), PDFDict)];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const element = context.lookup(next);
		if (!(element instanceof PDFDict)) continue;
		const kind = String(element.get(name('S')));
		const kids = element.get(name('K'));
		const all = context.lookup(kids);
		for (const kid of all instanceof PDFArray ? all.asArray() : [kids]) {
			if (kid === undefined) continue;
			const child = context.lookup(kid);
			if (child instanceof PDFDict && child.get(name('S')) === LABEL && !LABELLED.has(kind))
				child.set(name('S'), name('Reference'));
			waiting.push(kid);
		}
	}
}
