import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib';

/** What the typesetter says of links to people, which it does in English alone. */
const SAID: [RegExp, string][] = [
	[/^Email /, 'E-post till '],
	[/^Telephone /, 'Ring ']
];

/** Puts what is read aloud of a link into the language of the document. */
export function sayLinksInSwedish(pdf: PDFDocument): void {
	const contents = PDFName.of('Contents');
	for (const page of pdf.getPages())
		for (const ref of page.node.Annots()?.asArray() ?? []) {
			const link = pdf.context.lookup(ref, PDFDict);
			const said = link.lookup(contents);
			if (!(said instanceof PDFString) && !(said instanceof PDFHexString)) continue;
			const text = said.decodeText();
			const found = SAID.find(([english]) => english.test(text));
			if (found) link.set(contents, PDFHexString.fromText(text.replace(...found)));
		}
}
